//! The story's own chance: the same throws in every run, a stream of its own for each name.

/// A stream of throws (`SplitMix64`).
pub(super) struct Dice(u64);

impl Dice {
    /// The stream of a name.
    pub(super) fn of(name: &str) -> Self {
        Self(digest(0, name))
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which lies below 2³².
    pub(super) fn below(&mut self, end: i64) -> i64 {
        let end = u64::try_from(end).unwrap_or_default();
        i64::try_from(((self.throw() >> 32) * end) >> 32).unwrap_or_default()
    }

    /// A number between two, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(high - low + 1)
    }
}

/// So many of a thousand, spread evenly, so that a month keeps its share however few cases it has.
pub(super) struct Quota {
    permille: i64,
    owed: i64,
}

impl Quota {
    pub(super) fn new(permille: i64, dice: &mut Dice) -> Self {
        Self { permille, owed: dice.below(1_000) }
    }

    /// Whether the next one is among them.
    pub(super) fn next(&mut self) -> bool {
        self.owed += self.permille;
        let among = self.owed >= 1_000;
        self.owed -= if among { 1_000 } else { 0 };
        among
    }
}

/// A number that depends on every letter and on what came before (FNV-1a).
pub(super) fn digest(before: u64, text: &str) -> u64 {
    let start = before ^ 0xcbf2_9ce4_8422_2325;
    text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn throws_stay_within_their_bounds_and_repeat() {
        let mut one = Dice::of("a");
        let throws: Vec<i64> = (0..1_000).map(|_| one.between(-2, 3)).collect();
        assert_eq!((throws.iter().min(), throws.iter().max()), (Some(&-2), Some(&3)));
        let mut same = Dice::of("a");
        assert!(throws.iter().all(|throw| *throw == same.between(-2, 3)));
        assert_ne!(Dice::of("b").throw(), Dice::of("a").throw());
    }

    #[test]
    fn a_quota_keeps_its_share_in_any_stretch() {
        let mut quota = Quota::new(130, &mut Dice::of("q"));
        for _ in 0..10 {
            let among = (0..100).filter(|_| quota.next()).count();
            assert!((12..=14).contains(&among), "{among}");
        }
    }
}
