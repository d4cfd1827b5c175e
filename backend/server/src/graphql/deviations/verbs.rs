//! What can be done about deviations over GraphQL.

use super::{
    Assessment, CorrectiveAction, Deviation, action_id, deviation_id,
    inputs::{
        AcceptTaskInput, AssessPeriodInput, ChangeCorrectiveActionInput, CompleteTaskInput, ConsentInput,
        CorrectiveActionInput, DeclineTaskInput, ObjectInput, PlanCorrectiveActionInput, ReviewDeviationInput,
        WithdrawCorrectiveActionInput,
    },
    task_id,
    words::ReviewVerdict as Verdict,
};
use crate::graphql::{
    agreements::{Agreement, agreement_id},
    companies::company_id,
    kernel::{context::Context, errors::Answer, payload::payload, scalar::Gql},
};
use concordat_domain::{access::Verb, deviations::ReviewVerdict};
use concordat_service::{
    deviations::{self, ActionChange, ActionView, Plan},
    kernel::{Outcome, Permitted, Tx},
};
use juniper::{ID, graphql_object};

payload!(
    /// What the assessment of a period answers.
    AssessmentPayload {
        /// The latest assessment of the period.
        assessment: Assessment
    }
);
payload!(
    /// What a mutation of a deviation answers.
    DeviationPayload {
        /// The deviation as it is now.
        deviation: Deviation
    }
);
payload!(
    /// What a mutation of a corrective action answers.
    CorrectiveActionPayload {
        /// The corrective action as it is now.
        corrective_action: CorrectiveAction
    }
);

/// Does one verb on a corrective action in one transaction.
fn act(
    ctx: &Context,
    id: &ID,
    verb: Verb,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<ActionView>) -> Outcome<ActionView>,
) -> Answer<CorrectiveAction> {
    let (agreement, id) = action_id(id)?;
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(verb, (agreement, id))?;
        work(tx, on).map(|view| view.action.id)
    })?;
    CorrectiveAction::load(ctx, agreement, id)
}

fn assess(ctx: &Context, input: &AssessPeriodInput) -> Answer<Assessment> {
    let (id, period) = (agreement_id(&input.agreement)?, input.period);
    let held = ctx.write(id, |tx| {
        let on = tx.permit(Verb::PeriodAssess, id)?;
        deviations::assess(tx, &on, period).map(|assessed| assessed.held)
    })?;
    Ok(Assessment::new(&Agreement::load(ctx, id)?, held))
}

fn review(ctx: &Context, input: &ReviewDeviationInput) -> Answer<Deviation> {
    let (agreement, id) = deviation_id(&input.deviation)?;
    let company = input.company.as_ref().map(company_id).transpose()?;
    let reason = input.reason.clone().unwrap_or_default();
    let verdict = match input.verdict {
        Verdict::Accept => ReviewVerdict::Accept,
        Verdict::Waive => ReviewVerdict::Waive { reason },
        Verdict::Dispute => ReviewVerdict::Dispute { reason },
    };
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::DeviationReview, (agreement, id))?;
        deviations::review(tx, on, input.revision, verdict.clone(), company).map(|view| view.deviation.id)
    })?;
    Deviation::load(ctx, agreement, id)
}

fn plan(ctx: &Context, input: &PlanCorrectiveActionInput) -> Answer<CorrectiveAction> {
    let (agreement, id) = deviation_id(&input.deviation)?;
    let tasks = input.tasks.iter().map(|task| task.read().map(|(_, request)| request)).collect::<Answer<Vec<_>>>()?;
    let plan = Plan { title: input.title.clone(), criterion: input.criterion.read()?, tasks };
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::ActionPlan, (agreement, id))?;
        deviations::plan(tx, on, input.revision, &plan).map(|view| view.action.id)
    })?;
    CorrectiveAction::load(ctx, agreement, id)
}

fn change(ctx: &Context, input: &ChangeCorrectiveActionInput) -> Answer<CorrectiveAction> {
    let change = ActionChange {
        title: input.title.clone(),
        criterion: input.criterion.as_ref().map(super::inputs::CriterionInput::read).transpose()?,
        ask: input.tasks.iter().flatten().map(super::inputs::TaskInput::read).collect::<Answer<_>>()?,
        drop: input.drop_tasks.iter().flatten().map(task_id).collect::<Answer<_>>()?,
    };
    act(ctx, &input.corrective_action, Verb::ActionPlan, |tx, on| deviations::change(tx, on, input.revision, &change))
}

fn consent(ctx: &Context, input: &ConsentInput) -> Answer<CorrectiveAction> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    act(ctx, &input.corrective_action, Verb::ActionView, |tx, on| deviations::consent(tx, on, input.revision, company))
}

fn object(ctx: &Context, input: &ObjectInput) -> Answer<CorrectiveAction> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    act(ctx, &input.corrective_action, Verb::ActionView, |tx, on| {
        deviations::object(tx, on, input.revision, &input.reason, company)
    })
}

fn accept(ctx: &Context, input: &AcceptTaskInput) -> Answer<CorrectiveAction> {
    let task = task_id(&input.task)?;
    act(ctx, &input.corrective_action, Verb::ActionView, |tx, on| deviations::accept_task(tx, on, input.revision, task))
}

