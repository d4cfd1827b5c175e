//! Coordination groups, escalation paths and common ground as entries of the agreement file.

use super::export::{day, length, number, text};
use super::{Cadence, EscalationLevel, Group, Health, Member, Terms};
use crate::agreements::file::{
    AspectEntry, At, CadenceEntry, EscalationEntry, GroupEntry, HealthEntry, HolderEntry, LevelEntry, LocalTime,
    MemberEntry, Number, SignEntry, TimesEntry, TriggerEntry, TriggerWord, WordEntry,
};
use crate::agreements::words::Trigger;
use crate::kernel::PersonId;

impl Terms {
    pub(super) fn group_entries(&self) -> Vec<GroupEntry> {
        let entry = |it: &Group| GroupEntry {
            code: text(&it.code),
            name: text(&it.name),
            rule: given(it.rule),
            quorum: given(it.quorum),
            members: it.members.iter().map(|it| self.member_entry(it)).collect(),
            cadences: it.cadences.iter().map(cadence_entry).collect(),
        };
        self.groups.iter().map(entry).collect()
    }

    fn member_entry(&self, member: &Member) -> MemberEntry {
        let person = self.person(member.person);
        let elsewhere = person.is_none_or(|person| person.company != member.company);
        MemberEntry {
            person: self.address(member.person),
            level: At::nowhere(member.level),
            company: elsewhere.then(|| self.company_text(member.company)),
            role: given(member.role),
            deputy: member.deputy.map(|id| self.address(id)),
            since: member.since.map(day),
            until: member.until.map(day),
            calendar: member.calendar.as_deref().map(text),
        }
    }

    pub(super) fn escalation_entries(&self) -> Vec<EscalationEntry> {
        let entry = |it: &super::EscalationPath| EscalationEntry {
            code: text(&it.code),
            name: text(&it.name),
            customer: it.customer.map(|id| self.company_text(id)),
            triggers: it.triggers.iter().map(|it| At::nowhere(trigger_entry(*it))).collect(),
            levels: it.levels.iter().map(|it| self.level_entry(it)).collect(),
        };
        self.escalations.iter().map(entry).collect()
    }

    fn level_entry(&self, level: &EscalationLevel) -> LevelEntry {
        let mut holders: Vec<HolderEntry> = level
            .holders
            .iter()
            .map(|it| HolderEntry { company: self.company_text(it.company), person: self.address(it.person) })
            .collect();
        let names = |it: &HolderEntry| (it.company.value.clone(), it.person.value.clone());
        holders.sort_by_key(names);
        LevelEntry {
            name: text(&level.name),
            tier: At::nowhere(level.tier),
            answer_within: length(level.answer_within),
            calendar: level.calendar.as_deref().map(text),
            role: At::nowhere(level.role),
            management: level.management.map(At::nowhere),
            holders,
        }
    }

    pub(super) fn word_entries(&self) -> Vec<WordEntry> {
        let entry = |it: &super::Word| WordEntry {
            code: text(&it.code),
            kind: At::nowhere(it.kind),
            meaning: text(&it.meaning),
        };
        self.vocabulary.iter().map(entry).collect()
    }

    pub(super) fn aspect_entries(&self) -> Vec<AspectEntry> {
        let entry = |it: &super::Aspect| AspectEntry {
            code: text(&it.code),
            area: At::nowhere(it.area),
            question: text(&it.question),
        };
        self.alignment.iter().map(entry).collect()
    }

    fn address(&self, id: PersonId) -> At<String> {
        text(self.person(id).map_or("", |person| &person.email))
    }
}

/// A word that is left out where it is what nobody has to write.
fn given<T: Copy + Default + PartialEq>(word: T) -> Option<At<T>> {
    (word != T::default()).then(|| At::nowhere(word))
}

fn cadence_entry(cadence: &Cadence) -> CadenceEntry {
    let starts = cadence.recurrence.starts.format("%Y-%m-%dT%H:%M").to_string();
    CadenceEntry {
        code: text(&cadence.code),
        template: At::nowhere(cadence.template),
        name: Some(text(&cadence.name)),
        starts: At::nowhere(LocalTime(starts)),
        rule: cadence.recurrence.rule.as_deref().map(text),
        zone: Some(text(cadence.recurrence.zone.name())),
        lasts: Some(length(cadence.lasts)),
        purpose: Some(text(&cadence.purpose)),
        technical: Some(At::nowhere(cadence.technical)),
        requires: Some(cadence.requires.iter().map(|level| At::nowhere(*level)).collect()),
        sections: Some(cadence.sections.iter().map(|section| At::nowhere(*section)).collect()),
        form: Some(At::nowhere(cadence.form)),
        place: cadence.place.as_deref().map(text),
        on_holiday: Some(At::nowhere(cadence.on_holiday)),
    }
}

fn trigger_entry(trigger: Trigger) -> TriggerEntry {
    TriggerEntry::Word(match trigger {
        Trigger::NoResponse => TriggerWord::NoResponse,
        Trigger::NoResolution => TriggerWord::NoResolution,
        Trigger::RedFlag => TriggerWord::RedFlag,
        Trigger::ActionOverdue => TriggerWord::ActionOverdue,
        Trigger::HandOverUnaccepted => TriggerWord::HandOverUnaccepted,
        Trigger::VerificationFailed => TriggerWord::VerificationFailed,
        Trigger::Raised => TriggerWord::Raised,
        Trigger::AgendaItem => TriggerWord::AgendaItem,
        Trigger::Reopened { times } => {
            let times = Some(At::nowhere(Number(times.to_string())));
            return TriggerEntry::Times(TimesEntry { on: At::nowhere(TriggerWord::Reopened), times });
        }
    })
}

pub(super) fn health_entry(health: &Health) -> HealthEntry {
    let sign = |it: &super::SignWeight| SignEntry { sign: At::nowhere(it.sign), weight: number(it.weight) };
    HealthEntry {
        days: At::nowhere(Number(health.days.to_string())),
        weights: health.weights.iter().map(sign).collect(),
    }
}
