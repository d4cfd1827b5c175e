//! Every verb on an action in every state, and consents that cannot be given for others or counted twice.

use super::super::fixtures::*;
use super::super::{Measure, ReviewVerdict};
use super::*;
use crate::kernel::Moment;
use proptest::prelude::*;

fn in_every_state() -> Vec<(Action, Deviation)> {
    let (proposed, deviation) = proposed();
    let draft = Action { state: ActionState::Draft, ..proposed.clone() };
    let (acting, at_work) = acting();
    let (verifying, being_verified) = acting.clone().verify(at_work.clone(), moment(9)).unwrap();
    let ended = |state| (Action { state, ..verifying.clone() }, being_verified.clone());
    vec![
        (draft, deviation.clone()),
        (proposed.clone(), deviation.clone()),
        (acting, at_work),
        (verifying.clone(), being_verified.clone()),
        ended(ActionState::Succeeded { at: moment(9) }),
        ended(ActionState::Failed { at: moment(9), period: period("2026-04"), value: None }),
        (proposed.withdraw("no money", by(2, 20)).unwrap(), deviation),
    ]
}

fn told(outcome: Verdict<Action>) -> String {
    outcome.map_or_else(|no| no.0[0].code.trim_start_matches("ACTION_").to_owned(), |action| action.state.name().into())
}

