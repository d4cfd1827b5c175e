//! A partner's system: one connection that is kept open, and a token.

use serde_json::{Value, json};
use std::{
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// One client.
pub struct Client {
    server: SocketAddr,
    line: Option<BufReader<TcpStream>>,
    /// Headers of every request.
    pub headers: Vec<(String, String)>,
}

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Answer {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether the server closes the connection.
    pub fn closes(&self) -> bool {
        self.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"))
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }

    /// The code of the first error.
    pub fn code(&self) -> String {
        self.json()["errors"][0]["extensions"]["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl Client {
    /// A client of a server.
    pub fn new(server: SocketAddr) -> Self {
        Self { server, line: None, headers: Vec::new() }
    }

    /// The same with a header in every request.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Asks, and panics where there is no answer.
    pub fn ask(&mut self, line: &str, body: Option<&Value>) -> Answer {
        self.try_ask(line, &[], body).unwrap_or_else(|why| panic!("{line}: {why}"))
    }

    /// Asks GraphQL.
    pub fn query(&mut self, query: &str) -> Answer {
        self.ask("POST /graphql", Some(&json!({ "query": query })))
    }

    /// Asks, with more headers.
    pub fn try_ask(&mut self, line: &str, more: &[(&str, &str)], body: Option<&Value>) -> io::Result<Answer> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let media = if body.is_empty() { "" } else { "application/json" };
        self.send(line, more, media, &body)
    }

    /// Sends any body.
    pub fn send(&mut self, line: &str, more: &[(&str, &str)], media: &str, body: &str) -> io::Result<Answer> {
        let mut text = format!("{line} HTTP/1.1\r\nhost: {}\r\naccept: application/json\r\n", self.server);
        let own = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in own.chain(more.iter().copied()) {
            text += &format!("{name}: {value}\r\n");
        }
        if !media.is_empty() {
            text += &format!("content-type: {media}\r\n");
        }
        text += &format!("content-length: {}\r\n\r\n{body}", body.len());
        let answer = self.connected().and_then(|line| {
            line.get_mut().write_all(text.as_bytes())?;
            read(line)
        });
        if !answer.as_ref().is_ok_and(|answer| !answer.closes()) {
            self.line = None;
        }
        answer
    }

    fn connected(&mut self) -> io::Result<&mut BufReader<TcpStream>> {
        if self.line.is_none() {
            let stream = TcpStream::connect_timeout(&self.server, Duration::from_secs(5))?;
            stream.set_read_timeout(Some(Duration::from_secs(30)))?;
            stream.set_nodelay(true)?;
            self.line = Some(BufReader::new(stream));
        }
        self.line.as_mut().ok_or_else(|| io::Error::other("no line"))
    }
}

fn read(line: &mut BufReader<TcpStream>) -> io::Result<Answer> {
    let mut status = String::new();
    if line.read_line(&mut status)? == 0 {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "closed without an answer"));
    }
    let status = status.split(' ').nth(1).and_then(|code| code.parse().ok());
    let status = status.ok_or_else(|| io::Error::other("no status line"))?;
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        if line.read_line(&mut header)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match header.trim_end().split_once(": ") {
            Some((name, value)) => headers.push((name.to_ascii_lowercase(), value.to_owned())),
            None => break,
        }
    }
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    line.read_exact(&mut body)?;
    Ok(Answer { status, headers, body: String::from_utf8(body).map_err(io::Error::other)? })
}
