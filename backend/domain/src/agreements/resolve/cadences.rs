//! Cadences: what the template says is usual, what the entry says otherwise, and whether such meetings can be held.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, CadenceEntry, GroupEntry, LocalTime};
use crate::agreements::template::{Rhythm, Usual};
use crate::agreements::terms::{Cadence, Member};
use crate::agreements::words::{Level, MeetingForm, OnHoliday, Section, Template};
use crate::calendars::Recurrence;
use crate::kernel::{Moment, Span, Zone};
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// The longest meeting: a day.
const LONGEST: Span = Span::from_seconds(86_400);
/// The most cadences of an agreement.
const MOST: usize = 100;
/// So many meetings are looked at to see whether one begins before the other has ended.
const LOOKED_AT: usize = 60;

impl Resolver<'_> {
    pub(super) fn cadences(&mut self, path: &str, group: &GroupEntry, members: &[Member], zone: Zone) -> Vec<Cadence> {
        let mut seen = BTreeMap::new();
        let mut cadences = Vec::new();
        let all: usize = self.file.groups.iter().map(|group| group.cadences.len()).sum();
        if let (Some(first), true) = (group.cadences.first(), all > MOST) {
            let message = format!("the groups of an agreement meet in at most {MOST} rhythms, and here are {all}");
            self.problems.note(first.code.place, format!("{path}.cadences"), message);
            return cadences;
        }
        for entry in &group.cadences {
            let path = format!("{path}.cadences.{}", shortened(&entry.code.value));
            let cadence = self.cadence(&path, entry, zone);
            self.check_requires(&format!("{path}.requires"), entry, &cadence, members);
            if self.new_name(&path, "cadence", &entry.code, &mut seen, ()) {
                cadences.push(cadence);
            }
        }
        if let (Some(first), false) = (group.cadences.first(), members.iter().any(Member::speaks)) {
            let message =
                "nobody in this group speaks for a company, so its meetings could decide nothing; add members";
            self.problems.note(first.code.place, format!("{path}.cadences"), message);
        }
        cadences.sort_by(|a, b| a.code.cmp(&b.code));
        cadences
    }

    fn cadence(&mut self, path: &str, entry: &CadenceEntry, zone: Zone) -> Cadence {
        let usual = entry.template.value.usual();
        let recurrence = self.recurrence(path, entry, usual, zone);
        let lasts = self.lasts(&format!("{path}.lasts"), entry, usual, &recurrence);
        let mut requires: Vec<Level> = match &entry.requires {
            Some(levels) => levels.iter().map(|level| level.value).collect(),
            None => usual.map_or(&[][..], |it| it.requires).to_vec(),
        };
        requires.sort_unstable();
        requires.dedup();
        Cadence {
            code: self.code(path, &entry.code),
            name: self.said(path, "name", entry, (entry.name.as_ref(), usual.map(|it| it.name))),
            template: entry.template.value,
            technical: entry.technical.as_ref().map_or(usual.is_some_and(|it| it.technical), |it| it.value),
            purpose: self.said(path, "purpose", entry, (entry.purpose.as_ref(), usual.map(|it| it.purpose))),
            requires,
            sections: self.sections(&format!("{path}.sections"), entry, usual),
            form: entry.form.as_ref().map_or(usual.map_or(MeetingForm::Online, |it| it.form), |it| it.value),
            place: entry.place.as_ref().map(|place| self.text(&format!("{path}.place"), place)),
            recurrence,
            lasts,
            on_holiday: entry
                .on_holiday
                .as_ref()
                .map_or(usual.map_or(OnHoliday::Flag, |it| it.on_holiday), |it| it.value),
        }
    }

    /// A text that the entry gives or that is usual.
    fn said(
        &mut self,
        path: &str,
        key: &str,
        entry: &CadenceEntry,
        (given, usual): (Option<&At<String>>, Option<&str>),
    ) -> String {
        match (given, usual) {
            (Some(text), _) if key == "name" => self.text(&format!("{path}.{key}"), text),
            (Some(text), _) => self.long_text(&format!("{path}.{key}"), text),
            (None, Some(usual)) => usual.to_owned(),
            (None, None) => {
                self.lacks(path, key, entry);
                String::new()
            }
        }
    }

    fn lacks(&mut self, path: &str, key: &str, entry: &CadenceEntry) {
        let message = format!("nothing is usual for a meeting of your own kind, so say its `{key}`");
        self.problems.note(entry.template.place, format!("{path}.{key}"), message);
    }

    fn recurrence(&mut self, path: &str, entry: &CadenceEntry, usual: Option<&Usual>, zone: Zone) -> Recurrence {
        let told = self.problems.0.len();
        let zone = entry.zone.as_ref().map_or(zone, |given| self.zone(&format!("{path}.zone"), given));
        let starts = self.local_time(&format!("{path}.starts"), &entry.starts);
        let mut rule = entry.rule.as_ref().map(|rule| rule.value.clone());
        match (usual.map(|it| it.rhythm), &entry.rule) {
            (Some(Rhythm::Once), Some(given)) => {
                let message = "a kick-off is held once; leave the rule out, or choose another template";
                self.problems.note(given.place, format!("{path}.rule"), message);
            }
            (Some(Rhythm::Chosen(between)), None) => {
                let message = format!("say how often, as the customer chose: {between}");
                self.problems.note(entry.template.place, format!("{path}.rule"), message);
            }
            (Some(Rhythm::Every(usual)), None) => rule = Some(usual.to_owned()),
            _ => {}
        }
        let recurrence = Recurrence { starts, rule, zone };
        if self.problems.0.len() > told {
            return Recurrence { rule: None, ..recurrence };
        }
        recurrence.check().unwrap_or_else(|error| {
            let of_rule = entry.rule.as_ref().filter(|_| !error.of_starts()).map(|rule| rule.place);
            let key = if of_rule.is_some() { "rule" } else { "starts" };
            self.problems.note(of_rule.unwrap_or(entry.starts.place), format!("{path}.{key}"), error.to_string());
            Recurrence { rule: None, ..recurrence }
        })
    }

    /// A time of the wall clock, to the minute.
    fn local_time(&mut self, path: &str, time: &At<LocalTime>) -> NaiveDateTime {
        let text = time.value.0.as_str();
        let read = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"].map(|form| NaiveDateTime::parse_from_str(text, form).ok());
        read.into_iter().flatten().next().unwrap_or_else(|| {
            let message =
                format!("`{}` is not a time of the wall clock; write it as 2026-01-12T09:00", shortened(text));
            self.problems.note(time.place, path, message);
            NaiveDateTime::default()
        })
    }

    /// How long a meeting takes: at most a day, and over before the next one begins.
    fn lasts(&mut self, path: &str, entry: &CadenceEntry, usual: Option<&Usual>, recurrence: &Recurrence) -> Span {
        let Some(given) = &entry.lasts else {
            return usual.map(|it| it.lasts).unwrap_or_else(|| {
                self.lacks(path.trim_end_matches(".lasts"), "lasts", entry);
                Span::from_seconds(1)
            });
        };
        let lasts = self.length(path, given, 1);
        let begin: Vec<Moment> = recurrence.instances().take(LOOKED_AT).map(|it| it.at).collect();
        if lasts > LONGEST {
            self.problems.note(given.place, path, format!("{lasts} is longer than a meeting; write at most {LONGEST}"));
        } else if begin.windows(2).any(|pair| pair[1].since(pair[0]) < lasts) {
            let message = "the next meeting begins before this one has ended; make it shorter or the rule rarer";
            self.problems.note(given.place, path, message);
        }
        lasts
    }

    fn sections(&mut self, path: &str, entry: &CadenceEntry, usual: Option<&Usual>) -> Vec<Section> {
        let Some(given) = &entry.sections else {
            let sections = usual.map(|it| it.sections.to_vec());
            return sections.unwrap_or_else(|| {
                self.lacks(path.trim_end_matches(".sections"), "sections", entry);
                Vec::new()
            });
        };
        let mut sections = Vec::new();
        for section in given {
            if sections.contains(&section.value) {
                self.problems.note(section.place, path, "this section is given twice; keep one of them");
            } else {
                sections.push(section.value);
            }
        }
        let place = given.first().map_or(entry.template.place, |first| first.place);
        if sections.is_empty() {
            self.problems.note(place, path, "an agenda has at least one section; name one, such as `other`");
        } else if entry.template.value == Template::KickOff
            && !Section::KICK_OFF.iter().all(|subject| sections.contains(subject))
        {
            let message = "a kick-off goes through all six of team, scope, process, schedule, contingency and \
                           communication; add those that are missing";
            self.problems.note(place, path, message);
        }
        sections
    }

    /// Every company with a voice in the group has somebody at each level of management that is required.
    fn check_requires(&mut self, path: &str, entry: &CadenceEntry, cadence: &Cadence, members: &[Member]) {
        let speaking = || members.iter().filter(|member| member.speaks());
        for level in &cadence.requires {
            let lacking =
                speaking().find(|one| !speaking().any(|other| other.company == one.company && other.level == *level));
            let Some(lacking) = lacking else { continue };
            let code = self.companies.iter().find(|(_, id)| **id == lacking.company).map_or("", |(code, _)| *code);
            let word = match level {
                Level::Senior => "senior",
                Level::Middle => "middle",
            };
            let message = format!(
                "nobody of `{code}` sits in this group as {word} management, so no meeting could be held as required; add \
                 one, or write `requires` without it"
            );
            let given = entry.requires.iter().flatten().find(|it| it.value == *level);
            self.problems.note(given.map_or(entry.template.place, |it| it.place), path, message);
            break;
        }
    }
}
