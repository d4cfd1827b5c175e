//! An agenda is built from what is open, keeps what people made of it, conceals what is concealed elsewhere, and stays as it
//! was seen when its meeting begins.

use super::{add, called, follow, start, titles, with};
use crate::support::{
    agreement::FILE,
    deviations::{CLARA, FELIX, Group, IRENE, OSKAR, PAUL, TOVE},
    world::both,
};
use concordat_domain::{
    coordination::{AgendaOutcome, Owner, Snapshot, Subject},
    deviations::ReviewVerdict,
    kernel::MeetingId,
};
use concordat_service::{
    coordination::{self, Pack, PackItem},
    kernel::{Denial, No},
};

/// Whether a title is of the figure of nordlicht that is disclosed to nordlicht alone.
fn is_own(group: &Group<'_>, title: &str) -> bool {
    title.contains("nordlicht") && title.starts_with(&group.terms.kpi_named("not-reopened").unwrap().name)
}

/// The value of nordlicht's share of cases in time in March, as it was when the meeting began and as it is now where that
/// is another, as somebody reads them in the pack.
fn slip(group: &Group<'_>, who: &str, meeting: MeetingId) -> (Option<String>, Option<String>) {
    let value = |known: Snapshot| known.figures.into_iter().find(|figure| figure.name == "value").unwrap().value;
    let of = |pack: Pack| {
        let slip = |it: &PackItem| it.view.item.matter.title.contains("nordlicht, 2026-03");
        let it = pack.items.into_iter().find(slip).unwrap();
        (it.then.map(value), it.now.map(value))
    };
    with(group, who, of, meeting)
}

#[test]
fn it_holds_what_is_open_once_and_follows_it() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        assert_eq!(follow(&group), 0, "nothing is open");
        group.assess("2026-03", 50);
        assert_eq!(follow(&group), 1);
        assert_eq!(follow(&group), 0, "following again changes nothing");
        let open = titles(&group, PAUL, meeting);
        let slip = "nordlicht, 2026-03: missed";
        assert_eq!(open.iter().filter(|title| title.ends_with(slip)).count(), 1, "{open:?}");
        let waived = ReviewVerdict::Waive { reason: "a strike".to_owned() };
        group.review(PAUL, &group.slip(), waived).unwrap();
        assert_eq!(follow(&group), 1);
        assert!(!titles(&group, PAUL, meeting).iter().any(|title| title.ends_with(slip)), "settled elsewhere");
        assert_eq!(world.events(group.agreement).iter().filter(|kind| *kind == "meeting.agenda_followed").count(), 2);
    });
}

#[test]
fn what_is_concealed_elsewhere_is_concealed_here() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        let facts = [("not-reopened", "nordlicht", 50), ("improvements-delivered", "castor", 10)];
        group.assess_as(&world.console(), "2026-03", &facts).unwrap();
        follow(&group);
        let holds = |who: &str, company: &str, what: &str| {
            titles(&group, who, meeting).iter().any(|title| title.contains(company) && title.contains(what))
        };
        let kpi = |code: &str| group.terms.kpi_named(code).unwrap().name.clone();
        for (code, company, seers) in [
            ("not-reopened", "nordlicht", [IRENE, TOVE, FELIX]),
            ("improvements-delivered", "castor", [IRENE, CLARA, FELIX]),
        ] {
            for who in [IRENE, PAUL, TOVE, CLARA, OSKAR, FELIX] {
                assert_eq!(holds(who, company, &kpi(code)), seers.contains(&who), "{who} reads of {company}");
            }
            let subject = Subject::Deviation {
                id: group.deviation(IRENE, (code, Some(company), "2026-03")).unwrap().deviation.id,
            };
            let refused = add(&group, OSKAR, meeting, subject);
            assert!(refused.is_err(), "nobody brings along what they do not see");
        }
    });
}

#[test]
fn whoever_does_not_see_a_matter_cannot_bring_it_along() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        group.assess_as(&world.console(), "2026-03", &[("not-reopened", "nordlicht", 50)]).unwrap();
        let concealed = group.deviation(IRENE, ("not-reopened", Some("nordlicht"), "2026-03")).unwrap();
        let subject = Subject::Deviation { id: concealed.deviation.id };
        let absent = Subject::Deviation { id: uuid::Uuid::from_u128(7).into() };
        for subject in [subject.clone(), absent] {
            assert!(matches!(add(&group, OSKAR, meeting, subject), Err(No::Denied(Denial::NotFound))));
        }
        add(&group, TOVE, meeting, subject.clone()).unwrap();
        let again = add(&group, OSKAR, meeting, subject);
        assert!(matches!(again, Err(No::Denied(Denial::NotFound))), "nor is told that somebody else has: {again:?}");
        assert_eq!(titles(&group, TOVE, meeting), ["Brought along"]);
        assert!(titles(&group, OSKAR, meeting).is_empty());
        let added = with(&group, TOVE, |pack| pack.items[0].view.item.clone(), meeting);
        assert_eq!(added.matter.owner.map(|owner: Owner| owner.company), Some(group.company("nordlicht")));
    });
}

