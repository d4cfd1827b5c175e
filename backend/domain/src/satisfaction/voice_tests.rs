//! Who records, answers and closes what a customer said, and what time alone does to it.

use super::super::fixtures::*;
use super::*;
use crate::calendars::{Calendar, Timetable, samples};
use crate::satisfaction::CODES;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[test]
fn a_contact_point_takes_down_who_said_what_and_who_is_asked() {
    let known = voice();
    assert_eq!((known.text.as_str(), known.state()), ("Call back in the evening", VoiceState::Waiting));
    assert_eq!(known.silent().collect::<Vec<_>>(), [id(1), id(2)]);
    let changed = |change: fn(&mut Recorded)| {
        let mut other = said();
        change(&mut other);
        codes(record(&other))
    };
    assert_eq!(changed(|it| it.customer = id(1)), [VOICE_CUSTOMER.name]);
    assert_eq!(changed(|it| it.companies = vec![]), [VOICE_COMPANY.name]);
    assert_eq!(changed(|it| it.companies = vec![id(9)]), [VOICE_COMPANY.name], "a customer is not asked");
    assert_eq!(changed(|it| it.companies = vec![id(1), id(1)]), [VOICE_COMPANY.name]);
    assert_eq!(changed(|it| it.text = " ".into()), [VOICE_STATEMENT.name]);
    assert_eq!(changed(|it| it.evidence = "a\u{0}".into()), [VOICE_STATEMENT.name]);
}

#[test]
fn every_verb_in_every_state() {
    let heard = voice().reply(Word::Acknowledge, by(1, 10)).unwrap().reply(Word::Answer("yes"), by(2, 20)).unwrap();
    let states = [
        ("waiting", voice()),
        ("overdue", voice().pass(moment(6)).unwrap()),
        ("heard", heard.clone()),
        ("closed", heard.close("done", |_| true, by(1, 11)).unwrap()),
    ];
    let expected: [[&str; 5]; 4] = [
        ["waiting", "waiting", VOICE_NOT_ASKED.name, VOICE_UNANSWERED.name, VOICE_FOREIGN.name],
        ["overdue", "overdue", VOICE_NOT_ASKED.name, VOICE_UNANSWERED.name, VOICE_FOREIGN.name],
        ["heard", "heard", VOICE_NOT_ASKED.name, "closed", VOICE_FOREIGN.name],
        [VOICE_CLOSED.name; 5],
    ];
    type Step = fn(Voice) -> Verdict<Voice>;
    let verbs: [Step; 5] = [
        |it| it.reply(Word::Acknowledge, by(1, 10)),
        |it| it.reply(Word::Answer("so be it"), by(1, 10)),
        |it| it.reply(Word::Acknowledge, by(3, 30)),
        |it| it.close("You are called back.", |_| true, by(1, 11)),
        |it| it.close("You are called back.", |_| true, by(2, 20)),
    ];
    for ((name, state), row) in states.into_iter().zip(expected) {
        assert_eq!(state.state().name(), name);
        for (verb, expected) in verbs.iter().zip(row) {
            let told = verb(state.clone()).map_or_else(|no| no.0[0].code.to_string(), |it| it.state().name().into());
            assert_eq!(told, expected, "{name}");
        }
    }
}

#[test]
fn an_answer_says_more_than_an_acknowledgement() {
    let noted = voice().reply(Word::Acknowledge, by(1, 10)).unwrap();
    let later = By { at: moment(3), ..by(1, 12) };
    assert_eq!(noted.clone().reply(Word::Acknowledge, later), Ok(noted.clone()), "once is enough");
    let answered = noted.reply(Word::Answer(" We do. "), later).unwrap();
    assert_eq!(answered.asked[0].reply, Some(Reply::Answered { by: later, text: "We do.".into() }));
    assert_eq!(answered.asked[0].first, Some(moment(1)), "the first word counts for its time");
    assert_eq!(answered.clone().reply(Word::Answer("We do."), by(1, 10)), Ok(answered.clone()));
    assert_eq!(codes(answered.clone().reply(Word::Acknowledge, later)), [VOICE_ANSWERED.name]);
    let other = answered.reply(Word::Answer("We do not."), by(1, 10)).unwrap();
    assert!(matches!(&other.asked[0].reply, Some(Reply::Answered { text, .. }) if text == "We do not."));
    assert_eq!(codes(other.reply(Word::Answer("\n"), later)), [VOICE_STATEMENT.name]);
}

