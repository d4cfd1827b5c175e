//! The lines of an .ics file: unfolded, and taken apart into name, parameters and value.

use super::HolidayFileError;

/// One line of content, wherever the file has folded it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Where it begins in the file, from 1 on.
    pub number: usize,
    /// The property's name in upper case.
    pub name: String,
    /// The parameters as they are written, in upper case.
    parameters: String,
    /// Everything behind the colon.
    pub value: String,
}

impl Line {
    /// Whether it begins a component of this name.
    pub fn begins(&self, component: &str) -> bool {
        self.name == "BEGIN" && self.value.eq_ignore_ascii_case(component)
    }

    /// An error on this line.
    pub fn wrong(&self, message: impl Into<String>) -> HolidayFileError {
        HolidayFileError::new(self.number, message)
    }

    /// Whether a parameter such as `VALUE=DATE-TIME` is given.
    pub fn has(&self, parameter: &str) -> bool {
        self.parameters.split(';').any(|given| given == parameter)
    }

    /// The value as text: escapes undone, line breaks made blanks.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            let plain = if letter == '\\' { letters.next().unwrap_or(letter) } else { letter };
            text.push(if letter == '\\' && matches!(plain, 'n' | 'N') { ' ' } else { plain });
        }
        text.trim().to_owned()
    }
}

/// The content lines of a file: a line that begins with a blank or a tab goes on from the one before.
pub(super) fn unfolded(text: &str) -> Result<Vec<Line>, HolidayFileError> {
    let mut whole: Vec<(usize, String)> = Vec::new();
    for (place, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), whole.last_mut()) {
            (Some(rest), Some((_, begun))) => begun.push_str(rest),
            _ if line.trim().is_empty() => {}
            _ => whole.push((place + 1, line.to_owned())),
        }
    }
    whole.into_iter().map(|(number, line)| parsed(number, &line)).collect()
}

fn parsed(number: usize, line: &str) -> Result<Line, HolidayFileError> {
    let mut quoted = false;
    let colon = line.find(|letter| {
        quoted ^= letter == '"';
        letter == ':' && !quoted
    });
    let colon =
        colon.ok_or_else(|| HolidayFileError::new(number, "this is no line of an .ics file; a line is NAME:value"))?;
    let (head, value) = (line[..colon].to_uppercase(), line[colon + 1..].trim_end());
    let (name, parameters) = head.split_once(';').unwrap_or((&head, ""));
    Ok(Line { number, name: name.to_owned(), parameters: parameters.to_owned(), value: value.to_owned() })
}
