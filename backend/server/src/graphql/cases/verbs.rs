//! What can be done with cases over GraphQL.

use super::{
    Case, CustomerCase, case_id, customer_case_id,
    inputs::{
        AcceptCaseInput, CaseInput, CaseReasonInput, ConsentToPauseInput, DecideCaseDisputeInput, DisputeCaseTimeInput,
        DisputedTime, OfferCaseInput, OpenCaseInput, PauseCaseInput, RateCaseInput, RecoverCaseInput, RefuseCaseInput,
        ReprioritiseCaseInput, ResolveCaseInput, SpecifyCaseInput, SwarmCaseInput, UpdateCaseInput,
    },
    needs::CaseNeedsInput,
    words::PauseClaim,
};
use crate::graphql::{
    agreements::{agreement_id, service_id, team_id},
    companies::company_id,
    identity,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::GlobalId,
        payload::payload,
        scalar::Gql,
    },
};
use concordat_domain::{
    access::Verb,
    agreements::Claimed,
    cases::{Attribution, Holder, Outside, Share, What, codes},
    kernel::PersonId,
};
use concordat_service::{
    cases::{self, CaseView},
    kernel::{Outcome, Permitted, Tx},
};
use juniper::{ID, graphql_object};

payload!(
    /// What a mutation of a case answers.
    CasePayload {
        /// The case as it is now.
        case: Case
    }
);
payload!(
    /// What a customer's mutation of a case answers.
    CustomerCasePayload {
        /// The case as it is now.
        case: CustomerCase
    }
);

/// Does one verb on a case in one transaction.
fn act(
    ctx: &Context,
    id: &ID,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<CaseView>) -> Outcome<CaseView>,
) -> Answer<Case> {
    let (agreement, id) = case_id(id)?;
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::CaseView, (agreement, id))?;
        work(tx, on).map(|view| view.case.id)
    })?;
    Case::load(ctx, agreement, id)
}

/// Tells of a case what happened, for a company that holds it or is offered it.
fn handle(ctx: &Context, id: &ID, revision: i32, what: &What) -> Answer<Case> {
    act(ctx, id, |tx, on| cases::handle(tx, on, revision, what.clone()))
}

fn open(ctx: &Context, input: &OpenCaseInput) -> Answer<Case> {
    let agreement = agreement_id(&input.agreement)?;
    let at = Holder { team: team_id(&input.team)?.1, company: company_id(&input.company)? };
    let opening = What::Opened {
        kind: input.kind.into(),
        title: input.title.clone(),
        priority: input.priority.clone(),
        package: input.package.clone(),
        service: service_id(&input.service)?,
        customer: input.customer.as_ref().map(company_id).transpose()?,
        needs: input.needs.as_ref().map(CaseNeedsInput::read).unwrap_or_default(),
    };
    let id = ctx.write(agreement, |tx| cases::open(tx, agreement, at, opening.clone()).map(|view| view.case.id))?;
    Case::load(ctx, agreement, id)
}

fn offer(ctx: &Context, input: &OfferCaseInput) -> Answer<Case> {
    let to = Holder { team: team_id(&input.team)?.1, company: company_id(&input.company)? };
    let unchecked = |reason: String| Outside { boundary: None, dimensions: Vec::new(), reason };
    let (reason, outside) = (input.reason.clone(), input.outside_reason.clone().map(unchecked));
    handle(ctx, &input.case, input.revision, &What::Offered { to, reason, outside })
}

fn accept(ctx: &Context, input: &AcceptCaseInput) -> Answer<Case> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    act(ctx, &input.case, |tx, on| cases::accept(tx, on, input.revision, company))
}

fn pause(ctx: &Context, input: &PauseCaseInput) -> Answer<Case> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    let unfit = |message: &str| Failure::from(codes::CASE_CLAIM.refuse_field("company", message));
    let against = match (input.against, company) {
        (Some(PauseClaim::Company), Some(company)) => Some(Claimed::Company(company)),
        (Some(PauseClaim::Company), None) => return Err(unfit("name the company against which it is claimed")),
        (_, Some(_)) => return Err(unfit("a company is named only where the time is claimed against one")),
        (Some(PauseClaim::Customer), None) => Some(Claimed::Customer),
        (Some(PauseClaim::Outsider), None) => Some(Claimed::Outsider),
        (None, None) => None,
    };
    let what = What::Paused { reason: input.reason.clone(), against, note: input.note.clone() };
    handle(ctx, &input.case, input.revision, &what)
}

fn consent(ctx: &Context, input: &ConsentToPauseInput) -> Answer<Case> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    act(ctx, &input.case, |tx, on| cases::answer(tx, on, input.revision, company, What::PauseConsented))
}

