//! Clocks at chosen moments: targets, pauses, reopenings, priorities, versions, companies' own, and why they are due.

use crate::agreements::{CaseKind, ClockMeasure, ClockRule, ReopenPolicy};
use crate::cases::ledger_tests::any_log;
use crate::cases::samples::*;
use crate::cases::{Case, Clock, ClockState, Rulebook, Rulebooks, Step, What, Why};
use crate::kernel::{Moment, Span};
use CaseKind::{Complaint, Incident};
use ClockMeasure::{Answer, NextUpdate, Resolution, Response};
use ClockState::{Breached, Cancelled, Met, Paused, Running};
use proptest::prelude::*;

fn clocks(rules: &[ClockRule], events: &[(&str, What)], now: &str) -> Vec<Clock> {
    let rulebooks = rulebooks(rules);
    case(events, &rulebooks).clocks(&rulebooks, at(now))
}

fn stands(clocks: &[Clock]) -> Vec<(&str, ClockState, String, Option<Moment>)> {
    clocks.iter().map(|it| (it.name.as_str(), it.state, it.elapsed.to_string(), it.due)).collect()
}

#[test]
fn a_clock_runs_and_is_due_within_opening_hours() {
    let rules = [rule("four", Resolution, "PT4H")];
    let events = [("2 16:00", opened(Incident)), ("2 16:00", accepted(11))];
    let clock = &clocks(&rules, &events, "2 17:00")[0];
    assert_eq!((clock.state, clock.elapsed, clock.left), (Running, span("PT1H"), span("PT3H")));
    assert_eq!((clock.due, clock.soon, clock.breached), (Some(at("3 10:00")), Some(at("3 09:00")), None));
    let late = &clocks(&rules, &events, "3 11:00")[0];
    assert_eq!((late.state, late.left, late.breached), (Breached, span("-PT1H"), Some(at("3 10:00"))));
}

#[test]
fn what_comes_by_the_due_moment_is_in_time() {
    for (when, state) in [("2 17:59", Met), ("2 18:00", Met), ("2 18:01", Breached), ("3 08:00", Breached)] {
        let events = [("2 16:00", opened(Incident)), ("2 16:00", accepted(11)), (when, resolved())];
        // used up exactly at closing time: due then, although no open time passes overnight
        assert_eq!(clocks(&[rule("two", Resolution, "PT2H")], &events, "5 00:00")[0].state, state, "{when}");
    }
}

#[test]
fn while_paused_there_is_no_due_moment_and_no_breach_begins() {
    let rules = [rule("four", Resolution, "PT4H")];
    let events = [("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 10:00", paused("customer"))];
    let clock = &clocks(&rules, &events, "4 10:00")[0];
    assert_eq!((clock.state, clock.due, clock.left), (Paused, None, span("PT3H")));
    assert_eq!(clocks(&rules, &events, "2 10:00")[0].state, Paused, "at once");
    let resumed = [&events[..], &[("4 10:00", What::Resumed)]].concat();
    assert_eq!(clocks(&rules, &resumed, "4 10:00")[0].due, Some(at("4 13:00")));
    let vendor = [&events[..2], &[("2 10:00", paused("vendor"))]].concat();
    assert_eq!(stands(&clocks(&rules, &vendor, "2 11:00")), [("four#1", Running, "PT2H".into(), Some(at("2 13:00")))]);
    let consented = [&vendor[..], &[("2 11:00", What::PauseConsented)]].concat();
    assert_eq!(stands(&clocks(&rules, &consented, "2 11:00")), [("four#1", Paused, "PT1H".into(), None)]);
}

