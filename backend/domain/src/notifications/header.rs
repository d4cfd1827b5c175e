//! Text that may stand in a header of a mail: one line without control characters, whatever somebody wrote.

/// Characters of a header at most; what is longer is cut.
const LONGEST: usize = 180;

/// A text as it may stand in a header: line ends, other control characters and signs that turn the direction of writing
/// become spaces, runs of spaces become one, and what is too long is cut. So no name and no subject can begin a header of
/// its own (RFC 5322, section 2.2).
#[must_use]
pub fn header_text(text: &str) -> String {
    let plain = |c: char| if c.is_control() || is_hidden(c) { ' ' } else { c };
    let words: String = text.chars().map(plain).collect();
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let cut: String = line.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Signs that are not seen and change how the rest reads.
const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nobody_begins_a_header_of_their_own() {
        assert_eq!(header_text("Minutes\r\nBcc: everybody@example.org"), "Minutes Bcc: everybody@example.org");
        assert_eq!(header_text("  Ana\n\n\tLima\u{0}  "), "Ana Lima");
        assert_eq!(header_text("a\u{2028}b\u{202e}c"), "a b c");
    }

    #[test]
    fn what_is_too_long_is_cut() {
        let cut = header_text(&"word ".repeat(100));
        assert!(cut.chars().count() <= LONGEST && cut.ends_with('…'));
    }

    proptest! {
        #[test]
        fn a_header_is_one_line_of_bounded_length(text in ".{0,300}|[\\x00-\\x20]{0,40}.{0,40}[\\r\\n]{0,5}.{0,40}") {
            let line = header_text(&text);
            prop_assert!(line.chars().count() <= LONGEST);
            prop_assert!(!line.chars().any(|c| c.is_control() || is_hidden(c)));
            prop_assert_eq!(header_text(&line), line.clone());
        }
    }
}
