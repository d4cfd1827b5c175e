//! Look-ups of how the companies are coordinated: cadences, escalation paths and who answers on them, common words.

use super::lookup::named;
use super::{Aspect, Cadence, EscalationLevel, EscalationPath, Group, Terms, Word};
use crate::agreements::words::WordKind;
use crate::kernel::{CompanyId, EscalationPathId, GroupId, PersonId};
use chrono::NaiveDate;

impl Terms {
    /// The cadence of that code in a coordination group.
    #[must_use]
    pub fn cadence(&self, group: GroupId, code: &str) -> Option<&Cadence> {
        named(&self.group(group)?.cadences, code, |it| &it.code)
    }

    /// The governance plan: every cadence with its group.
    pub fn governance_plan(&self) -> impl Iterator<Item = (&Group, &Cadence)> {
        self.groups.iter().flat_map(|group| group.cadences.iter().map(move |cadence| (group, cadence)))
    }

    /// The escalation path of that id.
    #[must_use]
    pub fn escalation_path(&self, id: EscalationPathId) -> Option<&EscalationPath> {
        self.index.at(&self.escalations, id.0).filter(|it| it.id == id)
    }

    /// The escalation path of that code.
    #[must_use]
    pub fn escalation_path_named(&self, code: &str) -> Option<&EscalationPath> {
        named(&self.escalations, code, |it| &it.code)
    }

    /// The path that a customer's matters take: the customer's own, or everybody's; the latter also for matters of no
    /// customer.
    #[must_use]
    pub fn escalation_path_for(&self, customer: Option<CompanyId>) -> Option<&EscalationPath> {
        let own = self.escalations.iter().find(|path| path.customer.is_some() && path.customer == customer);
        own.or_else(|| self.escalations.iter().find(|path| path.customer.is_none()))
    }

    /// The word of that kind and code.
    #[must_use]
    pub fn word(&self, kind: WordKind, code: &str) -> Option<&Word> {
        self.vocabulary.iter().find(|word| word.kind == kind && word.code == code)
    }

    /// What is assessed under that code.
    #[must_use]
    pub fn aspect(&self, code: &str) -> Option<&Aspect> {
        named(&self.alignment, code, |it| &it.code)
    }
}

impl EscalationLevel {
    /// Who answers for a company at this level on a day, in the order of their addresses: those whom the path names for
    /// it; where it names none, those who hold the role for it and, where a level of management is given, sit in a
    /// coordination group at that level for it; where there is nobody and the company is bound through another party,
    /// those who answer for that one.
    #[must_use]
    pub fn holders(&self, terms: &Terms, company: CompanyId, on: NaiveDate) -> Vec<PersonId> {
        let own = self.own_holders(terms, company, on);
        match terms.party(company).and_then(|party| party.bound_through) {
            Some(through) if own.is_empty() => self.own_holders(terms, through, on),
            _ => own,
        }
    }

    fn own_holders(&self, terms: &Terms, company: CompanyId, on: NaiveDate) -> Vec<PersonId> {
        let is_named = |person: PersonId| self.holders.iter().any(|it| it.company == company && it.person == person);
        let any_named = self.holders.iter().any(|it| it.company == company);
        let answers = |person: &&super::Person| {
            if any_named {
                return is_named(person.id);
            }
            person.holds(self.role, company) && self.is_of_management(terms, person.id, company, on)
        };
        terms.people.iter().filter(answers).map(|person| person.id).collect()
    }

    fn is_of_management(&self, terms: &Terms, person: PersonId, company: CompanyId, on: NaiveDate) -> bool {
        let Some(level) = self.management else { return true };
        let mut members = terms.groups.iter().flat_map(|group| &group.members);
        members.any(|it| {
            it.person == person && it.company == company && it.level == level && it.speaks() && it.in_term(on)
        })
    }
}