#[test]
fn whoever_has_left_is_not_waited_for() {
    let one = voice().reply(Word::Acknowledge, by(1, 10)).unwrap();
    assert_eq!(codes(one.clone().close("done", |_| true, by(1, 11))), [VOICE_UNANSWERED.name]);
    assert!(one.clone().close("done", |company| company != id(2), by(1, 11)).is_ok());
    assert_eq!(codes(one.close(" ", |_| false, by(1, 11))), [VOICE_STATEMENT.name]);
}

#[test]
fn five_open_days_pass_and_it_is_found_once() {
    let calendar = Timetable::new(samples::weekdays("Europe/Berlin", &["09:00-17:00"]));
    let friday = samples::at("2026-03-06T11:00:00Z");
    assert_eq!(answer_by(&calendar, friday), samples::at("2026-03-13T11:00:00Z"));
    let never = Timetable::new(samples::weekdays("Europe/Berlin", &[]));
    assert_eq!(answer_by(&never, friday), samples::at("2026-03-11T11:00:00Z"));
    assert_eq!(voice().pass(Moment::from_micros(moment(6).micros() - 1).unwrap()), None);
    let late = voice().pass(moment(8)).unwrap();
    assert_eq!((late.overdue, late.waits_for(), late.pass(moment(9))), (Some(moment(8)), None, None));
    let answered = voice().reply(Word::Acknowledge, by(1, 10)).unwrap().reply(Word::Acknowledge, by(2, 20)).unwrap();
    assert_eq!((answered.waits_for(), answered.pass(moment(9))), (None, None));
    let always = Timetable::new(Calendar::always(samples::weekdays("UTC", &[]).zone));
    assert_eq!(answer_by(&always, friday), samples::at("2026-03-11T11:00:00Z"));
}

#[test]
fn codes_are_distinct_and_say_what_they_mean() {
    let names: BTreeSet<_> = CODES.iter().map(|code| code.name).collect();
    assert_eq!(names.len(), CODES.len());
    assert!(CODES.iter().all(|code| code.meaning.ends_with('.')));
}

proptest! {
    /// Whatever companies say, in whatever order: each has one reply, its first word stays the first, and it is heard
    /// exactly when all have spoken.
    #[test]
    fn it_is_heard_exactly_when_every_company_has_spoken(words in prop::collection::vec((1_u128..4, any::<bool>(), 1_u32..9), 0..12)) {
        let (mut known, mut first) = (voice(), BTreeMap::new());
        for (company, answers, day) in words {
            let by = By { at: moment(day), ..by(company, company * 10) };
            let word = if answers { Word::Answer("so be it") } else { Word::Acknowledge };
            if let Ok(next) = known.clone().reply(word, by) {
                first.entry(company).or_insert(moment(day));
                known = next;
            }
        }
        prop_assert!(!first.contains_key(&3));
        let heard = known.asked.iter().filter_map(|asked| Some((asked.company.0.as_u128(), asked.first?)));
        prop_assert_eq!(heard.collect::<BTreeMap<_, _>>(), first.clone());
        prop_assert_eq!(known.state() == VoiceState::Heard, first.len() == 2);
        let text = serde_json::to_string(&known).unwrap();
        prop_assert_eq!(serde_json::from_str::<Voice>(&text).unwrap(), known);
    }
}
