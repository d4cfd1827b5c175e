//! Companies, and the parties among them.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::PartyEntry;
use crate::agreements::terms::{Company, Party};
use crate::companies::CompanyKind;
use crate::kernel::CompanyId;
use std::collections::BTreeMap;

impl Resolver<'_> {
    pub(super) fn resolve_companies(&mut self) -> Vec<Company> {
        let mut seen = BTreeMap::new();
        let mut companies = Vec::new();
        for entry in &self.file.companies {
            let path = format!("companies.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let id = match self.known.companies.get(&code) {
                Some(id) => *id,
                None => CompanyId((self.ids)()),
            };
            let name = self.text(&format!("{path}.name"), &entry.name);
            if self.new_name(&path, "company", &entry.code, &mut seen, id) {
                companies.push(Company { id, code, name, kind: entry.kind.value });
            }
        }
        self.companies = seen;
        companies.sort_by(|a, b| a.code.cmp(&b.code));
        companies
    }

    pub(super) fn resolve_parties(&mut self, companies: &[Company]) -> Vec<Party> {
        let mut seen = BTreeMap::new();
        let mut parties = Vec::new();
        for entry in &self.file.parties {
            let path = format!("parties.{}", shortened(&entry.company.value));
            let party = self.party(&path, entry);
            if let Some(party) = party
                && self.new_name(&path, "party", &entry.company, &mut seen, ())
            {
                parties.push(party);
            }
        }
        self.check_bonds(companies, &parties);
        let code = |party: &Party| companies.iter().find(|it| it.id == party.company).map(|it| it.code.clone());
        parties.sort_by_key(code);
        parties
    }

    fn party(&mut self, path: &str, entry: &PartyEntry) -> Option<Party> {
        let company = self.company(path, &entry.company);
        let joins = entry.joins.as_ref().and_then(|day| self.day(&format!("{path}.joins"), day));
        let leaves = entry.leaves.as_ref().and_then(|day| self.day(&format!("{path}.leaves"), day));
        let bound_through = match &entry.bound_through {
            Some(through) => self.company(&format!("{path}.bound_through"), through),
            None => None,
        };
        let company = company?;
        let joined = self.known.previous.and_then(|terms| terms.party(company)).map(|party| party.joins);
        let joins = joins.or(joined).unwrap_or(self.effective_from);
        if let (Some(leaves), Some(day)) = (leaves, &entry.leaves)
            && leaves <= joins
        {
            let message = format!("leaves on {leaves}, not after it joins on {joins}; give a later day");
            self.problems.note(day.place, format!("{path}.leaves"), message);
        }
        Some(Party { company, bound_through, joins, leaves })
    }

    /// An outsourced supplier is a party itself or bound through one; nobody else is bound through anybody.
    fn check_bonds(&mut self, companies: &[Company], parties: &[Party]) {
        for entry in &self.file.companies {
            let outsourced = entry.kind.value == CompanyKind::OutsourcedSupplier;
            let id = self.companies.get(entry.code.value.as_str());
            if outsourced && !parties.iter().any(|party| Some(&party.company) == id) {
                let message = "an outsourced supplier is neither a party nor bound through one; add it under `parties`, \
                               with `bound_through` if another party answers for it";
                self.problems.note(entry.code.place, format!("companies.{}", shortened(&entry.code.value)), message);
            }
        }
        for entry in &self.file.parties {
            let Some(through) = &entry.bound_through else { continue };
            let id_of = |code: &str| self.companies.get(code).copied();
            let own = parties.iter().find(|party| Some(party.company) == id_of(&entry.company.value));
            let other = parties.iter().find(|party| Some(party.company) == id_of(&through.value));
            let kind = own.and_then(|own| companies.iter().find(|it| it.id == own.company)).map(|it| it.kind);
            let covers = |other: &Party, own: &Party| {
                other.joins <= own.joins && other.leaves.is_none_or(|end| own.leaves.is_some_and(|left| left <= end))
            };
            let message = match (own, other) {
                (Some(_), _) if kind != Some(CompanyKind::OutsourcedSupplier) => {
                    "only an outsourced supplier is bound through another company; leave the key out"
                }
                (Some(_), None) if id_of(&through.value).is_some() => "this company is no party; name a party",
                (Some(_), Some(other)) if !other.signs() => {
                    "this party is bound through another one itself; name one that signs"
                }
                (Some(own), Some(other)) if !covers(other, own) => {
                    "this party is not bound for as long as the outsourced supplier is; change `joins` or `leaves`"
                }
                _ => continue,
            };
            let path = format!("parties.{}.bound_through", shortened(&entry.company.value));
            self.problems.note(through.place, path, message);
        }
    }
}
