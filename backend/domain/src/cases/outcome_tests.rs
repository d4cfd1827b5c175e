//! What follows from cases: breach shares, timers, facts of KPIs, the customer's view, live verbs, what would have been.

use crate::agreements::{CaseKind, Claimed, ClockMeasure, ClockRule, Phase};
use crate::cases::samples::*;
use crate::cases::{
    Attribution, BreachShare, Case, CaseEvent, CaseFact, Change, ClockChange, ClockState, Part, PausePolicy, Rulebook,
    Rulebooks, Timer, What, what_if,
};
use crate::kernel::{CompanyId, Decimal, Moment, Span};
use crate::kpis::{
    CaseMeasure, Counted, Direction, Disclosure, JointMethod, Kpi, KpiKind, Measure, Reading, Source, Unit,
};
use CaseKind::{Complaint, Incident};
use ClockMeasure::{NextUpdate, Resolution, Response};

/// Held by company 1 from 09:00, by company 2 from 12:00 on.
fn shared() -> Vec<Happened> {
    vec![("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 12:00", accepted(12))]
}

fn done(when: &'static str) -> Vec<Happened> {
    [shared(), vec![(when, resolved())]].concat()
}

#[test]
fn a_breach_is_shared_by_overrun() {
    let budgets = |first: &str, second: &str| {
        let rules = [rule("all", Resolution, "PT3H"), own_rule(1, "office", first), own_rule(2, "office", second)];
        let rulebooks = rulebooks(&rules);
        let shares = case(&done("2 14:00"), &rulebooks).breach(&rulebooks, at("3 09:00"));
        let shown = |share: &BreachShare| (share.company.map(|it| it.0.as_u128()), share.share.to_string());
        shares.iter().map(shown).collect::<Vec<_>>()
    };
    let share = |company, share: &str| (company, share.to_owned());
    assert_eq!(budgets("PT2H", "PT4H"), [share(Some(1), "1"), share(Some(2), "0")]);
    assert_eq!(budgets("PT2H", "PT1H"), [share(Some(1), "0.5"), share(Some(2), "0.5")]);
    assert_eq!(budgets("PT1H", "PT1H"), [share(Some(1), "0.666667"), share(Some(2), "0.333333")]);
    assert_eq!(budgets("PT4H", "PT4H"), [share(Some(1), "0"), share(Some(2), "0"), share(None, "1")]);
    let kept = rulebooks(&[rule("all", Resolution, "PT8H")]);
    assert_eq!(case(&done("2 14:00"), &kept).breach(&kept, at("3 09:00")), []);
    let unplanned = rulebooks(&[rule("all", Resolution, "PT4H"), own_rule(1, "office", "PT3H")]);
    let shares = case(&done("2 14:00"), &unplanned).breach(&unplanned, at("3 09:00"));
    assert_eq!((shares[0].overrun, shares[1].overrun), (Span::ZERO, span("PT2H")), "no budget is a budget of nought");
}

