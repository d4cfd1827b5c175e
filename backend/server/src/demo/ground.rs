//! Common ground in the story: what the town prefers and wants improved, whose words mean what, and how well the companies are
//! aligned.

use super::{
    desk::LEA,
    group::{CLARA, OSKAR, PAUL, TOVE},
    stage::Stage,
    story::day,
};
use concordat_domain::{
    agreements::WordKind,
    kernel::{CompanyId, VoiceId},
    satisfaction::{Recorded, VoiceKind, Word},
};
use concordat_service::{
    coordination::{self, Assessing, Own},
    kernel::Outcome,
    satisfaction,
};

/// Whose word of what kind means which of the agreement's; nothing where nobody has said yet.
const WORDS: &[(&str, &str, WordKind, &str, Option<&str>)] = &[
    (PAUL, "meridian", WordKind::Status, "New", Some("taken-in")),
    (PAUL, "meridian", WordKind::Status, "Work in progress", Some("in-work")),
    (PAUL, "meridian", WordKind::Severity, "P1", Some("critical")),
    (TOVE, "nordlicht", WordKind::Status, "Assigned", Some("in-work")),
    (TOVE, "nordlicht", WordKind::Status, "Pending vendor", None),
    (TOVE, "nordlicht", WordKind::Severity, "Sev 1", Some("critical")),
    (OSKAR, "halden", WordKind::Status, "On hold", Some("waiting")),
    (OSKAR, "halden", WordKind::Term, "Downtime", Some("outage")),
];

/// What the group found of a company: the aspect, from 0 to 4, and more about it.
const FOUND: &[(&str, &str, i64, &str)] = &[
    ("nordlicht", "staffing-plan", 1, "The summer of 2025 came as a surprise to everybody."),
    ("nordlicht", "hand-overs", 3, "Photos come with every hand-over since December."),
    ("nordlicht", "direction", 3, "A second shift stays."),
    ("castor", "one-contact", 4, "Clara Weiss decides for devices and desk."),
    ("castor", "staffing-plan", 2, "Known two weeks ahead."),
    ("halden", "change-windows", 1, "Two changes of December were made outside of every window."),
];

impl Stage {
    /// Words are mapped and alignment is assessed in January; in February the town says two things.
    pub(super) fn find_common_ground(&self) -> Outcome<()> {
        self.at(day(2026, 1, 20), 10);
        for (who, company, kind, own, code) in WORDS {
            self.map(who, Own { company: self.company(company)?, kind: *kind, own }, *code)?;
        }
        self.at(day(2026, 1, 22), 14);
        for (company, aspect, score, note) in FOUND {
            let found =
                Assessing { company: self.company(company)?, aspect, score: *score, on: None, note: Some(note) };
            self.write(PAUL, |tx| coordination::assess_alignment(tx, self.agreement, found).map(drop))?;
        }
        self.a_preference()?;
        self.an_improvement()
    }

    fn map(&self, who: &str, word: Own<'_>, code: Option<&str>) -> Outcome<()> {
        self.write(who, |tx| {
            let all = coordination::vocabularies(tx, self.agreement)?;
            let known = all.iter().find(|one| one.vocabulary.company == word.company);
            let revision = known.map_or(0, |known| known.revision);
            coordination::map_word(tx, self.agreement, word, code, revision).map(drop)
        })
    }

    /// Both companies answer it, and the town is told.
    fn a_preference(&self) -> Outcome<()> {
        self.at(day(2026, 2, 9), 9);
        let voice = self.hear(Recorded {
            customer: self.company("arnau")?,
            kind: VoiceKind::Preference,
            text: "Call the registry back after two o'clock: in the morning its counters are open.".to_owned(),
            evidence: "The head of the registry on the telephone, 6 February.".to_owned(),
            case: None,
            companies: vec![self.company("nordlicht")?, self.company("castor")?],
        })?;
        self.at(day(2026, 2, 10), 11);
        self.reply(TOVE, "nordlicht", voice, Word::Acknowledge)?;
        self.reply(CLARA, "castor", voice, Word::Answer("Our desk notes it with each case of the registry."))?;
        self.at(day(2026, 2, 12), 15);
        self.write(LEA, |tx| {
            let on = satisfaction::voice(tx, self.agreement, voice)?;
            let revision = on.revision;
            satisfaction::close(tx, on, revision, "You are called back after two o'clock.").map(drop)
        })
    }

    /// Halden says nothing for five open days: the group will hear of it.
    fn an_improvement(&self) -> Outcome<()> {
        self.at(day(2026, 2, 11), 9);
        let voice = self.hear(Recorded {
            customer: self.company("arnau")?,
            kind: VoiceKind::Improvement,
            text: "Tell us two days ahead when the file servers are worked on at night.".to_owned(),
            evidence: "Meeting with the town's office on 10 February.".to_owned(),
            case: None,
            companies: vec![self.company("halden")?, self.company("nordlicht")?],
        })?;
        self.at(day(2026, 2, 13), 10);
        self.reply(TOVE, "nordlicht", voice, Word::Answer("Changes of the network are in the town's calendar now."))?;
        self.at(day(2026, 2, 19), 8);
        satisfaction::fire_due(&self.database).map(drop)
    }

    fn hear(&self, said: Recorded) -> Outcome<VoiceId> {
        let meridian: CompanyId = self.company("meridian")?;
        self.write(LEA, |tx| satisfaction::record(tx, self.agreement, meridian, &said).map(|view| view.voice.id))
    }

    fn reply(&self, who: &str, company: &str, voice: VoiceId, word: Word<'_>) -> Outcome<()> {
        let company = Some(self.company(company)?);
        self.write(who, |tx| {
            let on = satisfaction::voice(tx, self.agreement, voice)?;
            let revision = on.revision;
            satisfaction::reply(tx, on, revision, company, word).map(drop)
        })
    }
}
