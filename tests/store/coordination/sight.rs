//! Who sees a matter is told by where it comes from: whoever is named as its owner is neither shown it nor kept from it.

use super::{add, add_for, called, follow, on_meeting, start, titles};
use crate::support::{
    deviations::{CLARA, FELIX, Group, IRENE, MIRA, OSKAR, PAUL, TOVE},
    receiver::Receiver,
    world::both,
};
use concordat_domain::{
    access::Verb,
    agreements::Section,
    coordination::{AgendaOutcome, Matter, Subject},
    deviations::{Criterion, Measure, Request, ReviewVerdict},
    escalations,
    kernel::{ActionId, AgendaItemId, DeviationId, EscalationId, MeetingId, PeriodKind},
    kpis::Scope,
};
use concordat_service::{
    coordination,
    deviations::{self, Plan},
    escalations::{self as raising, Raise},
    events::{self, EventFilter, EventPage},
    kernel::{Denial, No, Outcome, Permitted, Tx, table::FileKind},
    notifications, reactions,
};

/// Analyst of nordlicht.
const JONAS: &str = "jonas.fjell@nordlicht.example";
/// Analyst of castor.
const EMIL: &str = "emil.rauch@castor.example";
/// Expert of castor.
const NINA: &str = "nina.falk@castor.example";
/// Analyst and expert of halden.
const SARA: &str = "sara.myhre@halden.example";

const ALL: EventPage = EventPage { after: 0, first: 1_000 };

/// The whole log, as far as somebody reads it; nothing for whoever reads none.
fn log(tx: &mut Tx<'_>, group: &Group<'_>) -> Outcome<Option<Vec<uuid::Uuid>>> {
    match events::events(tx, group.agreement, &EventFilter::default(), ALL) {
        Err(No::Denied(Denial::Forbidden)) => Ok(None),
        found => {
            let told = reactions::disclosed(tx, group.agreement, found?)?;
            Ok(Some(told.into_iter().map(|event| event.subject).collect()))
        }
    }
}

/// Every way in which a matter can be read, with whether somebody does.
fn ways(group: &Group<'_>, who: &str, meeting: MeetingId, id: AgendaItemId) -> Vec<(&'static str, bool)> {
    let (agreement, title) = (group.agreement, "Brought along");
    let read = |tx: &mut Tx<'_>| {
        let agenda = coordination::agendas(tx, agreement, &[meeting])?;
        let (_, pack) = coordination::pack(tx, agreement, meeting)?;
        let (mut page, mut table) = (Vec::new(), Vec::new());
        coordination::write_page(tx, agreement, meeting, &mut page)?;
        coordination::write_sheet(tx, agreement, meeting, FileKind::Csv, &mut table)?;
        let found = events::of_meetings(tx, agreement, ALL)?;
        let heard = coordination::happenings(tx, agreement, found, Some(meeting))?;
        let mut ways = vec![
            ("agenda", agenda.iter().any(|view| view.item.id == id)),
            ("by its id", coordination::agenda_item(tx, agreement, id).is_ok()),
            ("pack", pack.items.iter().any(|it| it.view.item.id == id)),
            ("page", String::from_utf8_lossy(&page).contains(title)),
            ("table", String::from_utf8_lossy(&table).contains(title)),
            ("happenings", heard.iter().any(|one| one.event.subject == id.0)),
        ];
        ways.extend(log(tx, group)?.map(|log| ("log", log.contains(&id.0))));
        Ok(ways)
    };
    group.world.database.read(&group.world.person(who), read).unwrap()
}

/// Holds everybody to what they see, on every way.
#[track_caller]
fn seen_by(group: &Group<'_>, (meeting, id): (MeetingId, AgendaItemId), seers: &[&str], others: &[&str]) {
    for (all, sees) in [(seers, true), (others, false)] {
        for who in all {
            for (way, found) in ways(group, who, meeting, id) {
                assert_eq!(found, sees, "{who}, {way}");
            }
        }
    }
}

/// The figure of nordlicht's cases that stay resolved, which no other company sees.
fn concealed(group: &Group<'_>) -> DeviationId {
    group.assess_as(&group.world.console(), "2026-03", &[("not-reopened", "nordlicht", 50)]).unwrap();
    group.deviation(TOVE, ("not-reopened", Some("nordlicht"), "2026-03")).unwrap().deviation.id
}

