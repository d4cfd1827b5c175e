//! What one team has to learn of one version of a boundary, and who has.

use crate::boundaries::codes::*;
use crate::boundaries::{Boundary, VersionState};
use crate::kernel::{
    AgreementId, BoundaryId, By, Code, CompanyId, LONGEST_STATEMENT, LONGEST_TITLE, PersonId, Refusals, ServiceId,
    TeamId, TrainingId, Verdict, stated,
};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const MOST_TOPICS: usize = 100;
const LONGEST_VALIDITY: u32 = 3_650;
const LONGEST_WAIVER: Days = Days::new(365);

/// The training of one team on one version of a boundary. Any team may have one: the contact point learns of every
/// boundary around its service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// Its id.
    pub id: TrainingId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The boundary.
    pub boundary: BoundaryId,
    /// The number of its version.
    pub version: u32,
    /// The service element of the boundary.
    pub service: ServiceId,
    /// The company of the boundary, whose experts hold the training.
    pub company: CompanyId,
    /// The team.
    pub team: TeamId,
    /// What is taught, one topic each.
    pub topics: Vec<String>,
    /// How many days a completion counts, from its day on; none: as long as the version holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_for: Option<u32>,
    /// Who planned it so.
    pub planned: By,
    /// Who completed it, in the order in which it was recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub completions: Vec<Completion>,
    /// Who is let off, in the order in which it was recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
}

/// A member of a team, for the company that provides them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// For which company.
    pub company: CompanyId,
}

/// A member completed the training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    /// Who.
    pub member: Member,
    /// On which day.
    pub on: NaiveDate,
    /// What shows it, in words or as a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Who held it.
    pub by: By,
}

/// A member may take duty untrained for a while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// Who.
    pub member: Member,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who decided so.
    pub by: By,
}

impl Training {
    /// Plans the training of a team on an approved version; it may be held before the version's day comes.
    ///
    /// # Errors
    /// [`BOUNDARY_STATE`] for a version that is not approved or ends the boundary, [`TRAINING_FOREIGN`],
    /// [`TRAINING_VALIDITY`], [`BOUNDARY_MANY`]; no topic, or one that says nothing.
    pub fn plan(
        id: TrainingId,
        (boundary, version): (&Boundary, u32),
        team: TeamId,
        (topics, valid_for): (&[String], Option<u32>),
        by: By,
    ) -> Verdict<Self> {
        let approved = boundary
            .versions
            .iter()
            .any(|it| it.number == version && !it.ends && matches!(it.state, VersionState::Approved { .. }));
        if !approved {
            return Err(BOUNDARY_STATE
                .refuse("people are trained on an approved version; let it be approved first")
                .into());
        }
        held_by(boundary.company, by)?;
        let training = Self {
            id,
            agreement: boundary.agreement,
            boundary: boundary.id,
            version,
            service: boundary.service,
            company: boundary.company,
            team,
            topics: checked_topics(topics)?,
            valid_for: checked_validity(valid_for)?,
            planned: by,
            completions: Vec::new(),
            waivers: Vec::new(),
        };
        Ok(training)
    }

    /// Plans it otherwise. Once somebody has completed it, only its validity can become another. The same again changes
    /// nothing.
    ///
    /// # Errors
    /// [`TRAINING_FOREIGN`], [`TRAINING_HELD`], [`TRAINING_VALIDITY`], [`BOUNDARY_MANY`]; topics that say nothing.
    pub fn replan(self, topics: &[String], valid_for: Option<u32>, by: By) -> Verdict<Self> {
        held_by(self.company, by)?;
        let (topics, valid_for) = (checked_topics(topics)?, checked_validity(valid_for)?);
        if topics == self.topics && valid_for == self.valid_for {
            return Ok(self);
        }
        if topics != self.topics && !self.completions.is_empty() {
            return Err(refused(TRAINING_HELD));
        }
        Ok(Self { topics, valid_for, planned: by, ..self })
    }

