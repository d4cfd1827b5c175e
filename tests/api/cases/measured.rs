//! KPIs from cases: they flow into the scorecard like all others, are corrected by a reopened case, and are reported by
//! nobody.

use super::way::resolved;
use crate::support::{
    agreement::STEWARD,
    cases::{Desk, JONAS, LEA},
    deviations::MIRA,
    world::both,
};
use concordat_service::kpis;
use serde_json::{Value, json};

const SCORES: &str = "{ agreement(code: \"arnau-workplace\") { scorecard(period: \"2026-03\", by: COMPANY, filter: {
    kpis: [\"resolved-in-time\", \"held-hours\", \"hand-overs-per-case\", \"stays-resolved\"] }) {
        kpi { code } company { code } value numerator denominator count verdict } } }";

/// What a company's figures are, as `value of count`, by KPI.
fn scores(desk: &Desk<'_>, company: &str) -> Vec<String> {
    let data = desk.world.data(&desk.world.person(STEWARD), SCORES, &json!({}));
    let cells = data["agreement"]["scorecard"].as_array().unwrap();
    let own = cells.iter().filter(|cell| cell["company"]["code"] == company && cell["count"] != 0);
    let word = |cell: &Value| {
        let [kpi, value] = [&cell["kpi"]["code"], &cell["value"]].map(|it| it.as_str().unwrap_or("-"));
        format!("{kpi} {value} of {}", cell["count"])
    };
    let mut all: Vec<_> = own.map(word).collect();
    all.sort();
    all
}

#[test]
fn they_follow_from_what_happens_and_a_reopened_case_corrects_its_own() {
    both(|world| {
        let desk = Desk::new(world);
        let case = resolved(&desk);
        // 8,700 seconds at nordlicht; 2,100 at meridian, its wait with them
        let first = scores(&desk, "nordlicht");
        assert_eq!(
            first,
            [
                "hand-overs-per-case 1 of 1",
                "held-hours 2.416667 of 1",
                "resolved-in-time 1 of 1",
                "stays-resolved 1 of 1"
            ]
        );
        assert_eq!(scores(&desk, "meridian"), ["held-hours 0.583333 of 1"]);
        desk.at("12:30");
        let case = desk.tell(MIRA, "reopenCase", &case, &json!({}));
        let reopened = scores(&desk, "nordlicht");
        assert!(reopened.contains(&"stays-resolved 0 of 1".to_owned()), "{reopened:?}");
        assert!(
            reopened.contains(&"resolved-in-time - of 1".to_owned()),
            "nothing to judge while it is open: {reopened:?}"
        );
        world.at("2026-03-10T12:30:00Z");
        desk.tell(MIRA, "resolveCase", &case, &json!({}));
        let late = scores(&desk, "nordlicht");
        assert!(late.contains(&"resolved-in-time 0 of 1".to_owned()), "corrected, not doubled: {late:?}");
        assert!(late.contains(&"hand-overs-per-case 1 of 1".to_owned()), "{late:?}");
        let astray = world.database.read(&world.console(), |tx| kpis::verify(tx, desk.agreement, |_| ())).unwrap();
        assert!(astray.is_none(), "rollups equal the facts");
    });
}

#[test]
fn nobody_reports_them_and_nobody_takes_their_sources_name() {
    both(|world| {
        let desk = Desk::new(world);
        let record = "mutation($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) {
            taken { rejected results { outcome refusals { code message } } } refusals { code } } }";
        let sent = |kpi: &str, unit: Value, source: &str| {
            let plain = json!({ "kpi": kpi, "company": "nordlicht", "service": "network", "source": source,
                "observedAt": "2026-03-02T07:00:00Z", "sourceKey": "1" });
            let one = crate::support::cases::with(plain, &unit);
            let input = json!({ "input": { "agreement": desk.id(), "measurements": [one] } });
            let data = world.data(&world.person(JONAS), record, &input);
            data["recordMeasurements"]["taken"]["results"][0].clone()
        };
        let derived = sent("resolved-in-time", json!({ "good": "1", "total": "1" }), "desk");
        assert_eq!(derived["outcome"], "REJECTED", "{derived}");
        assert_eq!(derived["refusals"][0]["code"], "MEASUREMENT_REPORTER", "{derived}");
        let named = sent("resolution-hours", json!({ "value": "1" }), "cases");
        assert_eq!(
            (&named["outcome"], &named["refusals"][0]["code"]),
            (&json!("REJECTED"), &json!("MEASUREMENT_SOURCE")),
            "{named}"
        );
        assert_eq!(sent("resolution-hours", json!({ "value": "1" }), "desk")["outcome"], "RECORDED");
        let case = desk.open(&json!({}));
        desk.at("09:00");
        desk.tell(LEA, "resolveCase", &case, &json!({}));
        assert_eq!(scores(&desk, "meridian").len(), 4, "what follows from a case is there all the same");
    });
}
