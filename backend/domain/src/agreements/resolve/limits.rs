//! Limits of boundaries: exactly one thing each, and who takes over beyond it.

use super::Resolver;
use crate::agreements::file::{At, BeyondEntry, BoundaryEntry, LimitEntry, Place};
use crate::agreements::terms::{Party, Team};
use crate::boundaries::{Beyond, Dimension, Limit, TakeOver, Volume, Within};

impl LimitEntry {
    /// What it limits, each with its place.
    pub(super) fn dimensions(&self, place: Place) -> Vec<(Dimension, Place)> {
        let of = |it: &Option<At<String>>| it.as_ref().map(|it| it.place);
        let list = |it: &Option<Vec<At<String>>>| it.as_ref().map(|names| names.first().map_or(place, |it| it.place));
        let each = [
            (Dimension::Hours, of(&self.hours)),
            (Dimension::Region, list(&self.region)),
            (Dimension::Language, list(&self.language)),
            (Dimension::Product, list(&self.product)),
            (Dimension::Skill, list(&self.skill)),
            (Dimension::Concurrent, self.concurrent.as_ref().map(|it| it.place)),
            (Dimension::Volume, self.volume.as_ref().map(|it| it.cases.place)),
            (Dimension::Response, self.response.as_ref().map(|it| it.place)),
        ];
        each.into_iter().filter_map(|(dimension, place)| Some((dimension, place?))).collect()
    }
}

impl Resolver<'_> {
    pub(super) fn limits(
        &mut self,
        path: &str,
        boundary: &BoundaryEntry,
        parties: &[Party],
        teams: &[Team],
    ) -> Vec<Limit> {
        let mut limits = Vec::new();
        for (number, entry) in boundary.limits.iter().enumerate() {
            let given = entry.value.dimensions(entry.place);
            let [(dimension, _)] = given[..] else {
                let message = "a limit has exactly one of hours, region, language, product, skill, concurrent, volume and \
                               response; write each in an entry of its own";
                self.problems.note(entry.place, format!("{path}.limits.{}", number + 1), message);
                continue;
            };
            let path = format!("{path}.limits.{}", dimension.name());
            let within = self.within(&path, &entry.value);
            let beyond = entry.value.beyond.as_ref();
            let beyond = beyond.map(|it| self.beyond(&format!("{path}.beyond"), it, entry.place, parties, teams));
            limits.extend(within.map(|within| Limit { within, beyond: beyond.unwrap_or_default() }));
        }
        limits
    }

    fn within(&mut self, path: &str, entry: &LimitEntry) -> Option<Within> {
        let named = [
            (&entry.region, Within::Region as fn(_) -> _),
            (&entry.language, Within::Language),
            (&entry.product, Within::Product),
            (&entry.skill, Within::Skill),
        ];
        if let Some((names, within)) = named.into_iter().find_map(|(names, within)| Some((names.as_ref()?, within))) {
            return Some(within(self.name_set(path, names)));
        }
        if let Some(calendar) = &entry.hours {
            return Some(Within::Hours(self.calendar(path, calendar)));
        }
        if let Some(concurrent) = &entry.concurrent {
            return Some(Within::Concurrent(self.count(path, concurrent)));
        }
        if let Some(volume) = &entry.volume {
            let cases = self.count(&format!("{path}.cases"), &volume.cases);
            return Some(Within::Volume(Volume { cases, per: volume.per.value }));
        }
        entry.response.as_ref().map(|response| Within::Response(self.length(path, response, 1)))
    }

    fn beyond(&mut self, path: &str, entry: &BeyondEntry, place: Place, parties: &[Party], teams: &[Team]) -> Beyond {
        let note = entry.note.as_ref().map(|note| note.value.clone());
        let acceptance = entry.acceptance.as_ref().map(|it| self.length(&format!("{path}.acceptance"), it, 1));
        let take_over = match (&entry.company, &entry.team) {
            (Some(company), Some(team)) => Some(TakeOver {
                company: self.party_or_placeholder(&format!("{path}.company"), company, parties, "cannot take over"),
                team: self.team_named(&format!("{path}.team"), team, teams),
                information: entry.information.iter().map(|it| it.value.clone()).collect(),
                acceptance,
            }),
            (Some(one), None) | (None, Some(one)) => {
                let message = "who takes over is a company and one of its teams; name both";
                self.problems.note(one.place, path, message);
                None
            }
            (None, None) => {
                let first = entry.information.first().map(|it| it.place);
                if let Some(place) = first.or(entry.acceptance.as_ref().map(|it| it.place)) {
                    let message =
                        "information and acceptance are owed to whoever takes over; name its company and team";
                    self.problems.note(place, path, message);
                } else if note.is_none() {
                    self.problems.note(place, path, "nothing is said of what happens beyond; leave the key out");
                }
                None
            }
        };
        Beyond { note, take_over }
    }
}
