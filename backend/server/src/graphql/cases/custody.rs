//! Who holds a case, to whom it is offered, and when its clocks stood still.

use super::words::PauseClaim;
use crate::graphql::{
    agreements::{Agreement, Team},
    companies::Company,
    kernel::{context::Context, scalar::Gql, types::Instant},
};
use concordat_domain::{agreements::Claimed, cases as rules};
use juniper::graphql_object;

/// A team, in the name of one of its companies.
#[derive(Clone)]
pub struct Holder {
    agreement: Agreement,
    holder: rules::Holder,
}

impl Holder {
    /// A holder.
    #[must_use]
    pub fn new(agreement: &Agreement, holder: rules::Holder) -> Self {
        Self { agreement: agreement.clone(), holder }
    }
}

/// A team that holds a case, or is offered it, in the name of one of its companies.
#[graphql_object(scalar = Gql, context = Context, name = "CaseHolder")]
impl Holder {
    /// The team; null where the agreement has it no more.
    fn team(&self) -> Option<Team> {
        let team = self.agreement.terms().team(self.holder.team)?;
        Some(Team::new(self.agreement.clone(), team.id))
    }

    /// The company that answers for it.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.holder.company).map(Company::from)
    }
}

/// A hand-over that waits for an answer.
pub struct Offer {
    agreement: Agreement,
    offer: rules::Offer,
}

impl Offer {
    /// A hand-over.
    #[must_use]
    pub fn new(agreement: &Agreement, offer: rules::Offer) -> Self {
        Self { agreement: agreement.clone(), offer }
    }
}

/// A hand-over that waits for an answer.
#[graphql_object(scalar = Gql, context = Context, name = "CaseOffer")]
impl Offer {
    /// Since when.
    fn at(&self) -> Instant {
        self.offer.at
    }

    /// To whom.
    fn to(&self) -> Holder {
        Holder::new(&self.agreement, self.offer.to)
    }

    /// From whom; null where nobody has held the case yet.
    fn from(&self) -> Option<Holder> {
        self.offer.from.map(|holder| Holder::new(&self.agreement, holder))
    }
}

/// A stretch of time in which the same was true of who holds a case.
pub struct Stretch {
    agreement: Agreement,
    stretch: rules::Stretch,
}

impl Stretch {
    /// A stretch.
    #[must_use]
    pub fn new(agreement: &Agreement, stretch: rules::Stretch) -> Self {
        Self { agreement: agreement.clone(), stretch }
    }
}

/// A stretch of time in which the same was true of who holds a case.
#[graphql_object(scalar = Gql, context = Context, name = "CaseCustody")]
impl Stretch {
    /// From when.
    fn from(&self) -> Instant {
        self.stretch.from
    }

    /// Until when; null while it goes on.
    fn until(&self) -> Option<Instant> {
        self.stretch.until
    }

    /// Who held it; null while nobody did, while it waited for an answer, or where the log does not say.
    fn holder(&self) -> Option<Holder> {
        match self.stretch.held {
            rules::Held::By(holder) => Some(Holder::new(&self.agreement, holder)),
            _ => None,
        }
    }

    /// The hand-over that waited for an answer; null while none did.
    fn offer(&self) -> Option<Offer> {
        match self.stretch.held {
            rules::Held::Offered(offer) => Some(Offer::new(&self.agreement, offer)),
            _ => None,
        }
    }
}

/// A pause.
pub struct Pause {
    agreement: Agreement,
    pause: rules::Pause,
}

impl Pause {
    /// A pause.
    #[must_use]
    pub fn new(agreement: &Agreement, pause: rules::Pause) -> Self {
        Self { agreement: agreement.clone(), pause }
    }
}

/// A stretch of time in which a case's clocks stood still.
#[graphql_object(scalar = Gql, context = Context, name = "CasePause")]
impl Pause {
    /// From when.
    fn from(&self) -> Instant {
        self.pause.from
    }

    /// Until when it lasted or, at its cap, will at most; null where neither is known.
    fn until(&self) -> Option<Instant> {
        self.pause.end()
    }

    /// The code of its reason.
    fn reason(&self) -> &str {
        &self.pause.reason
    }

    /// Against whom the time is claimed.
    fn against(&self) -> PauseClaim {
        self.pause.against.into()
    }

    /// Against which company, where it is one.
    fn company(&self) -> Option<Company> {
        match self.pause.against {
            Claimed::Company(company) => self.agreement.terms().company(company).map(Company::from),
            _ => None,
        }
    }

    /// Whether it counts only with consent.
    fn needs_consent(&self) -> bool {
        self.pause.needs_consent
    }

    /// When consent was given.
    fn consented_at(&self) -> Option<Instant> {
        self.pause.consented
    }

    /// Whether it stops clocks: one that needs consent does once it has it, and then from its beginning.
    fn counts(&self) -> bool {
        self.pause.counts()
    }
}
