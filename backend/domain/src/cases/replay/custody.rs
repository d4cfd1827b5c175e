//! Who holds the case: hand-overs, swarms, and logs that do not say.

use super::{Applied, Step};
use crate::cases::case::{Case, Held, Offer, Stretch, Swarm};
use crate::cases::{Asked, Holder, Share, codes};
use crate::kernel::Moment;

impl Step<'_> {
    pub(super) fn offer(&self, case: &mut Case, to: Holder, outside: bool) -> Applied {
        self.working(case)?;
        let team = self.book.check_holder(to, self.binding)?;
        // an imported log puts a case back into its own team's queue; done here that would mean nothing
        if case.holder == Some(to) && self.event.source.is_none() {
            let message = format!("team {} holds the case already; offer it to another team", team.code);
            return Err(codes::CASE_TO_ITSELF.refuse(message));
        }
        if case.offer.is_none_or(|offer| offer.to != to) {
            let offer = Offer { at: self.event.at, to, from: case.holder };
            case.journey.offer(to, team.line);
            // an imported log was checked against no boundary
            let sender = case.holder.map(|holder| holder.company).or(self.event.company);
            if let Some(from) = sender.filter(|_| self.event.source.is_none()) {
                case.journey.ask(Asked { from, to, outside, helped: None });
            }
            case.offer = Some(offer);
            held(case, self.event.at, Held::Offered(offer));
        }
        Ok(())
    }

    pub(super) fn accept(&self, case: &mut Case, by: Holder) -> Applied {
        self.working(case)?;
        let team = self.book.check_holder(by, self.binding)?;
        case.journey.accept(by, team.line);
        if case.offer.take().is_some() {
            case.journey.answered(by);
        }
        case.holder = Some(by);
        held(case, self.event.at, Held::By(by));
        Ok(())
    }

    pub(super) fn refuse(&self, case: &mut Case) -> Applied {
        self.working(case)?;
        if case.offer.take().is_none() {
            let message = "the case is not offered to anybody, so nobody can refuse it; record the offer first";
            return Err(codes::CASE_NOT_OFFERED.refuse(message));
        }
        case.journey.refuse();
        held(case, self.event.at, case.holder.map_or(Held::Nobody, Held::By));
        Ok(())
    }

    pub(super) fn swarm(&self, case: &mut Case, shares: &[Share]) -> Applied {
        self.working(case)?;
        let running = case.swarms.last().is_some_and(|swarm| swarm.until.is_none());
        let once = |(place, share): (usize, &Share)| shares[..place].iter().all(|other| other.company != share.company);
        let weighed = shares.iter().all(|share| (1..=1_000_000).contains(&share.weight));
        let ends = shares.is_empty() && running;
        if !ends && (shares.len() < 2 || !weighed || !shares.iter().enumerate().all(once)) {
            let message = "name at least two companies, each once with a weight from 1 to 1,000,000, or none to end it";
            return Err(codes::CASE_SHARES.refuse(message));
        }
        for share in shares {
            self.book.check_company(share.company, self.binding)?;
        }
        end_swarm(case, self.event.at);
        if !shares.is_empty() {
            let mut shares = shares.to_vec();
            shares.sort_unstable_by_key(|share| share.company);
            case.swarms.push(Swarm { from: self.event.at, until: None, shares });
        }
        Ok(())
    }

    pub(super) fn unclear(&self, case: &mut Case) -> Applied {
        self.working(case)?;
        case.offer = None;
        held(case, self.event.at, Held::Unclear);
        Ok(())
    }
}

/// What is true of who holds the case from a moment on.
pub(super) fn held(case: &mut Case, at: Moment, held: Held) {
    match case.custody.last_mut() {
        Some(last) if last.until.is_none() && last.held == held => return,
        Some(last) if last.until.is_none() && last.from == at => {
            last.held = held;
            return;
        }
        Some(last) if last.until.is_none() => last.until = Some(at),
        _ => {}
    }
    case.custody.push(Stretch { from: at, until: None, held });
}

/// Work has ended: no stretch goes on.
pub(super) fn end(case: &mut Case, at: Moment) {
    case.offer = None;
    end_swarm(case, at);
    if let Some(last) = case.custody.last_mut().filter(|last| last.until.is_none()) {
        last.until = Some(at);
    }
    if let Some(pause) = case.pauses.last_mut().filter(|pause| pause.resumed.is_none()) {
        pause.resumed = Some(at);
    }
}

fn end_swarm(case: &mut Case, at: Moment) {
    if let Some(swarm) = case.swarms.last_mut().filter(|swarm| swarm.until.is_none()) {
        swarm.until = Some(at);
    }
}
