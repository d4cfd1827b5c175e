//! Coordination groups: who sits in them for which company and until when, and who stands in.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, GroupEntry, MemberEntry};
use crate::agreements::terms::{Group, Member, Person};
use crate::agreements::words::GroupRole;
use crate::kernel::{CompanyId, GroupId, PersonId, Zone};
use std::collections::BTreeMap;

impl Resolver<'_> {
    pub(super) fn resolve_groups(&mut self, people: &[Person], zone: Zone) -> Vec<Group> {
        let mut seen = BTreeMap::new();
        let mut groups = Vec::new();
        for entry in &self.file.groups {
            let path = format!("groups.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let name = self.text(&format!("{path}.name"), &entry.name);
            let members = self.members(&path, entry, people);
            let cadences = self.cadences(&path, entry, &members, zone);
            let id = match self.known.previous.and_then(|terms| terms.group_named(&code)) {
                Some(known) => known.id,
                None => GroupId((self.ids)()),
            };
            let rule = entry.rule.as_ref().map(|rule| rule.value).unwrap_or_default();
            let quorum = entry.quorum.as_ref().map(|quorum| quorum.value).unwrap_or_default();
            if self.new_name(&path, "group", &entry.code, &mut seen, ()) {
                groups.push(Group { id, code, name, members, rule, quorum, cadences });
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
                continue;
            }
            if let Some(role) = &entry.role
                && members.iter().any(|other| lead_at_once(other, &member))
            {
                let message = "a group has one chair at a time; let one term end before the other begins, or choose \
                               another role";
                self.problems.note(role.place, format!("{path}.role"), message);
            }
            members.push(member);
        }
        members.sort_unstable();
        members
    }

    fn member(&mut self, path: &str, entry: &MemberEntry, people: &[Person]) -> Option<Member> {
        let person = self.person(path, &entry.person, people);
        let company = match &entry.company {
            Some(code) => Some(self.company(&format!("{path}.company"), code)?),
            None => None,
        };
        let person = person?;
        let company = company.unwrap_or(person.company);
        let deputy = entry.deputy.as_ref();
        let deputy = deputy.and_then(|it| self.deputy(&format!("{path}.deputy"), it, (person.id, company), people));
        let since = entry.since.as_ref().and_then(|day| self.day(&format!("{path}.since"), day));
        let until = entry.until.as_ref().and_then(|day| self.day(&format!("{path}.until"), day));
        if let (Some(until), Some(day)) = (until, &entry.until)
            && until <= since.unwrap_or(until.pred_opt().unwrap_or(until))
        {
            let message = "the term ends before it begins; give a day after `since`";
            self.problems.note(day.place, format!("{path}.until"), message);
        }
        Some(Member {
            person: person.id,
            company,
            level: entry.level.value,
            role: entry.role.as_ref().map(|role| role.value).unwrap_or_default(),
            deputy,
            since,
            until,
            calendar: entry.calendar.as_ref().map(|code| self.calendar(&format!("{path}.calendar"), code)),
        })
    }

    /// Who stands in: somebody else who acts for the same company.
    fn deputy(
        &mut self,
        path: &str,
        named: &At<String>,
        (member, company): (PersonId, CompanyId),
        people: &[Person],
    ) -> Option<PersonId> {
        let deputy = self.person(path, named, people)?;
        let message = if deputy.id == member {
            "nobody stands in for themselves; name somebody else of the company"
        } else if !deputy.acts_for(company) {
            "this person acts for another company, so the voice would be that one's; name somebody of the same company"
        } else {
            return Some(deputy.id);
        };
        self.problems.note(named.place, path, message);
        None
    }

    /// A person that the file declares, by address.
    pub(super) fn person<'p>(&mut self, path: &str, address: &At<String>, people: &'p [Person]) -> Option<&'p Person> {
        let email = address.value.trim().to_lowercase();
        if !self.people.contains_key(&email) {
            let known: Vec<String> = self.people.keys().cloned().collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            self.dangling(path, address, "person", "people", &known);
        }
        people.iter().find(|person| person.email == email)
    }
}

/// Whether both would lead the group on some day.
fn lead_at_once(one: &Member, other: &Member) -> bool {
    let before = |end: Option<_>, start: Option<_>| end.is_some_and(|end| start.is_some_and(|start| end <= start));
    let chairs = one.role == GroupRole::Chair && other.role == GroupRole::Chair;
    chairs && !before(one.until, other.since) && !before(other.until, one.since)
}
