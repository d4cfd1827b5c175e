//! What can be done about decisions and action items over GraphQL.

use super::{
    ActionItem, GroupDecision, action_item_id, agenda_item_id, decision_id, group_id,
    inputs::{
        AssignActionItemInput, CompleteActionItemInput, DropActionItemInput, GiveVoiceInput, GroupDecisionInput,
        ProposeDecisionInput,
    },
    meeting_id,
};
use crate::graphql::{
    companies::company_id,
    identity::person_id,
    kernel::{context::Context, errors::Answer, payload::payload, scalar::Gql},
};
use concordat_domain::{
    access::Verb,
    coordination::{Errand, Motion},
    kernel::{ActionItemId, DecisionId},
};
use concordat_service::{
    coordination::{self, ActionItemView, Assignment, DecisionView, Proposal},
    kernel::{Outcome, Permitted, Tx},
};
use juniper::{ID, graphql_object};

payload!(
    /// What a mutation of a decision answers.
    GroupDecisionPayload {
        /// The decision as it is now.
        decision: GroupDecision
    }
);
payload!(
    /// What a mutation of an action item answers.
    ActionItemPayload {
        /// The action item as it is now.
        action_item: ActionItem
    }
);

/// Does one verb on a decision in one transaction.
fn on_decision(
    ctx: &Context,
    id: &ID,
    verb: Verb,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<DecisionView>) -> Outcome<DecisionView>,
) -> Answer<GroupDecision> {
    let (agreement, id) = decision_id(id)?;
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(verb, (agreement, id))?;
        work(tx, on).map(|view| view.decision.id)
    })?;
    GroupDecision::load(ctx, agreement, id)
}

/// Does one verb on an action item in one transaction.
fn on_item(
    ctx: &Context,
    id: &ID,
    verb: Verb,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<ActionItemView>) -> Outcome<ActionItemView>,
) -> Answer<ActionItem> {
    let (agreement, id) = action_item_id(id)?;
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(verb, (agreement, id))?;
        work(tx, on).map(|view| view.item.id)
    })?;
    ActionItem::load(ctx, agreement, id)
}

fn propose(ctx: &Context, input: &ProposeDecisionInput) -> Answer<GroupDecision> {
    let (agreement, group) = group_id(&input.group)?;
    let motion = Motion {
        title: input.title.clone(),
        text: input.text.clone(),
        concerned: input.companies.iter().flatten().map(company_id).collect::<Answer<_>>()?,
        effective_on: input.effective_on.map(|day| day.0),
        supersedes: input.decision.as_ref().map(decision_id).transpose()?.map(|(_, id)| id),
        follow_up_on: input.follow_up_on.map(|day| day.0),
    };
    let proposal = Proposal {
        group,
        meeting: input.meeting.as_ref().map(meeting_id).transpose()?.map(|(_, id)| id),
        item: input.agenda_item.as_ref().map(agenda_item_id).transpose()?.map(|(_, id)| id),
        motion,
    };
    let id: DecisionId =
        ctx.write(agreement, |tx| coordination::propose(tx, agreement, proposal.clone()).map(|view| view.decision.id))?;
    GroupDecision::load(ctx, agreement, id)
}

fn give(ctx: &Context, input: &GiveVoiceInput) -> Answer<GroupDecision> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    on_decision(ctx, &input.decision, Verb::MeetingView, |tx, on| {
        coordination::give_voice(tx, on, input.revision, company, input.word.with(input.reason.as_deref()))
    })
}

fn assign(ctx: &Context, input: &AssignActionItemInput) -> Answer<ActionItem> {
    let (agreement, group) = group_id(&input.group)?;
    let given = Assignment {
        group,
        meeting: input.meeting.as_ref().map(meeting_id).transpose()?.map(|(_, id)| id),
        item: input.agenda_item.as_ref().map(agenda_item_id).transpose()?.map(|(_, id)| id),
        decision: input.decision.as_ref().map(decision_id).transpose()?.map(|(_, id)| id),
        errand: Errand {
            title: input.title.clone(),
            company: company_id(&input.company)?,
            person: input.person.as_ref().map(person_id).transpose()?,
            due_on: input.due_on.0,
        },
    };
    let id: ActionItemId =
        ctx.write(agreement, |tx| coordination::assign(tx, agreement, given.clone()).map(|view| view.item.id))?;
    ActionItem::load(ctx, agreement, id)
}

/// What can be done about decisions and action items.
pub struct DecisionMutations;

/// What can be done about decisions and action items.
#[graphql_object(scalar = Gql, context = Context)]
impl DecisionMutations {
    /// Puts a decision before the companies concerned, in a meeting or in writing. For the steward and coordinators.
    fn propose_decision(ctx: &Context, input: ProposeDecisionInput) -> Answer<GroupDecisionPayload> {
        GroupDecisionPayload::of(propose(ctx, &input), input.client_mutation_id)
    }

    /// Consents, objects or abstains for a company. For members of the group and their deputies; each company has one
    /// voice.
    fn give_voice(ctx: &Context, input: GiveVoiceInput) -> Answer<GroupDecisionPayload> {
        GroupDecisionPayload::of(give(ctx, &input), input.client_mutation_id)
    }

    /// Gives up a decision that one's company proposed. For the steward and coordinators.
    fn withdraw_decision(ctx: &Context, input: GroupDecisionInput) -> Answer<GroupDecisionPayload> {
        let done = on_decision(ctx, &input.decision, Verb::DecisionPropose, |tx, on| {
            coordination::withdraw(tx, on, input.revision)
        });
        GroupDecisionPayload::of(done, input.client_mutation_id)
    }

    /// Gives a company something to do. For the steward and coordinators.
    fn assign_action_item(ctx: &Context, input: AssignActionItemInput) -> Answer<ActionItemPayload> {
        ActionItemPayload::of(assign(ctx, &input), input.client_mutation_id)
    }

    /// Reports an action item of one's company as done, with evidence.
    fn complete_action_item(ctx: &Context, input: CompleteActionItemInput) -> Answer<ActionItemPayload> {
        let done = on_item(ctx, &input.action_item, Verb::ItemDo, |tx, on| {
            coordination::complete(tx, on, input.revision, &input.evidence)
        });
        ActionItemPayload::of(done, input.client_mutation_id)
    }

    /// Takes an action item back. For the steward and coordinators.
    fn drop_action_item(ctx: &Context, input: DropActionItemInput) -> Answer<ActionItemPayload> {
        let done = on_item(ctx, &input.action_item, Verb::ItemAssign, |tx, on| {
            coordination::drop_item(tx, on, input.revision, &input.reason)
        });
        ActionItemPayload::of(done, input.client_mutation_id)
    }
}
