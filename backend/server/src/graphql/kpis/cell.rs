//! One cell of a scorecard: a figure, its promise and its standing, or why it is withheld.

use super::{Kpi, words};
use crate::graphql::{
    agreements::{Agreement, Service},
    companies::Company,
    kernel::{
        context::Context,
        leaf::{Part, Written},
        scalar::Gql,
        types::{Exact, Long},
        writer::{write_integer, write_scalar, write_text},
    },
};
use concordat_domain::kpis::{self as rules, Figure};
use juniper::{ExecutionResult, Executor, ToScalarValue as _, graphql_object};

/// One cell of a scorecard.
#[derive(Clone)]
pub struct Cell {
    pub(super) agreement: Agreement,
    pub(super) cell: rules::Cell,
    pub(super) places: Places,
    pub(super) restated_from: Option<Exact>,
}

/// Where the KPI, the company and the service of a cell stand in the terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) kpi: usize,
    pub(super) company: Option<usize>,
    pub(super) service: Option<usize>,
}

impl Cell {
    fn figure(&self) -> Option<&Figure> {
        self.cell.shown.as_ref().ok()
    }

    fn of_kpi(&self) -> Kpi {
        Kpi::new(self.agreement.clone(), self.cell.kpi)
    }

    fn of_company(&self) -> Option<Company> {
        self.cell.scope.company.and_then(|id| self.agreement.terms().company(id)).map(Company::from)
    }

    fn of_service(&self) -> Option<Service> {
        self.cell.scope.service.map(|id| Service::new(self.agreement.clone(), id))
    }

    fn number(&self, field: Field) -> Option<Exact> {
        let figure = self.figure();
        match field {
            Field::Value => figure.and_then(|figure| figure.value),
            Field::Numerator => figure.and_then(|figure| figure.numerator),
            Field::Denominator => figure.map(|figure| figure.denominator),
            Field::Target => self.cell.target.map(|target| target.value),
            Field::TargetUpper => self.cell.target.and_then(|target| target.upper),
            Field::Contribution => figure.and_then(|figure| figure.contribution).map(|part| part.value),
            Field::RestatedFrom => self.restated_from,
            _ => None,
        }
    }

    fn flag(&self, field: Field) -> Option<bool> {
        let figure = self.figure()?;
        match field {
            Field::Warning => Some(figure.warning),
            Field::AtRisk => Some(figure.at_risk),
            Field::ContributionAdditive => figure.contribution.map(|part| part.additive),
            _ => None,
        }
    }

    fn whole(&self, field: Field) -> Option<i64> {
        let figure = self.figure()?;
        match field {
            Field::Count => i64::try_from(figure.count).ok(),
            _ => Some(i64::from(figure.silent)),
        }
    }

    fn word(&self, field: Field) -> Option<&'static str> {
        match field {
            Field::Unit => self.figure().map(|figure| words::Unit::from(figure.unit).name()),
            Field::Verdict => {
                self.figure().and_then(|figure| figure.standing).map(|it| words::Verdict::from(it).name())
            }
            _ => self.cell.shown.err().map(|why| words::Withheld::from(why).name()),
        }
    }
}

/// One cell of a scorecard. Where a figure is withheld, everything that rests on it is null.
#[graphql_object(scalar = Gql, context = Context, name = "ScorecardCell")]
impl Cell {
    /// The KPI.
    fn kpi(&self) -> Kpi {
        self.of_kpi()
    }

    /// Whose figure; null for all companies together.
    fn company(&self) -> Option<Company> {
        self.of_company()
    }

    /// For which service; null for all of them.
    fn service(&self) -> Option<Service> {
        self.of_service()
    }

    /// Of which day, week, month, quarter or year, such as `2026-03` or `2026-Q1`.
    fn period(&self) -> String {
        self.cell.period.to_string()
    }

    /// The figure, rounded to six digits; null where there is no data. A quantile is the nearest rank.
    fn value(&self) -> Option<Exact> {
        self.number(Field::Value)
    }

    /// What the figure is counted in: the KPI's unit, but a share for a joint figure by `ALL_MUST`.
    fn unit(&self) -> Option<words::Unit> {
        self.figure().map(|figure| figure.unit.into())
    }

    /// What stands above the line: the good ones of a ratio, value × weight of a mean, a sum, the companies that meet
    /// their targets.
    fn numerator(&self) -> Option<Exact> {
        self.number(Field::Numerator)
    }

    /// What stands below the line: the total of a ratio, the weight of a mean, the number of facts or companies.
    fn denominator(&self) -> Option<Exact> {
        self.number(Field::Denominator)
    }

    /// How many measurements there are.
    fn count(&self) -> Option<Long> {
        self.whole(Field::Count).map(Long)
    }

