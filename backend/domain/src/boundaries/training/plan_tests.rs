//! Who plans, holds and waives a training, and for whom.

use super::*;
use crate::boundaries::life::fixtures::*;

pub(in super::super) fn member(company: u128, person: u128) -> Member {
    Member { person: id(person), company: id(company) }
}

fn topics(text: &str) -> Vec<String> {
    text.split(',').map(str::to_owned).collect()
}

fn planned(boundary: &Boundary, version: u32, by: By) -> Verdict<Training> {
    Training::plan(id(96), (boundary, version), id(12), (&topics("What is in, Whom to call"), Some(365)), by)
}

/// The training of team 12 on the first version of company 1's boundary.
pub(in super::super) fn training() -> Training {
    planned(&approved(), 1, by(1, 10)).unwrap()
}

fn members() -> BTreeSet<Member> {
    set([member(2, 20), member(2, 21), member(1, 11)])
}

#[test]
fn an_expert_of_the_boundarys_company_plans_it_for_an_approved_version() {
    let plan = training();
    assert_eq!((plan.company, plan.service, plan.boundary), (id(1), id(30), id(90)));
    assert_eq!(plan.topics, ["What is in", "Whom to call"]);
    assert_eq!(codes(planned(&approved(), 1, by(2, 20))), [TRAINING_FOREIGN.name]);
    assert_eq!(codes(planned(&approved(), 2, by(1, 10))), [BOUNDARY_STATE.name], "no such version");
    for unapproved in [draft(), proposed()] {
        assert_eq!(codes(planned(&unapproved, 1, by(1, 10))), [BOUNDARY_STATE.name]);
    }
    let ending = approved().retire(by(1, 10)).unwrap().propose(by(1, 10), today(), today(), set([])).unwrap();
    let ended = ending.approve(by(2, 20), today()).unwrap();
    assert_eq!(codes(planned(&ended, 2, by(1, 10))), [BOUNDARY_STATE.name]);
}

#[test]
fn a_plan_names_topics_and_a_validity() {
    let again = |topics: &[String], days| training().replan(topics, days, by(1, 11));
    for (list, days, expected) in [
        (vec![], None, "BOUNDARY_STATEMENT topics"),
        (topics("a, "), None, "BOUNDARY_STATEMENT topics.2"),
        (vec!["a".into(); 101], None, "BOUNDARY_MANY topics"),
        (topics("a"), Some(0), "TRAINING_VALIDITY validFor"),
        (topics("a"), Some(3_651), "TRAINING_VALIDITY validFor"),
    ] {
        let refusal = again(&list, days).unwrap_err().0.remove(0);
        assert_eq!(format!("{} {}", refusal.code, refusal.field.unwrap()), expected);
    }
    assert_eq!(codes(training().replan(&topics("a"), None, by(2, 20))), [TRAINING_FOREIGN.name]);
    let other = again(&topics("a"), None).unwrap();
    assert_eq!((other.topics, other.valid_for, other.planned), (topics("a"), None, by(1, 11)));
    assert_eq!(again(&training().topics, Some(365)).unwrap(), training(), "the same again changes nothing");
}

#[test]
fn what_was_taught_stays() {
    let held = training().complete((member(2, 20), &members()), (today(), today()), None, by(1, 10)).unwrap();
    assert_eq!(codes(held.clone().replan(&topics("a"), Some(365), by(1, 10))), [TRAINING_HELD.name]);
    assert_eq!(held.clone().replan(&held.topics, None, by(1, 10)).unwrap().valid_for, None);
    let next = held.reopened(id(97), 2);
    assert_eq!((next.version, next.topics.clone(), next.completions.len()), (2, held.topics, 0));
}

#[test]
fn experts_record_the_completions_of_others() {
    let complete =
        |member, on: &str, by| training().complete((member, &members()), (day(on), today()), Some("signed"), by);
    assert_eq!(codes(complete(member(2, 20), "2026-03-02", by(2, 22))), [TRAINING_FOREIGN.name]);
    assert_eq!(codes(complete(member(1, 11), "2026-03-02", by(1, 11))), [TRAINING_OWN.name]);
    assert_eq!(codes(complete(member(3, 20), "2026-03-02", by(1, 10))), [TRAINING_MEMBER.name]);
    assert_eq!(codes(complete(member(2, 20), "2026-03-03", by(1, 10))), [TRAINING_DATE.name]);
    let once = complete(member(2, 20), "2026-03-02", by(1, 10)).unwrap();
    let twice =
        once.clone().complete((member(2, 20), &members()), (today(), today()), Some("video"), by(1, 10)).unwrap();
    assert_eq!((once.completions.len(), twice.completions.len()), (1, 1));
    assert_eq!(twice.completions[0].evidence.as_deref(), Some("video"));
    let empty = once.complete((member(2, 20), &members()), (today(), today()), Some(" "), by(1, 10));
    assert_eq!(codes(empty), [BOUNDARY_STATEMENT.name]);
}

#[test]
fn a_waiver_is_decided_in_the_name_of_the_members_company_for_a_while() {
    let waive =
        |until: &str, reason, by| training().waive((member(2, 20), &members()), (day(until), today()), reason, by);
    assert_eq!(codes(waive("2026-03-09", "new", by(1, 10))), [TRAINING_FOREIGN.name]);
    assert_eq!(codes(waive("2026-03-09", "new", by(2, 20))), [TRAINING_OWN.name]);
    assert_eq!(codes(waive("2026-03-01", "new", by(2, 21))), [TRAINING_DATE.name]);
    assert_eq!(codes(waive("2027-03-03", "new", by(2, 21))), [TRAINING_DATE.name]);
    assert_eq!(codes(waive("2026-03-09", "", by(2, 21))), [BOUNDARY_STATEMENT.name]);
    let waived = waive("2027-03-02", " new ", by(2, 21)).unwrap();
    let expected =
        Waiver { member: member(2, 20), from: today(), until: day("2027-03-02"), reason: "new".into(), by: by(2, 21) };
    assert_eq!(waived.waivers, [expected]);
    let stranger = training().waive((member(2, 29), &members()), (today(), today()), "new", by(2, 21));
    assert_eq!(codes(stranger), [TRAINING_MEMBER.name]);
}

#[test]
fn what_is_stored_reads_back() {
    let held = training().complete((member(2, 20), &members()), (today(), today()), None, by(1, 10)).unwrap();
    let held = held.waive((member(2, 21), &members()), (today(), today()), "new", by(2, 20)).unwrap();
    let text = serde_json::to_string(&held).unwrap();
    assert_eq!(serde_json::from_str::<Training>(&text).unwrap(), held, "{text}");
}
