//! A body in parts, as forms send files (`multipart/form-data`, RFC 7578): read part by part as it arrives, in bounded
//! memory.

use std::io::{self, BufRead, Read};

/// The longest line of a part's header, and the most that is looked at of a part's content at a time.
const PIECE: u64 = 1 << 16;
/// The most lines of a part's header.
const LINES: usize = 16;

/// What the header of a part says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The field's name.
    pub(super) name: String,
    /// The file's name, if it says one.
    pub(super) file: Option<String>,
    /// The media type, if it says one.
    pub(super) media: Option<String>,
}

/// A body whose parts are read one after the other; it reads as the content of the part at which it stands.
pub(super) struct Parts<R> {
    body: R,
    delimiter: Vec<u8>,
    /// The end of the line that was read last: it belongs to the delimiter, if one follows.
    held: &'static [u8],
    /// Whether a delimiter may stand where it reads on: at the beginning of a part, and of a line.
    begins: bool,
    piece: Vec<u8>,
    read: usize,
    over: bool,
}

/// The boundary that a content type names, if it is that of a body in parts.
pub(super) fn boundary(media: &str) -> Option<&str> {
    let (kind, rest) = media.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameter(rest, "boundary")?;
    (1..=70).contains(&boundary.len()).then_some(boundary)
}

/// A parameter of a header: `name=value` or `name="value"`, after semicolons.
fn parameter<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut parameters = text.split(';').filter_map(|one| one.split_once('='));
    let (_, value) = parameters.find(|(key, _)| key.trim().eq_ignore_ascii_case(name))?;
    Some(value.trim().trim_matches('"'))
}

fn broken(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

impl<R: BufRead> Parts<R> {
    /// The parts of a body; it stands before the first one.
    pub(super) fn new(body: R, boundary: &str) -> Self {
        let delimiter = format!("--{boundary}").into_bytes();
        Self { body, delimiter, held: b"", begins: true, piece: Vec::new(), read: 0, over: false }
    }

    /// Goes to the next part and tells its head; none after the last one. What is left of the part before is passed over.
    ///
    /// # Errors
    /// The body's own; a body that is not in parts.
    pub(super) fn next(&mut self) -> io::Result<Option<Head>> {
        while !self.fill_buf()?.is_empty() {
            self.read = self.piece.len();
        }
        if self.piece == b"--" {
            return Ok(None);
        }
        let mut head = Head::default();
        for _ in 0..LINES {
            let line = self.line()?;
            if line.is_empty() {
                (self.held, self.begins, self.over) = (b"", true, false);
                self.piece.clear();
                self.read = 0;
                return Ok(Some(head));
            }
            let Some((key, value)) = line.split_once(':') else { return Err(broken("the header of a part is broken")) };
            match key.trim().to_ascii_lowercase().as_str() {
                "content-disposition" => {
                    head.name = parameter(value, "name").unwrap_or_default().to_owned();
                    head.file = parameter(value, "filename").map(str::to_owned);
                }
                "content-type" => head.media = Some(value.trim().to_owned()),
                _ => {}
            }
        }
        Err(broken("the header of a part is too long"))
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        (&mut self.body).take(PIECE).read_until(b'\n', &mut line)?;
        let text = line.strip_suffix(b"\r\n").ok_or_else(|| broken("the header of a part is cut off or too long"))?;
        String::from_utf8(text.to_vec()).map_err(|_| broken("the header of a part is not UTF-8"))
    }

    /// Reads on up to the end of a line, or a piece of a long one.
    fn advance(&mut self) -> io::Result<()> {
        let mut piece = Vec::new();
        (&mut self.body).take(PIECE).read_until(b'\n', &mut piece)?;
        if piece.is_empty() {
            return Err(broken("the body ends within a part"));
        }
        if self.begins && piece.starts_with(&self.delimiter) {
            self.over = true;
            let rest = piece.split_off(self.delimiter.len());
            let last = rest.starts_with(b"--");
            self.piece = if last { b"--".to_vec() } else { Vec::new() };
            self.read = self.piece.len();
            return if last || rest == b"\r\n" { Ok(()) } else { Err(broken("the boundary of a part is broken")) };
        }
        let mut next = self.held.to_vec();
        next.append(&mut piece);
        self.held = if next.ends_with(b"\r\n") {
            b"\r\n"
        } else if next.ends_with(b"\r") {
            b"\r"
        } else {
            b""
        };
        self.begins = self.held == b"\r\n";
        next.truncate(next.len() - self.held.len());
        (self.piece, self.read) = (next, 0);
        Ok(())
    }
}

impl<R: BufRead> BufRead for Parts<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.read == self.piece.len() && !self.over {
            self.advance()?;
        }
        Ok(if self.over { &[] } else { &self.piece[self.read..] })
    }

    fn consume(&mut self, amount: usize) {
        self.read = (self.read + amount).min(self.piece.len());
    }
}

