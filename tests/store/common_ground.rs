//! Common ground on both databases: words mapped, alignment assessed, health weighed, and its KPI's own deviation.

use crate::support::{
    agreement::FILE,
    cases::{Desk, HANS, JONAS, LEA, NINA},
    deviations::{CLARA, FELIX, IRENE, OSKAR, PAUL, TOVE},
    world::{World, both},
};
use concordat_domain::{
    access::Verb,
    agreements::{HealthSign, MeetingForm, Section, Template, WordKind},
    coordination::{
        Call, Slot,
        health::{Trend, mean},
    },
    kernel::{CompanyId, Decimal, MeetingId, Moment, Period},
    notifications::InboxKind,
    satisfaction::{Recorded, VoiceKind, Word},
};
use concordat_service::{
    agreements::AgreementView,
    coordination::{self, Assessing, CompanyHealth, Own, SeenHealth},
    deviations::{self, DeviationFilter},
    kernel::{Denial, No, Noun as _, Outcome, Tx},
    notifications, satisfaction,
};
use uuid::Uuid;

const KPI: &str = "\nkpis:
  - code: commitment-health
    name: Health of each company's commitment
    kind: ratio
    unit: share
    direction: higher
    joint: worst
    disclosure: open
    source: health
    measure: commitment_health
    targets:
      - {value: 0.5, valid_from: 2026-01-01}
      - {company: castor, value: 1, valid_from: 2026-01-01}
";

fn desk(world: &World) -> Desk<'_> {
    let desk = Desk::applied(world, &FILE.replacen("\nkpis:\n", KPI, 1));
    world.at("2026-03-02T08:00:00Z");
    desk
}

fn company(desk: &Desk<'_>, code: &str) -> CompanyId {
    desk.terms.company_named(code).unwrap().id
}

/// Does something in somebody's name.
fn act<T>(desk: &Desk<'_>, who: &str, work: impl Fn(&mut Tx<'_>) -> Outcome<T>) -> Outcome<T> {
    desk.world.database.write(&desk.world.person(who), desk.agreement, work)
}

#[track_caller]
fn refused<T>(outcome: Outcome<T>) -> String {
    match outcome {
        Err(No::Refused(no)) => no.0[0].code.clone().into_owned(),
        Err(No::Denied(denial)) => format!("{denial:?}"),
        Err(No::Fault(fault)) => fault.to_string(),
        Ok(_) => "done".into(),
    }
}

/// A customer's wish, put before nordlicht and castor.
fn wish(desk: &Desk<'_>) -> satisfaction::VoiceView {
    let said = Recorded {
        customer: company(desk, "arnau"),
        kind: VoiceKind::Improvement,
        text: "Tell us before you work at night.".into(),
        evidence: "Meeting with the town's office on 20 February.".into(),
        case: None,
        companies: vec![company(desk, "nordlicht"), company(desk, "castor")],
    };
    act(desk, LEA, |tx| satisfaction::record(tx, desk.agreement, company(desk, "meridian"), &said)).unwrap()
}

fn answer(desk: &Desk<'_>, who: &str, on: &satisfaction::VoiceView, word: Word<'_>) -> satisfaction::VoiceView {
    let (agreement, id, revision) = (desk.agreement, on.voice.id, on.revision);
    act(desk, who, |tx| {
        let on = satisfaction::voice(tx, agreement, id)?;
        satisfaction::reply(tx, on, revision, None, word)
    })
    .unwrap()
}

fn seen(desk: &Desk<'_>, who: &str, on: Option<&str>) -> Outcome<Vec<SeenHealth>> {
    let day = on.map(|day| day.parse().unwrap());
    let person = desk.world.person(who);
    desk.world.database.read(&person, |tx| coordination::commitment_health(tx, desk.agreement, None, day))
}

fn health(desk: &Desk<'_>, who: &str, on: Option<&str>) -> Outcome<Vec<CompanyHealth>> {
    Ok(seen(desk, who, on)?.into_iter().map(|seen| seen.found).collect())
}

fn sign(found: &CompanyHealth, sign: HealthSign) -> Option<String> {
    let known = found.health.signs.iter().find(|one| one.sign == sign)?;
    known.share.map(|share| format!("{} of {}", share.good(), share.total()))
}