#[test]
fn timers_have_names_that_stay() {
    let rulebooks = rulebooks(&[rule("four", Resolution, "PT4H")]);
    let names = |events: &[(&str, What)], now: &str| -> Vec<(Moment, String)> {
        let timers = case(events, &rulebooks).timers(&rulebooks, at(now));
        assert!(timers.iter().all(|timer| Timer::kind(&timer.name()).is_some()));
        timers.iter().map(|timer| (timer.at, timer.name())).collect()
    };
    let events = [("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 10:00", offered(12))];
    let acceptance = format!("acceptance:{}:{}", holder(12).team, at("2 10:00").micros());
    let expected = [
        (at("2 12:00"), acceptance),
        (at("2 12:00"), "due_soon:four#1".to_owned()),
        (at("2 13:00"), "breached:four#1".to_owned()),
    ];
    for now in ["2 10:00", "2 12:30", "2 17:00"] {
        let mut found = names(&events, now);
        found.sort();
        assert_eq!(found, expected, "{now}");
    }
    let paused = [&events[..2], &[("2 10:00", paused("capped"))]].concat();
    assert_eq!(names(&paused, "2 11:00"), [(at("2 12:00"), "pause_cap:3".to_owned())]);
    assert_eq!(names(&[&events[..2], &[("2 10:00", resolved())]].concat(), "2 11:00"), []);
    let unhappy = [&events[..2], &[("2 10:00", resolved()), ("2 11:00", rated(2))]].concat();
    assert_eq!(names(&unhappy, "2 12:00"), [(at("5 11:00"), "recovery:4".to_owned())], "three days of the wall clock");
    let again = [&unhappy[..], &[("3 09:00", rated(1))]].concat();
    assert_eq!(names(&again, "3 12:00"), [(at("5 11:00"), "recovery:4".to_owned())], "still the same recovery");
    assert_eq!(names(&[&unhappy[..], &[("3 09:00", rated(5))]].concat(), "3 12:00"), []);
    assert_eq!(Timer::kind("anything"), None);
}

fn kpi(measure: CaseMeasure, unit: Unit) -> Kpi {
    let measure = Measure::Case(measure);
    let share = measure.counted() == Counted::Share;
    Kpi {
        id: id(70),
        code: "kpi".to_owned(),
        name: "KPI".to_owned(),
        kind: if share { KpiKind::Ratio } else { KpiKind::Mean },
        unit: if share { Unit::Share } else { unit },
        direction: Direction::Lower,
        joint: JointMethod::Pooled,
        disclosure: Disclosure::Open,
        source: Source::Cases,
        measure: Some(measure),
        facts_of: None,
        reporters: Vec::new(),
        services: vec![id(1)],
        weights: Vec::new(),
        targets: Vec::new(),
    }
}

/// The facts that a measure takes from a log: company and figure, a ratio as good of total.
fn facts(measure: CaseMeasure, unit: Unit, events: &[(&str, What)]) -> Vec<(u128, String)> {
    let rules = [rule("response", Response, "PT1H"), rule("all", Resolution, "PT4H")];
    let rulebooks = rulebooks(&rules);
    let found = case(events, &rulebooks).facts(&rulebooks, &[kpi(measure, unit)]);
    let shown = |fact: &CaseFact| {
        assert_eq!((fact.observed_at, fact.service), (at("2 09:00"), service()));
        let figure = match fact.reading {
            Reading::Ratio { good, total } => format!("{good} of {total}"),
            Reading::Value { value, .. } => value.to_string(),
            Reading::Occurrence => String::new(),
        };
        (fact.company.0.as_u128(), figure)
    };
    found.iter().map(shown).collect()
}

