//! Whose a case's time is, moment by moment: custody and waits, over them swarms, pauses and what was decided.

use super::case::{Case, Held, Offer, Stretch};
use super::{Attribution, Holder, Pause, Rulebooks, Share};
use crate::agreements::Claimed;
use crate::kernel::{CompanyId, Moment, TeamId};

/// A stretch of time that is one and the same's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Atom<'c> {
    pub from: Moment,
    pub until: Moment,
    /// Whose it would be without pause, swarm or decision.
    pub holder: Option<CompanyId>,
    pub whose: Whose<'c>,
    /// The number of the dispute whose decision says so.
    pub decided: Option<i64>,
}

/// Whose a stretch of time is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Whose<'c> {
    /// A company's; with the team whose calendar applies, unless it was decided.
    Custody { company: CompanyId, team: Option<TeamId> },
    /// A hand-over waits, and this company is charged.
    Wait { company: CompanyId },
    /// A pause's.
    Pause { reason: &'c str, claimed: Claimed },
    /// Several companies'.
    Swarm(&'c [Share]),
    /// A gap of the agreement, as was decided.
    Gap,
    /// The log does not say.
    Unattributed,
}

impl Whose<'_> {
    /// Whether a company answers for it, alone or with others.
    pub fn includes(self, company: CompanyId) -> bool {
        match self {
            Self::Custody { company: of, .. } | Self::Wait { company: of } => of == company,
            Self::Swarm(shares) => shares.iter().any(|share| share.company == company),
            Self::Pause { .. } | Self::Gap | Self::Unattributed => false,
        }
    }
}

/// The stretches of a case's open time up to a moment, in order. They touch except over resolved time, and none spans
/// a change of the rulebook.
pub(super) fn atoms<'c>(case: &'c Case, rulebooks: &Rulebooks, end: Moment) -> Vec<Atom<'c>> {
    let layers = Layers::of(case, rulebooks, end);
    let mut found: Vec<Atom<'c>> = Vec::with_capacity(2 * case.custody.len() + 2 * case.pauses.len());
    let mut cuts = Vec::with_capacity(8);
    for stretch in &case.custody {
        let until = stretch.until.unwrap_or(end).min(end);
        if stretch.from >= until {
            continue;
        }
        let switch = layers.switch(stretch);
        cuts.clear();
        cuts.extend([stretch.from, until]);
        cuts.extend(switch);
        layers.cuts(&mut cuts);
        cuts.extend(rulebooks.changes(stretch.from, until));
        cuts.retain(|cut| stretch.from <= *cut && *cut <= until);
        cuts.sort_unstable();
        cuts.dedup();
        for pair in cuts.windows(2) {
            let atom = layers.atom(stretch, switch, pair[0], pair[1]);
            match found.last_mut() {
                Some(last) if goes_on(last, &atom) && rulebooks.since(last.from) == rulebooks.since(atom.from) => {
                    last.until = atom.until;
                }
                _ => found.push(atom),
            }
        }
    }
    found
}

fn goes_on(last: &Atom<'_>, next: &Atom<'_>) -> bool {
    (last.until, last.whose, last.holder, last.decided) == (next.from, next.whose, next.holder, next.decided)
}

/// What lies over custody.
struct Layers<'c, 'r> {
    case: &'c Case,
    rulebooks: &'r Rulebooks,
    end: Moment,
    /// The pauses that count, each with its end.
    counted: Vec<(Moment, Moment)>,
    /// Decided disputes that were upheld, the latest decision last.
    decided: Vec<(Moment, Moment, Attribution, i64)>,
}

impl<'c, 'r> Layers<'c, 'r> {
    fn of(case: &'c Case, rulebooks: &'r Rulebooks, end: Moment) -> Self {
        let ends = |pause: &Pause| pause.end().unwrap_or(end);
        let counted =
            case.pauses.iter().filter(|pause| pause.counts()).map(|pause| (pause.from, ends(pause))).collect();
        let mut upheld: Vec<_> = case
            .disputes
            .iter()
            .filter_map(|dispute| {
                let decision = dispute.decision.as_ref()?;
                Some((decision.at, (dispute.from, dispute.until, decision.attribution?, dispute.number)))
            })
            .collect();
        upheld.sort_by_key(|(at, _)| *at);
        Self { case, rulebooks, end, counted, decided: upheld.into_iter().map(|(_, it)| it).collect() }
    }