#[test]
fn health_is_made_of_what_happened_and_each_company_sees_its_own() {
    both(|world| {
        let desk = desk(world);
        let asked = wish(&desk);
        answer(&desk, TOVE, &asked, Word::Acknowledge);
        let of = |all: &[CompanyHealth], code: &str| {
            all.iter().find(|one| one.company == company(&desk, code)).cloned().unwrap()
        };
        let before = health(&desk, FELIX, None).unwrap();
        assert_eq!(sign(&of(&before, "nordlicht"), HealthSign::Voice), Some("1 of 1".into()));
        assert_eq!(sign(&of(&before, "castor"), HealthSign::Voice), None, "there is still time");
        world.at("2026-03-09T08:00:00Z");
        let late = health(&desk, FELIX, None).unwrap();
        assert_eq!(sign(&of(&late, "castor"), HealthSign::Voice), Some("0 of 1".into()));
        assert_eq!(sign(&of(&late, "halden"), HealthSign::Voice), None, "it was not asked");
        assert!(of(&late, "castor").health.warns());
        for one in &late {
            assert_eq!(one.health.value(), mean(&one.health.signs), "as anybody can work it out again");
        }
        // a day before the wish, nothing was to be judged
        let earlier = health(&desk, FELIX, Some("2026-02-28")).unwrap();
        assert_eq!(sign(&of(&earlier, "nordlicht"), HealthSign::Voice), None);
        let codes = |who: &str| -> Vec<String> {
            let seen = health(&desk, who, None).unwrap();
            seen.iter().map(|one| desk.terms.company(one.company).unwrap().code.clone()).collect()
        };
        assert_eq!(codes(FELIX), ["berger", "castor", "halden", "meridian", "nordlicht"], "customers have none");
        assert_eq!(codes(JONAS), ["nordlicht"]);
        assert_eq!(codes(PAUL).len(), 5, "the group sees all");
        let counted = |who: &str| -> Vec<String> {
            let seen = seen(&desk, who, None).unwrap();
            let counted = seen.iter().filter(|one| one.counts);
            counted.map(|one| desk.terms.company(one.found.company).unwrap().code.clone()).collect()
        };
        assert_eq!(counted(PAUL), ["meridian"], "how many cases and plans are behind a sign is the company's own");
        assert_eq!((counted(JONAS), counted(FELIX).len()), (vec!["nordlicht".to_owned()], 5));
        assert!(matches!(health(&desk, HANS, None), Err(No::Denied(Denial::Forbidden))));
    });
}

#[test]
fn of_many_wishes_those_that_are_due_first_wait_in_the_inbox() {
    both(|world| {
        let desk = desk(world);
        let first = wish(&desk);
        // others that nordlicht has acknowledged and castor has not
        for number in 0..110 {
            world.at(&format!("2026-03-02T{:02}:{:02}:00Z", 9 + number / 60, number % 60));
            let later = wish(&desk);
            answer(&desk, TOVE, &later, Word::Acknowledge);
        }
        let waits = |who: &str| -> Vec<Uuid> {
            let found = world.database.read(&world.person(who), notifications::inbox).unwrap();
            found.into_iter().filter(|one| one.kind == InboxKind::Voice).map(|one| one.subject).collect()
        };
        assert_eq!(waits(TOVE), [first.voice.id.0], "however much came later");
        let of_clara = waits(CLARA);
        assert_eq!((of_clara.len(), of_clara[0]), (100, first.voice.id.0));
        world.at("2026-03-12T08:00:00Z");
        satisfaction::fire_due(&world.database).unwrap();
        assert_eq!(waits(CLARA)[0], first.voice.id.0, "nor once it is overdue");
    });
}

