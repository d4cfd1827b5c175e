//! The meetings of the story: the group of the twenty-third of February decides; a week later too few come; the next one waits
//! with what is open; and a matter that nobody answered has climbed to the coordination group.

use super::{
    group::{CLARA, GRETA, OSKAR, PAUL, TOVE},
    stage::Stage,
    story::day,
};
use concordat_domain::{
    access::Verb,
    agreements::Section,
    coordination::{AgendaOutcome, Errand, Matter, Motion, Presence, Seat, Subject, VoiceWord},
    escalations,
    kernel::{GroupId, MeetingId},
};
use concordat_service::{
    agreements,
    coordination::{self, Assignment, MeetingFilter, MeetingOrder, MeetingView, Proposal},
    escalations as climbing,
    kernel::{No, Outcome, Permitted, Tx},
};
use std::collections::BTreeSet;

/// Who sits in the group for which company.
const MEMBERS: [(&str, &str); 5] =
    [("meridian", PAUL), ("nordlicht", TOVE), ("castor", CLARA), ("halden", OSKAR), ("arnau", GRETA)];

const DECIDED: &str =
    "The workshop keeps two of each spare part that was missing in March 2025; Castor pays for the shelf.";
const MINUTES: &str = "Everybody came. The shelf of spare parts is decided; Nordlicht says by the third of March whom it lacks in summer.";

impl Stage {
    /// The rhythm begins, and two meetings pass.
    pub(super) fn meet(&self) -> Outcome<()> {
        self.at(day(2026, 2, 20), 8);
        coordination::plan_due(&self.database)?;
        let (first, second) = (self.weekly(23, 2)?, self.weekly(2, 3)?);
        self.at(day(2026, 2, 23), 9);
        self.decide(first)?;
        self.at(day(2026, 3, 2), 9);
        self.lack_a_quorum(second)
    }

    /// On the last day of the story: what is due has climbed, and the next agenda is there.
    pub(super) fn look_ahead(&self) -> Outcome<()> {
        climbing::climb_due(&self.database)?;
        coordination::fire_due(&self.database)?;
        coordination::plan_due(&self.database)?;
        coordination::follow_agendas(&self.database).map(drop)
    }

    fn group(&self) -> Outcome<GroupId> {
        let group = self.terms.group_named("coordination");
        group.map(|group| group.id).ok_or_else(|| No::broken("the demo has no coordination group"))
    }

    /// The weekly meeting of a day of February or March.
    fn weekly(&self, number: u32, month: u32) -> Outcome<MeetingId> {
        let zone = self.terms.zone;
        let (from, until) = (zone.start_of(day(2026, month, number)), zone.start_of(day(2026, month, number + 1)));
        let filter = MeetingFilter {
            group: Some(self.group()?),
            from: Some(from),
            until: Some(until),
            ..MeetingFilter::default()
        };
        let list =
            |tx: &mut Tx<'_>| coordination::meetings(tx, self.agreement, &filter, MeetingOrder::default(), None, 5);
        let found = self.database.read(&self.actor(PAUL)?, list)?;
        let weekly = found.into_iter().find(|view| view.meeting.cadence.as_deref() == Some("weekly"));
        weekly.map(|view| view.meeting.id).ok_or_else(|| No::broken("the demo's group does not meet every week"))
    }

