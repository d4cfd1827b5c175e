//! Everything that has a global id, found by it.

use super::{
    agreements::{self, Agreement, Commitment, Group, Service, Team},
    boundaries::{self, Boundary, Finding, Training},
    cases::{self, Case, CustomerCase},
    companies::{self, Company},
    coordination::{self, ActionItem, AgendaItem, GroupDecision, Meeting},
    deviations::{self, CorrectiveAction, Deviation},
    escalations::{self, CustomerEscalation, Escalation},
    identity::{self, Person},
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::GlobalId,
        scalar::Gql,
    },
    kpis::{self, Kpi},
    satisfaction::{self, Voice},
};
use juniper::{ID, graphql_interface, graphql_object};

/// Something that has a global id and is found by it again.
#[graphql_interface(scalar = Gql, context = Context,
    for = [Agreement, Company, Person, Service, Commitment, Group, Team, Kpi, Deviation, CorrectiveAction, Case, CustomerCase,
        Boundary, Finding, Training, Escalation, CustomerEscalation, Meeting, AgendaItem, GroupDecision, ActionItem, Voice])]
pub trait Node {
    /// The global id: opaque, stable, the same for everybody who may see it.
    fn id(&self) -> ID;
}

/// The most ids that `nodes` takes.
const MOST: usize = 100;

fn find(ctx: &Context, id: &ID) -> Answer<NodeValue> {
    let id = GlobalId::decode(id).ok_or(Failure::NOT_FOUND)?;
    match id.tag {
        agreements::TAG => agreements::node(ctx, id).map(NodeValue::from),
        agreements::SERVICE => agreements::service(ctx, id).map(NodeValue::from),
        agreements::COMMITMENT => agreements::commitment(ctx, id).map(NodeValue::from),
        agreements::GROUP => agreements::group(ctx, id).map(NodeValue::from),
        agreements::TEAM => agreements::team(ctx, id).map(NodeValue::from),
        boundaries::BOUNDARY => boundaries::boundary(ctx, id).map(NodeValue::from),
        boundaries::FINDING => boundaries::finding(ctx, id).map(NodeValue::from),
        boundaries::TRAINING => boundaries::training(ctx, id).map(NodeValue::from),
        cases::CASE => cases::case(ctx, id).map(NodeValue::from),
        cases::CUSTOMER_CASE => cases::customer_case(ctx, id).map(NodeValue::from),
        companies::TAG => companies::node(ctx, id).map(NodeValue::from),
        coordination::MEETING => coordination::meeting(ctx, id).map(NodeValue::from),
        coordination::AGENDA_ITEM => coordination::agenda_item(ctx, id).map(NodeValue::from),
        coordination::DECISION => coordination::decision(ctx, id).map(NodeValue::from),
        coordination::ACTION_ITEM => coordination::action_item(ctx, id).map(NodeValue::from),
        deviations::DEVIATION => deviations::deviation(ctx, id).map(NodeValue::from),
        deviations::ACTION => deviations::action(ctx, id).map(NodeValue::from),
        escalations::ESCALATION => escalations::escalation(ctx, id).map(NodeValue::from),
        escalations::CUSTOMER_ESCALATION => escalations::customer_escalation(ctx, id).map(NodeValue::from),
        identity::PERSON => identity::node(ctx, id).map(NodeValue::from),
        kpis::TAG => kpis::node(ctx, id).map(NodeValue::from),
        satisfaction::VOICE => satisfaction::voice(ctx, id).map(NodeValue::from),
        _ => Err(Failure::NOT_FOUND),
    }
}

fn found(ctx: &Context, id: &ID) -> Answer<Option<NodeValue>> {
    match find(ctx, id) {
        Ok(node) => Ok(Some(node)),
        Err(failure) if failure == Failure::NOT_FOUND => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// What can be found by its global id.
pub struct NodeQueries;

/// What can be found by its global id.
#[graphql_object(scalar = Gql, context = Context)]
impl NodeQueries {
    /// What has this global id; null where there is nothing, or nothing that you may see.
    fn node(ctx: &Context, id: ID) -> Answer<Option<NodeValue>> {
        found(ctx, &id)
    }

    /// What has these global ids, in their order, 100 at most; null for each that is not there or not for you to see.
    fn nodes(ctx: &Context, ids: Vec<ID>) -> Answer<Vec<Option<NodeValue>>> {
        if ids.len() > MOST {
            let code = super::TOO_MANY_IDS;
            return Err(code.refuse_field("ids", format!("{} ids; ask for {MOST} at most", ids.len())).into());
        }
        ids.iter().map(|id| found(ctx, id)).collect()
    }
}
