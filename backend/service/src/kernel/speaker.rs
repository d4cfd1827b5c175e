//! For whom somebody speaks: a decision is always a named person's, for a company for which they hold the role.

use super::{Denial, Outcome, Tx};
use concordat_domain::{
    access::{Reach, Verb, Who, reach},
    kernel::{AgreementId, By, CompanyId, PersonId},
};

impl Tx<'_> {
    /// The companies for which the actor holds a role that does `verb`, with a credential that carries it: the employer
    /// first, then by age.
    #[must_use]
    pub fn speaks_for(&self, verb: Verb, agreement: AgreementId) -> Vec<CompanyId> {
        if !self.actor().scopes.contains(&verb.scope()) {
            return Vec::new();
        }
        let grants = self.actor().grants.iter();
        let able = grants.filter(|grant| grant.agreement == agreement && reach(Some(grant.role), verb) != Reach::None);
        let mut companies: Vec<CompanyId> = able.map(|grant| grant.company).collect();
        companies.sort_unstable();
        companies.dedup();
        if let Who::Person { company: employer, .. } = self.actor().who {
            companies.sort_by_key(|company| *company != employer);
        }
        companies
    }

    /// The actor, speaking for a company; without one for the employer, or for the first company they can speak for.
    ///
    /// # Errors
    /// Forbidden for whoever is no person or cannot speak for that company, and for a token that is limited to less.
    pub fn speaker(
        &self,
        verb: Verb,
        agreement: AgreementId,
        company: Option<CompanyId>,
    ) -> Outcome<(PersonId, CompanyId)> {
        let Some(person) = self.actor().person() else { return Err(Denial::Forbidden.into()) };
        let able = self.speaks_for(verb, agreement);
        let chosen = match company {
            Some(company) => able.into_iter().find(|able| *able == company),
            None => able.into_iter().next(),
        };
        Ok((person, chosen.ok_or(Denial::Forbidden)?))
    }

    /// The same as a decision of this moment.
    ///
    /// # Errors
    /// As for [`Tx::speaker`].
    pub fn speaking(&self, verb: Verb, agreement: AgreementId, company: Option<CompanyId>) -> Outcome<By> {
        let (person, company) = self.speaker(verb, agreement, company)?;
        Ok(By { person, company, at: self.now() })
    }
}
