//! What can be done about escalations over GraphQL.

use super::{
    CUSTOMER_ESCALATION, escalation_id,
    inputs::{
        AcceptEscalationAnswerInput, AnswerEscalationInput, EscalationInput, EscalationReasonInput,
        RaiseEscalationInput,
    },
    payload::EscalationPayload,
};
use crate::graphql::{
    agreements::agreement_id,
    cases::{CUSTOMER_CASE, case_id, customer_case_id},
    companies::company_id,
    deviations::action_id,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::GlobalId,
        scalar::Gql,
    },
};
use concordat_domain::{
    access::Verb,
    escalations::Subject,
    kernel::{AgreementId, EscalationId},
};
use concordat_service::{
    escalations::{self, EscalationView, FollowedEscalation, Raise},
    kernel::{Outcome, Permitted, Tx},
};
use juniper::{ID, graphql_object};

type Done = Answer<(AgreementId, EscalationId)>;

fn raise(ctx: &Context, input: &RaiseEscalationInput) -> Done {
    let agreement = agreement_id(&input.agreement)?;
    if let Some(of) = input.case.as_ref().filter(|id| GlobalId::decode_as(CUSTOMER_CASE, id).is_some()) {
        return raise_own(ctx, agreement, of, input);
    }
    let here =
        |(of, subject): (AgreementId, Subject)| if of == agreement { Ok(subject) } else { Err(Failure::NOT_FOUND) };
    let subject = match (&input.case, &input.corrective_action) {
        (Some(case), _) => case_id(case).map(|(of, case)| (of, Subject::Case { case })).and_then(here)?,
        (None, Some(action)) => {
            action_id(action).map(|(of, action)| (of, Subject::Action { action })).and_then(here)?
        }
        (None, None) => Subject::Free,
    };
    let raise = Raise {
        subject,
        concerns: input.concerns.as_ref().map(company_id).transpose()?,
        title: input.title.clone(),
        note: input.note.clone(),
        company: input.company.as_ref().map(company_id).transpose()?,
    };
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::AgreementView, agreement)?;
        escalations::raise(tx, &on, &raise).map(|view| view.escalation.id)
    })?;
    Ok((agreement, id))
}

fn raise_own(ctx: &Context, agreement: AgreementId, of: &ID, input: &RaiseEscalationInput) -> Done {
    let (owner, case) = customer_case_id(of)?;
    if owner != agreement {
        return Err(Failure::NOT_FOUND);
    }
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::CaseFollow, (agreement, case))?;
        let raised = escalations::raise_for_customer(tx, on, &input.title, input.note.as_deref());
        raised.map(|view| view.escalation.id)
    })?;
    Ok((agreement, id))
}

/// Does what somebody of the escalation's level does.
fn at_level(
    ctx: &Context,
    id: &ID,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<EscalationView>) -> Outcome<EscalationView>,
) -> Done {
    let (agreement, id) = escalation_id(id)?;
    ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::EscalationAnswer, (agreement, id))?;
        work(tx, on).map(drop)
    })?;
    Ok((agreement, id))
}

/// Does what whoever raised it does: of an escalation as they see it, in full or as its customer.
fn for_raiser(
    ctx: &Context,
    id: &ID,
    mut work: impl FnMut(&mut Tx<'_>, EscalationView) -> Outcome<EscalationView>,
) -> Done {
    let followed = GlobalId::decode_as(CUSTOMER_ESCALATION, id);
    let (agreement, id) = match followed {
        Some(id) => (id.agreement, EscalationId(id.own)),
        None => escalation_id(id)?,
    };
    ctx.write(agreement, |tx| {
        let on: EscalationView = match followed {
            Some(_) => tx.permit::<FollowedEscalation>(Verb::EscalationRaise, (agreement, id))?.into(),
            None => tx.permit::<EscalationView>(Verb::EscalationRaise, (agreement, id))?.into(),
        };
        work(tx, on).map(drop)
    })?;
    Ok((agreement, id))
}

/// What can be done about escalations.
pub struct EscalationMutations;

/// What can be done about escalations.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationMutations {
    /// Raises a matter for one's company: about a case or a corrective action that you see, or about what the title says.
    /// A customer raises their own case. The same matter is raised once as long as it is open.
    fn raise_escalation(ctx: &Context, input: RaiseEscalationInput) -> Answer<EscalationPayload> {
        EscalationPayload::of(ctx, raise(ctx, &input), input.client_mutation_id)
    }

    /// Says that the level has seen it; its deadline stays. For those who stand at the level for the company concerned.
    fn acknowledge_escalation(ctx: &Context, input: EscalationInput) -> Answer<EscalationPayload> {
        let done = at_level(ctx, &input.escalation, |tx, on| escalations::acknowledge(tx, on, input.revision));
        EscalationPayload::of(ctx, done, input.client_mutation_id)
    }

    /// Answers whoever raised it, who has the level's time to accept or reject the answer. For those who stand at the
    /// level for the company concerned.
    fn answer_escalation(ctx: &Context, input: AnswerEscalationInput) -> Answer<EscalationPayload> {
        let done =
            at_level(ctx, &input.escalation, |tx, on| escalations::answer(tx, on, input.revision, &input.answer));
        EscalationPayload::of(ctx, done, input.client_mutation_id)
    }

    /// Closes it with the answer that stands, once whoever raised it has let their time go by, or nobody did. For those who
    /// stand at the level for the company concerned.
    fn close_escalation(ctx: &Context, input: EscalationInput) -> Answer<EscalationPayload> {
        let done = at_level(ctx, &input.escalation, |tx, on| escalations::close(tx, on, input.revision));
        EscalationPayload::of(ctx, done, input.client_mutation_id)
    }

    /// Accepts the answer, which closes the escalation. For the company that raised it.
    fn accept_escalation_answer(ctx: &Context, input: AcceptEscalationAnswerInput) -> Answer<EscalationPayload> {
        let done = for_raiser(ctx, &input.escalation, |tx, on| escalations::accept(tx, on, input.revision));
        EscalationPayload::of(ctx, done, input.client_mutation_id)
    }

    /// Rejects the answer and says why: the escalation climbs. For the company that raised it.
    fn reject_escalation_answer(ctx: &Context, input: EscalationReasonInput) -> Answer<EscalationPayload> {
        let done =
            for_raiser(ctx, &input.escalation, |tx, on| escalations::reject(tx, on, input.revision, &input.reason));
        EscalationPayload::of(ctx, done, input.client_mutation_id)
    }

    /// Takes the matter back and says why. For the company that raised it.
    fn withdraw_escalation(ctx: &Context, input: EscalationReasonInput) -> Answer<EscalationPayload> {
        let done =
            for_raiser(ctx, &input.escalation, |tx, on| escalations::withdraw(tx, on, input.revision, &input.reason));
        EscalationPayload::of(ctx, done, input.client_mutation_id)
    }
}
