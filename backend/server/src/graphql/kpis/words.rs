//! The words of KPIs over GraphQL, one for one those of the rules.

use concordat_domain::{kernel::PeriodKind as Length, kpis as rules};
use juniper::GraphQLEnum;

/// How a KPI's facts become a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "KpiKind")]
pub enum KpiKind {
    /// Good of total: a share between 0 and 1.
    Ratio,
    /// The sum of value × weight by the sum of the weights; a fact without a weight weighs 1.
    Mean,
    /// The sum of the values.
    Sum,
    /// How many facts there are.
    Count,
    /// The value at or below which this share of the facts lies: the nearest rank (inverted CDF), so always a value
    /// that was measured, never one between two. Weights play no part.
    Quantile,
    /// The value of the latest fact; of two at the same moment, the larger.
    Last,
}

impl From<rules::KpiKind> for KpiKind {
    fn from(word: rules::KpiKind) -> Self {
        match word {
            rules::KpiKind::Ratio => Self::Ratio,
            rules::KpiKind::Mean => Self::Mean,
            rules::KpiKind::Sum => Self::Sum,
            rules::KpiKind::Count => Self::Count,
            rules::KpiKind::Quantile(_) => Self::Quantile,
            rules::KpiKind::Last => Self::Last,
        }
    }
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "Unit")]
pub enum Unit {
    /// A share of one: 0.95.
    Share,
    /// A share of a hundred: 95.
    Percent,
    /// Whole or part things.
    Count,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
    /// Points of a scale, such as a satisfaction score.
    Points,
    /// Euro.
    Eur,
    /// United States dollars.
    Usd,
}

impl From<rules::Unit> for Unit {
    fn from(word: rules::Unit) -> Self {
        match word {
            rules::Unit::Share => Self::Share,
            rules::Unit::Percent => Self::Percent,
            rules::Unit::Count => Self::Count,
            rules::Unit::Seconds => Self::Seconds,
            rules::Unit::Minutes => Self::Minutes,
            rules::Unit::Hours => Self::Hours,
            rules::Unit::Days => Self::Days,
            rules::Unit::Points => Self::Points,
            rules::Unit::Eur => Self::Eur,
            rules::Unit::Usd => Self::Usd,
        }
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "Direction")]
pub enum Direction {
    /// The higher the better: the target is a floor.
    Higher,
    /// The lower the better: the target is a ceiling.
    Lower,
    /// Between a lower and an upper edge, both included.
    Band,
}

impl From<rules::Direction> for Direction {
    fn from(word: rules::Direction) -> Self {
        match word {
            rules::Direction::Higher => Self::Higher,
            rules::Direction::Lower => Self::Lower,
            rules::Direction::Band => Self::Band,
        }
    }
}

/// How the companies' figures become the joint one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "JointMethod")]
pub enum JointMethod {
    /// All facts in one pool, whoever reported them.
    Pooled,
    /// The companies' figures, each to its six digits, weighted as the agreement says.
    Weighted,
    /// The figure of the company that does worst.
    Worst,
    /// The product of the companies' shares: an end-to-end chain. Silence of one link leaves the chain without a figure.
    Series,
    /// Every company has to meet its own target; the figure is the share of companies that do.
    AllMust,
}

impl From<rules::JointMethod> for JointMethod {
    fn from(word: rules::JointMethod) -> Self {
        match word {
            rules::JointMethod::Pooled => Self::Pooled,
            rules::JointMethod::Weighted => Self::Weighted,
            rules::JointMethod::Worst => Self::Worst,
            rules::JointMethod::Series => Self::Series,
            rules::JointMethod::AllMust => Self::AllMust,
        }
    }
}

/// Who sees whose figures, as signed in the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "Disclosure")]
pub enum Disclosure {
    /// Every party sees each company.
    Open,
    /// A company sees its own figures, and of the others the joint figure only, while at least three contribute.
    Joint,
    /// A company sees its own figures; beyond that only the steward and the auditor see any.
    Own,
}

impl From<rules::Disclosure> for Disclosure {
    fn from(word: rules::Disclosure) -> Self {
        match word {
            rules::Disclosure::Open => Self::Open,
            rules::Disclosure::Joint => Self::Joint,
            rules::Disclosure::Own => Self::Own,
        }
    }
}

