//! Boundaries as entries of the agreement file.

use super::Terms;
use super::export::{length, names, text};
use crate::agreements::BoundaryInFile;
use crate::agreements::file::{At, BeyondEntry, BoundaryEntry, LimitEntry, LinkEntry, Number, VolumeEntry};
use crate::boundaries::{Beyond, Limit, Link, Within};
use crate::kernel::TeamId;

impl Terms {
    /// Whether the terms know the service, every team and company, and every calendar that it names.
    pub(super) fn knows(&self, boundary: &BoundaryInFile) -> bool {
        let team =
            |company, team| self.team(team).is_some_and(|it| it.includes(company)) && self.party(company).is_some();
        let limit = |it: &Limit| match &it.within {
            Within::Hours(calendar) => self.calendar_named(calendar).is_some(),
            _ => true,
        };
        let content = &boundary.content;
        let mut takers = content.limits.iter().filter_map(|it| it.beyond.take_over.as_ref());
        self.service(boundary.service).is_some()
            && team(boundary.company, content.team)
            && content.limits.iter().all(limit)
            && takers.all(|to| team(to.company, to.team))
    }

    pub(super) fn boundary_entry(&self, boundary: &BoundaryInFile) -> BoundaryEntry {
        let content = &boundary.content;
        let link = |it: &Link| LinkEntry { title: text(&it.title), url: text(&it.url) };
        BoundaryEntry {
            code: text(&boundary.code),
            service: self.service_text(boundary.service),
            company: self.company_text(boundary.company),
            title: text(&content.title),
            team: self.team_text(content.team),
            responsibility: At::nowhere(content.responsibility),
            included: content.included.iter().map(|it| text(it)).collect(),
            excluded: content.excluded.iter().map(|it| text(it)).collect(),
            limits: content.limits.iter().map(|it| At::nowhere(self.limit_entry(it))).collect(),
            evidence: content.evidence.iter().map(link).collect(),
        }
    }

    fn limit_entry(&self, limit: &Limit) -> LimitEntry {
        let beyond = (limit.beyond != Beyond::default()).then(|| self.beyond_entry(&limit.beyond));
        let mut entry = LimitEntry { beyond, ..LimitEntry::default() };
        let count = |cases: u32| At::nowhere(Number(cases.to_string()));
        match &limit.within {
            Within::Hours(calendar) => entry.hours = Some(text(calendar)),
            Within::Region(regions) => entry.region = Some(names(regions)),
            Within::Language(languages) => entry.language = Some(names(languages)),
            Within::Product(products) => entry.product = Some(names(products)),
            Within::Skill(skills) => entry.skill = Some(names(skills)),
            Within::Concurrent(cases) => entry.concurrent = Some(count(*cases)),
            Within::Volume(volume) => {
                entry.volume = Some(VolumeEntry { cases: count(volume.cases), per: At::nowhere(volume.per) });
            }
            Within::Response(span) => entry.response = Some(length(*span)),
        }
        entry
    }

    fn beyond_entry(&self, beyond: &Beyond) -> BeyondEntry {
        let to = beyond.take_over.as_ref();
        BeyondEntry {
            note: beyond.note.as_deref().map(text),
            company: to.map(|to| self.company_text(to.company)),
            team: to.map(|to| self.team_text(to.team)),
            information: to.iter().flat_map(|to| &to.information).map(|it| text(it)).collect(),
            acceptance: to.and_then(|to| to.acceptance).map(length),
        }
    }

    fn team_text(&self, id: TeamId) -> At<String> {
        text(self.team(id).map_or("", |it| &it.code))
    }
}