#[test]
fn facts_follow_the_case() {
    use CaseMeasure as M;
    let fact = |company: u128, figure: &str| vec![(company, figure.to_owned())];
    let quick = done("2 13:00");
    let slow = done("2 14:00");
    let paused_twice =
        [&shared()[..], &[("2 12:30", paused("customer")), ("2 14:30", What::Resumed), ("2 15:00", resolved())]]
            .concat();
    let again = [&quick[..], &[("2 15:00", reopened())]].concat();
    let rated_badly = [&quick[..], &[("2 15:00", rated(1))]].concat();
    let won_back = [&rated_badly[..], &[("2 16:30", rated(5))]].concat();
    let outside = super::Outside { boundary: None, dimensions: Vec::new(), reason: "they know it".to_owned() };
    let to = super::Holder { team: id(13), company: company(3) };
    let asked = What::Offered { to, reason: None, outside: Some(outside) };
    let helped =
        [&shared()[..], &[("2 12:10", offered(11)), ("2 12:30", asked), ("2 12:45", What::Accepted { by: to })]]
            .concat();
    let table = [
        (M::ResolutionInTime, &quick, fact(2, "1 of 1")),
        (M::ResolutionInTime, &slow, fact(2, "0 of 1")),
        (M::ResolutionInTime, &again, fact(2, "0 of 0")),
        (M::ResponseInTime, &quick, fact(2, "0 of 1")),
        (M::ResolutionTime, &slow, fact(2, "5")),
        (M::ResolutionTime, &paused_twice, fact(2, "4")),
        (M::ResolutionTime, &again, fact(2, "4")),
        (M::Custody, &slow, [fact(1, "3"), fact(2, "2")].concat()),
        (M::HandOvers, &slow, fact(2, "1")),
        (M::PingPong, &slow, fact(2, "0")),
        (M::NotReopened, &quick, fact(2, "1 of 1")),
        (M::NotReopened, &again, fact(2, "0 of 1")),
        (M::SolvedAtLineOne, &quick, fact(2, "0 of 1")),
        (M::InTimeWithoutPauses, &quick, fact(2, "1 of 1")),
        (M::InTimeWithoutPauses, &paused_twice, fact(2, "0 of 1")),
        (M::InTimeWithoutPauses, &slow, fact(2, "0 of 0")),
        (M::Recovered, &quick, Vec::new()),
        (M::Recovered, &rated_badly, fact(2, "0 of 1")),
        (M::Recovered, &won_back, fact(2, "1 of 1")),
        (M::RecoveryTime, &rated_badly, Vec::new()),
        (M::RecoveryTime, &won_back, fact(2, "1.5")),
        (M::WithinBoundary, &slow, Vec::new()),
        (M::WithinBoundary, &helped, fact(2, "1 of 2")),
        (M::HelpedOutside, &slow, Vec::new()),
        (M::HelpedOutside, &helped, fact(3, "1")),
    ];
    for (measure, events, expected) in table {
        assert_eq!(facts(measure, Unit::Hours, events), expected, "{measure:?} {events:?}");
    }
    assert_eq!(facts(M::ResolutionTime, Unit::Days, &slow), fact(2, "0.208333"));
    assert_eq!(facts(M::ResolutionTime, Unit::Minutes, &slow), fact(2, "300"));
    assert_eq!(facts(M::HandOvers, Unit::Count, &shared()), [], "not resolved yet");
    assert_eq!(facts(M::HandOvers, Unit::Count, &[&shared()[..], &[("2 13:00", cancelled())]].concat()), []);
}

#[test]
fn keys_stay_and_decided_time_is_corrected_to_nothing() {
    let rulebooks = rulebooks(&[]);
    let custody = kpi(CaseMeasure::Custody, Unit::Hours);
    let mut events = done("2 14:00");
    let before = case(&events, &rulebooks).facts(&rulebooks, std::slice::from_ref(&custody));
    events.extend([
        ("2 15:00", disputed("2 09:00", "2 12:00")),
        ("2 16:00", decided(5, Attribution::Company(company(3)))),
    ]);
    let after = case(&events, &rulebooks).facts(&rulebooks, &[custody]);
    let value = |of: &[CaseFact], company: CompanyId| of.iter().find(|it| it.company == company).map(|it| it.reading);
    assert_eq!(value(&after, company(1)), Some(Reading::Value { value: Decimal::ZERO, weight: Decimal::ONE }));
    assert_eq!(value(&after, company(3)), value(&before, company(1)));
    assert!(before.iter().all(|fact| after.iter().any(|other| other.key_suffix == fact.key_suffix)));
}