/// What nordlicht alone will do about it, before whoever has to consent.
fn planned(group: &Group<'_>, id: DeviationId) -> ActionId {
    let deviation = group.deviation(TOVE, ("not-reopened", Some("nordlicht"), "2026-03")).unwrap();
    assert_eq!(deviation.deviation.id, id);
    let accepted = group.review(TOVE, &deviation, ReviewVerdict::Accept).unwrap();
    let criterion = Criterion {
        kpi: group.kpi("not-reopened"),
        scope: Scope::company(group.company("nordlicht")),
        measure: Measure::AtLeast { value: "0.9".parse().unwrap() },
        every: PeriodKind::Month,
        after: "2026-04-01".parse().unwrap(),
        periods: 2,
    };
    let task = Request {
        company: group.company("nordlicht"),
        owner: group.id_of(MIRA),
        title: "Ask before closing".to_owned(),
        due: "2026-04-20".parse().unwrap(),
    };
    let plan = Plan { title: "Ask first".to_owned(), criterion, tasks: vec![task] };
    let draft = |tx: &mut Tx<'_>, on, revision| deviations::plan(tx, on, revision, &plan);
    let drafted = group.on_deviation(TOVE, Verb::ActionPlan, &accepted, draft).unwrap();
    group.on_action(TOVE, Verb::ActionPlan, &drafted, deviations::propose).unwrap().action.id
}

fn raise(group: &Group<'_>, who: &str, subject: escalations::Subject, concerns: &str) -> EscalationId {
    let raise =
        Raise { subject, concerns: Some(group.company(concerns)), title: "Too slow".into(), note: None, company: None };
    let raised = group.world.on(&group.world.person(who), group.agreement, Verb::AgreementView, |tx, on| {
        raising::raise(tx, on, &raise).map(|view| view.escalation.id)
    });
    raised.unwrap()
}

#[test]
fn a_figure_that_somebody_puts_down_to_another_company_is_its_own_companys() {
    both(|world| {
        let group = Group::new(world);
        let (meeting, receiver) = (called(&group), Receiver::start());
        group.send();
        for who in [TOVE, OSKAR, PAUL] {
            group.hook(who, &receiver, &["agenda_item.*"]);
        }
        let id = add_for(&group, IRENE, meeting, Subject::Deviation { id: concealed(&group) }, Some("halden")).unwrap();
        let (seers, others) = ([IRENE, FELIX, TOVE, JONAS], [OSKAR, SARA, PAUL, CLARA, EMIL]);
        seen_by(&group, (meeting, id), &seers, &others);
        assert_eq!((group.send(), receiver.posted().len()), (1, 1), "of the companies' systems one is told");
        world.at("2026-04-07T08:00:00Z");
        start(&group, TOVE, meeting);
        seen_by(&group, (meeting, id), &seers, &others);
        let (item, escalated) = escalate(&group, TOVE, id);
        let Err(No::Refused(why)) = escalated else { panic!("{escalated:?}") };
        assert_eq!(why.0[0].code, "AGENDA_CONCEALED");
        assert!(item.outcome.is_none());
    });
}

#[test]
fn the_health_of_a_company_is_seen_by_its_own_people_whoever_is_named() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        let subject = Subject::Health { company: group.company("nordlicht") };
        let id = add_for(&group, PAUL, meeting, subject, Some("castor")).unwrap();
        seen_by(&group, (meeting, id), &[IRENE, FELIX, PAUL, TOVE, JONAS], &[EMIL, SARA, NINA]);
    });
}

#[test]
fn an_escalation_is_seen_by_the_experts_of_whom_it_concerns_whoever_is_named() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        let subject = Subject::Escalation { id: raise(&group, CLARA, escalations::Subject::Free, "castor") };
        let id = add_for(&group, PAUL, meeting, subject, Some("nordlicht")).unwrap();
        seen_by(&group, (meeting, id), &[IRENE, FELIX, PAUL, OSKAR, NINA], &[MIRA]);
    });
}

#[test]
fn an_escalation_about_a_concealed_plan_is_seen_as_the_plan_is() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        let action = planned(&group, concealed(&group));
        let raised = raise(&group, IRENE, escalations::Subject::Action { action }, "halden");
        let id = add_for(&group, IRENE, meeting, Subject::Escalation { id: raised }, Some("castor")).unwrap();
        seen_by(&group, (meeting, id), &[IRENE, FELIX, TOVE, MIRA], &[OSKAR, SARA, PAUL, CLARA, NINA]);
    });
}

/// Somebody escalates a matter of the running meeting: the matter as it was, and what came of that.
fn escalate(
    group: &Group<'_>,
    who: &str,
    id: AgendaItemId,
) -> (concordat_domain::coordination::AgendaItem, Outcome<coordination::AgendaItemView>) {
    let person = group.world.person(who);
    let known = group.world.database.read(&person, |tx| coordination::agenda_item(tx, group.agreement, id)).unwrap();
    let escalated = group.world.database.write(&person, group.agreement, |tx| {
        let on = coordination::agenda_item(tx, group.agreement, id)?;
        let outcome = AgendaOutcome::Escalated { reason: "too long".to_owned(), escalation: None };
        coordination::set_outcome(tx, on, known.revision, outcome)
    });
    (known.item.clone(), escalated)
}