    /// The same training for a later version: everybody has to complete it anew.
    #[must_use]
    pub fn reopened(&self, id: TrainingId, version: u32) -> Self {
        Self { id, version, completions: Vec::new(), waivers: Vec::new(), ..self.clone() }
    }

    /// A member of the team completed it. The same member and day again replaces what was recorded.
    ///
    /// # Errors
    /// [`TRAINING_FOREIGN`], [`TRAINING_OWN`], [`TRAINING_MEMBER`], [`TRAINING_DATE`]; evidence that says nothing.
    pub fn complete(
        mut self,
        (member, members): (Member, &BTreeSet<Member>),
        (on, today): (NaiveDate, NaiveDate),
        evidence: Option<&str>,
        by: By,
    ) -> Verdict<Self> {
        held_by(self.company, by)?;
        another(member, members, by)?;
        if on > today {
            return Err(TRAINING_DATE.refuse_field("on", TRAINING_DATE.meaning).into());
        }
        let said = |text| stated(BOUNDARY_STATEMENT, text, "evidence", LONGEST_STATEMENT);
        let evidence = evidence.map(said).transpose()?;
        self.completions.retain(|known| (known.member, known.on) != (member, on));
        self.completions.push(Completion { member, on, evidence, by });
        Ok(self)
    }

    /// A member may take duty untrained, from today to a last day: decided in the name of the member's company.
    ///
    /// # Errors
    /// [`TRAINING_FOREIGN`], [`TRAINING_OWN`], [`TRAINING_MEMBER`], [`TRAINING_DATE`]; a reason that says nothing.
    pub fn waive(
        mut self,
        (member, members): (Member, &BTreeSet<Member>),
        (until, today): (NaiveDate, NaiveDate),
        reason: &str,
        by: By,
    ) -> Verdict<Self> {
        held_by(member.company, by)?;
        another(member, members, by)?;
        if until < today || today.checked_add_days(LONGEST_WAIVER).is_none_or(|longest| until > longest) {
            return Err(TRAINING_DATE.refuse_field("until", TRAINING_DATE.meaning).into());
        }
        let reason = stated(BOUNDARY_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        self.waivers.push(Waiver { member, from: today, until, reason, by });
        Ok(self)
    }
}

fn held_by(company: CompanyId, by: By) -> Verdict<()> {
    if by.company == company { Ok(()) } else { Err(refused(TRAINING_FOREIGN)) }
}

fn another(member: Member, members: &BTreeSet<Member>, by: By) -> Verdict<()> {
    if member.person == by.person {
        return Err(refused(TRAINING_OWN));
    }
    if members.contains(&member) { Ok(()) } else { Err(refused(TRAINING_MEMBER)) }
}

fn checked_topics(topics: &[String]) -> Verdict<Vec<String>> {
    if topics.is_empty() {
        return Err(BOUNDARY_STATEMENT.refuse_field("topics", "name what is taught, one topic each").into());
    }
    if topics.len() > MOST_TOPICS {
        return Err(BOUNDARY_MANY.refuse_field("topics", format!("name at most {MOST_TOPICS} topics")).into());
    }
    let numbered = (1..).zip(topics);
    let said = |(number, topic): (usize, &String)| {
        stated(BOUNDARY_STATEMENT, topic, &format!("topics.{number}"), LONGEST_TITLE)
    };
    numbered.map(said).collect()
}

fn checked_validity(days: Option<u32>) -> Verdict<Option<u32>> {
    if days.is_some_and(|days| days == 0 || days > LONGEST_VALIDITY) {
        return Err(TRAINING_VALIDITY.refuse_field("validFor", TRAINING_VALIDITY.meaning).into());
    }
    Ok(days)
}

fn refused(code: Code) -> Refusals {
    code.refuse(code.meaning).into()
}

#[cfg(test)]
#[path = "plan_tests.rs"]
pub(super) mod tests;
