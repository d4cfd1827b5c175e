//! What clients send: filters, contents, and one input for each verb.

use super::words::{BoundaryDimension, BoundaryResponsibility, BoundaryState};
use crate::graphql::{
    agreements::{service_id, team_id},
    companies::company_id,
    kernel::{
        errors::Answer,
        inputs::inputs,
        scalar::Gql,
        types::{Date, Duration},
    },
    kpis::PeriodKind,
};
use concordat_domain::{
    agreements::Terms,
    boundaries::{self as rules, Dimension, Within, codes},
};
use concordat_service::boundaries as service;
use juniper::{GraphQLInputObject, ID};

/// Which boundaries are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct BoundaryFilter {
    /// For this service or a part of it, by its global id.
    service: Option<ID>,
    /// Of this company, by its global id.
    company: Option<ID>,
    /// In one of these states.
    state: Option<Vec<BoundaryState>>,
}

impl BoundaryFilter {
    /// The filter as the service takes it.
    ///
    /// # Errors
    /// Not found for what is no id of a service or company.
    pub fn read(&self, terms: &Terms) -> Answer<service::BoundaryFilter> {
        let service = self.service.as_ref().map(service_id).transpose()?;
        Ok(service::BoundaryFilter {
            services: service.map(|service| terms.services_below(service).to_vec()),
            company: self.company.as_ref().map(company_id).transpose()?,
            states: self.state.as_ref().map(|all| all.iter().map(|state| state.name()).collect()),
        })
    }
}

/// What a boundary says.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct BoundaryContentInput {
    /// What it is about, in 200 characters at most.
    title: String,
    /// The global id of the company's team that answers.
    team: ID,
    /// What the company is for the element.
    responsibility: BoundaryResponsibility,
    /// What is in, one statement each; 100 at most.
    included: Option<Vec<String>>,
    /// What is out, one statement each; 100 at most.
    excluded: Option<Vec<String>>,
    /// Its limits, at most one of each dimension, in the order in which they are looked at.
    limits: Option<Vec<BoundaryLimitInput>>,
    /// What it rests on; 100 at most.
    evidence: Option<Vec<EvidenceLinkInput>>,
}

impl BoundaryContentInput {
    /// The content as the rules take it.
    ///
    /// # Errors
    /// Not found for what is no id; `BOUNDARY_LIMIT` for a limit without what its dimension asks for.
    pub fn read(&self) -> Answer<rules::Content> {
        let link = |link: &EvidenceLinkInput| rules::Link { title: link.title.clone(), url: link.url.clone() };
        Ok(rules::Content {
            title: self.title.clone(),
            team: team_id(&self.team)?.1,
            responsibility: self.responsibility.into(),
            included: self.included.clone().unwrap_or_default(),
            excluded: self.excluded.clone().unwrap_or_default(),
            limits: self.limits.iter().flatten().map(BoundaryLimitInput::read).collect::<Answer<_>>()?,
            evidence: self.evidence.iter().flatten().map(link).collect(),
        })
    }
}

/// A limit of a boundary: the fields of its dimension, and what happens beyond.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct BoundaryLimitInput {
    /// What it limits.
    dimension: BoundaryDimension,
    /// For hours: the code of a calendar.
    calendar: Option<String>,
    /// For regions, languages, products or skills: the names that are within.
    names: Option<Vec<String>>,
    /// For how many at once and for a volume: cases.
    cases: Option<i32>,
    /// For a volume: in each period of this length.
    period: Option<PeriodKind>,
    /// For a response: open time of the team's calendar.
    response: Option<Duration>,
    /// What happens beyond it, in words.
    note: Option<String>,
    /// Who takes over beyond it; none: nobody.
    take_over: Option<TakeOverInput>,
}

impl BoundaryLimitInput {
    fn read(&self) -> Answer<rules::Limit> {
        let dimension = Dimension::from(self.dimension);
        let cases = self.cases.map(|cases| u32::try_from(cases).unwrap_or(0));
        let names = self.names.clone().map(|names| names.into_iter().collect());
        let said = (dimension, &self.calendar, names, cases, self.period, self.response);
        let within = match said {
            (Dimension::Hours, Some(calendar), None, None, None, None) => Within::Hours(calendar.clone()),
            (Dimension::Region, None, Some(names), None, None, None) => Within::Region(names),
            (Dimension::Language, None, Some(names), None, None, None) => Within::Language(names),
            (Dimension::Product, None, Some(names), None, None, None) => Within::Product(names),
            (Dimension::Skill, None, Some(names), None, None, None) => Within::Skill(names),
            (Dimension::Concurrent, None, None, Some(cases), None, None) => Within::Concurrent(cases),
            (Dimension::Volume, None, None, Some(cases), Some(per), None) => {
                Within::Volume(rules::Volume { cases, per: per.into() })
            }
            (Dimension::Response, None, None, None, None, Some(span)) => Within::Response(span),
            _ => {
                let message = "give what this dimension asks for and nothing else: a calendar for hours; names for \
                               regions, languages, products and skills; cases for how many at once; cases and a period \
                               for a volume; a response for a response";
                let path = format!("limits.{}.within", dimension.name());
                return Err(codes::BOUNDARY_LIMIT.refuse_field(path, message).into());
            }
        };
        let take_over = self.take_over.as_ref().map(TakeOverInput::read).transpose()?;
        Ok(rules::Limit { within, beyond: rules::Beyond { note: self.note.clone(), take_over } })
    }
}

