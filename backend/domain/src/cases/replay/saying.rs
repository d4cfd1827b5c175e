//! What is said about a case: ratings and recoveries, disputes and decisions.

use super::{Applied, Step};
use crate::cases::dispute::{Decision, Dispute};
use crate::cases::{Attribution, Case, Rating, codes};
use crate::kernel::{CompanyId, Moment, PersonId};

impl Step<'_> {
    pub(super) fn rate(&self, case: &mut Case, points: u8, words: Option<&str>) -> Applied {
        let Some(resolved) = case.resolved() else {
            let message = "the case was never resolved, so there is nothing to rate; resolve it first";
            return Err(codes::CASE_NOT_RESOLVED.refuse(message));
        };
        if !(1..=Rating::MOST).contains(&points) {
            let message = format!("{points} points are off the scale; give 1 to {}", Rating::MOST);
            return Err(codes::CASE_POINTS.refuse_field("points", message));
        }
        let at = self.event.at;
        let rating = Rating { number: self.event.number, at, points, words: words.map(str::to_owned) };
        case.feedback.rate(rating, at.plus(self.book.handling().recovery), resolved.company);
        Ok(())
    }

    pub(super) fn recover(&self, case: &mut Case, company: CompanyId, owner: PersonId, due: Moment) -> Applied {
        self.book.check_company(company, self.binding)?;
        if due < self.event.at {
            let message = format!("the recovery would be due at {due}, before it begins; give a later moment");
            return Err(codes::CASE_RECOVERY_DUE.refuse_field("due", message));
        }
        let Some(recovery) = case.feedback.recoveries.last_mut().filter(|recovery| recovery.turned.is_none()) else {
            let message = "no negative feedback waits for a recovery; record the customer's rating first";
            return Err(codes::CASE_NOT_NEGATIVE.refuse(message));
        };
        recovery.company = Some(company);
        recovery.owner = Some(owner);
        recovery.due = due;
        Ok(())
    }

    pub(super) fn dispute(&self, case: &mut Case, from: Moment, until: Moment, reason: &str) -> Applied {
        let at = self.event.at;
        if from >= until || from < case.opened || until > at {
            let message = format!(
                "{from} to {until} is no time of this case that is over; choose a stretch between {} and {at}",
                case.opened
            );
            return Err(codes::CASE_DISPUTE_RANGE.refuse(message));
        }
        let closes = case.resolved().map(|deed| deed.at.plus(self.book.handling().dispute_window));
        if let Some(closes) = closes.filter(|closes| case.is_resolved() && at > *closes) {
            let message = format!("the window for disputes closed at {closes}; ask the coordination group to amend it");
            return Err(codes::CASE_DISPUTE_WINDOW.refuse(message));
        }
        case.disputes.push(Dispute {
            number: self.event.number,
            company: self.event.company,
            at,
            from,
            until,
            reason: reason.to_owned(),
            decision: None,
        });
        Ok(())
    }

    pub(super) fn decide(&self, case: &mut Case, dispute: i64, to: Option<Attribution>, reason: &str) -> Applied {
        if let Some(Attribution::Company(company)) = to {
            self.book.check_company(company, self.binding)?;
        }
        let found = case.disputes.iter_mut().find(|one| one.number == dispute && one.decision.is_none());
        let Some(found) = found else {
            let message = format!("there is no open dispute {dispute}; name the number of one that is not decided");
            return Err(codes::CASE_DISPUTE_UNKNOWN.refuse_field("dispute", message));
        };
        let (number, at) = (self.event.number, self.event.at);
        found.decision = Some(Decision { number, at, attribution: to, reason: reason.to_owned() });
        Ok(())
    }
}
