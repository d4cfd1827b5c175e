//! What a version of a boundary says.

use super::words::{BoundaryDimension, BoundaryResponsibility};
use crate::graphql::{
    agreements::{Agreement, Team},
    companies::Company,
    kernel::{context::Context, scalar::Gql, types::Duration},
    kpis::PeriodKind,
};
use concordat_domain::{
    boundaries::{self as rules, Within},
    kernel::TeamId,
};
use juniper::graphql_object;

/// What a version of a boundary says.
#[derive(Clone)]
pub struct BoundaryContent {
    agreement: Agreement,
    content: rules::Content,
}

impl BoundaryContent {
    /// What was said in an agreement.
    #[must_use]
    pub fn new(agreement: &Agreement, content: rules::Content) -> Self {
        Self { agreement: agreement.clone(), content }
    }
}

/// A team, where the terms still know it.
pub(super) fn team(agreement: &Agreement, id: TeamId) -> Option<Team> {
    agreement.terms().team(id).map(|team| Team::new(agreement.clone(), team.id))
}

/// What a version of a boundary says: who answers, what is in and out, its limits, and what happens beyond each.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryContent {
    /// What it is about, in a few words.
    fn title(&self) -> &str {
        &self.content.title
    }

    /// The company's team that answers; null where the terms do not know it any more.
    fn team(&self) -> Option<Team> {
        team(&self.agreement, self.content.team)
    }

    /// What the company is for the element.
    fn responsibility(&self) -> BoundaryResponsibility {
        self.content.responsibility.into()
    }

    /// What is in, one short statement each.
    fn included(&self) -> &[String] {
        &self.content.included
    }

    /// What is out, one short statement each.
    fn excluded(&self) -> &[String] {
        &self.content.excluded
    }

    /// Its limits, at most one of each dimension. Where several are passed at once, the first says what happens beyond.
    fn limits(&self) -> Vec<BoundaryLimit> {
        let limit = |limit: &rules::Limit| BoundaryLimit { agreement: self.agreement.clone(), limit: limit.clone() };
        self.content.limits.iter().map(limit).collect()
    }

    /// What it rests on: contracts, procedures, drawings.
    fn evidence(&self) -> Vec<EvidenceLink> {
        self.content.evidence.iter().cloned().map(EvidenceLink).collect()
    }
}

/// A limit of a boundary.
pub struct BoundaryLimit {
    agreement: Agreement,
    limit: rules::Limit,
}

/// A limit of a boundary, and what happens beyond it. What is within stands in the fields of its dimension: `calendar`
/// for hours, `names` for regions, languages, products and skills, `cases` for how many at once, `cases` and `period`
/// for a volume, `response` for a response; the others are null or empty.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryLimit {
    /// What it limits.
    fn dimension(&self) -> BoundaryDimension {
        self.limit.within.dimension().into()
    }

    /// The code of the calendar in whose open time work is done.
    fn calendar(&self) -> Option<&str> {
        match &self.limit.within {
            Within::Hours(code) => Some(code),
            _ => None,
        }
    }

    /// The names that are within, by the alphabet.
    fn names(&self) -> Vec<&str> {
        self.limit.within.names().into_iter().flatten().map(String::as_str).collect()
    }

    /// How many cases are within: at once, or in each period.
    fn cases(&self) -> Option<i32> {
        let cases = match &self.limit.within {
            Within::Concurrent(cases) => *cases,
            Within::Volume(volume) => volume.cases,
            _ => return None,
        };
        Some(i32::try_from(cases).unwrap_or(i32::MAX))
    }

    /// The length of the periods of a volume.
    fn period(&self) -> Option<PeriodKind> {
        match &self.limit.within {
            Within::Volume(volume) => Some(volume.per.into()),
            _ => None,
        }
    }

    /// The open time of the team's calendar within which there is a first response.
    fn response(&self) -> Option<Duration> {
        match &self.limit.within {
            Within::Response(span) => Some(*span),
            _ => None,
        }
    }

    /// What happens beyond it, in words.
    fn note(&self) -> Option<&str> {
        self.limit.beyond.note.as_deref()
    }

    /// Who takes over beyond it; null: nobody, which is a dead end.
    fn take_over(&self) -> Option<TakeOver> {
        let to = self.limit.beyond.take_over.clone()?;
        Some(TakeOver { agreement: self.agreement.clone(), to })
    }
}

/// Who takes over beyond a limit.
pub struct TakeOver {
    agreement: Agreement,
    to: rules::TakeOver,
}

/// Who takes over beyond a limit, and how.
#[graphql_object(scalar = Gql, context = Context)]
impl TakeOver {
    /// The company; null where the terms do not know it any more.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.to.company).map(Company::from)
    }

    /// Its team; null where the terms do not know it any more.
    fn team(&self) -> Option<Team> {
        team(&self.agreement, self.to.team)
    }

    /// What has to be told with the case, one piece of information each.
    fn information(&self) -> &[String] {
        &self.to.information
    }

    /// How much open time of its team's calendar the acceptance may take; null: what the team has promised.
    fn acceptance(&self) -> Option<Duration> {
        self.to.acceptance
    }
}

/// Something to read elsewhere.
pub struct EvidenceLink(rules::Link);

/// Something to read elsewhere.
#[graphql_object(scalar = Gql, context = Context)]
impl EvidenceLink {
    /// What it is.
    fn title(&self) -> &str {
        &self.0.title
    }

    /// Where it is: an `https` address.
    fn url(&self) -> &str {
        &self.0.url
    }
}