    fn decide(&self, meeting: MeetingId) -> Outcome<()> {
        let matter = Matter {
            section: Section::Other,
            subject: Subject::Free,
            title: "Spare parts for the workshop".to_owned(),
            owner: None,
        };
        let item = self.of_meeting(PAUL, Verb::AgendaKeep, meeting, |tx, on, _| {
            coordination::add_matter(tx, &on, matter.clone()).map(|view| view.item.id)
        })?;
        self.of_meeting(PAUL, Verb::MeetingHold, meeting, coordination::start)?;
        self.come(meeting, &MEMBERS)?;
        let motion = Motion {
            title: "A shelf of spare parts at the workshop".to_owned(),
            text: DECIDED.to_owned(),
            concerned: BTreeSet::new(),
            effective_on: Some(day(2026, 3, 1)),
            supersedes: None,
            follow_up_on: Some(day(2026, 3, 9)),
        };
        let group = self.group()?;
        let proposal = Proposal { group, meeting: Some(meeting), item: Some(item), motion };
        let decision = self.write(CLARA, |tx| {
            coordination::propose(tx, self.agreement, proposal.clone()).map(|view| view.decision.id)
        })?;
        for (company, who) in MEMBERS {
            let company = Some(self.company(company)?);
            self.write(who, |tx| {
                let on = coordination::decision(tx, self.agreement, decision)?;
                let revision = on.revision;
                coordination::give_voice(tx, on, revision, company, VoiceWord::Consents).map(drop)
            })?;
        }
        self.write(PAUL, |tx| {
            let on = coordination::agenda_item(tx, self.agreement, item)?;
            let revision = on.revision;
            coordination::set_outcome(tx, on, revision, AgendaOutcome::Decided { decision }).map(drop)
        })?;
        let errand = Errand {
            title: "Say whom Nordlicht lacks in summer".to_owned(),
            company: self.company("nordlicht")?,
            person: Some(self.person(TOVE)?),
            due_on: day(2026, 3, 3),
        };
        let given = Assignment { group, meeting: Some(meeting), item: None, decision: None, errand };
        self.write(PAUL, |tx| coordination::assign(tx, self.agreement, given.clone()).map(drop))?;
        self.of_meeting(PAUL, Verb::MeetingHold, meeting, coordination::end)?;
        self.minutes(meeting)
    }

    /// Written by the chair, approved by everybody who was there.
    fn minutes(&self, meeting: MeetingId) -> Outcome<()> {
        self.of_meeting(PAUL, Verb::MeetingHold, meeting, |tx, on, revision| {
            coordination::write_minutes(tx, on, revision, MINUTES)
        })?;
        self.of_meeting(PAUL, Verb::MeetingHold, meeting, coordination::propose_minutes)?;
        for (company, who) in MEMBERS {
            let company = Some(self.company(company)?);
            self.of_meeting(who, Verb::MeetingView, meeting, |tx, on, revision| {
                coordination::approve_minutes(tx, on, revision, company)
            })?;
        }
        Ok(())
    }

    fn lack_a_quorum(&self, meeting: MeetingId) -> Outcome<()> {
        self.of_meeting(PAUL, Verb::MeetingHold, meeting, coordination::start)?;
        self.come(meeting, &MEMBERS[..2])?;
        self.of_meeting(PAUL, Verb::MeetingHold, meeting, coordination::end).map(drop)
    }

    fn come(&self, meeting: MeetingId, members: &[(&str, &str)]) -> Outcome<()> {
        let seat = |(company, who): &(&str, &str)| {
            let person = self.person(who)?;
            Ok((Seat { company: self.company(company)?, member: person }, Presence::Present { person }))
        };
        let entries = members.iter().map(seat).collect::<Outcome<Vec<_>>>()?;
        self.of_meeting(PAUL, Verb::MeetingHold, meeting, |tx, on, revision| {
            coordination::record_attendance(tx, on, revision, &entries)
        })
        .map(drop)
    }

    /// A coordinator raises what Castor leaves undone; nobody of the first level answers.
    pub(super) fn raise(&self) -> Outcome<()> {
        self.at(day(2026, 3, 3), 9);
        let raise = climbing::Raise {
            subject: escalations::Subject::Free,
            concerns: Some(self.company("castor")?),
            title: "Cash desks that stand still".to_owned(),
            note: Some("The third time since January that the terminals of the pool stood still.".to_owned()),
            company: Some(self.company("meridian")?),
        };
        self.write(PAUL, |tx| {
            let on = agreements::agreement(tx, self.agreement)?;
            climbing::raise(tx, &on, &raise).map(drop)
        })
    }

    fn of_meeting<T>(
        &self,
        who: &str,
        verb: Verb,
        meeting: MeetingId,
        work: impl Fn(&mut Tx<'_>, Permitted<MeetingView>, i32) -> Outcome<T>,
    ) -> Outcome<T> {
        self.write(who, |tx| {
            let on: Permitted<MeetingView> = tx.permit(verb, (self.agreement, meeting))?;
            let revision = on.revision;
            work(tx, on, revision)
        })
    }
}
