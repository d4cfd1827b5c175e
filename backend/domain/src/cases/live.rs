//! What is done here and now to a case is held to more than what an imported log tells.

use super::{Case, CaseEvent, Rulebook, Rulebooks, What, codes};
use crate::agreements::Claimed;
use crate::kernel::{CaseId, CompanyId, Moment, Refusal, Refusals, Verdict};

impl Case {
    /// The case after new events, each of which has to apply: all that [`Case::replay`] would tell as an oddity is
    /// refused, and so is an event in the future or before the log's latest, an answer by a team that was not asked, work
    /// by a company that does not hold the case, and opening a closed case again.
    ///
    /// # Errors
    /// The first event's refusal, with one of [`codes::CODES`].
    pub fn append(
        id: CaseId,
        log: &[CaseEvent],
        new: &[CaseEvent],
        rulebooks: &Rulebooks,
        now: Moment,
    ) -> Verdict<Self> {
        let mut events = log.to_vec();
        let mut case = Self::replay(id, log, rulebooks).case;
        for event in new {
            let latest = events.iter().map(|known| known.at).max();
            check_time(event, latest, now)?;
            if let Some(case) = &case {
                case.check(event, rulebooks)?;
            }
            events.push(event.clone());
            let replayed = Self::replay(id, &events, rulebooks);
            if let Some(oddity) = replayed.oddities.into_iter().find(|oddity| oddity.number == event.number) {
                return Err(Refusal { code: oddity.code, field: None, message: oddity.message }.into());
            }
            case = replayed.case;
        }
        case.ok_or_else(|| codes::CASE_NOT_OPENED.refuse("nothing has opened the case; open it first").into())
    }

    fn check(&self, event: &CaseEvent, rulebooks: &Rulebooks) -> Result<(), Refusal> {
        let company = event.company;
        match &event.what {
            What::Accepted { by } => match &self.offer {
                Some(offer) if offer.to.team == by.team => Ok(()),
                Some(_) => {
                    Err(codes::CASE_OFFERED_ELSEWHERE
                        .refuse("the case is offered to another team; let that one answer"))
                }
                None if self.holder.is_none_or(|holder| holder == *by) => Ok(()),
                None => {
                    Err(codes::CASE_NOT_OFFERED.refuse("the case is not offered to the team; have it offered first"))
                }
            },
            What::Refused { .. } => {
                let team = self.offer.and_then(|offer| rulebooks.at(event.at).team(offer.to.team));
                let asked = team.zip(company).is_none_or(|((team, _), company)| team.includes(company));
                let message = "the case is offered to a team of other companies; let one of them answer";
                if asked { Ok(()) } else { Err(codes::CASE_OFFERED_ELSEWHERE.refuse(message)) }
            }
            What::Offered { .. } | What::Paused { .. } | What::Resolved { .. } => {
                self.check_held(company, rulebooks.at(event.at))
            }
            What::Resumed if self.running_pause(event.at).is_none() => {
                Err(codes::CASE_NOT_PAUSED.refuse("the case is not paused any more; nothing has to be resumed"))
            }
            What::PauseConsented => self.check_consent(company),
            What::Reopened { .. } if self.closed.is_some() => {
                Err(codes::CASE_CLOSED.refuse("the case is closed for good; open a new one"))
            }
            _ => Ok(()),
        }
    }

    /// Whether a company works on it; a case that nobody holds is anybody's.
    fn check_held(&self, company: Option<CompanyId>, book: &Rulebook) -> Result<(), Refusal> {
        let swarm = self.swarms.last().filter(|swarm| swarm.until.is_none());
        let swarms = |company| swarm.is_some_and(|swarm| swarm.shares.iter().any(|share| share.company == company));
        match (self.holder, company) {
            (Some(holder), Some(company)) if holder.company != company && !swarms(company) => {
                let message = format!("the case is held by {}; have it handed over first", book.called(holder.company));
                Err(codes::CASE_NOT_HELD.refuse(message))
            }
            _ => Ok(()),
        }
    }

    fn check_consent(&self, company: Option<CompanyId>) -> Result<(), Refusal> {
        let against = self.pauses.last().map(|pause| pause.against);
        let may = match (against, company) {
            (Some(Claimed::Company(against)), Some(company)) => against == company,
            (Some(_), Some(company)) => self.holder.is_none_or(|holder| holder.company != company),
            _ => true,
        };
        let message = "the pause is not this company's to consent to; ask the one against which it is claimed";
        if may { Ok(()) } else { Err(codes::CASE_CONSENT.refuse(message)) }
    }
}

fn check_time(event: &CaseEvent, latest: Option<Moment>, now: Moment) -> Result<(), Refusals> {
    if event.at > now {
        let message = format!("{} has not come yet; record it when it has happened", event.at);
        return Err(codes::CASE_EVENT_FUTURE.refuse_field("at", message).into());
    }
    match latest.filter(|latest| event.at < *latest) {
        Some(latest) => {
            let message = format!("the case's latest event was at {latest}; what is done now comes after it");
            Err(codes::CASE_EVENT_LATE.refuse_field("at", message).into())
        }
        None => Ok(()),
    }
}
