//! A real server on the loopback interface, and the plainest of clients for it.

use actix_web::{App, HttpServer, dev::ServerHandle, middleware::from_fn, rt::System, web};
use concordat::http::{guard::guard, observe::observe};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::mpsc,
    thread::JoinHandle,
    time::Duration,
};

/// A server with the routes that a test gives it; it stops when it is dropped.
pub struct Loopback {
    /// Where it listens.
    pub address: SocketAddr,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Loopback {
    fn drop(&mut self) {
        // the answer is a future; the server stops without it
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Loopback {
    /// Starts a server, with around each request what the product has there.
    pub fn start(routes: impl Fn(&mut web::ServiceConfig) + Clone + Send + 'static) -> Self {
        let (tell, told) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            System::new().block_on(async {
                let app = move || App::new().wrap(from_fn(guard)).wrap(from_fn(observe)).configure(routes.clone());
                let server = HttpServer::new(app).workers(1).disable_signals().bind(("127.0.0.1", 0)).unwrap();
                let address = server.addrs()[0];
                let server = server.run();
                tell.send((address, server.handle())).unwrap();
                server.await.unwrap();
            });
        });
        let (address, handle) = told.recv().unwrap();
        Self { address, handle, thread: Some(thread) }
    }

    /// A connection that does not wait longer than a test may.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// Sends a request: its first line without the version, its headers, its body.
    pub fn ask(&self, line: &str, headers: &[(&str, &str)], body: &[u8]) -> Answered {
        let mut text = format!("{line} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.address);
        for (name, value) in headers {
            text += &format!("{name}: {value}\r\n");
        }
        let mut stream = self.connect();
        stream.write_all(format!("{text}content-length: {}\r\n\r\n", body.len()).as_bytes()).unwrap();
        // a server that refuses a body may have hung up before it has all of it
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        Answered::read(&String::from_utf8(bytes).unwrap())
    }

    /// Posts a GraphQL request as JSON and takes `application/graphql-response+json`.
    pub fn post(&self, body: &str) -> Answered {
        let headers = [("content-type", "application/json"), ("accept", "application/graphql-response+json")];
        self.ask("POST /graphql", &headers, body.as_bytes())
    }
}

/// What a server answered.
#[derive(Debug)]
pub struct Answered {
    /// The status code.
    pub status: u16,
    head: String,
    as_sent: String,
    /// The body.
    pub body: String,
}

impl Answered {
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer but {text:?}"));
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Self { status, head: head.to_ascii_lowercase(), as_sent: head.to_owned(), body: body.to_owned() }
    }

    /// A header's value, in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    /// A header's values as they were sent.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let lines = self.as_sent.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect()
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }
}
