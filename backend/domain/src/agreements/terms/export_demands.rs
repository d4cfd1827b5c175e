//! Demands as entries of the agreement file.

use super::Terms;
use super::export::{length, names, number, text};
use crate::agreements::file::{AnswerEntry, At, DemandEntry, ForecastEntry, Number};
use crate::boundaries::{Answer, Demand, Forecast};

impl Terms {
    pub(super) fn demand_entries(&self) -> Vec<DemandEntry> {
        self.demands.iter().map(|demand| self.demand_entry(demand)).collect()
    }

    fn demand_entry(&self, demand: &Demand) -> DemandEntry {
        DemandEntry {
            code: text(&demand.code),
            service: self.service_text(demand.service),
            calendar: text(&demand.calendar),
            regions: names(&demand.regions),
            languages: names(&demand.languages),
            products: names(&demand.products),
            skills: names(&demand.skills),
            forecast: demand.forecast.as_ref().map(forecast_entry),
        }
    }
}

fn forecast_entry(forecast: &Forecast) -> ForecastEntry {
    let answer = |it: Answer| AnswerEntry { share: number(it.share), within: length(it.within) };
    ForecastEntry {
        cases: At::nowhere(Number(forecast.cases.to_string())),
        per: At::nowhere(forecast.per),
        handling: forecast.handling.map(length),
        answer: forecast.answer.map(|it| At::nowhere(answer(it))),
    }
}