#[test]
fn figures_stay_as_they_were_seen_with_what_became_of_them_beside() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        group.assess("2026-03", 50);
        follow(&group);
        world.at("2026-04-07T08:00:00Z");
        start(&group, PAUL, meeting);
        let value = |who: &str| slip(&group, who, meeting);
        assert_eq!(value(PAUL), (Some("0.5".to_owned()), None));
        group.assess("2026-03", 60);
        assert_eq!(value(PAUL), (Some("0.5".to_owned()), Some("0.6".to_owned())));
        let before = titles(&group, PAUL, meeting);
        group.assess_as(&world.console(), "2026-02", &[("sla-met", "nordlicht", 50)]).unwrap();
        assert_eq!(follow(&group), 0, "a running meeting's agenda grows by hand only");
        assert_eq!(titles(&group, PAUL, meeting), before);
    });
}

#[test]
fn the_pack_reads_as_a_page_and_as_a_table() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        group.assess("2026-03", 50);
        follow(&group);
        add(&group, TOVE, meeting, Subject::Free).unwrap();
        let (mut page, mut table) = (Vec::new(), Vec::new());
        world
            .database
            .read(&world.person(PAUL), |tx| {
                coordination::write_page(tx, group.agreement, meeting, &mut page)?;
                let kind = concordat_service::kernel::table::FileKind::Csv;
                coordination::write_sheet(tx, group.agreement, meeting, kind, &mut table)
            })
            .unwrap();
        let (page, table) = (String::from_utf8(page).unwrap(), String::from_utf8(table).unwrap());
        assert!(page.contains("<h1>Review of March</h1>") && page.contains("<h3>Brought along</h3>"), "{page}");
        assert!(!page.contains("<script"), "a page to read and nothing else");
        let rows = titles(&group, PAUL, meeting).len();
        assert_eq!(table.lines().count(), rows + 1, "{table}");
    });
}

/// The sample agreement from a day on, with the share of cases in time disclosed to each company alone.
pub fn amended(from: &str) -> String {
    let code = "  - code: sla-met\n";
    let (before, after) = FILE.split_once(code).unwrap();
    let own = after.replacen("disclosure: open", "disclosure: own", 1);
    let amended = format!("{before}{code}{own}");
    amended.replace("effective_from: 2025-01-01", &format!("effective_from: {from}"))
}

#[test]
fn what_is_concealed_after_the_meeting_began_tells_no_later_figures() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        group.assess("2026-03", 50);
        follow(&group);
        world.at("2026-04-07T08:00:00Z");
        start(&group, PAUL, meeting);
        world.active(&amended("2026-04-08"));
        world.at("2026-04-08T08:00:00Z");
        group.assess("2026-03", 60);
        let value = |who: &str| slip(&group, who, meeting);
        let (then, now) = (Some("0.5".to_owned()), Some("0.6".to_owned()));
        for who in [IRENE, TOVE, FELIX] {
            assert_eq!(value(who), (then.clone(), now.clone()), "{who}");
        }
        for who in [PAUL, CLARA, OSKAR] {
            assert_eq!(value(who), (then.clone(), None), "{who} has seen the one and does not see the other");
        }
    });
}

#[test]
fn a_matter_that_is_not_disclosed_is_not_escalated_by_the_group() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        group.assess_as(&world.console(), "2026-03", &[("not-reopened", "nordlicht", 50)]).unwrap();
        follow(&group);
        world.at("2026-04-07T08:00:00Z");
        start(&group, TOVE, meeting);
        let items = with(&group, TOVE, |pack| pack.items, meeting);
        let item = items.iter().find(|it| is_own(&group, &it.view.item.matter.title)).unwrap().view.clone();
        let escalated = world.database.write(&world.person(TOVE), group.agreement, |tx| {
            let on = coordination::agenda_item(tx, group.agreement, item.item.id)?;
            let outcome = AgendaOutcome::Escalated { reason: "too long".to_owned(), escalation: None };
            coordination::set_outcome(tx, on, item.revision, outcome)
        });
        let Err(No::Refused(why)) = escalated else { panic!("{escalated:?}") };
        assert_eq!(why.0[0].code, "AGENDA_CONCEALED");
    });
}
