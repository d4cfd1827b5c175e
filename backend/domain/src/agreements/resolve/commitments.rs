//! Commitments and coordination groups.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{GroupEntry, MemberEntry};
use crate::agreements::terms::{Commitment, CommittedBy, Group, Member, Party, Person};
use crate::agreements::words::{DecisionRule, GroupRole, Quorum};
use crate::kernel::{CommitmentId, GroupId};
use std::collections::BTreeMap;

impl Resolver<'_> {
    pub(super) fn resolve_commitments(&mut self, parties: &[Party]) -> Vec<Commitment> {
        let mut seen = BTreeMap::new();
        let mut commitments = Vec::new();
        for entry in &self.file.commitments {
            let path = format!("commitments.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let text = self.long_text(&format!("{path}.text"), &entry.text);
            let by = match &entry.company {
                None => Some(CommittedBy::Joint),
                Some(company) => self.company(&format!("{path}.company"), company).map(CommittedBy::Individual),
            };
            if let (Some(CommittedBy::Individual(id)), Some(company)) = (by, &entry.company)
                && !parties.iter().any(|party| party.company == id)
            {
                let message = "this company is no party of the agreement, so it cannot promise anything in it; add \
                                   it under `parties` or name another";
                self.problems.note(company.place, format!("{path}.company"), message);
            }
            let mut kpis: Vec<_> =
                entry.kpis.iter().filter_map(|code| self.kpi(&format!("{path}.kpis"), code)).collect();
            kpis.sort_unstable();
            kpis.dedup();
            let id = match self.known.previous.and_then(|terms| terms.commitments.iter().find(|it| it.code == code)) {
                Some(known) => known.id,
                None => CommitmentId((self.ids)()),
            };
            let new = self.new_name(&path, "commitment", &entry.code, &mut seen, ());
            if let (true, Some(by)) = (new, by) {
                commitments.push(Commitment { id, code, by, topic: entry.topic.value, text, kpis });
            }
        }
        commitments.sort_by(|a, b| a.code.cmp(&b.code));
        commitments
    }

    pub(super) fn resolve_groups(&mut self, people: &[Person]) -> Vec<Group> {
        let mut seen = BTreeMap::new();
        let mut groups = Vec::new();
        for entry in &self.file.groups {
            let path = format!("groups.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let name = self.text(&format!("{path}.name"), &entry.name);
            let members = self.members(&path, entry, people);
            let id = match self.known.previous.and_then(|terms| terms.group_named(&code)) {
                Some(known) => known.id,
                None => GroupId((self.ids)()),
            };
            if self.new_name(&path, "group", &entry.code, &mut seen, ()) {
                groups.push(Group {
                    id,
                    code,
                    name,
                    members,
                    rule: DecisionRule::default(),
                    quorum: Quorum::default(),
                    cadences: Vec::new(),
                });
            }
        }
        groups.sort_by(|a, b| a.code.cmp(&b.code));
        groups
    }

    fn members(&mut self, path: &str, group: &GroupEntry, people: &[Person]) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        for entry in &group.members {
            let path = format!("{path}.members.{}", shortened(&entry.person.value));
            let Some(member) = self.member(&path, entry, people) else { continue };
            if members.iter().any(|other| other.person == member.person) {
                self.problems.note(entry.person.place, path, "this person is given twice; keep one of them");
            } else {
                members.push(member);
            }
        }
        members.sort_unstable();
        members
    }

    fn member(&mut self, path: &str, entry: &MemberEntry, people: &[Person]) -> Option<Member> {
        let email = entry.person.value.trim().to_lowercase();
        if !self.people.contains_key(&email) {
            let known: Vec<String> = self.people.keys().cloned().collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            self.dangling(path, &entry.person, "person", "people", &known);
        }
        let company = match &entry.company {
            Some(code) => Some(self.company(&format!("{path}.company"), code)?),
            None => None,
        };
        let person = people.iter().find(|person| person.email == email)?;
        Some(Member {
            person: person.id,
            company: company.unwrap_or(person.company),
            level: entry.level.value,
            role: GroupRole::default(),
            deputy: None,
            since: None,
            until: None,
            calendar: None,
        })
    }
}
