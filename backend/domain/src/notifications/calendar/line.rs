//! Content lines of iCalendar (RFC 5545, 3.1): text escaped, parameters quoted, folded at 75 octets, ended by CRLF.

use chrono::NaiveDateTime;

/// Octets of a line at most, without its end.
const OCTETS: usize = 75;

/// A calendar in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line whose value is written as it is: names, times, rules that this module made itself.
    pub fn raw(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", one_line(value)));
    }

    /// A line whose value is text (3.3.11).
    pub fn text(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", escaped(value)));
    }

    /// A line with parameters; each value stands in quotes where it must.
    pub fn with(&mut self, name: &str, parameters: &[(&str, &str)], value: &str) {
        let mut line = name.to_owned();
        for (key, given) in parameters {
            line.push(';');
            line.push_str(key);
            line.push('=');
            line.push_str(&quoted(given));
        }
        line.push(':');
        line.push_str(&one_line(value));
        self.fold(&line);
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.0
    }

    /// Writes a line in pieces of 75 octets at most, never within a letter.
    fn fold(&mut self, line: &str) {
        let mut room = OCTETS;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = OCTETS - 1;
            }
            room -= letter.len_utf8();
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }
}

/// Text of RFC 5545: backslash, semicolon and comma escaped, line ends as `\n`, other control characters left out.
fn escaped(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => told.extend(['\\', letter]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => told.push_str("\\n"),
            '\t' => told.push(' '),
            _ if letter.is_control() => {}
            _ => told.push(letter),
        }
    }
    told
}

/// A parameter's value. It can hold neither control characters nor quotation marks; a quotation mark becomes an apostrophe.
fn quoted(value: &str) -> String {
    let plain: String = one_line(value).replace('"', "'");
    let bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '/' | '_' | '+');
    if !plain.is_empty() && plain.chars().all(bare) { plain } else { format!("\"{plain}\"") }
}

/// The same on one line: control characters become blanks.
fn one_line(value: &str) -> String {
    let blank = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    value.chars().map(|letter| if blank(letter) { ' ' } else { letter }).collect()
}

/// A local time, without a zone.
pub(super) fn local(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(name: &str, value: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, value);
        lines.finish()
    }

    #[test]
    fn text_is_escaped_and_cannot_leave_its_line() {
        assert_eq!(line("SUMMARY", "a, b; c\\d"), "SUMMARY:a\\, b\\; c\\\\d\r\n");
        assert_eq!(line("SUMMARY", "x\r\nATTENDEE:mailto:m@x.org"), "SUMMARY:x\\nATTENDEE:mailto:m@x.org\r\n");
        assert_eq!(line("SUMMARY", "bell\u{7}"), "SUMMARY:bell\r\n");
    }

    #[test]
    fn a_name_in_a_parameter_cannot_break_out() {
        let mut lines = Lines::default();
        lines.with("ATTENDEE", &[("CN", "A \"B\"\r\nX:1;C,D:E"), ("RSVP", "TRUE")], "mailto:a@x.org");
        assert_eq!(lines.finish(), "ATTENDEE;CN=\"A 'B'  X:1;C,D:E\";RSVP=TRUE:mailto:a@x.org\r\n");
    }

    proptest! {
        #[test]
        fn lines_are_short_whole_and_read_back(text in "\\PC{0,300}|[äöü🦀a,;\\\\ ]{0,200}") {
            let written = line("DESCRIPTION", &text);
            prop_assert!(written.ends_with("\r\n"));
            prop_assert!(written.split("\r\n").all(|line| line.len() <= OCTETS));
            let unfolded = written.replace("\r\n ", "");
            prop_assert_eq!(unfolded.matches("\r\n").count(), 1);
            let value = unfolded.trim_end_matches("\r\n").strip_prefix("DESCRIPTION:").unwrap().to_owned();
            let mut back = String::new();
            let mut letters = value.chars();
            while let Some(letter) = letters.next() {
                back.push(if letter == '\\' { letters.next().unwrap() } else { letter });
            }
            let kept: String = text.chars().filter(|letter| !matches!(letter, '\u{2028}' | '\u{2029}')).collect();
            if kept == text {
                prop_assert_eq!(back, text);
            }
        }
    }
}
