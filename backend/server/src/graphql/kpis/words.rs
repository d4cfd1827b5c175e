//! The words of KPIs over GraphQL, one for one those of the rules.

use crate::graphql::kernel::words::words;
use concordat_domain::{kernel::PeriodKind as Length, kpis as rules};
use juniper::GraphQLEnum;

words! {
    /// How a KPI's facts become a figure.
    KpiKind of rules::KpiKind {
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

    /// What a figure is counted in.
    Unit of rules::Unit {
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

    /// Which way is better.
    Direction of rules::Direction {
        /// The higher the better: the target is a floor.
        Higher,
        /// The lower the better: the target is a ceiling.
        Lower,
        /// Between a lower and an upper edge, both included.
        Band,
    }

    /// How the companies' figures become the joint one.
    JointMethod of rules::JointMethod {
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

    /// Who sees whose figures, as signed in the agreement.
    Disclosure of rules::Disclosure {
        /// Every party sees each company.
        Open,
        /// A company sees its own figures, and of the others the joint figure only, while at least three contribute.
        Joint,
        /// A company sees its own figures; beyond that only the steward and the auditor see any.
        Own,
    }

    /// Where a KPI's facts come from.
    #[graphql(name = "KpiSource")]
    Source of rules::Source {
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

words! {
    /// How long a period is.
    PeriodKind as Length {
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

words! {
    /// How a figure stands to its target.
    Verdict of rules::Standing {
        /// The figure is on the right side of its target, or within the tolerance of it.
        Met,
        /// The figure is on the wrong side.
        Missed,
        /// There is no figure; an empty period is never met.
        NoData,
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

words! {
    /// Why a figure is not shown.
    Withheld of rules::Withheld {
        /// It is another company's, or the KPI is disclosed to each company for itself only.
        Others,
        /// Too few companies contribute to hide each of them.
        TooFewCompanies,
        /// It is of a day or week; the joint figure of this KPI is told by the month.
        ShortPeriod,
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

words! {
    /// Whose figures.
    #[graphql(name = "ScorecardBy")]
    By to rules::By {
        /// One figure for the whole.
        Joint,
        /// One for each company.
        Company,
        /// One for each service, all companies together.
        Service,
        /// One for each company's part of each service.
        CompanyService,
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
