//! Scorecards as partners ask for them.

use super::{NORDLICHT, reported};
use crate::support::{
    agreement::STEWARD,
    statements::{count, watch},
    world::both,
};
use serde_json::{Value, json};

const QUERY: &str = "query($period: String!, $periods: Int, $by: ScorecardBy, $filter: ScorecardFilter) {
    agreement(code: \"arnau-workplace\") { scorecard(period: $period, periods: $periods, by: $by, filter: $filter) {
        kpi { code } company { code } service { code } period value numerator denominator count target verdict warning
        contribution withheld } } }";

fn cells(data: &Value) -> Vec<Value> {
    data["agreement"]["scorecard"].as_array().unwrap().clone()
}

#[test]
fn the_joint_figure_is_pooled_and_judged() {
    both(|world| {
        reported(world);
        let asked = json!({ "period": "2026-02", "filter": { "kpis": ["sla-met"] } });
        let data = world.data(&world.person(NORDLICHT), QUERY, &asked);
        assert_eq!(
            cells(&data),
            [json!({
                "kpi": { "code": "sla-met" }, "company": null, "service": null, "period": "2026-02", "value": "0.93",
                "numerator": "465", "denominator": "500", "count": 5, "target": "0.93", "verdict": "MET", "warning": true,
                "contribution": null, "withheld": null,
            })]
        );
    });
}

#[test]
fn contributions_of_the_companies_add_up_to_the_gap() {
    both(|world| {
        reported(world);
        let asked = json!({ "period": "2026-Q1", "by": "COMPANY", "filter": { "kpis": ["sla-met"] } });
        let data = world.data(&world.person(NORDLICHT), QUERY, &asked);
        let parts: Vec<String> = cells(&data)
            .iter()
            .map(|cell| format!("{} {}", cell["company"]["code"].as_str().unwrap(), cell["contribution"]))
            .collect();
        let sum: f64 =
            cells(&data).iter().map(|cell| cell["contribution"].as_str().unwrap().parse::<f64>().unwrap()).sum();
        assert_eq!(parts.len(), 5, "{parts:?}");
        assert!(sum.abs() < 1e-9, "{parts:?}");
    });
}

#[test]
fn what_is_disclosed_to_each_company_alone_is_withheld_from_the_others() {
    both(|world| {
        reported(world);
        let asked = json!({ "period": "2026-02", "by": "COMPANY", "filter": { "kpis": ["visit-costs"] } });
        let seen = |email: &str| {
            let data = world.data(&world.person(email), QUERY, &asked);
            let cell =
                |cell: &Value| (cell["company"]["code"].clone(), cell["value"].clone(), cell["withheld"].clone());
            cells(&data).iter().map(cell).collect::<Vec<_>>()
        };
        let (berger, castor) = (json!("berger"), json!("castor"));
        let (costs, others) = (json!("12345"), json!("OTHERS"));
        assert_eq!(
            seen(STEWARD),
            [(castor.clone(), costs.clone(), Value::Null), (berger.clone(), costs, Value::Null),]
                .into_iter()
                .collect::<Vec<_>>()
        );
        assert_eq!(seen(NORDLICHT), [(castor, Value::Null, others.clone()), (berger, Value::Null, others)]);
    });
}

#[test]
fn the_short_way_and_the_long_way_say_the_same() {
    both(|world| {
        reported(world);
        let steward = world.person(STEWARD);
        let asked = json!({ "period": "2026-02", "periods": 3, "by": "COMPANY_SERVICE" });
        let short = world.data(&steward, QUERY, &asked);
        // an object that is asked twice under one key is resolved field by field
        let twice = QUERY
            .replace("withheld }", "withheld } kpis(first: 1) { nodes { code } } kpis(first: 1) { nodes { name } }");
        let mut long = world.data(&steward, &twice, &asked);
        long["agreement"].as_object_mut().unwrap().remove("kpis");
        assert!(cells(&short).len() > 30);
        assert_eq!(short, long);
    });
}

#[test]
fn it_costs_the_same_number_of_statements_however_large() {
    watch();
    both(|world| {
        reported(world);
        let analyst = world.person(NORDLICHT);
        let ask = |periods: i32, by: &str| {
            let asked = json!({ "period": "2026-02", "periods": periods, "by": by });
            count(|| world.data(&analyst, QUERY, &asked)).1
        };
        ask(1, "JOINT");
        assert_eq!((ask(2, "JOINT"), ask(14, "COMPANY_SERVICE")), (3, 3));
        // asked again, everything is answered from memory once it is known how far the log has come
        assert_eq!(ask(14, "COMPANY_SERVICE"), 1);
    });
}

#[test]
fn what_is_no_period_is_refused() {
    both(|world| {
        reported(world);
        let analyst = world.person(NORDLICHT);
        for asked in [
            json!({ "period": "26-2" }),
            json!({ "period": "2026-02", "periods": 0 }),
            json!({ "period": "2026-02-01", "periods": 401 }),
        ] {
            assert_eq!(world.denied(&analyst, QUERY, &asked), "REFUSED");
        }
    });
}
