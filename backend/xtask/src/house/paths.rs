//! Which paths a Rust source names: in `use` trees and inline. Comments, strings and test modules do not count.

/// Every path of the source that starts with a word followed by `::`, or stands in a `use`, as its segments.
pub(super) fn named_in(source: &str) -> Vec<Vec<String>> {
    let tokens = tokens(without_tests(source));
    let mut reader = Reader { tokens: &tokens, at: 0, found: Vec::new() };
    while let Some(token) = reader.peek() {
        if token == "use" {
            reader.at += 1;
            reader.tree(&[]);
        } else if is_word(token) && reader.tokens.get(reader.at + 1).is_some_and(|next| next == "::") {
            reader.tree(&[]);
        } else {
            reader.at += 1;
        }
    }
    reader.found
}

struct Reader<'a> {
    tokens: &'a [String],
    at: usize,
    found: Vec<Vec<String>>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    /// Reads `a::b::{c, d::*}` below `stem`.
    fn tree(&mut self, stem: &[String]) {
        let mut path = stem.to_vec();
        while let Some(token) = self.peek().map(str::to_owned) {
            if is_word(&token) {
                path.push(token);
                self.at += 1;
                if self.peek() != Some("::") {
                    break;
                }
                self.at += 1;
            } else if token == "{" {
                self.at += 1;
                self.branches(&path);
                return;
            } else if token == "::" {
                self.at += 1;
            } else {
                break;
            }
        }
        if !path.is_empty() {
            self.found.push(path);
        }
    }

    fn branches(&mut self, stem: &[String]) {
        while let Some(token) = self.peek() {
            match token {
                "}" => {
                    self.at += 1;
                    return;
                }
                "{" | "::" => self.tree(stem),
                word if is_word(word) && word != "as" => self.tree(stem),
                "as" => self.at += 2,
                _ => self.at += 1,
            }
        }
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Words, `::` and single signs, without comments and string literals.
fn tokens(source: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let taken = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first == '"' {
            string(rest)
        } else if first == 'r' && (rest.starts_with("r\"") || rest.starts_with("r#")) {
            raw_string(rest)
        } else if is_word(rest) {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            found.push(rest[..end].to_owned());
            end
        } else if rest.starts_with("::") {
            found.push("::".to_owned());
            2
        } else if rest.starts_with("'\"'") {
            3
        } else {
            if !first.is_whitespace() {
                found.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[taken..];
    }
    found
}

/// The length of the string literal that `rest` starts with.
fn string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of the raw string (or raw word) that `rest` starts with.
fn raw_string(rest: &str) -> usize {
    let hashes = rest[1..].bytes().take_while(|&b| b == b'#').count();
    if rest[1 + hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        rest[2 + hashes..].find(&end).map_or(rest.len(), |at| 2 + hashes + at + end.len())
    } else {
        1 + hashes
    }
}

/// The source up to its module of tests, which by habit comes last.
pub(super) fn without_tests(source: &str) -> &str {
    source.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::named_in;

    fn named(source: &str) -> Vec<String> {
        named_in(source).into_iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn trees_are_spread_out() {
        let source =
            "use crate::{kernel::{Moment, ids::*}, kpis as k, cases::{self, Case}};\npub(crate) use super::store;";
        let wanted =
            ["crate::kernel::Moment", "crate::kernel::ids", "crate::kpis", "crate::cases::self", "crate::cases::Case"];
        assert_eq!(named(source), [&wanted[..], &["super::store"]].concat());
    }

    #[test]
    fn inline_paths_count_and_words_in_texts_do_not() {
        let source = "fn f(x: crate::cases::Case) -> Option<diesel::Row> { // crate::no\n \"crate::no \\\" x\"; r#\"diesel::no\"#; '\"'; g::<u8>(); }\n\
                      \n#[cfg(test)]\nmod tests { use proptest::x; }";
        assert_eq!(named(source), ["crate::cases::Case", "diesel::Row", "g"]);
    }
}
