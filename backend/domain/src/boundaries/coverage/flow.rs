//! Who is short when demands share what boundaries commit: the largest flow, and the cut that holds it back.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// So much is asked, of any of these.
pub(super) struct Ask {
    pub(super) amount: i128,
    pub(super) of: BTreeSet<usize>,
}

/// Asks that ask together for more than those of whom they ask can give.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Short {
    pub(super) asks: BTreeSet<usize>,
    pub(super) of: BTreeSet<usize>,
}

/// A distribution of what can be given over what is asked.
struct Flow<'a> {
    asks: &'a [Ask],
    /// What is left of each giver.
    left: Vec<i128>,
    /// By giver and ask, above nought.
    given: Vec<BTreeMap<usize, i128>>,
}

/// One step of a search: the ask from which a giver was reached, and the giver from which an ask was.
#[derive(Default)]
struct Reached {
    givers: BTreeMap<usize, usize>,
    asks: BTreeMap<usize, Option<usize>>,
}

/// All asks that are short, those together that share givers. The same however a largest flow is distributed: it is the
/// smallest of the cuts that hold it back.
pub(super) fn short(asks: &[Ask], givers: &[i128]) -> Vec<Short> {
    let mut flow = Flow { asks, left: givers.to_vec(), given: vec![BTreeMap::new(); givers.len()] };
    let unmet: Vec<usize> = (0..asks.len()).filter(|ask| !flow.meet(*ask)).collect();
    let mut found: Vec<Short> = Vec::new();
    for start in unmet {
        if !found.iter().any(|it| it.asks.contains(&start)) {
            let reached = flow.reach(start).0;
            let next = Short { asks: reached.asks.into_keys().collect(), of: reached.givers.into_keys().collect() };
            found = join(found, next);
        }
    }
    found
}

/// What shares a giver or an ask is one.
fn join(found: Vec<Short>, mut next: Short) -> Vec<Short> {
    let apart = |it: &Short| it.asks.is_disjoint(&next.asks) && it.of.is_disjoint(&next.of);
    let (mut all, shared): (Vec<Short>, Vec<Short>) = found.into_iter().partition(apart);
    for it in shared {
        next.asks.extend(it.asks);
        next.of.extend(it.of);
    }
    all.push(next);
    all
}

impl Flow<'_> {
    /// Gives an ask what it asks for, moving what others were given to other givers; false when that is not possible.
    fn meet(&mut self, ask: usize) -> bool {
        let mut need = self.asks[ask].amount;
        while need > 0 {
            let (reached, Some(free)) = self.reach(ask) else { return false };
            let mut amount = need.min(self.left[free]);
            let (mut giver, mut path) = (free, Vec::new());
            loop {
                let taker = reached.givers[&giver];
                path.push((giver, taker));
                let Some(before) = reached.asks[&taker] else { break };
                amount = amount.min(self.given[before].get(&taker).copied().unwrap_or_default());
                giver = before;
            }
            self.left[free] -= amount;
            for (giver, taker) in path {
                *self.given[giver].entry(taker).or_default() += amount;
                if let Some(before) = reached.asks[&taker] {
                    *self.given[before].entry(taker).or_default() -= amount;
                    self.given[before].retain(|_, amount| *amount > 0);
                }
            }
            need -= amount;
        }
        true
    }

    /// Everything from which an ask could be given more, by the fewest moves first; and a giver that has something
    /// left, at which the search ends.
    fn reach(&self, ask: usize) -> (Reached, Option<usize>) {
        let mut reached = Reached::default();
        reached.asks.insert(ask, None);
        let mut next = VecDeque::from([ask]);
        while let Some(taker) = next.pop_front() {
            for giver in &self.asks[taker].of {
                if reached.givers.contains_key(giver) {
                    continue;
                }
                reached.givers.insert(*giver, taker);
                if self.left[*giver] > 0 {
                    return (reached, Some(*giver));
                }
                for other in self.given[*giver].keys() {
                    if !reached.asks.contains_key(other) {
                        reached.asks.insert(*other, Some(*giver));
                        next.push_back(*other);
                    }
                }
            }
        }
        (reached, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    fn asks(of: &[(i128, &[usize])]) -> Vec<Ask> {
        of.iter().map(|(amount, of)| Ask { amount: *amount, of: of.iter().copied().collect() }).collect()
    }

    #[test]
    fn what_can_be_moved_is_moved() {
        assert_eq!(short(&asks(&[(5, &[0, 1]), (5, &[0])]), &[5, 5]), []);
        let one = |asks: &[usize], of: &[usize]| Short {
            asks: asks.iter().copied().collect(),
            of: of.iter().copied().collect(),
        };
        assert_eq!(short(&asks(&[(6, &[0, 1]), (5, &[0])]), &[5, 5]), [one(&[0, 1], &[0, 1])]);
        assert_eq!(short(&asks(&[(4, &[0, 1]), (6, &[0])]), &[5, 5]), [one(&[1], &[0])]);
        assert_eq!(short(&asks(&[(1, &[0]), (2, &[1]), (3, &[2])]), &[0, 2, 1]), [one(&[0], &[0]), one(&[2], &[2])]);
    }

    proptest! {
        /// By Hall's condition: some asks are short together exactly if all their givers together have less.
        #[test]
        fn asks_are_short_where_some_of_them_ask_for_more_than_all_their_givers_have(
            amounts in vec((0_i128..8, 0_u8..16), 1..6), givers in vec(0_i128..10, 4)
        ) {
            let asks: Vec<Ask> = amounts.iter().map(|(amount, of)| {
                Ask { amount: *amount, of: (0..4).filter(|place| of >> place & 1 == 1).collect() }
            }).collect();
            let found = short(&asks, &givers);
            let lack = |some: &mut dyn Iterator<Item = usize>| -> i128 {
                let (mut asked, mut of) = (0, BTreeSet::new());
                for ask in some {
                    asked += asks[ask].amount;
                    of.extend(asks[ask].of.iter().copied());
                }
                asked - of.iter().map(|giver| givers[*giver]).sum::<i128>()
            };
            let most = (0_u32..1 << asks.len()).map(|some| lack(&mut (0..asks.len()).filter(|ask| some >> ask & 1 == 1))).max();
            let lacking: i128 = found.iter().map(|it| lack(&mut it.asks.iter().copied())).sum();
            prop_assert_eq!(lacking, most.unwrap().max(0));
            for it in &found {
                prop_assert!(lack(&mut it.asks.iter().copied()) > 0);
            }
        }
    }
}
