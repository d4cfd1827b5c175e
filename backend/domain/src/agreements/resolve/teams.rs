//! Teams: which companies provide them with people, and who is in them.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, PledgeEntry, TeamEntry, TeamMemberEntry};
use crate::agreements::terms::{Party, Person, Pledge, Team, TeamMember};
use crate::kernel::{CompanyId, Decimal, TeamId};
use std::collections::BTreeMap;

impl Resolver<'_> {
    pub(super) fn resolve_teams(&mut self, people: &[Person], parties: &[Party]) -> Vec<Team> {
        let mut seen = BTreeMap::new();
        let mut teams = Vec::new();
        for entry in &self.file.teams {
            let path = format!("teams.{}", shortened(&entry.code.value));
            let team = self.team(&path, entry, people, parties);
            if self.new_name(&path, "team", &entry.code, &mut seen, ()) {
                teams.push(team);
            }
        }
        teams.sort_by(|a, b| a.code.cmp(&b.code));
        teams
    }

    fn team(&mut self, path: &str, entry: &TeamEntry, people: &[Person], parties: &[Party]) -> Team {
        let code = self.code(path, &entry.code);
        let id = match self.known.previous.and_then(|terms| terms.team_named(&code)) {
            Some(known) => known.id,
            None => TeamId((self.ids)()),
        };
        let mut skills: Vec<String> =
            entry.skills.iter().map(|skill| self.text(&format!("{path}.skills"), skill)).collect();
        skills.sort_unstable();
        skills.dedup();
        let pledges = self.pledges(path, entry, parties);
        Team {
            id,
            code,
            name: self.text(&format!("{path}.name"), &entry.name),
            kind: entry.kind.value,
            line: self.support_line(&format!("{path}.line"), entry),
            discipline: entry.discipline.as_ref().map(|text| self.text(&format!("{path}.discipline"), text)),
            skills,
            calendar: self.calendar(&format!("{path}.calendar"), &entry.calendar),
            acceptance: self.length(&format!("{path}.acceptance"), &entry.acceptance, 0),
            services: self.service_list(&format!("{path}.services"), &entry.services),
            members: self.team_members(path, entry, people, &pledges),
            pledges,
        }
    }

    fn support_line(&mut self, path: &str, entry: &TeamEntry) -> u8 {
        let line = entry.line.value.0.parse::<u8>().ok().filter(|line| (1..=3).contains(line));
        line.unwrap_or_else(|| {
            self.problems.note(entry.line.place, path, "a support line is 1, 2 or 3; write one of them");
            1
        })
    }

    fn pledges(&mut self, path: &str, team: &TeamEntry, parties: &[Party]) -> Vec<Pledge> {
        if team.companies.is_empty() {
            let message = "no company is part of this team, so nobody could hold a case in its name; name at least one \
                           under `companies`";
            self.problems.note(team.code.place, format!("{path}.companies"), message);
        }
        let mut seen = BTreeMap::new();
        let mut pledges = Vec::new();
        for entry in &team.companies {
            let path = format!("{path}.companies.{}", shortened(&entry.company.value));
            let company = self.party_or_placeholder(&path, &entry.company, parties, "cannot be handed a case");
            let staff = self.staff(&format!("{path}.staff"), entry);
            if self.new_name(&path, "company", &entry.company, &mut seen, ()) {
                pledges.push(Pledge { company, staff });
            }
        }
        pledges.sort_unstable_by_key(|pledge| pledge.company);
        pledges
    }

    fn staff(&mut self, path: &str, entry: &PledgeEntry) -> Decimal {
        let Some(staff) = &entry.staff else { return Decimal::ZERO };
        let number = self.number(path, staff).unwrap_or_default();
        if number < Decimal::ZERO {
            self.problems.note(staff.place, path, "nobody can provide less than no people; write 0 or more");
        }
        number
    }

    fn team_members(&mut self, path: &str, team: &TeamEntry, people: &[Person], pledges: &[Pledge]) -> Vec<TeamMember> {
        let mut members: Vec<TeamMember> = Vec::new();
        for entry in &team.members {
            let path = format!("{path}.members.{}", shortened(entry.value.address()));
            let Some(member) = self.team_member(&path, entry, people, pledges) else { continue };
            if members.contains(&member) {
                self.problems.note(entry.place, path, "this person is given twice; keep one of them");
            } else {
                members.push(member);
            }
        }
        members.sort_unstable();
        members
    }

    /// The member, who has to be a person of the file and in the team for one of its companies: the employer, or one
    /// for which the person holds a role.
    fn team_member(
        &mut self,
        path: &str,
        entry: &At<TeamMemberEntry>,
        people: &[Person],
        pledges: &[Pledge],
    ) -> Option<TeamMember> {
        let email = entry.value.address().trim().to_lowercase();
        if !self.people.contains_key(&email) {
            let known: Vec<String> = self.people.keys().cloned().collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let named = At { value: entry.value.address().to_owned(), place: entry.place };
            self.dangling(path, &named, "person", "people", &known);
        }
        let named = match &entry.value {
            TeamMemberEntry::For(member) => member.company.as_ref(),
            TeamMemberEntry::Address(_) => None,
        };
        let named = match named {
            Some(code) => Some(self.company(&format!("{path}.company"), code)?),
            None => None,
        };
        let person = people.iter().find(|person| person.email == email)?;
        let company = named.unwrap_or(person.company);
        if let Some(message) = self.no_member(person, company, pledges) {
            self.problems.note(entry.place, path, message);
            return None;
        }
        Some(TeamMember { person: person.id, company })
    }

    /// Why a person cannot be in a team for a company, if so.
    fn no_member(&self, person: &Person, company: CompanyId, pledges: &[Pledge]) -> Option<String> {
        let code = self.companies.iter().find(|(_, id)| **id == company).map_or("", |(code, _)| *code);
        if !pledges.is_empty() && pledges.iter().all(|pledge| pledge.company != company) {
            return Some(format!(
                "`{code}` is not one of the companies of this team, so nobody can be in it for it; add it under \
                 `companies`, or name the company as {{person: {}, company: ...}}",
                person.email
            ));
        }
        (!person.acts_for(company)).then(|| {
            format!("this person neither works for `{code}` nor holds a role for it; grant one under `people`")
        })
    }
}
