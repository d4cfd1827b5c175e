//! Who is asking: a person with grants, or the console of the machine that holds the database.

use super::{Reach, Role, Scope, Verb, reach};
use crate::kernel::{AgreementId, CompanyId, PersonId, TokenId};

/// A role held for a company in an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grant {
    /// Where.
    pub agreement: AgreementId,
    /// For whom.
    pub company: CompanyId,
    /// As what.
    pub role: Role,
}

/// Where a thing stands: its agreement and, if one company owns it, that company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The agreement, or [`AgreementId::INSTANCE`] for what belongs to the instance.
    pub agreement: AgreementId,
    /// The company that the thing belongs to, where it is one company's.
    pub owner: Option<CompanyId>,
}

impl Place {
    /// Something that all parties of the agreement hold together.
    #[must_use]
    pub const fn shared(agreement: AgreementId) -> Self {
        Self { agreement, owner: None }
    }

    /// Something that one company of the agreement owns.
    #[must_use]
    pub const fn owned(agreement: AgreementId, company: CompanyId) -> Self {
        Self { agreement, owner: Some(company) }
    }
}

/// What kind of actor it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody yet: signed out.
    Anonymous,
    /// A named person of a company.
    Person {
        /// The person.
        id: PersonId,
        /// The company that employs them.
        company: CompanyId,
        /// Whether they operate the instance.
        operator: bool,
    },
    /// Whoever sits at the machine with the database: the command line, the scheduler.
    Console,
}

/// Who is asking, with everything that decides what they may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person or the console.
    pub who: Who,
    /// Their roles.
    pub grants: Vec<Grant>,
    /// Roles for companies that have been asked to join but have not: they read the terms and sign, no more.
    pub prospects: Vec<Grant>,
    /// What the credential they came with is limited to.
    pub scopes: Vec<Scope>,
    /// The API token behind it, where it is one.
    pub token: Option<TokenId>,
}

impl Actor {
    /// Signed out: may do nothing.
    #[must_use]
    pub const fn anonymous() -> Self {
        Self { who: Who::Anonymous, grants: Vec::new(), prospects: Vec::new(), scopes: Vec::new(), token: None }
    }

    /// The console: operator and steward of every agreement, but no company's voice: it cannot sign or consent.
    #[must_use]
    pub fn console() -> Self {
        Self { who: Who::Console, grants: Vec::new(), prospects: Vec::new(), scopes: Scope::ALL.to_vec(), token: None }
    }