/// Where a KPI's facts come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "KpiSource")]
pub enum Source {
    /// The companies report them.
    Reported,
    /// Derived from cases.
    Cases,
    /// Derived from teams: who was promised and who was named for them.
    Teams,
    /// Derived from customers' answers.
    Satisfaction,
    /// Derived from service boundaries.
    Boundaries,
    /// Derived from early signs of how the companies keep their commitments.
    Health,
}

impl From<rules::Source> for Source {
    fn from(word: rules::Source) -> Self {
        match word {
            rules::Source::Reported => Self::Reported,
            rules::Source::Cases => Self::Cases,
            rules::Source::Teams => Self::Teams,
            rules::Source::Satisfaction => Self::Satisfaction,
            rules::Source::Boundaries => Self::Boundaries,
            rules::Source::Health => Self::Health,
        }
    }
}

/// What a derived KPI takes from its source: from each case, or, where the source is teams, from each team, for each
/// company that pledges people for it and each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "KpiMeasure")]
pub enum KpiMeasure {
    /// A ratio: whether the first response came within its target. The company that responded.
    ResponseInTime,
    /// A ratio: whether the case was resolved within its target. The company that resolved it.
    ResolutionInTime,
    /// Open time of the customers' calendar from opening to resolution, pauses left out. The company that resolved it.
    ResolutionTime,
    /// The time that the ledger charges to a company: custody and its hand-over waits. Each company that is charged any.
    Custody,
    /// How often a case went from one company to another. The company that resolved it.
    HandOvers,
    /// How often a case came back to the company that had just handed it over. The company that resolved it.
    PingPong,
    /// A ratio: whether the case stayed resolved. The company that resolved it first.
    NotReopened,
    /// A ratio: whether no team above support line 1 ever held the case. The company that resolved it.
    SolvedAtLineOne,
    /// A ratio, over the cases resolved in time: whether the time would have been enough without pauses. The company
    /// that resolved it.
    InTimeWithoutPauses,
    /// A ratio, over the cases with negative feedback: whether the latest feedback is positive. The company that
    /// recovers, or resolved it.
    Recovered,
    /// Time of the wall clock from negative feedback to the positive answer. The company that recovered.
    RecoveryTime,
    /// A ratio, over the hand-overs that were offered here: how many stayed within the receiver's boundary. Each company
    /// that offered any.
    WithinBoundary,
    /// How often a case that was offered outside a boundary was taken on all the same. Each company that did.
    HelpedOutside,
    /// Of a team, a ratio: of the people whom the company pledged, how many it has named. More than pledged count as
    /// pledged.
    StaffingFulfilled,
    /// Of a team: how many people the company lacks of its pledge, in full-time equivalents.
    StaffingShortfall,
    /// Of boundaries: how many findings about a service are open. Each company with a boundary behind them; what nobody
    /// covers counts for each company with a boundary for the service, or where there is none for each that has a team.
    OpenFindings,
    /// Of boundaries, a ratio: of the members of teams that have to be trained on boundaries in force, how many are.
    Trained,
    /// Of health, a ratio: the health of the company's commitment on the day, of 1.
    CommitmentHealth,
}

impl From<rules::Measure> for KpiMeasure {
    fn from(word: rules::Measure) -> Self {
        use rules::{BoundaryMeasure, CaseMeasure, HealthMeasure, Measure, TeamMeasure};
        match word {
            Measure::Case(CaseMeasure::ResponseInTime) => Self::ResponseInTime,
            Measure::Case(CaseMeasure::ResolutionInTime) => Self::ResolutionInTime,
            Measure::Case(CaseMeasure::ResolutionTime) => Self::ResolutionTime,
            Measure::Case(CaseMeasure::Custody) => Self::Custody,
            Measure::Case(CaseMeasure::HandOvers) => Self::HandOvers,
            Measure::Case(CaseMeasure::PingPong) => Self::PingPong,
            Measure::Case(CaseMeasure::NotReopened) => Self::NotReopened,
            Measure::Case(CaseMeasure::SolvedAtLineOne) => Self::SolvedAtLineOne,
            Measure::Case(CaseMeasure::InTimeWithoutPauses) => Self::InTimeWithoutPauses,
            Measure::Case(CaseMeasure::Recovered) => Self::Recovered,
            Measure::Case(CaseMeasure::RecoveryTime) => Self::RecoveryTime,
            Measure::Case(CaseMeasure::WithinBoundary) => Self::WithinBoundary,
            Measure::Case(CaseMeasure::HelpedOutside) => Self::HelpedOutside,
            Measure::Team(TeamMeasure::StaffingFulfilled) => Self::StaffingFulfilled,
            Measure::Team(TeamMeasure::StaffingShortfall) => Self::StaffingShortfall,
            Measure::Boundary(BoundaryMeasure::OpenFindings) => Self::OpenFindings,
            Measure::Boundary(BoundaryMeasure::Trained) => Self::Trained,
            Measure::Health(HealthMeasure::CommitmentHealth) => Self::CommitmentHealth,
        }
    }
}

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "PeriodKind")]
pub enum PeriodKind {
    /// A local date.
    Day,
    /// An ISO 8601 week, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A calendar year.
    Year,
}

