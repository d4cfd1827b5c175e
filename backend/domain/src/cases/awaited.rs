//! What a case waits for that only people can give: a company's consent to a pause, the group's decision of a dispute.

use super::Case;
use crate::agreements::Claimed;
use crate::kernel::{CompanyId, Moment};

/// An answer that is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Awaited {
    /// The number of the event that asks for it.
    pub number: i64,
    /// What is awaited.
    pub kind: AwaitedKind,
    /// For a consent, of which company; for a decision, who disputes, where it is known.
    pub company: Option<CompanyId>,
    /// Since when.
    pub since: Moment,
}

/// What is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AwaitedKind {
    /// A company's consent to a pause that is claimed against it, or its dispute.
    Consent,
    /// The coordination group's decision of a dispute.
    Decision,
}

impl AwaitedKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Consent, Self::Decision];

    /// The stable name: `consent` or `decision`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Decision => "decision",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Case {
    /// The answers that it waits for, in order of the events that ask for them. None for a case that was withdrawn, nor for
    /// one whose latest event comes from an import: its log says nothing of now.
    #[must_use]
    pub fn awaited(&self) -> Vec<Awaited> {
        if self.is_imported || self.cancelled.is_some() {
            return Vec::new();
        }
        let consents = self.pauses.iter().filter(|pause| !pause.counts()).filter_map(|pause| {
            let Claimed::Company(company) = pause.against else { return None };
            let disputed =
                self.disputes.iter().any(|it| it.company == Some(company) && it.touches(pause.from, pause.end()));
            let asks =
                Awaited { number: pause.number, kind: AwaitedKind::Consent, company: Some(company), since: pause.from };
            (!disputed).then_some(asks)
        });
        let open = self.disputes.iter().filter(|dispute| dispute.decision.is_none());
        let decisions = open.map(|it| Awaited {
            number: it.number,
            kind: AwaitedKind::Decision,
            company: it.company,
            since: it.at,
        });
        let mut all: Vec<Awaited> = consents.chain(decisions).collect();
        all.sort_unstable();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreements::CaseKind::Incident;
    use crate::cases::samples::{Happened, accepted, at, cancelled, case, company, disputed, opened, rulebooks};
    use crate::cases::{Attribution, What, event, samples};

    fn claimed() -> What {
        What::Paused { reason: "vendor".to_owned(), against: Some(Claimed::Company(company(2))), note: None }
    }

    fn awaited(events: &[Happened]) -> Vec<(i64, AwaitedKind, &'static str)> {
        let begun = [("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 10:00", claimed())];
        let found = case(&[&begun[..], events].concat(), &rulebooks(&[])).awaited();
        let since =
            |it: &Awaited| ["2 10:00", "2 11:00"].into_iter().find(|known| at(known) == it.since).unwrap_or("?");
        found.iter().map(|it| (it.number, it.kind, since(it))).collect()
    }

    #[test]
    fn a_pause_waits_for_consent_until_it_is_given_and_a_dispute_until_it_is_decided() {
        use AwaitedKind::{Consent, Decision};
        let dispute = ("2 11:00", disputed("2 09:00", "2 09:30"));
        assert_eq!(awaited(&[]), [(3, Consent, "2 10:00")]);
        assert_eq!(awaited(&[("2 11:00", What::Resumed)]), [(3, Consent, "2 10:00")], "consent can come after it");
        assert_eq!(awaited(&[("2 11:00", What::PauseConsented)]), []);
        assert_eq!(awaited(std::slice::from_ref(&dispute)), [(3, Consent, "2 10:00"), (4, Decision, "2 11:00")]);
        let decided = ("2 12:00", samples::decided(4, Attribution::Company(company(1))));
        assert_eq!(awaited(&[dispute, decided]), [(3, Consent, "2 10:00")]);
        assert_eq!(awaited(&[("2 11:00", cancelled())]), []);
    }

    #[test]
    fn whoever_disputes_a_pause_has_answered_it() {
        let mut log = samples::log(&[("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 10:00", claimed())]);
        let dispute = samples::event(4, at("2 11:00"), disputed("2 10:00", "2 11:00"));
        log.push(event::CaseEvent { company: Some(company(2)), ..dispute });
        let replayed = Case::replay(samples::id(1), &log, &rulebooks(&[])).case.unwrap();
        assert_eq!(replayed.awaited().iter().map(|it| it.kind).collect::<Vec<_>>(), [AwaitedKind::Decision]);
    }
}