fn swarm(ctx: &Context, input: &SwarmCaseInput) -> Answer<Case> {
    let share = |share: &super::inputs::SwarmShareInput| {
        Ok(Share { company: company_id(&share.company)?, weight: u32::try_from(share.weight).unwrap_or(0) })
    };
    let shares = input.shares.iter().map(share).collect::<Answer<Vec<_>>>()?;
    handle(ctx, &input.case, input.revision, &What::Swarmed { shares })
}

fn recover(ctx: &Context, input: &RecoverCaseInput) -> Answer<Case> {
    let company = company_id(&input.company)?;
    let owner = GlobalId::decode_as(identity::PERSON, &input.owner).ok_or(Failure::NOT_FOUND)?;
    let what = What::Recovering { company, owner: PersonId(owner.own), due: input.due };
    handle(ctx, &input.case, input.revision, &what)
}

fn rate(ctx: &Context, input: &RateCaseInput) -> Answer<CustomerCase> {
    let (agreement, id) = customer_case_id(&input.case)?;
    let what = What::Rated { points: u8::try_from(input.points).unwrap_or(0), words: input.words.clone() };
    ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::CaseFollow, (agreement, id))?;
        cases::rate(tx, on, input.revision, what.clone()).map(|view| view.case.id)
    })?;
    CustomerCase::load(ctx, agreement, id)
}

fn dispute(ctx: &Context, input: &DisputeCaseTimeInput) -> Answer<Case> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    let what = What::Disputed { from: input.from, until: input.until, reason: input.reason.clone() };
    act(ctx, &input.case, |tx, on| cases::answer(tx, on, input.revision, company, what.clone()))
}

fn decide(ctx: &Context, input: &DecideCaseDisputeInput) -> Answer<Case> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    let to = input.to.as_ref().map(company_id).transpose()?;
    let unfit = |message: &str| Failure::from(codes::CASE_CLAIM.refuse_field("to", message));
    let attribution = match (input.time, to) {
        (DisputedTime::Company, Some(company)) => Some(Attribution::Company(company)),
        (DisputedTime::Company, None) => return Err(unfit("name the company to which the time goes")),
        (_, Some(_)) => return Err(unfit("a company is named only where the time goes to one")),
        (DisputedTime::Pause, None) => Some(Attribution::Pause),
        (DisputedTime::Nobody, None) => Some(Attribution::Nobody),
        (DisputedTime::Stays, None) => None,
    };
    let what = What::Decided { dispute: input.dispute.0, attribution, reason: input.reason.clone() };
    act(ctx, &input.case, |tx, on| cases::decide(tx, on, input.revision, company, what.clone()))
}

/// What can be done with cases.
pub struct CaseMutations;

/// What can be done with cases.
#[graphql_object(scalar = Gql, context = Context)]
impl CaseMutations {
    /// Takes in a customer's case at a contact point, which holds it from then on. For contact agents of that company.
    fn open_case(ctx: &Context, input: OpenCaseInput) -> Answer<CasePayload> {
        CasePayload::of(open(ctx, &input), input.client_mutation_id)
    }

    /// Offers a case to another team; until it is taken on, it stays with the sender. For agents and engineers of a
    /// company that holds it. A company that is not bound by the agreement is refused. Where the agreement has boundaries,
    /// an offer outside the receiver's is refused with what is passed and who else could take it, unless it says why.
    fn offer_case(ctx: &Context, input: OfferCaseInput) -> Answer<CasePayload> {
        CasePayload::of(offer(ctx, &input), input.client_mutation_id)
    }

    /// Takes an offered case on. For agents and engineers of a company of the team that is asked.
    fn accept_case(ctx: &Context, input: AcceptCaseInput) -> Answer<CasePayload> {
        CasePayload::of(accept(ctx, &input), input.client_mutation_id)
    }

    /// Refuses an offered case, which then stays with the sender. For agents and engineers of the company that is asked.
    /// Where it has a boundary in force for the service, the refusal cites one.
    fn refuse_case(ctx: &Context, input: RefuseCaseInput) -> Answer<CasePayload> {
        let what = What::Refused { reason: input.reason.clone(), boundary: input.boundary.clone() };
        CasePayload::of(handle(ctx, &input.case, input.revision, &what), input.client_mutation_id)
    }

    /// Lets several companies hold a case together with stated shares, or ends that. For agents and engineers of a
    /// company that holds it.
    fn swarm_case(ctx: &Context, input: SwarmCaseInput) -> Answer<CasePayload> {
        CasePayload::of(swarm(ctx, &input), input.client_mutation_id)
    }

    /// Pauses a case for a reason that the agreement names. For agents and engineers of a company that holds it.
    fn pause_case(ctx: &Context, input: PauseCaseInput) -> Answer<CasePayload> {
        CasePayload::of(pause(ctx, &input), input.client_mutation_id)
    }

