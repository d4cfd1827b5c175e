//! Teams with their members and what each company pledges.

use super::{Agreement, Service};
use crate::graphql::{
    companies::Company,
    identity::Person,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::{GlobalId, Tag},
        scalar::Gql,
        types::{Duration, Exact},
    },
};
use concordat_domain::{
    agreements as rules,
    kernel::{AgreementId, CompanyId, TeamId},
};
use juniper::{GraphQLEnum, ID, graphql_object};

/// The tag of teams' global ids.
pub const TEAM: Tag = Tag(b'M');

/// Reads the id of a team that a client sent.
///
/// # Errors
/// Not found for what is no team's id.
pub fn team_id(id: &ID) -> Answer<(AgreementId, TeamId)> {
    GlobalId::decode_as(TEAM, id).map(|id| (id.agreement, TeamId(id.own))).ok_or(Failure::NOT_FOUND)
}

/// The team behind a global id.
///
/// # Errors
/// Not found for whoever may not see its agreement.
pub fn team(ctx: &Context, id: GlobalId) -> Answer<Team> {
    let agreement = Agreement::load(ctx, id.agreement)?;
    let found = agreement.terms().team(TeamId(id.own)).ok_or(Failure::NOT_FOUND)?.id;
    Ok(Team::new(agreement, found))
}

/// What a team is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum TeamKind {
    /// Faces the customer.
    ContactPoint,
    /// Installs, maintains, troubleshoots and repairs.
    Resolution,
}

/// A team of an agreement.
#[derive(Clone)]
pub struct Team {
    agreement: Agreement,
    id: TeamId,
}

impl Team {
    /// A team of the agreement.
    #[must_use]
    pub fn new(agreement: Agreement, id: TeamId) -> Self {
        Self { agreement, id }
    }

    fn team(&self) -> Answer<&rules::Team> {
        self.agreement.terms().team(self.id).ok_or(Failure::NOT_FOUND)
    }
}

/// A team, with members of one or several companies.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Team {
    /// The team's global id, the same over all versions of the agreement.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(TEAM, self.agreement.key(), self.id.0).encode()
    }

    /// The code that files and imports use.
    fn code(&self) -> Answer<&str> {
        Ok(&self.team()?.code)
    }

    /// The name.
    fn name(&self) -> Answer<&str> {
        Ok(&self.team()?.name)
    }

    /// What it is there for.
    fn kind(&self) -> Answer<TeamKind> {
        Ok(match self.team()?.kind {
            rules::TeamKind::ContactPoint => TeamKind::ContactPoint,
            rules::TeamKind::Resolution => TeamKind::Resolution,
        })
    }

    /// Its support line: 1, 2 or 3.
    fn line(&self) -> Answer<i32> {
        Ok(self.team()?.line.into())
    }

    /// What it knows, in a word or two.
    fn discipline(&self) -> Answer<Option<&str>> {
        Ok(self.team()?.discipline.as_deref())
    }

    /// What its members can do.
    fn skills(&self) -> Answer<&[String]> {
        Ok(&self.team()?.skills)
    }

    /// The code of the calendar on which it works.
    fn calendar(&self) -> Answer<&str> {
        Ok(&self.team()?.calendar)
    }

    /// How long a hand-over to it may wait before the wait is its own: open time of its calendar.
    fn acceptance(&self) -> Answer<Duration> {
        Ok(self.team()?.acceptance)
    }

    /// The services it works for; none means any.
    fn services(&self) -> Answer<Vec<Service>> {
        Ok(self.team()?.services.iter().map(|id| Service::new(self.agreement.clone(), *id)).collect())
    }

    /// Who provides it with how many people.
    fn pledges(&self) -> Answer<Vec<Pledge>> {
        let pledges = self.team()?.pledges.iter();
        Ok(pledges.map(|pledge| Pledge { team: self.clone(), company: pledge.company }).collect())
    }

    /// Its members.
    fn members(&self) -> Answer<Vec<Member>> {
        let members = self.team()?.members.iter();
        Ok(members.map(|member| Member { agreement: self.agreement.clone(), member: *member }).collect())
    }
}

/// What one company provides for a team.
pub struct Pledge {
    team: Team,
    company: CompanyId,
}

/// How many people a company provides for a team.
#[graphql_object(scalar = Gql, context = Context, name = "StaffingPledge")]
impl Pledge {
    /// The company.
    fn company(&self) -> Answer<Company> {
        self.team.agreement.company_named(self.company)
    }

    /// Full-time equivalents.
    fn staff(&self) -> Answer<Exact> {
        let pledge = self.team.team()?.pledges.iter().find(|pledge| pledge.company == self.company);
        pledge.map(|pledge| pledge.staff).ok_or(Failure::NOT_FOUND)
    }

    /// How far the members whom the company has named stay below its pledge, in people; 0 when they do not.
    fn shortfall(&self) -> Answer<Exact> {
        Ok(self.team.team()?.shortfall(self.company))
    }
}

/// A member of a team.
pub struct Member {
    agreement: Agreement,
    member: rules::TeamMember,
}

/// A member of a team.
#[graphql_object(scalar = Gql, context = Context, name = "TeamMember")]
impl Member {
    /// Who; null for whoever may not know them.
    fn person(&self, ctx: &Context) -> Option<Person> {
        let named = self.agreement.terms().person(self.member.person)?;
        Person::named(self.agreement.key(), named).seen(ctx)
    }

    /// For which company.
    fn company(&self) -> Answer<Company> {
        self.agreement.company_named(self.member.company)
    }
}
