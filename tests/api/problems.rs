//! Two real logs of problems, imported, give the ledgers that were worked out elsewhere, to the second.

use crate::support::{
    case_logs::ProblemLog,
    world::{World, both},
};
use concordat_domain::{cases::What, kernel::AgreementId};
use concordat_service::{
    cases::{self, CaseFilter, CaseView},
    kernel::Permitted,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TOTALS: &str = r#"{ agreement(code: "problems") { caseTotals {
    parts { kind seconds reason company { code } holder { code } }
    betweenCompanies { cases handOvers pingPongCases pingPong } betweenTeams { cases handOvers pingPongCases pingPong }
    reopened reopens lines
} } }"#;

fn hold(world: &World, log: &ProblemLog) {
    let id = log.agreement(world);
    let (done, rejects) = log.import(world, id);
    assert_eq!(rejects, []);
    assert_eq!(
        (json!(done.cases), json!(done.recorded)),
        (log.expected["cases"].clone(), log.expected["events"].clone())
    );
    assert!(done.unclear.is_empty());
    let steward = world.person("steward@desk.example");
    let totals = world.data(&steward, TOTALS, &json!({}))["agreement"]["caseTotals"].take();
    hold_times(&log.expected, totals["parts"].as_array().unwrap());
    assert_eq!(log.expected["between_org_lines"], hops(&totals["betweenCompanies"]));
    if log.expected["between_teams"].is_object() {
        assert_eq!(log.expected["between_teams"], hops(&totals["betweenTeams"]));
        let lines = json!({"1": totals["lines"][1], "2": totals["lines"][2], "3": totals["lines"][3]});
        assert_eq!(log.expected["highest_line_reached"], lines);
    }
    let any = json!({"cases": totals["reopened"], "reopens": totals["reopens"]});
    assert_eq!(log.expected["reopens_after_any_completed"], any);
    let cases = all(world, id);
    hold_cases(&log.expected, &cases);
    hold_needs(log, &cases);

    let (again, rejects) = log.import(world, id);
    assert_eq!((again.recorded, again.events, again.unchanged), (0, 0, done.recorded));
    assert_eq!(rejects, []);
}

fn hold_times(expected: &Value, parts: &[Value]) {
    let seconds = |of: &dyn Fn(&Value) -> bool| -> i64 {
        parts.iter().filter(|part| of(part)).map(|part| part["seconds"].as_i64().unwrap()).sum()
    };
    let kinds = [
        ("custody", "CUSTODY"),
        ("handover_wait", "HAND_OVER_WAIT"),
        ("pause", "PAUSE"),
        ("unmatched", "UNATTRIBUTED"),
    ];
    for (kind, part) in kinds {
        let expected = expected["seconds_by_kind"][kind].as_i64().unwrap_or(0);
        assert_eq!(expected, seconds(&|one| one["kind"] == part), "{kind}");
    }
    for (reason, time) in expected["pause_seconds_by_reason"].as_object().unwrap() {
        let code = reason.to_lowercase();
        assert_eq!(*time, seconds(&|one| one["kind"] == "PAUSE" && one["reason"] == *code), "{reason}");
    }
    for (line, times) in expected["by_org_line"].as_object().unwrap() {
        let code = &line.to_lowercase().replace(' ', "-");
        let charged = |kind: &str| seconds(&|one| one["kind"] == kind && one["company"]["code"] == *code);
        let shown = json!({
            "custody": charged("CUSTODY"),
            "handover_wait": charged("HAND_OVER_WAIT"),
            "pause": seconds(&|one| one["kind"] == "PAUSE" && one["holder"]["code"] == *code),
        });
        assert_eq!(*times, shown, "{line}");
    }
}

fn hops(hops: &Value) -> Value {
    json!({
        "cases_with_one_or_more": hops["cases"],
        "hand_overs": hops["handOvers"],
        "ping_pong_bounces": hops["pingPong"],
        "ping_pong_cases": hops["pingPongCases"],
    })
}

fn all(world: &World, id: AgreementId) -> Vec<Permitted<CaseView>> {
    let (filter, mut all, mut after) = (CaseFilter::default(), Vec::new(), None);
    loop {
        let mut page: Vec<Permitted<CaseView>> =
            world.database.read(&world.console(), |tx| cases::list(tx, id, &filter, after, 500)).unwrap();
        page.truncate(500);
        let Some(last) = page.last() else { return all };
        after = Some(last.case.id);
        all.extend(page);
    }
}

/// What each case needs, of which its boundaries ask, is what its rows say.
fn hold_needs(log: &ProblemLog, cases: &[Permitted<CaseView>]) {
    let rows = log.rows();
    let told: BTreeMap<&str, (Option<&str>, Option<&str>)> =
        rows.iter().map(|row| (row.case, (Some(row.country), Some(row.product)))).collect();
    let shown = cases.iter().map(|view| {
        let needs = &view.case.needs;
        (view.reference.as_str(), (needs.region.as_deref(), needs.product.as_deref()))
    });
    assert_eq!(told, shown.collect());
}

/// What the cases say one by one: how long they took, and what they were opened again after.
fn hold_cases(expected: &Value, cases: &[Permitted<CaseView>]) {
    let mut days: Vec<f64> =
        cases.iter().map(|it| it.case.latest.since(it.case.opened).seconds() as f64 / 86_400.0).collect();
    days.sort_by(f64::total_cmp);
    let half = days.len() / 2;
    let median = if days.len() % 2 == 1 { days[half] } else { f64::midpoint(days[half - 1], days[half]) };
    let mean = days.iter().sum::<f64>() / days.len() as f64;
    for (shown, figure) in [(days[days.len() - 1], "max"), (mean, "mean"), (median, "median")] {
        assert!((shown - expected["throughput_days"][figure].as_f64().unwrap()).abs() < 0.000_051, "{figure}: {shown}");
    }
    let after_closed = |view: &CaseView| {
        let mut closed = false;
        let reopened = view.log.iter().filter(|logged| match logged.event.what {
            What::Closed => {
                closed = true;
                false
            }
            What::Reopened { .. } => std::mem::take(&mut closed),
            _ => false,
        });
        reopened.count()
    };
    let counts: Vec<usize> = cases.iter().map(|view| after_closed(view)).filter(|count| *count > 0).collect();
    let shown = json!({"cases": counts.len(), "reopens": counts.iter().sum::<usize>()});
    assert_eq!(expected["reopens_after_resolved_or_closed"], shown);
}

#[test]
fn the_open_problems_give_their_ledger() {
    let Some(log) = ProblemLog::named("open") else { return };
    both(|world| hold(world, &log));
}

#[test]
fn the_closed_problems_give_their_ledger() {
    let Some(log) = ProblemLog::named("closed") else { return };
    both(|world| hold(world, &log));
}