    /// Consents to a pause: for coordinators of the company against which it is claimed, or of any but the holder where
    /// it is claimed against the customer or an outsider.
    fn consent_to_pause(ctx: &Context, input: ConsentToPauseInput) -> Answer<CasePayload> {
        CasePayload::of(consent(ctx, &input), input.client_mutation_id)
    }

    /// Lets a paused case go on. For agents and engineers of a company that holds it.
    fn resume_case(ctx: &Context, input: CaseInput) -> Answer<CasePayload> {
        CasePayload::of(handle(ctx, &input.case, input.revision, &What::Resumed), input.client_mutation_id)
    }

    /// Tells that the customer got a first response. For agents and engineers of a company that holds it.
    fn respond_to_case(ctx: &Context, input: CaseInput) -> Answer<CasePayload> {
        CasePayload::of(handle(ctx, &input.case, input.revision, &What::Responded), input.client_mutation_id)
    }

    /// Tells what was done, and whether the customer was told. For agents and engineers of a company that holds it.
    fn update_case(ctx: &Context, input: UpdateCaseInput) -> Answer<CasePayload> {
        let (stage, note, told) = (input.stage.clone(), input.note.clone(), input.told.unwrap_or(false));
        let what = What::Updated { stage, note, told };
        CasePayload::of(handle(ctx, &input.case, input.revision, &what), input.client_mutation_id)
    }

    /// Gives a case another priority or package; targets that no longer apply are cancelled, used time stays. For agents
    /// and engineers of a company that holds it.
    fn reprioritise_case(ctx: &Context, input: ReprioritiseCaseInput) -> Answer<CasePayload> {
        let what = What::Reprioritised { priority: input.priority.clone(), package: input.package.clone() };
        CasePayload::of(handle(ctx, &input.case, input.revision, &what), input.client_mutation_id)
    }

    /// Tells what a case needs of whoever works on it. For agents and engineers of a company that holds it.
    fn specify_case(ctx: &Context, input: SpecifyCaseInput) -> Answer<CasePayload> {
        let what = What::Specified { needs: input.needs.read() };
        CasePayload::of(handle(ctx, &input.case, input.revision, &what), input.client_mutation_id)
    }

    /// Tells that the work is done. That alone is not the end: the customer's positive word is. For agents and
    /// engineers of a company that holds it.
    fn resolve_case(ctx: &Context, input: ResolveCaseInput) -> Answer<CasePayload> {
        let what = What::Resolved { note: input.note.clone() };
        CasePayload::of(handle(ctx, &input.case, input.revision, &what), input.client_mutation_id)
    }

    /// Withdraws a case before it is resolved; nothing is judged. For agents and engineers of a company that holds it.
    fn cancel_case(ctx: &Context, input: CaseReasonInput) -> Answer<CasePayload> {
        let what = What::Cancelled { reason: input.reason.clone() };
        CasePayload::of(handle(ctx, &input.case, input.revision, &what), input.client_mutation_id)
    }

    /// Opens a resolved case again. For agents and engineers of a company that held it.
    fn reopen_case(ctx: &Context, input: CaseReasonInput) -> Answer<CasePayload> {
        let what = What::Reopened { reason: input.reason.clone() };
        CasePayload::of(handle(ctx, &input.case, input.revision, &what), input.client_mutation_id)
    }

    /// Closes a resolved case for good. For agents and engineers of a company that held it.
    fn close_case(ctx: &Context, input: CaseInput) -> Answer<CasePayload> {
        CasePayload::of(handle(ctx, &input.case, input.revision, &What::Closed), input.client_mutation_id)
    }

    /// Rates a case: negative feedback opens a recovery, positive feedback ends it. For the customer who brought it.
    fn rate_case(ctx: &Context, input: RateCaseInput) -> Answer<CustomerCasePayload> {
        CustomerCasePayload::of(rate(ctx, &input), input.client_mutation_id)
    }

    /// Takes on the recovery after negative feedback. For agents and engineers of a company that held the case.
    fn recover_case(ctx: &Context, input: RecoverCaseInput) -> Answer<CasePayload> {
        CasePayload::of(recover(ctx, &input), input.client_mutation_id)
    }

    /// Disputes to whom a stretch of a case's time is attributed, within the agreement's window. For coordinators.
    fn dispute_case_time(ctx: &Context, input: DisputeCaseTimeInput) -> Answer<CasePayload> {
        CasePayload::of(dispute(ctx, &input), input.client_mutation_id)
    }

    /// Decides a dispute; the ledger is restated and shows by which decision. For coordinators who do not speak for the
    /// company that raised it.
    fn decide_case_dispute(ctx: &Context, input: DecideCaseDisputeInput) -> Answer<CasePayload> {
        CasePayload::of(decide(ctx, &input), input.client_mutation_id)
    }
}
