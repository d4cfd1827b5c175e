//! One kept connection to the product, and what is read from its answers.

use std::{
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

/// A client with a person's token.
pub(super) struct Client {
    line: BufReader<TcpStream>,
    headers: String,
}

impl Client {
    /// Connects to `ADDRESS:PORT` and exchanges a person's token for a short one.
    pub(super) fn signed_in(address: &str, token: &str) -> Result<Self, String> {
        let connected = TcpStream::connect(address).and_then(|line| {
            line.set_nodelay(true)?;
            line.set_read_timeout(Some(Duration::from_secs(120)))?;
            Ok(line)
        });
        let line = BufReader::new(connected.map_err(|why| format!("{address}: {why}"))?);
        let mut client = Self { line, headers: format!("host: {address}\r\naccept: application/json\r\n") };
        let exchanged = client.post("/auth/token", &format!("{{\"token\":{}}}", quoted(token)))?;
        let short = text(&exchanged, "token").ok_or_else(|| format!("no short token in {exchanged}"))?;
        client.headers += &format!("authorization: Bearer {short}\r\n");
        Ok(client)
    }

    /// Asks GraphQL without variables; an answer with errors or refusals is a failure.
    pub(super) fn ask(&mut self, query: &str) -> Result<String, String> {
        let answer = self.post("/graphql", &format!("{{\"query\":{}}}", quoted(query)))?;
        let refused = answer.contains("\"refusals\":[{") || answer.contains("\"errors\":[{");
        if refused { Err(format!("{query}: {answer}")) } else { Ok(answer) }
    }

    fn post(&mut self, path: &str, body: &str) -> Result<String, String> {
        let head = format!(
            "POST {path} HTTP/1.1\r\n{}content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            self.headers,
            body.len()
        );
        let answered = self.line.get_mut().write_all((head + body).as_bytes()).and_then(|()| self.answer());
        let (status, answer) = answered.map_err(|why| format!("POST {path}: {why}"))?;
        if (200..300).contains(&status) { Ok(answer) } else { Err(format!("POST {path}: {status} {answer}")) }
    }

    fn answer(&mut self) -> io::Result<(u16, String)> {
        let mut status = String::new();
        self.line.read_line(&mut status)?;
        let code = status.split(' ').nth(1).and_then(|code| code.parse().ok());
        let code = code.ok_or_else(|| io::Error::other(format!("no status line: {status:?}")))?;
        let mut length = 0;
        loop {
            let mut header = String::new();
            self.line.read_line(&mut header)?;
            let Some((name, value)) = header.trim_end().split_once(": ") else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.parse().map_err(io::Error::other)?;
            }
        }
        let mut body = vec![0; length];
        self.line.read_exact(&mut body)?;
        Ok((code, String::from_utf8(body).map_err(io::Error::other)?))
    }
}

/// A text as JSON has it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}

/// The first text that stands under a name in JSON; for names and ids, which have no escapes in them.
pub(super) fn text<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    after(json, name)?.strip_prefix('"')?.split('"').next()
}

/// The first whole number that stands under a name in JSON.
pub(super) fn number(json: &str, name: &str) -> Option<u64> {
    let digits = after(json, name)?;
    digits[..digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len())].parse().ok()
}

fn after<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = json.split_once(&format!("\"{name}\":"))?;
    Some(rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::{number, quoted, text};

    #[test]
    fn texts_and_numbers_are_found_by_name() {
        let json =
            "{\n  \"recorded\": 1000,\n  \"token\": \"token_a6\",\"list\":[{\"code\":\"arnau\",\"id\":\"Q29\"}]}";
        assert_eq!((number(json, "recorded"), number(json, "token"), number(json, "none")), (Some(1_000), None, None));
        assert_eq!(
            (text(json, "token"), text(json, "id"), text(json, "recorded")),
            (Some("token_a6"), Some("Q29"), None)
        );
    }

    #[test]
    fn a_query_is_one_json_text() {
        assert_eq!(quoted("{ a(code: \"x\\y\")\n}"), r#""{ a(code: \"x\\y\") }""#);
    }
}