    /// The person, where it is one.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match self.who {
            Who::Person { id, .. } => Some(id),
            Who::Anonymous | Who::Console => None,
        }
    }

    /// Whether the actor operates the instance.
    #[must_use]
    pub const fn operates(&self) -> bool {
        matches!(self.who, Who::Console | Who::Person { operator: true, .. })
    }

    /// Whether the actor keeps an agreement as its steward; the console keeps every one.
    #[must_use]
    pub fn is_steward(&self, agreement: AgreementId) -> bool {
        let keeps = |grant: &Grant| grant.agreement == agreement && grant.role == Role::Steward;
        self.who == Who::Console || self.grants.iter().any(keeps)
    }

    /// The agreements in which the actor holds any role.
    #[must_use]
    pub fn agreements(&self) -> Vec<AgreementId> {
        let mut all: Vec<_> = self.grants.iter().chain(&self.prospects).map(|grant| grant.agreement).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether the actor has any business in a transaction of an agreement; the instance's own log is everybody's to
    /// write to. Who has none is not even let in, so that they hold up nobody there.
    #[must_use]
    pub fn enters(&self, agreement: AgreementId) -> bool {
        self.operates() || agreement == AgreementId::INSTANCE || self.agreements().contains(&agreement)
    }

    /// The companies the actor stands for in an agreement.
    #[must_use]
    pub fn companies(&self, agreement: AgreementId) -> Vec<CompanyId> {
        let mut all: Vec<_> = self
            .grants
            .iter()
            .chain(&self.prospects)
            .filter(|grant| grant.agreement == agreement)
            .map(|grant| grant.company)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether the actor may do `verb` at `place`.
    #[must_use]
    pub fn may(&self, verb: Verb, place: Place) -> bool {
        if !self.scopes.contains(&verb.scope()) {
            return false;
        }
        if self.operates() && reach(None, verb) == Reach::Shared {
            return true;
        }
        if self.who == Who::Console {
            return reach(Some(Role::Steward), verb) == Reach::Shared;
        }
        let prospects: &[Grant] = match verb {
            Verb::AgreementView | Verb::AgreementSign | Verb::CompanyView => &self.prospects,
            _ => &[],
        };
        self.grants.iter().chain(prospects).filter(|grant| grant.agreement == place.agreement).any(|grant| match reach(
            Some(grant.role),
            verb,
        ) {
            Reach::Shared => true,
            Reach::Own => place.owner == Some(grant.company),
            Reach::None => false,
        })
    }

    /// The companies for which the actor may do `verb` in an agreement; with a shared reach `None`: for all.
    #[must_use]
    pub fn on_behalf(&self, verb: Verb, agreement: AgreementId) -> Option<Vec<CompanyId>> {
        if self.may(verb, Place::shared(agreement)) {
            return None;
        }
        let mut own = self.companies(agreement);
        own.retain(|company| self.may(verb, Place::owned(agreement, *company)));
        Some(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn analyst() -> (Actor, AgreementId, CompanyId, CompanyId) {
        let (agreement, own, other) =
            (AgreementId(Uuid::from_u128(1)), CompanyId(Uuid::from_u128(2)), CompanyId(Uuid::from_u128(3)));
        let who = Who::Person { id: PersonId(Uuid::from_u128(4)), company: own, operator: false };
        let grants = vec![Grant { agreement, company: own, role: Role::Analyst }];
        (Actor { who, grants, prospects: vec![], scopes: Scope::ALL.to_vec(), token: None }, agreement, own, other)
    }

    #[test]
    fn own_reaches_the_own_company_only() {
        let (actor, agreement, own, other) = analyst();
        assert!(actor.may(Verb::MeasurementRecord, Place::owned(agreement, own)));
        assert!(!actor.may(Verb::MeasurementRecord, Place::owned(agreement, other)));
        assert!(!actor.may(Verb::MeasurementRecord, Place::shared(agreement)));
        assert_eq!(actor.on_behalf(Verb::MeasurementRecord, agreement), Some(vec![own]));
    }

    #[test]
    fn a_foreign_agreement_stays_closed() {
        let (actor, _, own, _) = analyst();
        let foreign = AgreementId(Uuid::from_u128(9));
        assert!(Verb::ALL.iter().all(|verb| !actor.may(*verb, Place::owned(foreign, own))));
    }

    #[test]
    fn a_token_without_the_scope_cannot_report() {
        let (mut actor, agreement, own, _) = analyst();
        actor.scopes = vec![Scope::Read];
        assert!(!actor.may(Verb::MeasurementRecord, Place::owned(agreement, own)));
        assert!(actor.may(Verb::MeasurementView, Place::owned(agreement, own)));
    }

    #[test]
    fn a_prospect_reads_the_terms_and_signs_but_sees_no_figure() {
        let (mut actor, agreement, own, _) = analyst();
        actor.prospects = vec![Grant { agreement, company: own, role: Role::Signatory }];
        actor.grants.clear();
        assert!(actor.may(Verb::AgreementSign, Place::owned(agreement, own)));
        assert!(actor.may(Verb::AgreementView, Place::shared(agreement)));
        assert!(!actor.may(Verb::ScorecardView, Place::shared(agreement)));
    }

    #[test]
    fn the_console_cannot_sign() {
        let (_, agreement, own, _) = analyst();
        let console = Actor::console();
        assert!(console.may(Verb::AgreementApply, Place::shared(agreement)));
        assert!(!console.may(Verb::AgreementSign, Place::owned(agreement, own)));
        assert!(!console.may(Verb::ActionConsent, Place::owned(agreement, own)));
    }
}