#[test]
fn the_customer_sees_promises_and_no_blame() {
    let mut setting = setting();
    setting.handling.clocks = vec![rule("all", Resolution, "PT4H"), own_rule(1, "office", "PT1H")];
    let view = |setting: crate::cases::Setting| {
        let rulebooks = Rulebooks::always(Rulebook::new(setting).unwrap());
        let events = [&shared()[..], &[("2 12:30", told()), ("2 12:40", staged("repair"))]].concat();
        case(&events, &rulebooks).customer_view(&rulebooks, at("2 12:45"))
    };
    let shown = view(setting.clone());
    assert_eq!((shown.phase, shown.companies.len(), shown.rating), (Phase::Open, 0, None));
    assert_eq!(shown.told, [(at("2 12:30"), Some("We are on it".to_owned()))]);
    let promises: Vec<_> = shown.promises.iter().map(|it| (it.measure, it.due, it.state)).collect();
    assert_eq!(promises, [(Resolution, Some(at("2 13:00")), ClockState::Running)]);
    let current: Vec<&str> = shown.stages.iter().filter(|it| it.is_current).map(|it| it.code.as_str()).collect();
    assert_eq!(current, ["repair"]);
    setting.handling.customer_sees_companies = true;
    assert_eq!(view(setting).companies, [company(1), company(2)]);
}

fn by(number: u128, event: CaseEvent) -> CaseEvent {
    CaseEvent { company: Some(company(number)), ..event }
}

#[test]
fn live_verbs_are_held_to_more() {
    let rulebooks = rulebooks(&[]);
    let waiting = [&shared()[..2], &[("2 10:00", offered(12))]].concat();
    let answered =
        What::Paused { reason: "vendor".to_owned(), against: Some(Claimed::Company(company(2))), note: None };
    let asked = [&shared()[..2], &[("2 10:00", answered)]].concat();
    let closed = [&done("2 13:00")[..], &[("2 13:30", What::Closed)]].concat();
    let capped = [&shared()[..2], &[("2 10:00", paused("capped"))]].concat();
    let table: [(&[Happened], u128, &str, What, &str); 18] = [
        (&shared(), 2, "2 13:00", resolved(), ""),
        (&shared(), 2, "2 15:00", told(), "CASE_EVENT_FUTURE"),
        (&shared(), 2, "2 11:59", told(), "CASE_EVENT_LATE"),
        (&shared(), 1, "2 13:00", resolved(), "CASE_NOT_HELD"),
        (&shared(), 1, "2 13:00", offered(13), "CASE_NOT_HELD"),
        (&shared(), 1, "2 13:00", accepted(11), "CASE_NOT_OFFERED"),
        (&shared(), 1, "2 13:00", told(), ""),
        (&waiting, 2, "2 13:00", accepted(12), ""),
        (&waiting, 2, "2 13:00", accepted(13), "CASE_OFFERED_ELSEWHERE"),
        (&waiting, 3, "2 13:00", refused(), "CASE_OFFERED_ELSEWHERE"),
        (&waiting, 2, "2 13:00", refused(), ""),
        (&asked, 1, "2 13:00", What::PauseConsented, "CASE_CONSENT"),
        (&asked, 2, "2 13:00", What::PauseConsented, ""),
        (&capped, 1, "2 13:00", What::Resumed, "CASE_NOT_PAUSED"),
        (&closed, 1, "2 14:00", reopened(), "CASE_CLOSED"),
        (&done("2 13:00"), 1, "2 14:00", reopened(), ""),
        (&[], 1, "2 14:00", told(), "CASE_NOT_OPENED"),
        (&[], 1, "2 14:00", opened(Complaint), ""),
    ];
    for (events, company, when, what, code) in table {
        let new = [by(company, event(100, at(when), what.clone()))];
        let appended = Case::append(id(1), &log(events), &new, &rulebooks, at("2 14:30"));
        let found = appended.err().map_or(String::new(), |refusals| refusals.0[0].code.to_string());
        assert_eq!(found, code, "{what:?} after {events:?}");
    }
}