#[test]
fn alignment_counts_as_last_assessed_and_moves_the_trend() {
    both(|world| {
        let desk = desk(world);
        let assess = |who: &str, of: &str, aspect: &'static str, score: i64, on: Option<&str>| {
            let on = on.map(|day| day.parse().unwrap());
            let found = Assessing { company: company(&desk, of), aspect, score, on, note: Some("as seen on site") };
            act(&desk, who, |tx| coordination::assess_alignment(tx, desk.agreement, found))
        };
        let first = assess(PAUL, "halden", "direction", 4, Some("2025-11-01")).unwrap();
        let again = assess(TOVE, "halden", "direction", 4, Some("2025-11-01")).unwrap();
        assert_eq!(first, again, "the same again is one");
        assess(PAUL, "halden", "direction", 1, None).unwrap();
        assess(PAUL, "halden", "one-contact", 2, None).unwrap();
        let events = world.events(desk.agreement);
        assert_eq!(events.iter().filter(|kind| *kind == "alignment.assessed").count(), 3);
        let found = health(&desk, FELIX, None).unwrap();
        let halden = found.iter().find(|one| one.company == company(&desk, "halden")).unwrap();
        assert_eq!(sign(halden, HealthSign::Alignment), Some("3 of 8".into()));
        let before = halden.health.before.iter().find(|one| one.sign == HealthSign::Alignment).unwrap();
        assert_eq!(before.share.map(|share| share.value()), Some(Decimal::ONE), "a window ago it was fully aligned");
        assert_eq!(halden.health.trend(), Some(Trend::Worse));
        let history = world
            .database
            .read(&world.person(OSKAR), |tx| coordination::alignment(tx, desk.agreement, company(&desk, "halden")));
        assert_eq!(history.unwrap().len(), 3);
        assert_eq!(refused(assess(OSKAR, "halden", "direction", 4, None)), "ALIGNMENT_OWN");
        assert_eq!(refused(assess(PAUL, "halden", "mood", 4, None)), "ALIGNMENT_ASPECT");
        assert_eq!(refused(assess(PAUL, "halden", "direction", 5, None)), "ALIGNMENT_SCORE");
        assert_eq!(refused(assess(PAUL, "arnau", "direction", 4, None)), "ALIGNMENT_COMPANY");
        assert_eq!(refused(assess(PAUL, "halden", "direction", 4, Some("2026-03-03"))), "ALIGNMENT_DATE");
        assert_eq!(
            refused(assess(IRENE, "halden", "direction", 4, None)),
            "Forbidden",
            "the steward keeps, and does not assess"
        );
        assert_eq!(refused(assess(NINA, "halden", "direction", 4, None)), "Forbidden");
    });
}

#[test]
fn each_company_maps_its_words_and_what_is_missing_is_flagged() {
    both(|world| {
        let desk = desk(world);
        let map = |who: &str, of: &str, own: &'static str, code: Option<&'static str>, revision: i32| {
            let word = Own { company: company(&desk, of), kind: WordKind::Severity, own };
            act(&desk, who, |tx| coordination::map_word(tx, desk.agreement, word, code, revision))
        };
        let flagged = |of: &str| {
            let person = world.person(FELIX);
            let all = world.database.read(&person, |tx| coordination::vocabularies(tx, desk.agreement)).unwrap();
            let one = all.into_iter().find(|one| one.vocabulary.company == company(&desk, of)).unwrap();
            let found = one.vocabulary.unmapped(&desk.terms.vocabulary);
            let own: Vec<String> = found.own.iter().map(|word| word.own.clone()).collect();
            (own, found.agreed.len(), one.revision)
        };
        let words = desk.terms.vocabulary.len();
        assert_eq!(flagged("castor"), (vec![], words, 0));
        assert_eq!(map(CLARA, "castor", "P1", Some("critical"), 0).unwrap().revision, 1);
        assert_eq!(map(NINA, "castor", "Sev", None, 1).unwrap().revision, 2, "its experts do too");
        assert_eq!(flagged("castor"), (vec!["Sev".into()], words - 1, 2));
        assert_eq!(map(CLARA, "castor", "P1", Some("critical"), 2).unwrap().revision, 2, "the same again is one");
        assert_eq!(refused(map(CLARA, "castor", "P2", Some("high"), 1)), "VOCABULARY_STALE");
        assert_eq!(refused(map(CLARA, "castor", "P2", Some("in-work"), 2)), "VOCABULARY_CODE");
        assert_eq!(refused(map(TOVE, "castor", "P2", None, 2)), "Forbidden", "another's words");
        let back = Own { company: company(&desk, "castor"), kind: WordKind::Severity, own: "P1" };
        let unmap = |revision| act(&desk, CLARA, |tx| coordination::unmap_word(tx, desk.agreement, back, revision));
        assert_eq!(unmap(2).unwrap().revision, 3);
        assert_eq!(refused(unmap(3)), "VOCABULARY_UNKNOWN");
        let events = world.events(desk.agreement);
        let told: Vec<_> = events.iter().filter(|kind| kind.starts_with("word.")).map(String::as_str).collect();
        assert_eq!(told, ["word.mapped", "word.mapped", "word.unmapped"]);
    });
}

