//! Boundaries: names looked up among those of the same file, and what they say held against the rules of boundaries.

use super::boundary_places::place_of;
use super::reading::shortened;
use super::{BoundaryInFile, Resolver};
use crate::agreements::file::{At, BoundaryEntry, LinkEntry};
use crate::agreements::terms::{Party, Team};
use crate::boundaries::{Content, Known, Link};
use crate::kernel::TeamId;
use std::collections::BTreeMap;

impl Resolver<'_> {
    pub(super) fn resolve_boundaries(&mut self, parties: &[Party], teams: &[Team]) -> Vec<BoundaryInFile> {
        let known = Known {
            calendars: self.file.calendars.iter().map(|it| it.code.value.clone()).collect(),
            teams: teams.iter().map(|it| (it.id, it.pledges.iter().map(|pledge| pledge.company).collect())).collect(),
            parties: parties.iter().map(|it| it.company).collect(),
        };
        let mut seen = BTreeMap::new();
        let mut boundaries: Vec<BoundaryInFile> = Vec::new();
        for entry in &self.file.boundaries {
            let path = format!("boundaries.{}", shortened(&entry.code.value));
            let boundary = self.boundary(&path, entry, parties, teams, &known);
            if !self.new_name(&path, "boundary", &entry.code, &mut seen, ()) {
                continue;
            }
            if let Some(other) = boundaries.iter().find(|other| other.is_of(&boundary)) {
                let message = format!(
                    "`{}` is drawn for the same service, company and team; join the two, or name another team",
                    other.code
                );
                self.problems.note(entry.code.place, &path, message);
            }
            boundaries.push(boundary);
        }
        boundaries.sort_by(|a, b| a.code.cmp(&b.code));
        boundaries
    }

    fn boundary(
        &mut self,
        path: &str,
        entry: &BoundaryEntry,
        parties: &[Party],
        teams: &[Team],
        known: &Known,
    ) -> BoundaryInFile {
        let told = self.problems.0.len();
        let code = self.code(path, &entry.code);
        let service = self.service_or_placeholder(&format!("{path}.service"), &entry.service);
        let company =
            self.party_or_placeholder(&format!("{path}.company"), &entry.company, parties, "draws no boundary in it");
        let plain = |list: &[At<String>]| list.iter().map(|it| it.value.clone()).collect();
        let link = |it: &LinkEntry| Link { title: it.title.value.clone(), url: it.url.value.clone() };
        let mut content = Content {
            title: entry.title.value.clone(),
            team: self.team_named(&format!("{path}.team"), &entry.team, teams),
            responsibility: entry.responsibility.value,
            included: plain(&entry.included),
            excluded: plain(&entry.excluded),
            limits: self.limits(path, entry, parties, teams),
            evidence: entry.evidence.iter().map(link).collect(),
        };
        if self.problems.0.len() == told {
            match content.clone().checked(company, known) {
                Ok(checked) => content = checked,
                Err(refusals) => {
                    for refusal in refusals.0 {
                        let field = refusal.field.unwrap_or_default();
                        // the file spells a limit without these two steps
                        let spelled = field.replace(".within", "").replace(".take_over", "");
                        let message = refusal.message.replace(&field, &spelled);
                        self.problems.note(place_of(entry, &field), format!("{path}.{spelled}"), message);
                    }
                }
            }
        }
        BoundaryInFile { code, service, company, content, place: entry.code.place }
    }

    /// The team that the file declares under that code; one that stands for nothing when there is none.
    pub(super) fn team_named(&mut self, path: &str, code: &At<String>, teams: &[Team]) -> TeamId {
        if let Some(team) = teams.iter().find(|team| team.code == code.value) {
            return team.id;
        }
        let known: Vec<&str> = teams.iter().map(|team| team.code.as_str()).collect();
        self.dangling(path, code, "team", "teams", &known);
        TeamId((self.ids)())
    }
}
