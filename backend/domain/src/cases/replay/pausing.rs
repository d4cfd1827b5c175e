//! Pauses: begun for a reason that the agreement knows, consented to, ended by somebody or by their cap.

use super::{Applied, Step};
use crate::agreements::Claimed;
use crate::cases::{Case, Pause, codes};

impl Step<'_> {
    pub(super) fn pause(&self, case: &mut Case, reason: &str, against: Option<Claimed>) -> Applied {
        self.working(case)?;
        let at = self.event.at;
        let Some(known) = self.book.reason(reason) else {
            let message = format!("the agreement has no reason {reason:?} to pause; name one of its reasons");
            return Err(codes::CASE_REASON.refuse_field("reason", message));
        };
        if let Some(pause) = case.running_pause(at) {
            let message = format!("the case is paused since {} for {}; resume it first", pause.from, pause.reason);
            return Err(codes::CASE_PAUSED.refuse(message));
        }
        let against = against.unwrap_or(known.against);
        if let Claimed::Company(company) = against {
            self.book.check_company(company, self.binding)?;
        }
        case.pauses.push(Pause {
            number: self.event.number,
            from: at,
            resumed: None,
            cap: known.cap.map(|cap| at.plus(cap)),
            reason: known.code.clone(),
            against,
            needs_consent: known.consent,
            consented: None,
        });
        Ok(())
    }

    pub(super) fn consent(&self, case: &mut Case) -> Applied {
        let Some(pause) = case.pauses.last_mut() else {
            return Err(codes::CASE_NOT_PAUSED.refuse("the case was never paused; there is nothing to consent to"));
        };
        pause.consented.get_or_insert(self.event.at);
        Ok(())
    }

    /// A pause that its cap has ended can still be resumed: that changes nothing.
    pub(super) fn resume(&self, case: &mut Case) -> Applied {
        self.working(case)?;
        match case.pauses.last_mut().filter(|pause| pause.resumed.is_none()) {
            Some(pause) => {
                pause.resumed = Some(self.event.at);
                Ok(())
            }
            None => Err(codes::CASE_NOT_PAUSED.refuse("the case is not paused; pause it before it is resumed")),
        }
    }
}
