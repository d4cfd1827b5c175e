//! Lines of any input, one at a time in bounded memory: what is too long or no text is told, and the next line goes on.

use super::{IMPORT_INPUT, IMPORT_LINE};
use concordat_domain::kernel::{Refusal, Refusals};
use std::io::{self, BufRead, Read as _};

/// The longest line, in bytes.
const LONGEST: u64 = 65_536;

/// Reads lines.
pub(crate) struct Lines<R> {
    input: R,
    line: Vec<u8>,
    number: u64,
    bytes: u64,
}

impl<R: BufRead> Lines<R> {
    pub(crate) const fn new(input: R) -> Self {
        Self { input, line: Vec::new(), number: 0, bytes: 0 }
    }

    /// The number of the line that was read last, counted from 1.
    pub(crate) const fn number(&self) -> u64 {
        self.number
    }

    /// How many bytes were read so far.
    pub(crate) const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The next line without its end; nothing at the end of the input. A byte order mark before the first is left out.
    pub(crate) fn next(&mut self) -> io::Result<Option<Result<&str, Refusals>>> {
        self.line.clear();
        let read = self.input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut self.line)? as u64;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        self.bytes += read;
        let ended = self.line.last() == Some(&b'\n');
        if !ended && read > LONGEST {
            self.bytes += skip(&mut self.input)?;
            return Ok(Some(Err(wrong(format!("the line is longer than {LONGEST} bytes")).into())));
        }
        let mut line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        line = line.strip_suffix(b"\r").unwrap_or(line);
        if self.number == 1 {
            line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        }
        let text = std::str::from_utf8(line);
        Ok(Some(text.map_err(|error| wrong(format!("byte {} is no UTF-8", error.valid_up_to() + 1)).into())))
    }
}

/// Passes over the rest of a line; answers how long it was.
fn skip(input: &mut impl BufRead) -> io::Result<u64> {
    input.skip_until(b'\n').map(|skipped| skipped as u64)
}

/// A line that is no record.
pub(crate) fn wrong(message: impl Into<String>) -> Refusal {
    IMPORT_LINE.refuse(message)
}

/// The input broke off, or what comes of it cannot be written.
pub(crate) fn broken(error: &io::Error) -> Refusal {
    IMPORT_INPUT.refuse(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &[u8]) -> Vec<String> {
        let mut lines = Lines::new(io::BufReader::with_capacity(16, input));
        let mut all = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            all.push(match line {
                Ok(text) => text.to_owned(),
                Err(why) => why.0[0].message.clone(),
            });
        }
        assert_eq!(lines.bytes(), input.len() as u64);
        all
    }

    #[test]
    fn any_line_ends_and_a_byte_order_mark_are_read() {
        assert_eq!(read(b"\xEF\xBB\xBFa\r\nb\n\nc"), ["a", "b", "", "c"]);
    }

    #[test]
    fn what_is_no_text_or_too_long_is_told_and_the_next_line_goes_on() {
        let mut input = b"a\n\xFFb\n".to_vec();
        input.extend(std::iter::repeat_n(b'x', 3_000_000));
        input.extend(b"\nc\n");
        assert_eq!(read(&input), ["a", "byte 1 is no UTF-8", "the line is longer than 65536 bytes", "c"]);
    }
}