    /// How many companies should have reported and did not.
    fn silent(&self) -> Option<i32> {
        self.figure().and_then(|figure| i32::try_from(figure.silent).ok())
    }

    /// What is promised; of a band the lower edge.
    fn target(&self) -> Option<Exact> {
        self.number(Field::Target)
    }

    /// Of a band: the upper edge.
    fn target_upper(&self) -> Option<Exact> {
        self.number(Field::TargetUpper)
    }

    /// Met, missed or no data; null where there is a figure and nothing is promised.
    fn verdict(&self) -> Option<words::Verdict> {
        self.figure().and_then(|figure| figure.standing).map(Into::into)
    }

    /// Whether the target is met, but close to being missed.
    fn warning(&self) -> Option<bool> {
        self.flag(Field::Warning)
    }

    /// Whether the running period can no longer meet its target.
    fn at_risk(&self) -> Option<bool> {
        self.flag(Field::AtRisk)
    }

    /// How much of the joint gap to the target it carries, in the unit of the joint figure; above 0 it widens the gap.
    fn contribution(&self) -> Option<Exact> {
        self.number(Field::Contribution)
    }

    /// Whether the gap closes by that much when this part reaches its target; else the gap is shared out by a rule.
    fn contribution_additive(&self) -> Option<bool> {
        self.flag(Field::ContributionAdditive)
    }

    /// Why the figure is not shown; null where it is.
    fn withheld(&self) -> Option<words::Withheld> {
        self.cell.shown.err().map(Into::into)
    }

    /// What the figure was when its period was assessed; null where it still is that, or was not assessed.
    fn restated_from(&self) -> Option<Exact> {
        self.restated_from
    }
}

/// The fields of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Kpi,
    Company,
    Service,
    Period,
    Value,
    Unit,
    Numerator,
    Denominator,
    Count,
    Silent,
    Target,
    TargetUpper,
    Verdict,
    Warning,
    AtRisk,
    Contribution,
    ContributionAdditive,
    Withheld,
    RestatedFrom,
}

impl Written for Cell {
    type Field = Field;

    fn part(name: &str) -> Option<Part<Field>> {
        Some(match name {
            "kpi" => Part::Shared(Field::Kpi),
            "company" => Part::Shared(Field::Company),
            "service" => Part::Shared(Field::Service),
            "period" => Part::Own(Field::Period),
            "value" => Part::Own(Field::Value),
            "unit" => Part::Own(Field::Unit),
            "numerator" => Part::Own(Field::Numerator),
            "denominator" => Part::Own(Field::Denominator),
            "count" => Part::Own(Field::Count),
            "silent" => Part::Own(Field::Silent),
            "target" => Part::Own(Field::Target),
            "targetUpper" => Part::Own(Field::TargetUpper),
            "verdict" => Part::Own(Field::Verdict),
            "warning" => Part::Own(Field::Warning),
            "atRisk" => Part::Own(Field::AtRisk),
            "contribution" => Part::Own(Field::Contribution),
            "contributionAdditive" => Part::Own(Field::ContributionAdditive),
            "withheld" => Part::Own(Field::Withheld),
            "restatedFrom" => Part::Own(Field::RestatedFrom),
            _ => return None,
        })
    }

    fn write(&self, field: Field, _: &Context, out: &mut Vec<u8>) {
        let written = match field {
            Field::Kpi | Field::Company | Field::Service => false,
            Field::Period => Some(self.cell.period.to_string()).inspect(|label| write_text(out, label)).is_some(),
            Field::Unit | Field::Verdict | Field::Withheld => {
                self.word(field).inspect(|word| write_text(out, word)).is_some()
            }
            Field::Count | Field::Silent => self.whole(field).inspect(|whole| write_integer(out, *whole)).is_some(),
            Field::Warning | Field::AtRisk | Field::ContributionAdditive => {
                let text = |flag: &bool| if *flag { "true" } else { "false" };
                self.flag(field).inspect(|flag| out.extend_from_slice(text(flag).as_bytes())).is_some()
            }
            _ => self.number(field).inspect(|number| write_scalar(out, &number.to_scalar_value())).is_some(),
        };
        if !written {
            out.extend_from_slice(b"null");
        }
    }

    fn shared(&self, field: Field) -> Option<usize> {
        match field {
            Field::Kpi => Some(self.places.kpi),
            Field::Company => self.places.company,
            _ => self.places.service,
        }
    }

    fn resolve_shared(&self, field: Field, executor: &Executor<'_, '_, Context, Gql>) -> ExecutionResult<Gql> {
        match field {
            Field::Kpi => executor.resolve_with_ctx(&(), &self.of_kpi()),
            Field::Company => executor.resolve_with_ctx(&(), &self.of_company()),
            _ => executor.resolve_with_ctx(&(), &self.of_service()),
        }
    }
}
