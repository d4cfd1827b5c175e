//! What can be done about trainings over GraphQL.

use super::{Training, boundary_id, training_id};
use crate::graphql::{
    agreements::team_id,
    companies::company_id,
    identity::PERSON,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::GlobalId,
        payload::payload,
        scalar::Gql,
        types::Date,
    },
};
use concordat_domain::{access::Verb, boundaries::Member, kernel::PersonId};
use concordat_service::{
    boundaries::{self, TrainingView},
    kernel::{Outcome, Permitted, Tx},
};
use juniper::{GraphQLInputObject, ID, graphql_object};

payload!(
    /// What a mutation of a training answers.
    TrainingPayload {
        /// The training as it is now.
        training: Training
    }
);

/// A training to be planned.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct PlanTrainingInput {
    /// The boundary's global id.
    boundary: ID,
    /// The number of its version, which is approved.
    version: i32,
    /// The global id of the team that is to learn.
    team: ID,
    /// What is taught, one topic each; 100 at most.
    topics: Vec<String>,
    /// How many days a completion counts; none: as long as the version holds.
    valid_for: Option<i32>,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A training to be planned otherwise.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct ReplanTrainingInput {
    /// The training's global id.
    training: ID,
    /// The revision that you have read.
    revision: i32,
    /// What is taught, one topic each; the same once somebody has completed it.
    topics: Vec<String>,
    /// How many days a completion counts; none: as long as the version holds.
    valid_for: Option<i32>,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A completion to be recorded.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CompleteTrainingInput {
    /// The training's global id.
    training: ID,
    /// The revision that you have read.
    revision: i32,
    /// The global id of the person, a member of the team.
    person: ID,
    /// The global id of the company for which they are a member.
    company: ID,
    /// On which local day; today or earlier.
    on: Date,
    /// What shows it, in words or as a link, in 4000 characters at most.
    evidence: Option<String>,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A member to be let off.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct WaiveTrainingInput {
    /// The training's global id.
    training: ID,
    /// The revision that you have read.
    revision: i32,
    /// The global id of the person, a member of the team.
    person: ID,
    /// The global id of the company for which they are a member.
    company: ID,
    /// The last local day: today or later, within a year.
    until: Date,
    /// Why, in 4000 characters at most.
    reason: String,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// Does one verb on a training in one transaction.
fn act(
    ctx: &Context,
    id: &ID,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<TrainingView>) -> Outcome<TrainingView>,
) -> Answer<Training> {
    let (agreement, id) = training_id(id)?;
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::BoundaryView, (agreement, id))?;
        work(tx, on).map(|view| view.training.id)
    })?;
    Training::load(ctx, agreement, id)
}

fn member(person: &ID, company: &ID) -> Answer<Member> {
    let person = GlobalId::decode_as(PERSON, person).ok_or(Failure::NOT_FOUND)?;
    Ok(Member { person: PersonId(person.own), company: company_id(company)? })
}

/// A number of days; what is none is refused by the rules as 0 days.
fn days(count: Option<i32>) -> Option<u32> {
    count.map(|count| u32::try_from(count).unwrap_or(0))
}

fn plan(ctx: &Context, input: &PlanTrainingInput) -> Answer<Training> {
    let (agreement, id) = boundary_id(&input.boundary)?;
    let (_, team) = team_id(&input.team)?;
    let version = u32::try_from(input.version).unwrap_or(0);
    let id = ctx.write(agreement, |tx| {
        let on = boundaries::boundary(tx, agreement, id)?;
        let planned = boundaries::plan(tx, &on, (version, team), (&input.topics, days(input.valid_for)))?;
        Ok(planned.training.id)
    })?;
    Training::load(ctx, agreement, id)
}

fn replan(ctx: &Context, input: &ReplanTrainingInput) -> Answer<Training> {
    act(ctx, &input.training, |tx, on| {
        boundaries::replan(tx, on, input.revision, (&input.topics, days(input.valid_for)))
    })
}

fn complete(ctx: &Context, input: &CompleteTrainingInput) -> Answer<Training> {
    let member = member(&input.person, &input.company)?;
    act(ctx, &input.training, |tx, on| {
        boundaries::complete(tx, on, input.revision, (member, input.on.0), input.evidence.as_deref())
    })
}

fn waive(ctx: &Context, input: &WaiveTrainingInput) -> Answer<Training> {
    let member = member(&input.person, &input.company)?;
    act(ctx, &input.training, |tx, on| {
        boundaries::waive(tx, on, input.revision, (member, input.until.0), &input.reason)
    })
}

/// What can be done about trainings.
pub struct TrainingMutations;

/// What can be done about trainings.
#[graphql_object(scalar = Gql, context = Context)]
impl TrainingMutations {
    /// Plans what a team has to learn of an approved version of a boundary. For experts of the boundary's company.
    fn plan_training(ctx: &Context, input: PlanTrainingInput) -> Answer<TrainingPayload> {
        TrainingPayload::of(plan(ctx, &input), input.client_mutation_id)
    }

    /// Plans a training otherwise. For experts of the boundary's company.
    fn replan_training(ctx: &Context, input: ReplanTrainingInput) -> Answer<TrainingPayload> {
        TrainingPayload::of(replan(ctx, &input), input.client_mutation_id)
    }

    /// Records that a member of the team completed a training. For experts of the boundary's company; nobody records
    /// their own.
    fn complete_training(ctx: &Context, input: CompleteTrainingInput) -> Answer<TrainingPayload> {
        TrainingPayload::of(complete(ctx, &input), input.client_mutation_id)
    }

    /// Lets a member take duty untrained for a while. For coordinators of the member's company; nobody lets themselves
    /// off.
    fn waive_training(ctx: &Context, input: WaiveTrainingInput) -> Answer<TrainingPayload> {
        TrainingPayload::of(waive(ctx, &input), input.client_mutation_id)
    }
}
