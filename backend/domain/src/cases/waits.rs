//! What a case waited for that a company was to answer: a hand-over offered to it, a pause claimed against it.

use super::case::{Case, Held};
use super::timeline::{counted_pauses, used_up};
use super::{Pause, Rulebooks};
use crate::agreements::Claimed;
use crate::kernel::{CompanyId, Moment};

/// What was waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaitedFor {
    /// Whether the company takes the case on.
    HandOver {
        /// When its acceptance target is used up; nothing where nobody handed the case over, and where it never is.
        due: Option<Moment>,
    },
    /// Whether it consents to a pause that is claimed against it, or disputes it.
    Consent,
}

/// An answer that a company was to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waited {
    /// Since when.
    pub since: Moment,
    /// Of which company.
    pub company: CompanyId,
    /// For what.
    pub what: WaitedFor,
    /// When it was answered; nothing while it is not.
    pub answered: Option<Moment>,
}

impl Case {
    /// The answers that companies were to give, in order of time. What was offered and taken in one moment waited for
    /// nobody. Of a case whose latest event comes from an import, what is still open is left out: its log says nothing of
    /// now.
    #[must_use]
    pub fn waits(&self, rulebooks: &Rulebooks) -> Vec<Waited> {
        let pauses = counted_pauses(self);
        let offers = self.custody.iter().filter_map(|stretch| {
            let Held::Offered(offer) = stretch.held else { return None };
            offer.from?;
            let due = used_up(&offer, rulebooks, &pauses);
            let what = WaitedFor::HandOver { due };
            Some(Waited { since: offer.at, company: offer.to.company, what, answered: stretch.until })
        });
        let consents = self.pauses.iter().filter(|pause| pause.needs_consent).filter_map(|pause| {
            let Claimed::Company(company) = pause.against else { return None };
            let answered = pause.consented.into_iter().chain(self.disputed(pause, company)).min();
            Some(Waited { since: pause.from, company, what: WaitedFor::Consent, answered })
        });
        let known = |waited: &Waited| waited.answered.is_some() || !(self.is_imported || self.cancelled.is_some());
        let mut all: Vec<Waited> = offers.chain(consents).filter(known).collect();
        all.sort_unstable();
        all
    }

    /// When a company disputed a pause that is claimed against it.
    fn disputed(&self, pause: &Pause, company: CompanyId) -> Option<Moment> {
        let of = self.disputes.iter().filter(|dispute| dispute.company == Some(company));
        of.filter(|dispute| dispute.touches(pause.from, pause.end())).map(|dispute| dispute.at).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreements::CaseKind::Incident;
    use crate::cases::What;
    use crate::cases::samples::*;

    /// Who was asked since when, by when, and when they answered.
    fn waits(events: &[Happened]) -> Vec<String> {
        let rulebooks = rulebooks(&[]);
        let begun = [("2 09:00", opened(Incident)), ("2 09:00", accepted(11))];
        let shown = |moment: Option<Moment>| moment.map_or("never".to_owned(), |at| at.to_string()[8..16].to_owned());
        let told = |it: &Waited| {
            let what = match it.what {
                WaitedFor::HandOver { due } => format!("hand-over by {}", shown(due)),
                WaitedFor::Consent => "consent".to_owned(),
            };
            format!("{} {} {what}: {}", it.company.0.as_u128(), shown(Some(it.since)), shown(it.answered))
        };
        case(&[&begun[..], events].concat(), &rulebooks).waits(&rulebooks).iter().map(told).collect()
    }

    #[test]
    fn a_hand_over_waits_until_it_is_answered_and_is_due_when_the_target_is_used_up() {
        let begun = waits(&[("2 13:00", offered(12))]);
        assert_eq!(begun.len(), 1);
        let (asked, due) = begun[0].split_once(": ").unwrap();
        assert!(asked.starts_with("2 02T") && due == "never", "{begun:?}");
        let taken = waits(&[("2 13:00", offered(12)), ("3 10:00", accepted(12))]);
        assert!(taken[0].starts_with(asked) && taken[0] != begun[0], "{taken:?}");
        let turned = waits(&[("2 13:00", offered(12)), ("2 14:00", refused())]);
        assert!(turned[0].starts_with(asked) && !turned[0].ends_with("never"), "a refusal answers too: {turned:?}");
        assert!(waits(&[("2 13:00", offered(12)), ("2 13:00", accepted(12))]).is_empty(), "nobody waited");
    }

    #[test]
    fn a_claimed_pause_waits_for_consent() {
        let claimed =
            What::Paused { reason: "vendor".to_owned(), against: Some(Claimed::Company(company(2))), note: None };
        let begun = [("2 10:00", claimed)];
        let open = waits(&begun);
        assert!(open.len() == 1 && open[0].starts_with("2 ") && open[0].ends_with("consent: never"), "{open:?}");
        let consented = waits(&[&begun[..], &[("2 11:00", What::PauseConsented)]].concat());
        assert!(consented[0].contains("consent: 02T"), "{consented:?}");
        assert!(waits(&[&begun[..], &[("2 11:00", cancelled())]].concat()).is_empty(), "withdrawn");
    }

    #[test]
    fn an_imported_log_says_nothing_of_what_is_still_open() {
        let log = imported(&[("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 13:00", offered(12))]);
        let rulebooks = rulebooks(&[]);
        let known = Case::replay(id(1), &log, &rulebooks).case.unwrap();
        assert!(known.waits(&rulebooks).is_empty());
    }
}