impl From<Length> for PeriodKind {
    fn from(kind: Length) -> Self {
        match kind {
            Length::Day => Self::Day,
            Length::Week => Self::Week,
            Length::Month => Self::Month,
            Length::Quarter => Self::Quarter,
            Length::Year => Self::Year,
        }
    }
}

impl From<PeriodKind> for Length {
    fn from(kind: PeriodKind) -> Self {
        match kind {
            PeriodKind::Day => Self::Day,
            PeriodKind::Week => Self::Week,
            PeriodKind::Month => Self::Month,
            PeriodKind::Quarter => Self::Quarter,
            PeriodKind::Year => Self::Year,
        }
    }
}

impl Unit {
    /// The word as GraphQL writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Share => "SHARE",
            Self::Percent => "PERCENT",
            Self::Count => "COUNT",
            Self::Seconds => "SECONDS",
            Self::Minutes => "MINUTES",
            Self::Hours => "HOURS",
            Self::Days => "DAYS",
            Self::Points => "POINTS",
            Self::Eur => "EUR",
            Self::Usd => "USD",
        }
    }
}

/// How a figure stands to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "Verdict")]
pub enum Verdict {
    /// The figure is on the right side of its target, or within the tolerance of it.
    Met,
    /// The figure is on the wrong side.
    Missed,
    /// There is no figure; an empty period is never met.
    NoData,
}

impl From<rules::Standing> for Verdict {
    fn from(word: rules::Standing) -> Self {
        match word {
            rules::Standing::Met => Self::Met,
            rules::Standing::Missed => Self::Missed,
            rules::Standing::NoData => Self::NoData,
        }
    }
}

impl Verdict {
    /// The word as GraphQL writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "MET",
            Self::Missed => "MISSED",
            Self::NoData => "NO_DATA",
        }
    }
}

/// Why a figure is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "Withheld")]
pub enum Withheld {
    /// It is another company's, or the KPI is disclosed to each company for itself only.
    Others,
    /// Too few companies contribute to hide each of them.
    TooFewCompanies,
    /// It is of a day or week; the joint figure of this KPI is told by the month.
    ShortPeriod,
}

impl From<rules::Withheld> for Withheld {
    fn from(word: rules::Withheld) -> Self {
        match word {
            rules::Withheld::Others => Self::Others,
            rules::Withheld::TooFewCompanies => Self::TooFewCompanies,
            rules::Withheld::ShortPeriod => Self::ShortPeriod,
        }
    }
}

impl Withheld {
    /// The word as GraphQL writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Others => "OTHERS",
            Self::TooFewCompanies => "TOO_FEW_COMPANIES",
            Self::ShortPeriod => "SHORT_PERIOD",
        }
    }
}

/// Whose figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "ScorecardBy")]
pub enum By {
    /// One figure for the whole.
    Joint,
    /// One for each company.
    Company,
    /// One for each service, all companies together.
    Service,
    /// One for each company's part of each service.
    CompanyService,
}

impl From<By> for rules::By {
    fn from(word: By) -> Self {
        match word {
            By::Joint => Self::Joint,
            By::Company => Self::Company,
            By::Service => Self::Service,
            By::CompanyService => Self::CompanyService,
        }
    }
}

/// What became of a measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(name = "MeasurementOutcome")]
pub enum Taken {
    /// It is new.
    Recorded,
    /// It replaced another value under its source and key, which stays readable.
    Corrected,
    /// The same value stood there already.
    Unchanged,
    /// It was refused; the reasons stand beside it.
    Rejected,
}