impl<R: BufRead> Read for Parts<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::BufReader;

    fn form(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, content) in parts {
            let head = format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{name}.csv\"\r\n");
            body.extend(head.as_bytes());
            body.extend(b"Content-Type: text/csv\r\n\r\n");
            body.extend(*content);
            body.extend(b"\r\n");
        }
        body.extend(b"--x--\r\n");
        body
    }

    fn read(body: &[u8], at_once: usize) -> io::Result<Vec<(String, Vec<u8>)>> {
        let mut parts = Parts::new(BufReader::with_capacity(at_once, body), "x");
        let mut found = Vec::new();
        while let Some(head) = parts.next()? {
            let mut content = Vec::new();
            parts.read_to_end(&mut content)?;
            found.push((head.name, content));
        }
        Ok(found)
    }

    #[test]
    fn the_boundary_stands_in_the_content_type() {
        assert_eq!(boundary("multipart/form-data; boundary=abc"), Some("abc"));
        assert_eq!(boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), Some("a b"));
        assert_eq!((boundary("text/csv; boundary=abc"), boundary("multipart/form-data")), (None, None));
    }

    #[test]
    fn heads_are_told_and_what_is_not_read_is_passed_over() {
        let body = form(&[("mapping", b"source: x\n"), ("log", b"a,b\r\n1,2\r\n")]);
        let mut parts = Parts::new(&body[..], "x");
        let head = |name: &str| Head {
            name: name.to_owned(),
            file: Some(format!("{name}.csv")),
            media: Some("text/csv".to_owned()),
        };
        assert_eq!(parts.next().unwrap(), Some(head("mapping")));
        assert_eq!(parts.next().unwrap(), Some(head("log")));
        let mut log = String::new();
        parts.read_to_string(&mut log).unwrap();
        assert_eq!((log.as_str(), parts.next().unwrap()), ("a,b\r\n1,2\r\n", None));
    }

    #[test]
    fn a_body_that_is_cut_off_or_not_in_parts_is_told() {
        let body = form(&[("log", b"a,b\r\n")]);
        for end in 0..body.len() - 4 {
            assert!(read(&body[..end], 7).is_err(), "{end}");
        }
        assert!(read(b"--x\r\nnonsense\r\n\r\n\r\n--x--", 9).is_err());
        assert!(read(b"--xyz\r\n\r\n\r\n--x--", 9).is_err());
    }

    proptest! {
        #[test]
        fn whatever_is_sent_is_read(
            one in prop::collection::vec(prop::sample::select(b"\r\n-xa".to_vec()), 0..40),
            other in prop::collection::vec(any::<u8>(), 0..200),
            at_once in 1..50_usize,
        ) {
            let holds = |content: &[u8]| [b"\r\n", content].concat().windows(5).any(|some| some == b"\r\n--x");
            prop_assume!(!holds(&one) && !holds(&other));
            let told = read(&form(&[("one", &one), ("other", &other)]), at_once).unwrap();
            prop_assert_eq!(told, vec![("one".to_owned(), one), ("other".to_owned(), other)]);
        }

        #[test]
        fn long_lines_are_read_in_pieces(length in 65_500..65_600_usize, tail in 0..3_usize) {
            let content = [vec![b'a'; length], b"\r\n\r\nb".to_vec(), vec![b'\r'; tail]].concat();
            prop_assert_eq!(read(&form(&[("log", &content)]), 4_096).unwrap(), vec![("log".to_owned(), content)]);
        }
    }
}