fn tried(change: &Change) -> (u64, u64, Vec<(String, String)>) {
    let rules = [rule("all", Resolution, "PT4H"), rule("update", NextUpdate, "P9D")];
    let rulebooks = rulebooks(&rules);
    let paused =
        [&shared()[..], &[("2 12:30", paused("customer")), ("2 14:30", What::Resumed), ("2 15:00", resolved())]]
            .concat();
    let cases = [(id(1), log(&paused)), (id(2), log(&done("2 14:00"))), (id(3), Vec::new())];
    let found = what_if(&cases, &rulebooks, change, at("3 09:00")).unwrap();
    assert_eq!(found.cases.len(), 2);
    assert_eq!((found.before.compliance["all"].met, found.before.compliance["all"].breached), (1, 1));
    let all = found.after.compliance["all"];
    let name = |part: &Part| part.charged().map_or(part.name().to_owned(), |it| it.0.as_u128().to_string());
    let parts = found.after.ledger.parts.iter().filter(|(_, time)| time.is_positive());
    (all.met, all.breached, parts.map(|(part, time)| (name(part), time.to_string())).collect())
}

#[test]
fn what_would_have_been_stands_beside_what_was() {
    let parts = |parts: &[(&str, &str)]| -> Vec<(String, String)> {
        parts.iter().map(|(name, time)| ((*name).to_owned(), (*time).to_owned())).collect()
    };
    let clock = |calendar: Option<&str>, target: Option<&str>| Change {
        clocks: vec![ClockChange {
            rule: "all".to_owned(),
            calendar: calendar.map(str::to_owned),
            target: target.map(span),
        }],
        ..Change::default()
    };
    // company 2's hours end at 14:00, so half an hour at the end is a gap of the agreement
    let as_it_was = parts(&[("1", "PT6H"), ("2", "PT2H30M"), ("pause", "PT2H"), ("mismatch", "PT30M")]);
    assert_eq!(tried(&Change::default()), (1, 1, as_it_was.clone()));
    assert_eq!(tried(&clock(None, Some("PT6H"))), (2, 0, as_it_was.clone()));
    assert_eq!(tried(&clock(None, Some("PT4H30M"))), (1, 1, as_it_was.clone()));
    assert_eq!(tried(&clock(Some("kolkata"), Some("PT4H30M"))), (2, 0, as_it_was));
    let unpaused = parts(&[("1", "PT6H"), ("2", "PT4H"), ("mismatch", "PT1H")]);
    for pauses in [PausePolicy::None, PausePolicy::Consented, PausePolicy::Without(vec!["customer".to_owned()])] {
        assert_eq!(tried(&Change { pauses, ..Change::default() }), (0, 2, unpaused.clone()));
    }
    let without = Change { without: vec![company(2)], ..Change::default() };
    assert_eq!(tried(&without), (1, 1, parts(&[("1", "PT6H"), ("pause", "PT2H"), ("unattributed", "PT3H")])));
    let early = Change { customers: Some("early".to_owned()), ..Change::default() };
    assert_eq!(tried(&early).2, parts(&[("1", "PT6H"), ("2", "PT2H30M"), ("pause", "PT1H30M")]));
    let rulebooks = rulebooks(&[]);
    for change in [clock(None, None), Change { customers: Some("nights".to_owned()), ..Change::default() }] {
        let refused = what_if(&[], &rulebooks, &change, at("3 09:00")).unwrap_err();
        assert_eq!(refused.0[0].code, "CASE_WHAT_IF");
    }
}

#[test]
fn another_company_can_be_given_another_target() {
    let rules: [ClockRule; 1] = [own_rule(2, "early", "PT1H")];
    let rulebooks = rulebooks(&rules);
    let change = Change {
        clocks: vec![ClockChange { rule: "own-2".to_owned(), calendar: None, target: Some(span("PT3H")) }],
        ..Change::default()
    };
    let found = what_if(&[(id(1), log(&done("2 14:00")))], &rulebooks, &change, at("3 09:00")).unwrap();
    let states = |of: &crate::cases::Outcome| of.clocks.iter().map(|clock| clock.state).collect::<Vec<_>>();
    assert_eq!(states(&found.cases[0].before), [ClockState::Breached]);
    assert_eq!(states(&found.cases[0].after), [ClockState::Met]);
}