#[test]
fn reopening_follows_the_policy() {
    let events =
        [("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 11:00", resolved()), ("2 14:00", reopened())];
    let table = [
        (ReopenPolicy::Continue, vec![("six#1", Running, "PT3H".into(), Some(at("2 18:00")))]),
        (ReopenPolicy::ContinueCounting, vec![("six#1", Breached, "PT6H".into(), Some(at("2 15:00")))]),
        (
            ReopenPolicy::NewCycle,
            vec![
                ("six#1", Met, "PT2H".into(), Some(at("2 15:00"))),
                ("six#2", Running, "PT1H".into(), Some(at("3 10:00"))),
            ],
        ),
    ];
    for (reopen, expected) in table {
        let rules = [ClockRule { reopen, ..rule("six", Resolution, "PT6H") }];
        assert_eq!(stands(&clocks(&rules, &events, "2 15:00")), expected, "{reopen:?}");
    }
}

#[test]
fn responses_updates_and_answers_have_their_own_ends() {
    let rules =
        [rule("answer", Answer, "PT1H"), rule("response", Response, "PT1H"), rule("update", NextUpdate, "PT2H")];
    let events = [
        ("2 09:00", opened(Complaint)),
        ("2 09:00", accepted(11)),
        ("2 09:30", What::Responded),
        ("2 10:30", told()),
        ("2 13:30", told()),
        ("2 14:00", resolved()),
    ];
    let found = clocks(&rules, &events, "2 15:00");
    let states: Vec<(&str, ClockState)> = found.iter().map(|it| (it.name.as_str(), it.state)).collect();
    assert_eq!(
        states,
        [
            ("answer#1", Met),
            ("response#1", Met),
            ("update#1", Met),
            ("update#2", Met),
            ("update#3", Breached),
            ("update#4", Met),
        ]
    );
    let incident = [&[("2 09:00", opened(Incident))], &events[1..]].concat();
    assert!(clocks(&rules, &incident, "2 15:00").iter().all(|clock| clock.measure != Answer));
}

#[test]
fn another_priority_cancels_what_no_longer_applies_and_keeps_what_does() {
    let rules =
        [rule("any", Response, "PT8H"), rule_for("high", Resolution, "PT4H"), rule_for("low", Resolution, "PT8H")];
    let events = [("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 11:00", raised("low"))];
    let found = clocks(&rules, &events, "2 12:00");
    assert_eq!(
        stands(&found),
        [
            ("any#1", Running, "PT3H".into(), Some(at("2 17:00"))),
            ("resolution-high#1", Cancelled, "PT2H".into(), Some(at("2 13:00"))),
            ("resolution-low#1", Running, "PT3H".into(), Some(at("2 17:00"))),
        ]
    );
    assert_eq!((found[2].started, found[2].applies), (at("2 09:00"), at("2 11:00")));
    let late = [&events[..2], &[("2 14:00", raised("low"))]].concat();
    assert_eq!(clocks(&rules, &late, "2 15:00")[1].state, Breached, "what was missed stays missed");
    let used_up = [&[("2 09:00", opened(Incident))], &events[1..], &[("2 15:00", raised("high"))]].concat();
    let last = clocks(&rules, &used_up, "2 16:00").remove(3);
    assert_eq!((last.name.as_str(), last.state, last.breached), ("resolution-high#2", Breached, Some(at("2 15:00"))));
}

#[test]
fn a_withdrawn_case_is_not_judged() {
    let rules = [rule("response", Response, "PT1H"), rule("four", Resolution, "PT4H")];
    let events = [("2 09:00", opened(Incident)), ("2 09:30", What::Responded), ("2 16:00", cancelled())];
    let states: Vec<ClockState> = clocks(&rules, &events, "3 09:00").iter().map(|it| it.state).collect();
    assert_eq!(states, [Met, Cancelled]);
}

