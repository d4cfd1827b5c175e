//! What a team has to learn of a version of a boundary, and who has.

use super::{Boundary, TRAINING, content::team};
use crate::graphql::{
    agreements::{Agreement, Decision, Service, Team},
    companies::Company,
    identity::Person,
    kernel::{context::Context, errors::Answer, global_id::GlobalId, scalar::Gql, types::Date},
};
use concordat_domain::{
    boundaries::{self as rules, Member},
    kernel::{AgreementId, CompanyId, TrainingId},
};
use concordat_service::boundaries::{self, TrainingView};
use juniper::{GraphQLEnum, ID, graphql_object};
use std::{collections::BTreeSet, sync::Arc};

/// A training that the asker may see.
#[derive(Clone)]
pub struct Training {
    agreement: Agreement,
    view: Arc<TrainingView>,
}

impl Training {
    /// A training that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: TrainingView) -> Self {
        Self { agreement: agreement.clone(), view: Arc::new(view) }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: TrainingId) -> Answer<Self> {
        let view = ctx.read(|tx| boundaries::training(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    fn training(&self) -> &rules::Training {
        &self.view.training
    }

    /// The members of the team whose standing the asker may see.
    fn members(&self, ctx: &Context) -> Answer<BTreeSet<Member>> {
        let named = self.agreement.terms().team(self.training().team).map_or(&[][..], |team| &team.members);
        let all = named.iter().map(|it| Member { person: it.person, company: it.company });
        ctx.read(|tx| Ok(all.filter(|one| boundaries::sees_member(tx, self.training(), one.company)).collect()))
    }

    fn day(&self, ctx: &Context, on: Option<Date>) -> Answer<chrono::NaiveDate> {
        match on {
            Some(day) => Ok(day.0),
            None => Ok(self.agreement.terms().zone.date_of(ctx.read(|tx| Ok(tx.now()))?)),
        }
    }
}

/// What one team has to learn of one version of a boundary. A completion counts for its version alone.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Training {
    /// The training's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(TRAINING, self.agreement.key(), self.training().id.0).encode()
    }

    /// The boundary.
    fn boundary(&self, ctx: &Context) -> Answer<Boundary> {
        Boundary::load(ctx, self.agreement.key(), self.training().boundary)
    }

    /// The number of its version.
    fn version(&self) -> i32 {
        i32::try_from(self.training().version).unwrap_or(i32::MAX)
    }

    /// The service element of the boundary; null where the terms do not know it any more.
    fn service(&self) -> Option<Service> {
        let service = self.agreement.terms().service(self.training().service)?;
        Some(Service::new(self.agreement.clone(), service.id))
    }

    /// The company of the boundary, whose experts hold the training.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.training().company).map(Company::from)
    }

    /// The team that learns; null where the terms do not know it any more.
    fn team(&self) -> Option<Team> {
        team(&self.agreement, self.training().team)
    }

    /// What is taught, one topic each.
    fn topics(&self) -> &[String] {
        &self.training().topics
    }

    /// How many days a completion counts, from its day on; null: as long as the version holds.
    fn valid_for(&self) -> Option<i32> {
        self.training().valid_for.map(|days| i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// Who planned it so.
    fn planned(&self) -> Decision {
        Decision::new(&self.agreement, self.training().planned)
    }

    /// Where the team's members stand on a local day, or today: those of your company, or all where you may see all or are an
    /// expert of the company that teaches them.
    fn standings(&self, ctx: &Context, on: Option<Date>) -> Answer<Vec<TrainingStanding>> {
        let day = self.day(ctx, on)?;
        let standing = |member: Member| TrainingStanding {
            training: self.clone(),
            member,
            standing: self.training().standing(member, day),
        };
        Ok(self.members(ctx)?.into_iter().map(standing).collect())
    }

    /// Which share of each company's members is trained on a local day, or today: of your company, or of all where you may see
    /// all or are an expert of the company that teaches them.
    fn shares(&self, ctx: &Context, on: Option<Date>) -> Answer<Vec<TrainingShare>> {
        let day = self.day(ctx, on)?;
        let shares = self.training().shares(self.members(ctx)?, day);
        let share = |(company, share)| TrainingShare { agreement: self.agreement.clone(), company, share };
        Ok(shares.into_iter().map(share).collect())
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}

/// Where a member stands with a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum TrainingState {
    /// Has completed it, and it counts.
    Trained,
    /// Has completed it, but too long ago.
    Expired,
    /// Is let off.
    Waived,
    /// Has not completed it.
    Untrained,
}

/// Where a member stands with a training on a day.
pub struct TrainingStanding {
    training: Training,
    member: Member,
    standing: rules::Standing,
}

impl TrainingStanding {
    fn completion(&self) -> Option<&rules::Completion> {
        let own = self.training.training().completions.iter().filter(|known| known.member == self.member);
        own.max_by_key(|known| known.on)
    }

    fn waiver(&self) -> Option<&rules::Waiver> {
        let own = self.training.training().waivers.iter().filter(|known| known.member == self.member);
        own.max_by_key(|known| known.until)
    }
}

/// Where a member of a team stands with a training on a day.
#[graphql_object(scalar = Gql, context = Context)]
impl TrainingStanding {
    /// The member; null for somebody whom the agreement names no more, and for whoever may not know them.
    fn person(&self, ctx: &Context) -> Option<Person> {
        let agreement = &self.training.agreement;
        Person::named(agreement.key(), agreement.terms().person(self.member.person)?).seen(ctx)
    }

    /// For which company.
    fn company(&self) -> Option<Company> {
        self.training.agreement.terms().company(self.member.company).map(Company::from)
    }

    /// Where they stand.
    fn state(&self) -> TrainingState {
        match self.standing {
            rules::Standing::Trained { .. } => TrainingState::Trained,
            rules::Standing::Expired { .. } => TrainingState::Expired,
            rules::Standing::Waived { .. } => TrainingState::Waived,
            rules::Standing::Untrained => TrainingState::Untrained,
        }
    }

    /// Whether they may take contact-point duty, as far as this training is concerned.
    fn may_take_duty(&self) -> bool {
        self.standing.may_take_duty()
    }

    /// For the trained: the local day from which on it counts no more. For those let off: the last day. For the expired:
    /// since when. Null for the others, and where nothing expires.
    fn until(&self) -> Option<Date> {
        match self.standing {
            rules::Standing::Trained { until } => until.map(Date::from),
            rules::Standing::Waived { until: day } | rules::Standing::Expired { since: day } => Some(day.into()),
            rules::Standing::Untrained => None,
        }
    }

    /// The local day on which they completed it last.
    fn completed_on(&self) -> Option<Date> {
        self.completion().map(|completion| completion.on.into())
    }

    /// Who recorded that.
    fn completed(&self) -> Option<Decision> {
        self.completion().map(|completion| Decision::new(&self.training.agreement, completion.by))
    }

    /// What shows it, in words or as a link.
    fn evidence(&self) -> Option<&str> {
        self.completion()?.evidence.as_deref()
    }

    /// Who let them off last.
    fn waived(&self) -> Option<Decision> {
        self.waiver().map(|waiver| Decision::new(&self.training.agreement, waiver.by))
    }

    /// Why.
    fn waiver_reason(&self) -> Option<&str> {
        self.waiver().map(|waiver| waiver.reason.as_str())
    }
}

/// Which share of a company's members is trained.
pub struct TrainingShare {
    agreement: Agreement,
    company: CompanyId,
    share: rules::Share,
}

/// Which share of a company's members is trained; whoever is let off is not.
#[graphql_object(scalar = Gql, context = Context)]
impl TrainingShare {
    /// The company.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.company).map(Company::from)
    }

    /// How many members are trained, and it counts.
    fn trained(&self) -> i32 {
        i32::try_from(self.share.trained).unwrap_or(i32::MAX)
    }

    /// How many members there are.
    fn members(&self) -> i32 {
        i32::try_from(self.share.members).unwrap_or(i32::MAX)
    }
}
