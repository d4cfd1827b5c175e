//! When a mail is tried again: a ladder with growing pauses, for five days.

use crate::kernel::{Moment, Span};

/// The pauses after the first, second … try that was put off; the last one repeats.
const PAUSES: [i64; 8] = [60, 300, 900, 3_600, 2 * 3_600, 4 * 3_600, 8 * 3_600, 12 * 3_600];

/// How long a mail that the server puts off is tried, counted from its first try: five days (RFC 5321, section 4.5.4.1).
pub const GIVE_UP_AFTER: Span = Span::from_seconds(5 * 86_400);

/// How long nothing is tried while the mail server itself cannot be used. That is no try of any mail, and no mail is given
/// up for it.
pub const AWAY: Span = Span::from_seconds(60);

/// How long to wait after so many tries that were put off.
#[must_use]
pub fn pause(tries: u32) -> Span {
    let place = usize::try_from(tries.saturating_sub(1)).unwrap_or(usize::MAX).min(PAUSES.len() - 1);
    Span::from_seconds(PAUSES.get(place).copied().unwrap_or(PAUSES[0]))
}

/// When a mail that was put off just now is tried again; nothing once it has been tried for too long.
pub(super) fn next(first_try: Moment, tries: u32, now: Moment) -> Option<Moment> {
    let at = now.plus(pause(tries));
    (at.since(first_try) <= GIVE_UP_AFTER).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pauses_grow_and_end_after_five_days() {
        let seconds: Vec<i64> = (1..=10).map(|tries| pause(tries).micros() / 1_000_000).collect();
        assert_eq!(seconds, [60, 300, 900, 3_600, 7_200, 14_400, 28_800, 43_200, 43_200, 43_200]);
        let (mut now, mut tries) = (Moment::EPOCH, 0);
        while let Some(at) = next(Moment::EPOCH, tries + 1, now) {
            assert!(at > now);
            (now, tries) = (at, tries + 1);
        }
        assert_eq!(tries, 15, "tries before it is given up");
        assert!(now.since(Moment::EPOCH) <= GIVE_UP_AFTER);
    }
}