#[test]
fn a_companys_own_clock_counts_what_it_is_charged_with_while_the_customers_runs_on() {
    let rules = [rule("all", Resolution, "P2D"), own_rule(1, "office", "PT2H"), own_rule(2, "early", "PT3H")];
    let events =
        [("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 10:00", offered(12)), ("2 11:00", accepted(12))];
    let found = clocks(&rules, &events, "2 16:00");
    assert_eq!(
        stands(&found),
        [
            ("all#1", Running, "PT7H".into(), Some(at("6 17:00"))),
            ("own-1#1", Breached, "PT2H".into(), Some(at("2 11:00"))),
            ("own-2#1", Breached, "PT3H".into(), Some(at("2 14:00"))),
        ]
    );
    let early = clocks(&rules, &events, "2 12:00");
    assert_eq!((early[2].started, early[2].state, early[2].left), (at("2 11:00"), Running, span("PT2H")));
    let back = [&events[..], &[("2 12:00", offered(13)), ("2 12:00", accepted(13))]].concat();
    assert_eq!(stands(&clocks(&rules, &back, "2 12:00"))[2], ("own-2#1", Paused, "PT1H".into(), None));
    let done = [&back[..], &[("3 09:00", resolved())]].concat();
    assert_eq!(clocks(&rules, &done, "3 10:00")[2].state, Met);
}

#[test]
fn a_clock_is_judged_by_the_version_in_force_when_it_started() {
    let versions = [(at("1 00:00"), "PT4H"), (at("2 12:00"), "PT1H")];
    let book = |target| std::sync::Arc::new(rulebook(&[rule("all", Resolution, target)]));
    let rulebooks = Rulebooks::new(versions.map(|(from, target)| (from, book(target)))).unwrap();
    let due = |opening: &str| {
        let clock = case(&[(opening, opened(Incident))], &rulebooks).clocks(&rulebooks, at("2 15:00")).remove(0);
        (clock.target, clock.version)
    };
    assert_eq!(due("2 11:00"), (span("PT4H"), None));
    assert_eq!(due("2 13:00"), (span("PT1H"), Some(at("2 12:00"))));
    let again = case(&[("2 11:00", opened(Incident)), ("2 13:00", raised("low"))], &rulebooks);
    let states: Vec<ClockState> = again.clocks(&rulebooks, at("2 13:00")).iter().map(|it| it.state).collect();
    assert_eq!(states, [Cancelled, Breached], "the new priority is judged by the new version");
}

#[test]
fn a_due_moment_is_explained() {
    let rules = [rule("four", Resolution, "PT4H")];
    let events = [
        ("2 16:00", opened(Incident)),
        ("2 16:00", accepted(11)),
        ("3 09:00", paused("customer")),
        ("3 10:00", What::Resumed),
    ];
    let rulebooks = rulebooks(&rules);
    let case = case(&events, &rulebooks);
    let steps = case.explain(&rulebooks, at("3 10:00"), "four#1").unwrap();
    let step = |from, until, why| Step { from: at(from), until: at(until), why };
    assert_eq!(
        steps,
        [
            step("2 16:00", "2 16:00", Why::Version { since: None }),
            step("2 16:00", "2 16:00", Why::Target { target: span("PT4H") }),
            step("2 16:00", "2 18:00", Why::Open),
            step("2 18:00", "3 08:00", Why::Closed),
            step("3 08:00", "3 09:00", Why::Open),
            step("3 09:00", "3 10:00", Why::Paused { reason: "customer".to_owned() }),
            step("3 10:00", "3 11:00", Why::Open),
        ]
    );
    assert_eq!(case.explain(&rulebooks, at("3 10:00"), "four#2"), None);
}

#[test]
fn a_rule_for_a_service_holds_for_those_below_it() {
    let on = |number| ClockRule { services: vec![id(number)], ..rule("four", Resolution, "PT4H") };
    for (number, clocked) in [(1, 1), (2, 1), (3, 0)] {
        let found = clocks(&[on(number)], &[("2 16:00", opened(Incident))], "2 17:00");
        assert_eq!(found.len(), clocked, "{number}");
    }
}