#[test]
fn health_is_measured_once_a_day_corrected_the_day_after_and_deviates_by_itself() {
    both(|world| {
        let desk = desk(world);
        let asked = wish(&desk);
        let measured = || coordination::measure_all(&world.database).unwrap();
        assert_eq!((measured(), measured()), (1, 0), "once a day");
        let counted = || world.events(desk.agreement).iter().filter(|kind| *kind == "health.measured").count();
        assert_eq!(counted(), 1);
        world.at("2026-03-02T15:00:00Z");
        answer(&desk, TOVE, &asked, Word::Acknowledge);
        assert_eq!(
            (measured(), measured()),
            (1, 0),
            "of whom nothing was to judge before is measured for the first time"
        );
        world.at("2026-03-03T08:00:00Z");
        assert_eq!((measured(), measured()), (1, 0));
        world.at("2026-03-10T08:00:00Z");
        assert_eq!(measured(), 1);
        world.at("2026-04-03T08:00:00Z");
        let march = Period::parse("2026-03").unwrap();
        let view =
            world.database.read(&world.console(), |tx| AgreementView::load(tx, desk.agreement)).unwrap().unwrap();
        assert!(coordination::measure_all(&world.database).unwrap() <= 1);
        let steward = world.person(IRENE);
        world.on(&steward, desk.agreement, Verb::PeriodAssess, |tx, on| deviations::assess(tx, on, march)).unwrap();
        let kpi = view.terms.kpi_named("commitment-health").unwrap().id;
        let filter =
            DeviationFilter { kpi: Some(kpi), company: Some(company(&desk, "castor")), ..DeviationFilter::default() };
        let found = world.database.read(&steward, |tx| deviations::list(tx, desk.agreement, &filter, None, 5)).unwrap();
        assert_eq!(found.len(), 1, "castor promised full health and left a customer without an answer");
        assert!(found[0].deviation.figures.value < Some(Decimal::ONE));
    });
}

#[test]
fn a_commitment_that_weakens_comes_before_the_group_for_those_who_see_it() {
    both(|world| {
        let desk = desk(world);
        wish(&desk);
        world.at("2026-03-09T08:00:00Z");
        let call = |sections: Vec<Section>, starts: &str| {
            let starts = Moment::parse(starts).unwrap();
            let slot = Slot {
                title: "Directors".into(),
                starts,
                ends: starts.plus_seconds(3_600),
                zone: desk.terms.zone,
                form: MeetingForm::Online,
                place: None,
                flags: Vec::new(),
            };
            let group = desk.terms.group_named("directors").unwrap().id;
            let call = Call { group, template: Template::Custom, sections, slot };
            act(&desk, PAUL, |tx| coordination::call(tx, desk.agreement, call.clone())).unwrap().meeting.id
        };
        let with = call(vec![Section::Health, Section::Other], "2026-03-12T08:00:00Z");
        let without = call(vec![Section::Other], "2026-03-13T08:00:00Z");
        coordination::follow_agendas(&world.database).unwrap();
        assert_eq!(coordination::follow_agendas(&world.database).unwrap(), 0, "following again changes nothing");
        let titles = |who: &str, meeting: MeetingId| -> Vec<String> {
            let pack = |tx: &mut Tx<'_>| coordination::pack(tx, desk.agreement, meeting);
            let pack = world.database.read(&world.person(who), pack).unwrap().1;
            pack.items.into_iter().map(|it| it.view.item.matter.title).collect()
        };
        let of = |code: &str| format!("Commitment of {code}");
        assert!(titles(PAUL, with).contains(&of("castor")), "castor has not answered in time");
        assert!(titles(CLARA, with).contains(&of("castor")) && titles(FELIX, with).contains(&of("nordlicht")));
        let own = titles(JONAS, with);
        assert!(own.contains(&of("nordlicht")) && !own.contains(&of("castor")), "an analyst sees their own: {own:?}");
        assert_eq!(titles(FELIX, without), [""; 0], "a meeting without that section hears nothing of it");
    });
}
