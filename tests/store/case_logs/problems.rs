//! Two real logs of problems, imported, give the ledgers that were worked out elsewhere, to the second.

use crate::support::{
    case_logs::ProblemLog,
    world::{World, both},
};
use concordat_domain::{
    cases::What,
    kernel::{AgreementId, CompanyId, Span},
};
use concordat_service::{
    agreements,
    cases::{self, CaseFilter, CaseView, Hops, Part},
    kernel::Permitted,
};
use serde_json::{Value, json};

fn hold(world: &World, log: &ProblemLog) {
    let id = log.agreement(world);
    let (done, rejects) = log.import(world, id);
    assert_eq!(rejects, []);
    assert_eq!(
        (json!(done.cases), json!(done.recorded)),
        (log.expected["cases"].clone(), log.expected["events"].clone())
    );
    assert!(done.unclear.is_empty());
    let filter = CaseFilter::default();
    let (parts, totals) = world.database.read(&world.console(), |tx| cases::ledger(tx, id, &filter)).unwrap();
    hold_times(world, id, &log.expected, &parts);
    assert_eq!(log.expected["between_org_lines"], hops(totals.companies));
    if log.expected["between_teams"].is_object() {
        assert_eq!(log.expected["between_teams"], hops(totals.teams));
        let lines = json!({"1": totals.lines[1], "2": totals.lines[2], "3": totals.lines[3]});
        assert_eq!(log.expected["highest_line_reached"], lines);
    }
    let any = json!({"cases": totals.reopened, "reopens": totals.reopens});
    assert_eq!(log.expected["reopens_after_any_completed"], any);
    hold_cases(&log.expected, &all(world, id));

    let (again, rejects) = log.import(world, id);
    assert_eq!((again.recorded, again.events, again.unchanged), (0, 0, done.recorded));
    assert_eq!(rejects, []);
}

fn hold_times(world: &World, id: AgreementId, expected: &Value, parts: &[Part]) {
    let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap();
    let seconds = |of: &dyn Fn(&Part) -> bool| -> i64 {
        let micros: Span = parts.iter().filter(|part| of(part)).map(|part| part.time).sum();
        assert_eq!(micros.micros() % 1_000_000, 0);
        micros.seconds()
    };
    let kinds = [
        ("custody", "custody"),
        ("handover_wait", "hand_over_wait"),
        ("pause", "pause"),
        ("unmatched", "unattributed"),
    ];
    for (kind, part) in kinds {
        let expected = expected["seconds_by_kind"][kind].as_i64().unwrap_or(0);
        assert_eq!(expected, seconds(&|one| one.part == part), "{kind}");
    }
    for (reason, time) in expected["pause_seconds_by_reason"].as_object().unwrap() {
        let code = Some(reason.to_lowercase());
        assert_eq!(*time, seconds(&|one| one.part == "pause" && one.reason == code), "{reason}");
    }
    for (line, times) in expected["by_org_line"].as_object().unwrap() {
        let company: CompanyId = terms.company_named(&line.to_lowercase().replace(' ', "-")).unwrap().id;
        let of = |part: &'static str| move |one: &Part| one.part == part && one.company == Some(company);
        let shown = json!({
            "custody": seconds(&of("custody")),
            "handover_wait": seconds(&of("hand_over_wait")),
            "pause": seconds(&|one: &Part| one.part == "pause" && one.holder == Some(company)),
        });
        assert_eq!(*times, shown, "{line}");
    }
}

fn hops(hops: Hops) -> Value {
    json!({
        "cases_with_one_or_more": hops.cases,
        "hand_overs": hops.hand_overs,
        "ping_pong_bounces": hops.bounces,
        "ping_pong_cases": hops.bounced,
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