    /// When a wait becomes the receiver's, if it was a sender's before: once the receiver's acceptance target is used
    /// up, counted as open time of the receiving team outside pauses.
    fn switch(&self, stretch: &Stretch) -> Option<Moment> {
        match stretch.held {
            Held::Offered(offer) => used_up(&offer, self.rulebooks, &self.counted),
            _ => None,
        }
    }

    fn cuts(&self, cuts: &mut Vec<Moment>) {
        for pause in &self.case.pauses {
            cuts.extend([pause.from, pause.end().unwrap_or(self.end)]);
        }
        for swarm in &self.case.swarms {
            cuts.extend([swarm.from, swarm.until.unwrap_or(self.end)]);
        }
        for (from, until, ..) in &self.decided {
            cuts.extend([*from, *until]);
        }
    }

    fn atom(&self, stretch: &Stretch, switch: Option<Moment>, from: Moment, until: Moment) -> Atom<'c> {
        let base = match stretch.held {
            Held::By(Holder { team, company }) => Whose::Custody { company, team: Some(team) },
            Held::Offered(Offer { to, from: sender, .. }) => {
                let sent = sender.filter(|_| switch.is_none_or(|switch| from < switch));
                Whose::Wait { company: sent.unwrap_or(to).company }
            }
            Held::Nobody | Held::Unclear => Whose::Unattributed,
        };
        let holder = match base {
            Whose::Custody { company, .. } | Whose::Wait { company } => Some(company),
            _ => None,
        };
        let over = self.decision(from).or_else(|| Some((self.pause(from, true).or_else(|| self.swarm(from))?, None)));
        let (whose, decided) = over.unwrap_or((base, None));
        Atom { from, until, holder, whose, decided }
    }

    fn decision(&self, at: Moment) -> Option<(Whose<'c>, Option<i64>)> {
        let covers = |(from, until, ..): &&(Moment, Moment, Attribution, i64)| *from <= at && at < *until;
        let (_, _, attribution, number) = self.decided.iter().rev().find(covers)?;
        let whose = match attribution {
            Attribution::Company(company) => Whose::Custody { company: *company, team: None },
            Attribution::Nobody => Whose::Gap,
            Attribution::Pause => self.pause(at, false)?,
        };
        Some((whose, Some(*number)))
    }

    fn pause(&self, at: Moment, counting: bool) -> Option<Whose<'c>> {
        let covers = |pause: &&Pause| pause.from <= at && pause.end().is_none_or(|end| at < end);
        let pause = self.case.pauses.iter().find(covers).filter(|pause| !counting || pause.counts())?;
        Some(Whose::Pause { reason: &pause.reason, claimed: pause.against })
    }

    fn swarm(&self, at: Moment) -> Option<Whose<'c>> {
        let found = self.case.swarms.iter().find(|it| it.from <= at && it.until.is_none_or(|until| at < until))?;
        Some(Whose::Swarm(&found.shares))
    }
}

/// The pauses that count, each with its end, however far ahead.
pub(super) fn counted_pauses(case: &Case) -> Vec<(Moment, Moment)> {
    let counts = case.pauses.iter().filter(|pause| pause.counts());
    counts.map(|pause| (pause.from, pause.end().unwrap_or(Moment::MAX))).collect()
}

/// When a hand-over's acceptance target is used up; none when it never is, or when there is no sender to be charged.
pub(super) fn used_up(offer: &Offer, rulebooks: &Rulebooks, pauses: &[(Moment, Moment)]) -> Option<Moment> {
    offer.from?;
    let (team, timetable) = rulebooks.at(offer.at).team(offer.to.team)?;
    if team.acceptance.is_positive() { timetable.due_with(offer.at, team.acceptance, pauses) } else { Some(offer.at) }
}
