//! A digest instead of a flood: which of the mails that wait for a person are gathered into one.

/// So many mails about one agreement may be due for a person at once; of more, one digest is made.
pub const FLOOD: usize = 5;

/// So many mails go into one digest at most; what is more goes into the next.
pub const GATHERED: usize = 200;

/// Something that waits for a person, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// Whether the person wants it in a digest.
    pub digest: bool,
    /// Whether it may be part of one: it brings no calendar entry, and was never tried. What a mail server may have got
    /// already goes again as itself or not at all, so that it can be told to be the same.
    pub may: bool,
}

/// Those of the mails that are due for a person, by place, that are gathered: what they want in a digest, and everything
/// that may be where there are too many. None where it would be one alone.
#[must_use]
pub fn gathered(due: &[Waits]) -> Vec<usize> {
    let free: Vec<usize> = (0..due.len()).filter(|at| due.get(*at).is_some_and(|one| one.may)).collect();
    let flood = free.len() > FLOOD;
    let wanted = |at: &usize| flood || due.get(*at).is_some_and(|one| one.digest);
    let all: Vec<usize> = free.into_iter().filter(wanted).take(GATHERED).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(digest: bool, may: bool) -> Waits {
        Waits { digest, may }
    }

    #[test]
    fn few_go_alone_and_many_together() {
        assert_eq!(gathered(&[waits(false, true); FLOOD]), [0; 0]);
        assert_eq!(gathered(&[waits(false, true); FLOOD + 1]).len(), FLOOD + 1);
        assert_eq!(gathered(&[waits(false, true); 500]).len(), GATHERED);
    }

    #[test]
    fn what_is_wanted_in_a_digest_is_gathered_and_an_invitation_never() {
        let mixed = [waits(true, true), waits(false, true), waits(true, false), waits(true, true)];
        assert_eq!(gathered(&mixed), [0, 3]);
        assert_eq!(gathered(&[waits(true, true), waits(false, true)]), [0; 0], "one alone goes as itself");
        assert_eq!(gathered(&[waits(true, false); 50]), [0; 0]);
    }
}