#[test]
fn an_imported_log_tells_nothing_after_its_end() {
    let rulebooks = rulebooks(&[rule("four", Resolution, "PT4H")]);
    let events = imported(&[("2 09:00", opened(Incident)), ("2 10:00", accepted(11))]);
    let case = Case::replay(id(1), &events, &rulebooks).case.unwrap();
    let clock = case.clocks(&rulebooks, at("20 09:00")).remove(0);
    assert_eq!((clock.state, clock.elapsed), (Running, span("PT1H")));
    assert_eq!(case.timers(&rulebooks, at("20 09:00")), []);
}

#[test]
fn a_clock_whose_calendar_never_has_so_much_time_is_never_due() {
    let found = clocks(&[rule("long", Resolution, "P90000D")], &[("2 09:00", opened(Incident))], "2 10:00");
    assert_eq!((found[0].state, found[0].due, found[0].soon), (Running, None, None));
}

fn every_measure() -> Rulebook {
    rulebook(&[
        rule("response", Response, "PT1H"),
        rule_for("high", Resolution, "PT20H"),
        ClockRule { reopen: ReopenPolicy::NewCycle, ..rule_for("low", Resolution, "PT30H") },
        rule("update", NextUpdate, "PT4H"),
        own_rule(1, "office", "PT5H"),
        own_rule(2, "early", "PT5H"),
        own_rule(3, "kolkata", "PT5H"),
    ])
}

proptest! {
    #[test]
    fn elapsed_and_left_make_the_target_and_never_run_backwards(events in any_log(), minutes in 0_i64..20_000, more in 0_i64..3_000) {
        let rulebooks = Rulebooks::always(every_measure());
        let case = Case::replay(id(1), &events, &rulebooks).case.unwrap();
        let now = case.latest.plus_seconds(minutes * 60);
        let (before, after) = (case.clocks(&rulebooks, now), case.clocks(&rulebooks, now.plus_seconds(more * 60)));
        prop_assert!(before.len() <= after.len());
        for clock in &before {
            prop_assert_eq!(clock.elapsed + clock.left, clock.target);
            prop_assert!(clock.elapsed >= Span::ZERO);
            let later = after.iter().find(|it| it.name == clock.name).unwrap();
            prop_assert!(later.elapsed >= clock.elapsed);
            prop_assert_eq!((clock.state == Breached, later.state == Breached) == (true, false), false);
            prop_assert!(clock.due.is_some() || clock.state != Breached);
            let steps = case.explain(&rulebooks, now, &clock.name).unwrap();
            prop_assert!(steps.windows(2).skip(2).all(|pair| pair[0].until <= pair[1].from));
            let open: Span = steps.iter().filter(|step| step.why == Why::Open).map(|step| step.until.since(step.from)).sum();
            prop_assert_eq!(open, if clock.due.is_some() { clock.target } else { clock.elapsed }, "{}: {:?}", clock.name, steps);
        }
    }

    #[test]
    fn what_a_pause_takes_from_a_clock_is_its_open_time(pauses in prop::collection::vec((1_i64..2_000, 0_i64..2_000), 0..5)) {
        let rulebooks = rulebooks(&[rule("all", Resolution, "P30D")]);
        let mut events = vec![event(1, at("2 09:00"), opened(Incident)), event(2, at("2 09:00"), accepted(11))];
        let (mut when, mut taken) = (at("2 09:00"), Span::ZERO);
        let office = rulebooks.at(when).customers();
        for (number, (before, long)) in (3..).step_by(2).zip(pauses) {
            let from = when.plus_seconds(before * 60);
            when = from.plus_seconds(long * 60);
            taken += office.elapsed(from, when);
            if long > 0 {
                events.extend([event(number, from, paused("customer")), event(number + 1, when, What::Resumed)]);
            }
        }
        let replayed = Case::replay(id(1), &events, &rulebooks);
        prop_assert_eq!(&replayed.oddities, &[]);
        let now = when.plus_seconds(86_400);
        let clock = replayed.case.unwrap().clocks(&rulebooks, now).remove(0);
        prop_assert_eq!(clock.elapsed + taken, office.elapsed(at("2 09:00"), now));
    }
}