#[test]
fn a_plan_that_is_escalated_climbs_at_its_own_company() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        let action = planned(&group, concealed(&group));
        let id = add_for(&group, IRENE, meeting, Subject::Action { id: action }, Some("halden")).unwrap();
        seen_by(&group, (meeting, id), &[IRENE, FELIX, TOVE, MIRA], &[OSKAR, SARA, PAUL, CLARA]);
        world.at("2026-04-07T08:00:00Z");
        start(&group, TOVE, meeting);
        let escalated = escalate(&group, TOVE, id).1.unwrap().item.outcome;
        let Some(AgendaOutcome::Escalated { escalation: Some(raised), .. }) = escalated else {
            panic!("{escalated:?}")
        };
        let sees = |who: &str| {
            let read = |tx: &mut Tx<'_>| {
                let waits = notifications::inbox(tx)?.iter().any(|one| one.title == "Brought along");
                Ok((raising::escalation(tx, group.agreement, raised).is_ok(), waits))
            };
            world.database.read(&world.person(who), read).unwrap()
        };
        assert_eq!([TOVE, MIRA].map(sees), [(true, false), (true, true)]);
        assert_eq!([SARA, OSKAR, PAUL].map(sees), [(false, false); 3]);
        let concerned =
            |tx: &mut Tx<'_>| Ok(raising::escalation(tx, group.agreement, raised)?.escalation.matter.company);
        assert_eq!(world.database.read(&world.person(TOVE), concerned).unwrap(), group.company("nordlicht"));
    });
}

#[test]
fn what_stands_for_itself_is_escalated_at_whom_it_was_put_down_to() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        let id = add_for(&group, PAUL, meeting, Subject::Free, Some("halden")).unwrap();
        world.at("2026-04-07T08:00:00Z");
        start(&group, PAUL, meeting);
        let escalated = escalate(&group, PAUL, id).1.unwrap().item.outcome;
        let Some(AgendaOutcome::Escalated { escalation: Some(raised), .. }) = escalated else {
            panic!("{escalated:?}")
        };
        let concerned =
            |tx: &mut Tx<'_>| Ok(raising::escalation(tx, group.agreement, raised)?.escalation.matter.company);
        assert_eq!(world.database.read(&world.person(PAUL), concerned).unwrap(), group.company("halden"));
    });
}

#[test]
fn that_a_matter_came_is_told_to_the_same_people_once_it_has_gone() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        let id = add(&group, TOVE, meeting, Subject::Deviation { id: concealed(&group) }).unwrap();
        let told = |who: &str| {
            let read = |tx: &mut Tx<'_>| {
                let found = events::of_meetings(tx, group.agreement, ALL)?;
                let heard = coordination::happenings(tx, group.agreement, found, Some(meeting))?;
                let heard = heard.iter().filter(|one| one.event.subject == id.0).count();
                let log = log(tx, &group)?.map(|log| log.iter().filter(|subject| **subject == id.0).count());
                Ok((heard, log))
            };
            world.database.read(&world.person(who), read).unwrap()
        };
        assert_eq!([IRENE, FELIX, TOVE, OSKAR].map(told), [(1, Some(1)), (1, Some(1)), (1, Some(1)), (0, Some(0))]);
        let gone = world.database.write(&world.person(TOVE), group.agreement, |tx| {
            let on = tx.permit(Verb::AgendaKeep, (group.agreement, id))?;
            coordination::remove_matter(tx, on, 1)
        });
        assert_eq!(gone.unwrap(), meeting);
        assert_eq!([IRENE, FELIX, TOVE, OSKAR].map(told), [(2, Some(2)), (2, Some(2)), (2, Some(2)), (0, Some(0))]);
        assert_eq!(told(JONAS), (2, None), "an analyst of the company follows the meeting and reads no log");
    });
}

#[test]
fn what_was_brought_along_and_is_concealed_since_is_concealed_before_the_meeting_begins() {
    both(|world| {
        let group = Group::new(world);
        let meeting = called(&group);
        group.assess("2026-03", 50);
        let subject = Subject::Deviation { id: group.slip().deviation.id };
        let matter = Matter { section: Section::Other, subject, title: "Ours".to_owned(), owner: None };
        let add = |tx: &mut Tx<'_>, on: Permitted<_>| coordination::add_matter(tx, &on, matter.clone()).map(|_| ());
        on_meeting(&group, PAUL, Verb::AgendaKeep, meeting, add).unwrap();
        assert!([PAUL, TOVE].iter().all(|who| titles(&group, who, meeting) == ["Ours"]));
        world.active(&super::agenda::amended("2026-04-06"));
        world.at("2026-04-06T08:00:00Z");
        group.assess("2026-03", 60);
        follow(&group);
        let ours = |who: &str| titles(&group, who, meeting).contains(&"Ours".to_owned());
        assert_eq!([IRENE, TOVE, FELIX].map(ours), [true; 3]);
        assert_eq!([PAUL, CLARA, OSKAR].map(ours), [false; 3]);
    });
}