/// Who takes over beyond a limit.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct TakeOverInput {
    /// The global id of the company.
    company: ID,
    /// The global id of its team.
    team: ID,
    /// What has to be told with the case, one piece of information each; 100 at most.
    information: Option<Vec<String>>,
    /// How much open time of its team's calendar the acceptance may take; none: what the team has promised.
    acceptance: Option<Duration>,
}

impl TakeOverInput {
    fn read(&self) -> Answer<rules::TakeOver> {
        Ok(rules::TakeOver {
            company: company_id(&self.company)?,
            team: team_id(&self.team)?.1,
            information: self.information.clone().unwrap_or_default(),
            acceptance: self.acceptance,
        })
    }
}

/// Something to read elsewhere.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct EvidenceLinkInput {
    /// What it is, in 200 characters at most.
    title: String,
    /// Where it is: an `https` address.
    url: String,
}

inputs! {
    /// A boundary to be drawn.
    DrawBoundaryInput {
        /// The agreement's global id.
        agreement: ID,
        /// Its code, unique in the agreement: lower-case letters, digits and single hyphens.
        code: String,
        /// The global id of the service element.
        service: ID,
        /// The global id of the company that answers, for which you are an expert.
        company: ID,
        /// What it says.
        content: BoundaryContentInput,
    }
    /// A draft to be changed.
    RedrawBoundaryInput {
        /// The boundary's global id.
        boundary: ID,
        /// The revision that you have read.
        revision: i32,
        /// What it is to say.
        content: BoundaryContentInput,
    }
    /// A boundary to be ended.
    BoundaryInput {
        /// The boundary's global id.
        boundary: ID,
        /// The revision that you have read.
        revision: i32,
    }
    /// Something to be said about a field.
    CommentOnBoundaryInput {
        /// The boundary's global id.
        boundary: ID,
        /// The field by its path, such as `limits.hours.within` or `included.2`; statements are counted from 1.
        path: String,
        /// What is to be said, in 4000 characters at most.
        text: String,
        /// The global id of the company for which you speak, where you are an expert of several.
        company: Option<ID>,
    }
    /// A comment to be settled.
    ResolveBoundaryCommentInput {
        /// The boundary's global id.
        boundary: ID,
        /// The comment's number.
        number: i32,
        /// The global id of the company for which you speak, where you are an expert of several.
        company: Option<ID>,
    }
    /// A draft to be put before its neighbours.
    ProposeBoundaryInput {
        /// The boundary's global id.
        boundary: ID,
        /// The revision that you have read.
        revision: i32,
        /// From which local day on it shall hold: today or later.
        effective_from: Date,
    }
    /// A proposal to be approved.
    ApproveBoundaryInput {
        /// The boundary's global id.
        boundary: ID,
        /// The revision that you have read.
        revision: i32,
        /// The global id of the company that approves, where you are an expert of several.
        company: Option<ID>,
    }
    /// A proposal to be objected to.
    ObjectToBoundaryInput {
        /// The boundary's global id.
        boundary: ID,
        /// The revision that you have read.
        revision: i32,
        /// Why, in 4000 characters at most.
        reason: String,
        /// The global id of the company that objects, where you are an expert of several.
        company: Option<ID>,
    }
    /// A proposal to be taken back, or a draft to be given up.
    WithdrawBoundaryInput {
        /// The boundary's global id.
        boundary: ID,
        /// The revision that you have read.
        revision: i32,
        /// Why, in 4000 characters at most.
        reason: String,
    }
    /// A finding to live with.
    AcceptFindingInput {
        /// The finding's global id.
        finding: ID,
        /// The revision that you have read.
        revision: i32,
        /// Why, in 4000 characters at most.
        reason: String,
        /// The global id of the company for which you speak, where you coordinate for several.
        company: Option<ID>,
    }
    /// A finding to live with no more.
    ReopenFindingInput {
        /// The finding's global id.
        finding: ID,
        /// The revision that you have read.
        revision: i32,
        /// The global id of the company for which you speak, where you coordinate for several.
        company: Option<ID>,
    }
}
