//! Cadences take from their template what they do not say, paths lead to those who answer, and ids stay with codes.

use crate::access::Role;
use crate::agreements::samples::{GROUPS, resolve, resolve_after};
use crate::agreements::{
    DecisionRule, GroupRole, HealthSign, Level, MeetingForm, OnHoliday, Quorum, Section, Template, Terms, Trigger,
    WordKind,
};
use crate::kernel::{CompanyId, GroupId, PersonId};

fn terms() -> Terms {
    resolve(GROUPS).unwrap_or_else(|problems| panic!("{problems}"))
}

fn council(terms: &Terms) -> GroupId {
    terms.group_named("council").unwrap().id
}

fn company(terms: &Terms, code: &str) -> CompanyId {
    terms.company_named(code).unwrap().id
}

/// The addresses of some people.
fn addresses(terms: &Terms, people: &[PersonId]) -> Vec<String> {
    people.iter().map(|id| terms.person(*id).unwrap().email.clone()).collect()
}

#[test]
fn a_cadence_is_what_is_usual_and_what_it_says() {
    let terms = terms();
    let cadence = |code: &str| terms.cadence(council(&terms), code).unwrap();
    let weekly = cadence("weekly");
    assert_eq!((weekly.name.as_str(), weekly.template), ("Weekly status", Template::WeeklyStatus));
    assert_eq!(weekly.recurrence.rule.as_deref(), Some("FREQ=WEEKLY"));
    assert_eq!((weekly.lasts.to_string().as_str(), weekly.form), ("PT1H", MeetingForm::Online));
    assert!(!weekly.technical && weekly.requires.is_empty() && weekly.sections.contains(&Section::Deviations));
    assert_eq!(cadence("directors").requires, [Level::Senior]);
    assert_eq!(cadence("directors").recurrence.rule.as_deref(), Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"));
    assert_eq!(cadence("top").recurrence.zone.name(), "Europe/Zurich");
    assert_eq!(weekly.recurrence.zone, terms.zone);
    assert_eq!(
        (cadence("start").recurrence.rule.as_ref(), &cadence("start").sections[..]),
        (None, &Section::KICK_OFF[..])
    );
    let tech = cadence("tech");
    assert!(tech.technical);
    assert_eq!(
        (tech.lasts.to_string().as_str(), tech.form, tech.on_holiday),
        ("PT2H", MeetingForm::InPerson, OnHoliday::Keep)
    );
    let review = cadence("review");
    assert_eq!(
        (review.sections.as_slice(), review.form),
        (&[Section::FollowUp, Section::Other][..], MeetingForm::Online)
    );
    assert!(terms.cadence(council(&terms), "nothing").is_none());
    let codes: Vec<&str> = terms.governance_plan().map(|(_, cadence)| cadence.code.as_str()).collect();
    assert_eq!(codes, ["directors", "review", "start", "tech", "top", "weekly"]);
}

#[test]
fn a_group_says_how_it_decides_and_until_when_its_members_sit_there() {
    let terms = terms();
    let group = terms.group(council(&terms)).unwrap();
    assert_eq!((group.rule, group.quorum), (DecisionRule::MajorityWithVeto, Quorum::All));
    let ada = group.members.iter().find(|it| it.role == GroupRole::Chair).unwrap();
    let deputy = terms.person_at("a2@ada.example").unwrap().id;
    assert!(ada.seats(deputy) && ada.speaks());
    assert!(ada.in_term("2026-12-31".parse().unwrap()) && !ada.in_term("2027-01-01".parse().unwrap()));
    assert_eq!(group.members.iter().filter(|it| !it.speaks()).count(), 1);
}

#[test]
fn somebody_answers_for_every_company_at_every_level() {
    let terms = terms();
    let path = terms.escalation_path_named("all").unwrap();
    assert_eq!(path.triggers, [Trigger::NoResponse, Trigger::Reopened { times: 2 }, Trigger::Raised]);
    let on = "2026-03-01".parse().unwrap();
    let holders =
        |level: usize, code: &str| addresses(&terms, &path.levels[level].holders(&terms, company(&terms, code), on));
    assert_eq!(path.levels[0].role, Role::Coordinator);
    assert_eq!([holders(0, "ada"), holders(0, "bob")], [["a2@ada.example"], ["b@bob.example"]]);
    assert_eq!(holders(0, "cyd"), ["a2@ada.example"], "the party through which it is bound answers for it");
    assert_eq!([holders(1, "ada"), holders(1, "bob")], [["a@ada.example"], ["b2@bob.example"]], "whom the path names");
    assert!(holders(0, "dan").is_empty());
    let ended = "2027-01-01".parse().unwrap();
    let after = path.levels[1].holders(&terms, company(&terms, "ada"), ended);
    assert!(after.is_empty(), "the term in the group has ended");
}

#[test]
fn a_customer_takes_the_path_of_its_own_and_everybody_else_the_common_one() {
    let terms = terms();
    let path = |customer: Option<&str>| {
        let customer = customer.map(|code| company(&terms, code));
        terms.escalation_path_for(customer).unwrap().code.clone()
    };
    assert_eq!([path(Some("dan")), path(Some("eve")), path(None)], ["dans", "all", "all"]);
    let id = terms.escalation_path_named("dans").unwrap().id;
    assert_eq!(terms.escalation_path(id).unwrap().code, "dans");
    let none = resolve(&GROUPS[..GROUPS.find("escalations:").unwrap()]).unwrap();
    assert!(none.escalation_path_for(None).is_none());
}

#[test]
fn words_are_found_by_kind_and_signs_by_weight() {
    let terms = terms();
    assert!(terms.word(WordKind::Status, "resolved").is_some() && terms.word(WordKind::Severity, "resolved").is_none());
    assert_eq!(terms.aspect("ways").unwrap().question, "Does it hand over as agreed?");
    let health = terms.health.as_ref().unwrap();
    let weights: Vec<(HealthSign, String)> = health.weights.iter().map(|it| (it.sign, it.weight.to_string())).collect();
    assert_eq!(weights, [(HealthSign::Acceptance, "2.5".to_owned()), (HealthSign::Attendance, "1".to_owned())]);
}

#[test]
fn ids_stay_with_the_codes_of_paths_and_groups() {
    let first = terms();
    let text = GROUPS.replace("name: Every matter", "name: All matters").replace("code: dans", "code: dan-only");
    let second = resolve_after(&text, &first).unwrap_or_else(|problems| panic!("{problems}"));
    let id = |terms: &Terms, code: &str| terms.escalation_path_named(code).map(|path| path.id);
    assert_eq!(id(&second, "all"), id(&first, "all"));
    assert!(id(&second, "dan-only").is_some() && id(&second, "dan-only") != id(&first, "dans"));
    assert_eq!(council(&second), council(&first));
}

#[test]
fn an_agreement_with_too_many_rhythms_is_refused_before_they_are_followed() {
    let one = "      - {code: weekly, template: weekly_status, starts: 2026-01-12T09:00}\n";
    let never = one.replace("09:00}", "09:00, rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30}");
    let told = resolve(&GROUPS.replacen(one, &never.repeat(9_000), 1)).unwrap_err();
    let only: Vec<&str> = told.0.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(only, ["the groups of an agreement meet in at most 100 rhythms, and here are 9005"]);
}
