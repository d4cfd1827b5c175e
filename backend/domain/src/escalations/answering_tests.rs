//! Answers to an escalation: who gives them, how they are taken, and that none is closed without one.

use super::super::fixtures::*;
use super::*;
use crate::agreements::{EscalationLevel, Trigger};
use crate::escalations::{Escalation, Owner, Subject};
use crate::kernel::{AgreementId, EscalationId, Moment};
use uuid::Uuid;

fn told(done: Verdict<Escalation>) -> String {
    done.map_or_else(|no| no.0[0].code.to_string(), |it| format!("{} {}", it.state.name(), it.level() + 1))
}

#[test]
fn every_verb_in_every_state() {
    let paths = paths();
    let open = raised_by(Some(customer(0)));
    let answered = open.clone().reply("Tomorrow.", holder(1), &paths).unwrap();
    let silent = answered.clone().expire(&paths, hour(5));
    let closed = answered.clone().accept(customer(2)).unwrap();
    let withdrawn = open.clone().withdraw("It works.", customer(2)).unwrap();
    let verbs: [fn(Escalation, &Paths) -> Verdict<Escalation>; 6] = [
        |it, _| it.acknowledge(holder(6)),
        |it, paths| it.reply("Soon.", holder(6), paths),
        |it, _| it.accept(customer(6)),
        |it, paths| it.reject("Not enough.", customer(6), paths),
        |it, _| it.close(holder(6)),
        |it, _| it.withdraw("It works.", customer(6)),
    ];
    let (ended, unanswered, again) = (ESCALATION_ENDED.name, ESCALATION_UNANSWERED.name, ESCALATION_ANSWERED.name);
    let expected = [
        (&open, ["open 1", "answered 1", unanswered, unanswered, unanswered, "withdrawn 1"]),
        (&answered, [again, again, "closed 1", "open 2", ESCALATION_RAISER.name, "withdrawn 1"]),
        (&silent, [again, again, "closed 1", "open 2", "closed 1", "withdrawn 1"]),
        (&closed, [ended; 6]),
        (&withdrawn, [ended; 6]),
    ];
    for (from, row) in expected {
        let found = verbs.map(|verb| told(verb(from.clone(), &paths)));
        assert_eq!(found.each_ref().map(String::as_str), row, "{}", from.state.name());
    }
}

#[test]
fn a_level_acknowledges_once_and_the_next_one_anew() {
    let paths = paths();
    let seen = raised_by(None).acknowledge(holder(1)).unwrap();
    assert_eq!(told(seen.clone().acknowledge(holder(2))), ESCALATION_ACKNOWLEDGED.name);
    assert_eq!(seen.deadline(), Some(hour(4)), "the deadline stays");
    let next = seen.expire(&paths, hour(4));
    assert_eq!(told(next.acknowledge(holder(5))), "open 2");
}

#[test]
fn nothing_is_closed_without_an_answer_and_what_nobody_raised_by_its_level() {
    let paths = paths();
    assert_eq!(told(raised_by(None).close(holder(1))), ESCALATION_UNANSWERED.name);
    let answered = raised_by(None).reply("A cable was cut.", holder(1), &paths).unwrap();
    assert_eq!(told(answered.close(holder(2))), "closed 1");
    let rejected = raised_by(Some(customer(0))).reply("Soon.", holder(1), &paths).unwrap();
    let rejected = rejected.reject("When?", customer(2), &paths).unwrap();
    assert_eq!(told(rejected.clone().close(holder(3))), ESCALATION_UNANSWERED.name, "a rejected answer is none");
    assert_eq!((rejected.level(), rejected.deadline()), (1, Some(hour(10))), "the next level's time begins");
}

#[test]
fn it_is_always_somebodys_move() {
    let paths = paths();
    let open = raised_by(Some(customer(0)));
    let level = |it: &Escalation| matches!(it.owner(), Some(Owner::Level { holders, .. }) if !holders.is_empty());
    assert!(level(&open));
    let answered = open.reply("Soon.", holder(1), &paths).unwrap();
    assert_eq!(answered.owner(), Some(Owner::Raiser(customer(0))));
    assert_eq!(answered.deadline(), Some(hour(5)));
    let silent = answered.clone().expire(&paths, hour(5));
    assert!(level(&silent), "whoever raised it let their time go by");
    let unclosed = silent.expire(&paths, hour(9));
    assert_eq!((unclosed.level(), unclosed.state.name()), (1, "answered"), "and its level let its own go by");
    assert_eq!(answered.accept(customer(2)).unwrap().owner(), None);
}

#[test]
fn it_climbs_once_at_each_deadline_and_repeats_at_the_top() {
    let paths = paths();
    let mut it = raised_by(None);
    for (now, level, deadline) in [(3, 0, 4), (4, 1, 12), (4, 1, 12), (12, 2, 36), (36, 2, 60), (100, 2, 124)] {
        it = it.expire(&paths, hour(now));
        assert_eq!((it.level(), it.deadline()), (level, Some(hour(deadline))), "at hour {now}");
    }
    let log: Vec<_> = it.climbs.iter().map(|climb| (climb.level, climb.at, climb.due)).collect();
    let late = (2, hour(100), Some(hour(60)));
    assert_eq!(log.last(), Some(&late), "what comes late is dated when it came, and has its whole time");
    assert_eq!(log.len(), 5);
}