fn decline(ctx: &Context, input: &DeclineTaskInput) -> Answer<CorrectiveAction> {
    let task = task_id(&input.task)?;
    act(ctx, &input.corrective_action, Verb::ActionView, |tx, on| {
        deviations::decline_task(tx, on, input.revision, task, &input.reason)
    })
}

fn complete(ctx: &Context, input: &CompleteTaskInput) -> Answer<CorrectiveAction> {
    let task = task_id(&input.task)?;
    act(ctx, &input.corrective_action, Verb::ActionView, |tx, on| {
        deviations::complete_task(tx, on, input.revision, task, &input.evidence)
    })
}

/// What can be done about deviations.
pub struct DeviationMutations;

/// What can be done about deviations.
#[graphql_object(scalar = Gql, context = Context)]
impl DeviationMutations {
    /// Assesses a period: its figures are frozen once it is over, deviations raised or cleared, running corrective
    /// actions judged. Repeating it changes nothing. For the steward and coordinators. Refused with `PERIOD_AHEAD`.
    fn assess_period(ctx: &Context, input: AssessPeriodInput) -> Answer<AssessmentPayload> {
        AssessmentPayload::of(assess(ctx, &input), input.client_mutation_id)
    }

    /// Gives a deviation its verdict, or replaces the one before while nothing has started. For coordinators; nobody
    /// waives a figure of a company for which they speak.
    fn review_deviation(ctx: &Context, input: ReviewDeviationInput) -> Answer<DeviationPayload> {
        DeviationPayload::of(review(ctx, &input), input.client_mutation_id)
    }

    /// Drafts a corrective action for a deviation. For coordinators.
    fn plan_corrective_action(ctx: &Context, input: PlanCorrectiveActionInput) -> Answer<CorrectiveActionPayload> {
        CorrectiveActionPayload::of(plan(ctx, &input), input.client_mutation_id)
    }

    /// Changes a plan before its start; consents to another criterion or other tasks fall. For coordinators.
    fn change_corrective_action(ctx: &Context, input: ChangeCorrectiveActionInput) -> Answer<CorrectiveActionPayload> {
        CorrectiveActionPayload::of(change(ctx, &input), input.client_mutation_id)
    }

    /// Puts a plan before the companies concerned. For coordinators.
    fn propose_corrective_action(ctx: &Context, input: CorrectiveActionInput) -> Answer<CorrectiveActionPayload> {
        let done =
            act(ctx, &input.corrective_action, Verb::ActionPlan, |tx, on| deviations::propose(tx, on, input.revision));
        CorrectiveActionPayload::of(done, input.client_mutation_id)
    }

    /// Consents to a plan as it stands, for a company that it concerns. For that company's coordinators.
    fn consent_to_corrective_action(ctx: &Context, input: ConsentInput) -> Answer<CorrectiveActionPayload> {
        CorrectiveActionPayload::of(consent(ctx, &input), input.client_mutation_id)
    }

    /// Objects to a plan as it stands, for a company that it concerns. For that company's coordinators.
    fn object_to_corrective_action(ctx: &Context, input: ObjectInput) -> Answer<CorrectiveActionPayload> {
        CorrectiveActionPayload::of(object(ctx, &input), input.client_mutation_id)
    }

    /// Takes a task on. For the coordinators of the task's company.
    fn accept_task(ctx: &Context, input: AcceptTaskInput) -> Answer<CorrectiveActionPayload> {
        CorrectiveActionPayload::of(accept(ctx, &input), input.client_mutation_id)
    }

    /// Refuses a task and says why. For the coordinators of the task's company.
    fn decline_task(ctx: &Context, input: DeclineTaskInput) -> Answer<CorrectiveActionPayload> {
        CorrectiveActionPayload::of(decline(ctx, &input), input.client_mutation_id)
    }

    /// Starts the work: every company concerned has consented and every task is accepted. For coordinators.
    fn start_corrective_action(ctx: &Context, input: CorrectiveActionInput) -> Answer<CorrectiveActionPayload> {
        let done =
            act(ctx, &input.corrective_action, Verb::ActionPlan, |tx, on| deviations::start(tx, on, input.revision));
        CorrectiveActionPayload::of(done, input.client_mutation_id)
    }

    /// Reports a task as done; the last one begins the verification. For coordinators, SMEs and engineers of the
    /// task's company.
    fn complete_task(ctx: &Context, input: CompleteTaskInput) -> Answer<CorrectiveActionPayload> {
        CorrectiveActionPayload::of(complete(ctx, &input), input.client_mutation_id)
    }

    /// Gives a plan up before its start. For coordinators.
    fn withdraw_corrective_action(
        ctx: &Context,
        input: WithdrawCorrectiveActionInput,
    ) -> Answer<CorrectiveActionPayload> {
        let done = act(ctx, &input.corrective_action, Verb::ActionPlan, |tx, on| {
            deviations::withdraw(tx, on, input.revision, &input.reason)
        });
        CorrectiveActionPayload::of(done, input.client_mutation_id)
    }
}
