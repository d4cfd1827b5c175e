//! What KPIs take from teams: for each day, whether the companies named the people whom they pledged.

use super::{Team, Terms};
use crate::kernel::{CompanyId, Decimal, ServiceId};
use crate::kpis::{Fact, Kpi, KpiKind, Measure, Measurement, Reading, Source, TeamMeasure};
use chrono::NaiveDate;

impl Terms {
    /// The measurements that these KPIs take from the teams on a day on which these terms hold: one for each KPI whose
    /// source is teams, each team that works for one of its services, and each company that pledges people for the team.
    ///
    /// Observed at the beginning of the day. It stands under the first of the team's services, by code, for which the KPI
    /// is measured; a team that works for any stands under the first service of the KPI, or else of the agreement's
    /// services at the top.
    #[must_use]
    pub fn staffing(&self, kpis: &[Kpi], on: NaiveDate) -> Vec<Measurement> {
        let mut found = Vec::new();
        for kpi in kpis {
            let Some(Measure::Team(measure)) = kpi.measure else { continue };
            for team in &self.teams {
                let Some(service) = self.stands_under(kpi, team) else { continue };
                let pledges = team.pledges.iter().filter(|pledge| self.in_force(pledge.company, on));
                let readings =
                    pledges.filter_map(|it| Some((it.company, reading(measure, kpi.kind, team, it.company)?)));
                found.extend(readings.map(|(company, reading)| Measurement {
                    fact: Fact { kpi: kpi.id, company, service, observed_at: self.zone.start_of(on), reading },
                    source: Source::Teams.name().to_owned(),
                    source_key: format!("{}/{}/{company}/{on}", team.id, kpi.id),
                }));
            }
        }
        found
    }

    fn stands_under(&self, kpi: &Kpi, team: &Team) -> Option<ServiceId> {
        let top: Vec<ServiceId> = self.children(None).map(|service| service.id).collect();
        let wanted = if kpi.services.is_empty() { &top } else { &kpi.services };
        let first = |services: &mut dyn Iterator<Item = ServiceId>| {
            let known = services.filter_map(|id| self.service(id));
            known.min_by(|one, other| one.code.cmp(&other.code)).map(|service| service.id)
        };
        if team.services.is_empty() {
            return first(&mut wanted.iter().copied());
        }
        let measured = |id: &ServiceId| wanted.iter().any(|above| self.services_below(*above).contains(id));
        first(&mut team.services.iter().copied().filter(measured))
    }
}

/// What is measured of a company in a team; none in a kind that cannot count it.
fn reading(measure: TeamMeasure, kind: KpiKind, team: &Team, company: CompanyId) -> Option<Reading> {
    let lacking = team.shortfall(company);
    match (measure, kind) {
        (TeamMeasure::StaffingFulfilled, KpiKind::Ratio) => {
            let total = team.pledged(company);
            Some(Reading::Ratio { good: Decimal::clamped(total.wide() - lacking.wide()), total })
        }
        (TeamMeasure::StaffingFulfilled, _) | (_, KpiKind::Ratio | KpiKind::Count) => None,
        (TeamMeasure::StaffingShortfall, _) => Some(Reading::Value { value: lacking, weight: Decimal::ONE }),
    }
}

#[cfg(test)]
mod tests {
    use crate::agreements::Terms;
    use crate::agreements::samples::{CASES, resolve};
    use crate::kpis::Reading;

    /// The small agreement with a KPI from teams.
    fn terms(kpi: &str, edit: (&str, &str)) -> Terms {
        let entry = format!("kpis:\n  - {{code: staffed, name: Staffed, source: teams, {kpi}}}\n");
        let text = CASES.replacen("kpis:\n", &entry, 1).replacen(edit.0, edit.1, 1);
        resolve(&text).unwrap_or_else(|problems| panic!("{problems}"))
    }

    const SHARE: &str =
        "measure: staffing_fulfilled, kind: ratio, unit: share, direction: higher, joint: pooled, disclosure: open";
    const LACKING: &str =
        "measure: staffing_shortfall, kind: sum, unit: count, direction: lower, joint: pooled, disclosure: open";

    /// Team by team and company by company, with the service it stands under and the figure.
    fn staffing(terms: &Terms, day: &str) -> Vec<String> {
        let shown = |it: &crate::kpis::Measurement| {
            let figure = match it.fact.reading {
                Reading::Ratio { good, total } => format!("{good} of {total}"),
                Reading::Value { value, .. } => value.to_string(),
                Reading::Occurrence => String::new(),
            };
            let team = terms.teams.iter().find(|team| it.source_key.starts_with(&team.id.to_string())).unwrap();
            assert_eq!(terms.zone.date_of(it.fact.observed_at).to_string(), day);
            assert!(it.source == "teams" && it.source_key.ends_with(day), "{}", it.source_key);
            let (company, service) = (terms.company(it.fact.company).unwrap(), terms.service(it.fact.service).unwrap());
            format!("{} {} {}: {figure}", team.code, company.code, service.code)
        };
        terms.staffing(&terms.kpis, day.parse().unwrap()).iter().map(shown).collect()
    }

    #[test]
    fn a_fact_for_each_team_and_company_that_is_bound_on_the_day() {
        let share = terms(SHARE, ("", ""));
        assert_eq!(staffing(&share, "2026-01-31"), ["first-line ada desk: 1 of 2.5", "first-line cyd desk: 0 of 0"]);
        let all = ["back-office bob desk: 1 of 1", "first-line ada desk: 1 of 2.5", "first-line cyd desk: 0 of 0"];
        assert_eq!(staffing(&share, "2026-02-01"), all);
        let lacking = terms(LACKING, ("", ""));
        let all = ["back-office bob desk: 0", "first-line ada desk: 1.5", "first-line cyd desk: 0"];
        assert_eq!(staffing(&lacking, "2026-02-01"), all);
    }

    #[test]
    fn more_people_than_pledged_count_as_pledged() {
        let fewer = terms(SHARE, ("{company: ada, staff: 2.5}", "{company: ada, staff: 0.5}"));
        assert_eq!(staffing(&fewer, "2026-01-31")[0], "first-line ada desk: 0.5 of 0.5");
    }

    #[test]
    fn a_team_counts_where_it_works_for_a_service_of_the_kpi() {
        let day = "2026-02-01";
        let among = |services: &str| staffing(&terms(&format!("{SHARE}, services: {services}"), ("", "")), day);
        assert_eq!(among("[net]"), ["back-office bob net: 1 of 1"]);
        assert_eq!(among("[phone, net]"), ["back-office bob net: 1 of 1"]);
        assert_eq!(among("[desk]").len(), 3);
        let phone =
            terms(&format!("{SHARE}, services: [desk]"), ("services: [desk]\n    comp", "services: [phone]\n    comp"));
        assert_eq!(staffing(&phone, day)[1], "first-line ada phone: 1 of 2.5", "what lies below is measured too");
    }
}