#[test]
fn a_deadline_is_business_time_by_the_levels_calendar() {
    let paths = paths();
    let dan = terms().company_named("dan").unwrap().id;
    let ids = (EscalationId(Uuid::from_u128(700)), AgreementId(Uuid::from_u128(600)));
    let flagged = |at: Moment| Escalation::raise(ids, &paths, matter(Trigger::RedFlag, Some(dan)), None, at).unwrap();
    // Monday, nine in Vienna; the office closes from twelve to one
    let it = flagged(hour(0));
    assert_eq!((it.path.code.as_str(), it.deadline()), ("dan", Some(hour(5))));
    // three in the afternoon: two hours on Monday, two on Tuesday from eight on
    let it = flagged(hour(6));
    assert_eq!(it.deadline(), Some(hour(25)));
    assert_eq!(it.clone().expire(&paths, hour(24)), it);
    let up = it.expire(&paths, hour(25));
    assert_eq!((up.level(), up.deadline()), (1, Some(hour(24 * 7))), "seven on Tuesday, one next Monday");
    let gone = EscalationLevel { calendar: Some("gone".into()), ..up.path.levels[0].clone() };
    assert_eq!(paths.deadline(&gone, hour(0)), hour(4), "a calendar that is no more is the wall clock");
}

#[test]
fn a_customers_own_path_is_taken_and_takes_what_it_names() {
    let paths = paths();
    let terms = terms();
    let (bob, dan) = (terms.company_named("bob").unwrap().id, terms.company_named("dan").unwrap().id);
    let ids = (EscalationId(Uuid::from_u128(700)), AgreementId(Uuid::from_u128(600)));
    let raise = |trigger, customer| Escalation::raise(ids, &paths, matter(trigger, customer), None, hour(0));
    assert_eq!(raise(Trigger::Raised, Some(dan)).unwrap_err().0[0].code, ESCALATION_PATH.name);
    assert_eq!(raise(Trigger::Raised, Some(bob)).unwrap().path.code, "all", "bob has none of its own");
    assert_eq!(raise(Trigger::RedFlag, None).unwrap_err().0[0].code, ESCALATION_PATH.name);
    let foreign = crate::escalations::Matter { company: dan, ..matter(Trigger::Raised, None) };
    let no = Escalation::raise(ids, &paths, foreign, None, hour(0)).unwrap_err();
    assert_eq!((no.0[0].code.as_ref(), no.0[0].field.as_deref()), (ESCALATION_COMPANY.name, Some("company")));
    let wordless = crate::escalations::Matter { title: " ".into(), ..matter(Trigger::Raised, None) };
    let no = Escalation::raise(ids, &paths, wordless, None, hour(0)).unwrap_err();
    assert_eq!(no.0[0].code, ESCALATION_STATEMENT.name);
    assert_eq!(paths.reopened(None, 1), None);
    assert_eq!(paths.reopened(None, 3), Some(Trigger::Reopened { times: 2 }));
    assert_eq!(paths.reopened(None, 9), Some(Trigger::Reopened { times: 4 }));
}

#[test]
fn a_level_that_nobody_holds_is_passed_and_an_empty_ladder_is_the_stewards() {
    let paths = paths();
    let terms = terms();
    let ada = terms.company_named("ada").unwrap().id;
    let ids = (EscalationId(Uuid::from_u128(700)), AgreementId(Uuid::from_u128(600)));
    let of_ada = crate::escalations::Matter { company: ada, ..matter(Trigger::Raised, None) };
    let it = Escalation::raise(ids, &paths, of_ada, None, hour(0)).unwrap();
    let steward = terms.person_at("a@ada.example").unwrap().id;
    assert_eq!((it.level(), it.climbs[0].holders.as_slice()), (2, [steward].as_slice()));
    assert_eq!(it.faults(), [""; 0]);
}

#[test]
fn the_same_matter_is_known_again() {
    let (one, other) = (raised_by(None), raised_by(Some(customer(3))));
    assert_eq!(one.key(), other.key());
    let free = |title: &str| Subject::Free.key(&Trigger::Raised, title);
    assert_eq!(free("Rota "), free("rota"));
    assert_ne!(free("rota"), free("rota of may"));
}

#[test]
fn what_is_stored_reads_back_and_keeps_its_names() {
    let paths = paths();
    let it = raised_by(Some(customer(0))).acknowledge(holder(1)).unwrap().reply("Soon.", holder(2), &paths).unwrap();
    let it = it.reject("When?", customer(3), &paths).unwrap();
    let stored = serde_json::to_value(&it).unwrap();
    assert_eq!(stored["state"]["state"], "open");
    assert_eq!(stored["matter"]["subject"]["about"], "case");
    assert_eq!(stored["answers"][0]["taken"]["word"], "rejected");
    assert_eq!(serde_json::from_value::<Escalation>(stored).unwrap(), it);
}
