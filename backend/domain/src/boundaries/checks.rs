//! Whether what a boundary says can be: words within their bounds, each limit once, and names that lead somewhere.

use super::codes::*;
use super::{Beyond, Content, Dimension, Limit, Link, Within};
use crate::kernel::{
    Code, CompanyId, LONGEST_STATEMENT, LONGEST_TITLE, Refusal, Refusals, Span, TeamId, Verdict, stated,
};
use std::collections::{BTreeMap, BTreeSet};

const LONGEST_CODE: usize = 64;
const LONGEST_LINK: usize = 2_000;
const MOST_STATEMENTS: usize = 100;
const MOST_NAMES: usize = 1_000;
const LONGEST_SPAN: Span = Span::from_seconds(3_650 * 86_400);

/// What the terms in force know, as far as a boundary names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The codes of the calendars.
    pub calendars: BTreeSet<String>,
    /// The teams, each with the companies that can hold a case in its name.
    pub teams: BTreeMap<TeamId, BTreeSet<CompanyId>>,
    /// The parties in force.
    pub parties: BTreeSet<CompanyId>,
}

/// A code: lower-case letters, digits and single hyphens, up to 64.
///
/// # Errors
/// [`BOUNDARY_CODE`].
pub fn checked_code(code: &str) -> Verdict<String> {
    let letters = code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let hyphens = code.starts_with('-') || code.ends_with('-') || code.contains("--");
    if code.is_empty() || code.len() > LONGEST_CODE || !letters || hyphens {
        return Err(BOUNDARY_CODE.refuse_field("code", BOUNDARY_CODE.meaning).into());
    }
    Ok(code.to_owned())
}

impl Content {
    /// The same without spaces around its words, if it can be said by that company. Every fault is told at once, each
    /// with the path of its field.
    ///
    /// # Errors
    /// [`BOUNDARY_STATEMENT`], [`BOUNDARY_MANY`], [`BOUNDARY_LIMIT`], [`BOUNDARY_LINK`], [`BOUNDARY_TAKE_OVER`],
    /// [`BOUNDARY_NAME`], [`BOUNDARY_TEAM`].
    pub fn checked(self, company: CompanyId, known: &Known) -> Verdict<Self> {
        let mut faults = Faults(Vec::new());
        faults.team("team", company, self.team, known);
        let own = (company, self.team);
        let title = faults.text(&self.title, "title".into(), LONGEST_TITLE);
        let included = faults.texts(self.included, "included");
        let excluded = faults.texts(self.excluded, "excluded");
        let mut seen = BTreeSet::new();
        for limit in &self.limits {
            let dimension = limit.within.dimension();
            if !seen.insert(dimension) {
                faults.note(BOUNDARY_LIMIT, format!("limits.{}", dimension.name()), "is given twice");
            }
        }
        let limits = self.limits.into_iter().map(|limit| faults.limit(limit, own, known)).collect();
        let links = faults.bounded(self.evidence, "evidence", MOST_STATEMENTS);
        let evidence = links.into_iter().enumerate().map(|(place, link)| faults.link(link, place + 1)).collect();
        let content = Self { title, included, excluded, limits, evidence, ..self };
        if faults.0.is_empty() { Ok(content) } else { Err(Refusals(faults.0)) }
    }
}

struct Faults(Vec<Refusal>);

impl Faults {
    fn note(&mut self, code: Code, path: String, fault: &str) {
        let message = format!("`{path}` {fault}");
        self.0.push(code.refuse_field(path, message));
    }

    fn text(&mut self, text: &str, path: String, longest: usize) -> String {
        stated(BOUNDARY_STATEMENT, text, &path, longest).unwrap_or_else(|fault| {
            self.0.extend(fault.0);
            String::new()
        })
    }

    fn texts(&mut self, texts: Vec<String>, path: &str) -> Vec<String> {
        let texts = self.bounded(texts, path, MOST_STATEMENTS);
        let numbered = texts.iter().enumerate();
        numbered.map(|(place, text)| self.text(text, format!("{path}.{}", place + 1), LONGEST_STATEMENT)).collect()
    }

