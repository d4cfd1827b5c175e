//! Who may know the path that a customer's matters take: it says how that customer is served.

use crate::access::{Actor, Place, Verb};
use crate::kernel::{AgreementId, CompanyId};

/// Whether an actor may know the escalation path of a customer: whoever acts for the customer, sees escalations, or signs or
/// exports the terms in which it stands. Other customers may not.
#[must_use]
pub fn sees_path(actor: &Actor, agreement: AgreementId, customer: CompanyId) -> bool {
    let somewhere = |verb: Verb| actor.on_behalf(verb, agreement).is_none_or(|own| !own.is_empty());
    actor.companies(agreement).contains(&customer)
        || actor.may(Verb::AgreementExport, Place::shared(agreement))
        || somewhere(Verb::EscalationView)
        || somewhere(Verb::AgreementSign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Grant, Role, Scope, Who};
    use crate::kernel::PersonId;
    use uuid::Uuid;

    fn id(of: u128) -> Uuid {
        Uuid::from_u128(of)
    }

    #[test]
    fn a_customer_knows_its_own_path_and_no_other_customers() {
        let (agreement, town, village) = (AgreementId(id(1)), CompanyId(id(2)), CompanyId(id(3)));
        let actor = |role: Role, prospect: bool| {
            let who = Who::Person { id: PersonId(id(4)), company: town, operator: false };
            let held = vec![Grant { agreement, company: town, role }];
            let (grants, prospects) = if prospect { (Vec::new(), held) } else { (held, Vec::new()) };
            Actor { who, grants, prospects, scopes: Scope::ALL.to_vec(), token: None }
        };
        for (role, prospect, sees) in [
            (Role::Customer, false, false),
            (Role::Analyst, false, false),
            (Role::Coordinator, false, true),
            (Role::Engineer, false, true),
            (Role::Signatory, true, true),
            (Role::Auditor, false, true),
        ] {
            assert_eq!(sees_path(&actor(role, prospect), agreement, village), sees, "{role:?}");
            assert!(sees_path(&actor(role, prospect), agreement, town), "{role:?}");
        }
        assert!(!sees_path(&Actor { scopes: vec![Scope::Read], ..Actor::anonymous() }, agreement, town));
    }
}
