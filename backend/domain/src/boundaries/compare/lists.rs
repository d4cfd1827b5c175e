//! Lists side by side: which entries stay, and what stands between them.

use std::ops::Range;

/// The longest run of entries that two lists share, as pairs of places in order.
pub(super) fn shared<T: PartialEq>(one: &[T], other: &[T]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut longest = vec![0_u32; (one.len() + 1) * width];
    for i in (0..one.len()).rev() {
        for j in (0..other.len()).rev() {
            longest[i * width + j] = if one[i] == other[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < one.len() && j < other.len() {
        if one[i] == other[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// What differs between two lists: the stretches of each between the entries that stay.
pub(super) fn differences<T: PartialEq>(one: &[T], other: &[T]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in shared(one, other).into_iter().chain([(one.len(), other.len())]) {
        if i < next_i || j < next_j {
            found.push((i..next_i, j..next_j));
        }
        (i, j) = (next_i + 1, next_j + 1);
    }
    found
}

/// A stretch of a list that two have changed at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clash<T> {
    /// Where it begins in their list.
    pub(super) place: usize,
    pub(super) base: Vec<T>,
    pub(super) theirs: Vec<T>,
    pub(super) mine: Vec<T>,
}

/// One list out of two that were made of the same: what one of them changed is changed; what both put in at the same
/// place is there twice, theirs first; what both changed differently stays as theirs, and is told.
pub(super) fn merged<T: Clone + PartialEq>(base: &[T], theirs: &[T], mine: &[T]) -> (Vec<T>, Vec<Clash<T>>) {
    let (in_theirs, in_mine) = (shared(base, theirs), shared(base, mine));
    let of = |pairs: &[(usize, usize)], place| pairs.iter().find(|pair| pair.0 == place).map(|pair| pair.1);
    let stay = (0..base.len()).filter_map(|b| Some((b, of(&in_theirs, b)?, of(&in_mine, b)?)));
    let stay: Vec<_> = stay.chain([(base.len(), theirs.len(), mine.len())]).collect();
    let (mut list, mut clashes, mut at) = (Vec::new(), Vec::new(), (0, 0, 0));
    for (b, t, m) in stay {
        let (was, they, me) = (&base[at.0..b], &theirs[at.1..t], &mine[at.2..m]);
        if was == they {
            list.extend_from_slice(me);
        } else if was == me || they == me {
            list.extend_from_slice(they);
        } else if was.is_empty() {
            list.extend_from_slice(they);
            list.extend(me.iter().filter(|entry| !they.contains(entry)).cloned());
        } else {
            list.extend_from_slice(they);
            clashes.push(Clash { place: at.1, base: was.to_vec(), theirs: they.to_vec(), mine: me.to_vec() });
        }
        list.extend(base.get(b).cloned());
        at = (b + 1, t + 1, m + 1);
    }
    (list, clashes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn two_lists_made_of_one() {
        let cases = [
            ("abc", "abc", "abc", "abc", 0),
            ("abc", "abxc", "abc", "abxc", 0),
            ("abc", "abc", "bc", "bc", 0),
            ("abc", "xabc", "abcy", "xabcy", 0),
            ("abc", "abcx", "abcy", "abcxy", 0),
            ("abc", "abcx", "abcx", "abcx", 0),
            ("abc", "axc", "ayc", "axc", 1),
            ("abc", "ac", "ayc", "ac", 1),
            ("abc", "axc", "abcy", "axcy", 0),
            ("", "x", "y", "xy", 0),
        ];
        for (base, theirs, mine, expected, clashing) in cases {
            let (list, clashes) = merged(&words(base), &words(theirs), &words(mine));
            assert_eq!((list, clashes.len()), (words(expected), clashing), "{base} {theirs} {mine}");
        }
    }

    proptest! {
        #[test]
        fn who_changed_nothing_gets_what_the_other_says(base in "[a-d]{0,7}", other in "[a-d]{0,7}") {
            let (base, other) = (words(&base), words(&other));
            prop_assert_eq!(merged(&base, &other, &base), (other.clone(), vec![]));
            prop_assert_eq!(merged(&base, &base, &other), (other.clone(), vec![]));
            prop_assert_eq!(merged(&base, &other, &other), (other.clone(), vec![]));
        }

        #[test]
        fn the_differences_make_the_other_list(one in "[a-d]{0,7}", other in "[a-d]{0,7}") {
            let (one, other) = (words(&one), words(&other));
            let mut made = one.clone();
            for (before, after) in differences(&one, &other).into_iter().rev() {
                made.splice(before, other[after].iter().copied());
            }
            prop_assert_eq!(made, other);
        }
    }
}
