//! The people who act for the companies, and as what.

use super::Resolver;
use super::reading::shortened;
use crate::access::Role;
use crate::agreements::file::{GrantEntry, PersonEntry};
use crate::agreements::terms::{Company, Party, Person, RoleGrant};
use crate::companies::CompanyKind;
use crate::kernel::{CompanyId, PersonId};

impl Resolver<'_> {
    pub(super) fn resolve_people(&mut self, companies: &[Company], parties: &[Party]) -> Vec<Person> {
        let mut people: Vec<Person> = Vec::new();
        for entry in &self.file.people {
            let path = format!("people.{}", shortened(&entry.email.value));
            let email = self.email(&path, entry);
            let name = self.text(&format!("{path}.name"), &entry.name);
            let company = self.company(&format!("{path}.company"), &entry.company);
            let mut grants: Vec<RoleGrant> =
                entry.grants.iter().filter_map(|grant| self.grant(&path, grant, company, companies, parties)).collect();
            grants.sort_unstable();
            grants.dedup();
            if self.people.contains_key(&email) {
                let message = "this address is given twice; keep one of them and join their grants";
                self.problems.note(entry.email.place, path, message);
                continue;
            }
            let id = match self.known.people.get(&email) {
                Some(id) => *id,
                None => PersonId((self.ids)()),
            };
            self.people.insert(email.clone(), id);
            people.extend(company.map(|company| Person { id, email, name, company, grants }));
        }
        people.sort_by(|a, b| a.email.cmp(&b.email));
        people
    }

    fn email(&mut self, path: &str, entry: &PersonEntry) -> String {
        let email = entry.email.value.trim().to_lowercase();
        let plain =
            email.chars().all(|letter| !letter.is_whitespace() && !letter.is_control() && !",;<>\"".contains(letter));
        let formed = email
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'));
        if !plain || !formed || email.len() > 254 {
            self.problems.note(entry.email.place, path, "this is no address; write it as name@company.example");
        }
        email
    }

    fn grant(
        &mut self,
        path: &str,
        grant: &GrantEntry,
        employer: Option<CompanyId>,
        companies: &[Company],
        parties: &[Party],
    ) -> Option<RoleGrant> {
        let path = format!("{path}.grants.{}", grant.role.value.name());
        let company = match &grant.company {
            Some(code) => self.company(&path, code)?,
            None => employer?,
        };
        let place = grant.company.as_ref().map_or(grant.role.place, |code| code.place);
        let kind = companies.iter().find(|it| it.id == company).map(|it| it.kind);
        let party = parties.iter().find(|party| party.company == company);
        let message = match grant.role.value {
            Role::Customer if kind != Some(CompanyKind::Customer) => {
                "only a company of kind `customer` has people who speak for the customer; choose another role or company"
            }
            Role::Customer | Role::Auditor => return Some(RoleGrant { role: grant.role.value, company }),
            Role::Signatory if party.is_some_and(|party| !party.signs()) => {
                "this company is bound through another party, which signs for it; leave the role out"
            }
            _ if party.is_none() => "this company is no party of the agreement; add it under `parties` or name another",
            _ => return Some(RoleGrant { role: grant.role.value, company }),
        };
        self.problems.note(place, path, message);
        None
    }
}