#[test]
fn every_verb_in_every_state() {
    type Step = fn(Action, Deviation) -> Verdict<Action>;
    let verbs: Vec<(&str, Step)> = vec![
        ("ask", |action, _| action.ask(id(82), request(3))),
        ("drop", |action, _| action.drop_task(id(81))),
        ("describe", |action, of| action.describe(&of, "Night shift", criterion(3))),
        ("propose", |action, _| action.propose(by(2, 20))),
        ("consent", |action, _| action.consent(by(2, 20))),
        ("object", |action, _| action.object("too dear", by(2, 20))),
        ("accept", |action, _| action.accept(id(81), by(3, 30))),
        ("decline", |action, _| action.decline(id(81), "no hands", by(3, 30))),
        ("withdraw", |action, _| action.withdraw("no money", by(2, 20))),
        ("start", |action, of| action.start(of, by(2, 20)).map(|both| both.0)),
        ("complete", |action, of| action.complete(of, id(81), "ticket 12", by(3, 30)).map(|both| both.0)),
        ("verify", |action, of| action.verify(of, moment(9)).map(|both| both.0)),
    ];
    #[rustfmt::skip]
    let expected = [
        //           draft           proposed           acting        verifying     succeeded     failed        withdrawn
        ["ask",      "draft",        "proposed",        "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["drop",     "draft",        "proposed",        "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["describe", "draft",        "proposed",        "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["propose",  "proposed",     "PROPOSED",        "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["consent",  "NOT_PROPOSED", "proposed",        "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["object",   "NOT_PROPOSED", "proposed",        "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["accept",   "NOT_PROPOSED", "proposed",        "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["decline",  "NOT_PROPOSED", "proposed",        "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["withdraw", "withdrawn",    "withdrawn",       "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["start",    "NOT_PROPOSED", "CONSENT_MISSING", "STARTED",    "STARTED",    "STARTED",    "STARTED",    "STARTED"],
        ["complete", "NOT_ACTING",   "NOT_ACTING",      "acting",     "verifying",  "NOT_ACTING", "NOT_ACTING", "NOT_ACTING"],
        ["verify",   "NOT_ACTING",   "NOT_ACTING",      "verifying",  "NOT_ACTING", "NOT_ACTING", "NOT_ACTING", "NOT_ACTING"],
    ];
    for ((name, verb), row) in verbs.into_iter().zip(expected) {
        let found = in_every_state().into_iter().map(|(action, of)| told(verb(action, of)));
        let found: Vec<String> = std::iter::once(name.to_owned()).chain(found).collect();
        assert_eq!(found, row);
    }
}

#[test]
fn nobody_speaks_for_another_company() {
    let (action, _) = proposed();
    assert_eq!(codes(action.clone().consent(by(4, 40))), [ACTION_NOT_CONCERNED.name]);
    assert_eq!(codes(action.clone().object("no", by(4, 40))), [ACTION_NOT_CONCERNED.name]);
    for company in [1, 2, 4] {
        assert_eq!(codes(action.clone().accept(id(81), by(company, 40))), ["ACTION_TASK_OF_ANOTHER"]);
        assert_eq!(codes(action.clone().decline(id(81), "no", by(company, 40))), ["ACTION_TASK_OF_ANOTHER"]);
    }
    let (action, deviation) = acting();
    assert_eq!(codes(action.complete(deviation, id(81), "done", by(2, 20))), ["ACTION_TASK_OF_ANOTHER"]);
}

#[test]
fn the_start_names_every_obstacle() {
    let (action, deviation) = proposed();
    let nearly = action.consent(by(2, 20)).unwrap().object("too dear", by(3, 30)).unwrap();
    let nearly = nearly.accept(id(80), by(2, 20)).unwrap().decline(id(81), "no hands", by(3, 30)).unwrap();
    let refusals = nearly.start(deviation, by(2, 20)).unwrap_err().0;
    let found: Vec<_> = refusals.iter().map(|no| (no.code.as_ref(), no.field.clone().unwrap())).collect();
    let company = |number| format!("consents.{}", id::<CompanyId>(number));
    let task = format!("tasks.{}", id::<TaskId>(81));
    assert_eq!(
        found,
        [(ACTION_CONSENT_MISSING.name, company(1)), (ACTION_OBJECTED.name, company(3)), (ACTION_TASK_OPEN.name, task)]
    );
}

#[test]
fn the_start_needs_an_accepted_deviation_of_its_own() {
    let (action, deviation) = agreed();
    let waived = deviation.clone().review(waive(), by(2, 20)).unwrap();
    assert_eq!(codes(action.clone().start(waived, by(2, 20))), ["DEVIATION_WAIVED"]);
    let other = Deviation { id: id(61), ..deviation.clone() };
    assert_eq!(codes(action.clone().start(other, by(2, 20))), [ACTION_OF_ANOTHER_DEVIATION.name]);
    let (started, deviation) = action.start(deviation, by(2, 20)).unwrap();
    assert_eq!((started.state.name(), deviation.state.name()), ("acting", "acting"));
    let (second, _) = agreed();
    assert_eq!(codes(Action { id: id(71), ..second }.start(deviation, by(2, 20))), ["DEVIATION_ACTING"]);
}

#[test]
fn a_changed_plan_needs_every_consent_again() {
    let (action, deviation) = agreed();
    assert!(action.obstacles().is_empty());
    let other = Request { due: "2026-04-30".parse().unwrap(), ..request(2) };
    let missing = [ACTION_CONSENT_MISSING.name; 3];
    let obstacles =
        |action: Action| action.obstacles().iter().map(|no| no.code.clone().into_owned()).collect::<Vec<_>>();
    let again = |action: &Action| action.clone();
    assert_eq!(
        obstacles(again(&action).ask(id(80), other).unwrap()),
        [&missing[..], &[ACTION_TASK_OPEN.name]].concat()
    );
    assert_eq!(
        obstacles(again(&action).ask(id(82), request(3)).unwrap()),
        [&missing[..], &[ACTION_TASK_OPEN.name]].concat()
    );
    assert_eq!(obstacles(again(&action).drop_task(id(81)).unwrap()), missing[..2]);
    let within = Criterion { measure: Measure::WithinTarget, ..criterion(2) };
    assert_eq!(obstacles(again(&action).describe(&deviation, "Night shift", within).unwrap()), missing);
    for same in [again(&action).ask(id(80), request(2)), again(&action).describe(&deviation, "Nights", criterion(2))] {
        assert!(obstacles(same.unwrap()).is_empty(), "the same plan keeps its consents");
    }
}

#[test]
fn a_plan_has_tasks_but_not_too_many_and_a_criterion() {
    let (action, deviation) = proposed();
    let single = action.clone().drop_task(id(80)).unwrap();
    assert_eq!(codes(single.drop_task(id(81))), [ACTION_WITHOUT_TASK.name]);
    assert_eq!(codes(action.clone().drop_task(id(99))), [ACTION_TASK_NOT_FOUND.name]);
    let empty = Action::draft(id(70), &deviation, "Night shift", criterion(2)).unwrap();
    assert_eq!(codes(empty.propose(by(2, 20))), [ACTION_WITHOUT_TASK.name]);
    let full = (0..98).fold(action, |action, number| action.ask(id(200 + number), request(3)).unwrap());
    assert_eq!(codes(full.ask(id(300), request(3))), [ACTION_TOO_MANY_TASKS.name]);
    assert_eq!(codes(Action::draft(id(70), &deviation, " ", criterion(2))), ["DEVIATION_STATEMENT"]);
    assert_eq!(codes(Action::draft(id(70), &deviation, "Night shift", criterion(0))), ["ACTION_CRITERION"]);
}

#[test]
fn what_is_stored_reads_back_and_keeps_its_names() {
    for (action, _) in in_every_state().into_iter().chain([agreed()]) {
        let text = serde_json::to_string(&action).unwrap();
        assert_eq!(serde_json::from_str::<Action>(&text).unwrap(), action, "{text}");
    }
    let stored = serde_json::to_value(agreed().0).unwrap();
    assert_eq!(stored["consents"][id::<CompanyId>(1).to_string()]["word"], "consents");
    assert_eq!(stored["criterion"]["measure"], "at_least");
    assert_eq!(stored["criterion"]["value"], "92");
    assert_eq!(stored["criterion"]["every"], "month");
    assert_eq!(stored["state"]["state"], "proposed");
}

proptest! {
    #[test]
    fn the_order_of_consents_does_not_matter_and_a_deputy_adds_nothing(
        order in Just(vec![1_u128, 2, 3]).prop_shuffle(),
        deputies in prop::collection::vec(1_u128..4, 0..6),
    ) {
        let (action, _) = proposed();
        let first = order.iter().fold(action, |action, company| action.consent(by(*company, company * 10)).unwrap());
        let accepted = first.accept(id(81), by(3, 30)).unwrap().accept(id(80), by(2, 20)).unwrap();
        let with_deputies = deputies.iter().fold(accepted, |action, company| action.consent(by(*company, company * 10 + 1)).unwrap());
        prop_assert_eq!(with_deputies, agreed().0);
    }

    #[test]
    fn without_all_three_companies_nothing_starts(voices in prop::collection::vec((1_u128..4, 10_u128..40), 0..8)) {
        let (action, deviation) = agreed();
        let unheard = Action { consents: BTreeMap::new(), ..action };
        let heard = voices.iter().fold(unheard, |action, (company, person)| action.consent(by(*company, *person)).unwrap());
        let companies: BTreeSet<_> = voices.iter().map(|voice| voice.0).collect();
        prop_assert_eq!(heard.consents.len(), companies.len());
        prop_assert_eq!(heard.start(deviation, by(2, 20)).is_ok(), companies.len() == 3);
    }

    #[test]
    fn no_sequence_of_peoples_verbs_closes_the_deviation_or_ends_the_action(verbs in prop::collection::vec((0_usize..10, 1_u128..4), 0..30)) {
        let (mut action, mut deviation) = agreed();
        for (verb, company) in verbs {
            let (on, of, by) = (action.clone(), deviation.clone(), by(company, company * 10));
            let task = id(78 + company);
            let alone = |outcome: Verdict<Action>| outcome.map(|action| (action, deviation.clone()));
            let outcome = match verb {
                0 => on.start(of, by),
                1 => on.complete(of, task, "done", by),
                2 => on.verify(of, Moment::from_micros(0).unwrap()),
                3 => alone(on.consent(by)),
                4 => alone(on.object("no", by)),
                5 => alone(on.accept(task, by)),
                6 => alone(on.ask(task, request(company))),
                7 => of.review(ReviewVerdict::Accept, by).map(|of| (on, of)),
                8 => of.review(waive(), by).map(|of| (on, of)),
                _ => alone(on.propose(by)),
            };
            (action, deviation) = outcome.unwrap_or((action, deviation));
            prop_assert!(!matches!(action.state.name(), "succeeded" | "failed"));
            prop_assert_ne!(deviation.state.name(), "closed");
        }
    }
}