    fn bounded<T>(&mut self, list: Vec<T>, path: &str, most: usize) -> Vec<T> {
        if list.len() <= most {
            return list;
        }
        self.note(BOUNDARY_MANY, path.to_owned(), &format!("has more than {most} entries"));
        Vec::new()
    }

    fn team(&mut self, path: &str, company: CompanyId, team: TeamId, known: &Known) {
        match known.teams.get(&team) {
            None => self.note(BOUNDARY_NAME, path.to_owned(), "is no team of the terms in force"),
            Some(companies) if !companies.contains(&company) => {
                self.note(BOUNDARY_TEAM, path.to_owned(), "is a team for which the company provides nobody");
            }
            Some(_) => {}
        }
    }

    fn limit(&mut self, limit: Limit, own: (CompanyId, TeamId), known: &Known) -> Limit {
        let path = format!("limits.{}", limit.within.dimension().name());
        let within = self.within(limit.within, &format!("{path}.within"), known);
        let beyond = self.beyond(limit.beyond, &format!("{path}.beyond"), own, known);
        Limit { within, beyond }
    }

    fn within(&mut self, within: Within, path: &str, known: &Known) -> Within {
        let fault = match &within {
            Within::Hours(calendar) if !known.calendars.contains(calendar) => {
                self.note(BOUNDARY_NAME, path.to_owned(), "is no calendar of the terms in force");
                return within;
            }
            Within::Concurrent(0) => "lets no case in; name how many at once",
            Within::Volume(volume) if volume.cases == 0 => "lets no case in; name how many in a period",
            Within::Response(span) if !span.is_positive() || *span > LONGEST_SPAN => {
                "is no time to respond in; name one up to ten years"
            }
            _ => return self.named(within, path),
        };
        self.note(BOUNDARY_LIMIT, path.to_owned(), fault);
        within
    }

    fn named(&mut self, within: Within, path: &str) -> Within {
        let dimension = within.dimension();
        let (Within::Region(names) | Within::Language(names) | Within::Product(names) | Within::Skill(names)) = within
        else {
            return within;
        };
        if names.is_empty() || names.len() > MOST_NAMES {
            self.note(BOUNDARY_LIMIT, path.to_owned(), &format!("names nothing, or more than {MOST_NAMES}"));
        }
        let names = names.iter().map(|name| self.text(name, path.to_owned(), LONGEST_TITLE)).collect();
        match dimension {
            Dimension::Region => Within::Region(names),
            Dimension::Language => Within::Language(names),
            Dimension::Product => Within::Product(names),
            _ => Within::Skill(names),
        }
    }

    fn beyond(&mut self, beyond: Beyond, path: &str, own: (CompanyId, TeamId), known: &Known) -> Beyond {
        let note = beyond.note.map(|note| self.text(&note, format!("{path}.note"), LONGEST_STATEMENT));
        let path = format!("{path}.take_over");
        let take_over = beyond.take_over.map(|mut to| {
            if (to.company, to.team) == own {
                self.note(BOUNDARY_TAKE_OVER, path.clone(), "is the team that stops here");
            } else if !known.parties.contains(&to.company) {
                self.note(BOUNDARY_NAME, path.clone(), "is a company that is no party");
            } else {
                self.team(&path, to.company, to.team, known);
            }
            if to.acceptance.is_some_and(|span| !span.is_positive() || span > LONGEST_SPAN) {
                self.note(BOUNDARY_LIMIT, format!("{path}.acceptance"), "is no time to accept in");
            }
            to.information = self.texts(to.information, &format!("{path}.information"));
            to
        });
        Beyond { note, take_over }
    }

    fn link(&mut self, link: Link, number: usize) -> Link {
        let path = format!("evidence.{number}");
        let title = self.text(&link.title, path.clone(), LONGEST_TITLE);
        let url = link.url.trim().to_owned();
        let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        let odd =
            url.len() > LONGEST_LINK || url.contains(|letter: char| letter.is_whitespace() || letter.is_control());
        if odd || host.is_none_or(|host| host.is_empty() || host.contains('@')) {
            self.note(BOUNDARY_LINK, path, "is no https address");
        }
        Link { title, url }
    }
}

#[cfg(test)]
#[path = "checks_tests.rs"]
mod tests;
