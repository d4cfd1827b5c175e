//! The plainest client of a WebSocket: short texts, one frame each.

use super::loopback::Loopback;
use serde_json::Value;
use std::{
    io::{Read, Write},
    net::TcpStream,
};

/// What came over a socket.
#[derive(Debug, PartialEq)]
pub enum Frame {
    /// A text of JSON.
    Text(Value),
    /// The end, with its code and reason.
    Close(u16, String),
}

/// An open socket.
pub struct Socket(TcpStream);

impl Socket {
    /// Opens `/graphql/ws` with headers of its own; the status code where the server will not.
    pub fn open(server: &Loopback, headers: &[(&str, &str)]) -> Result<Self, u16> {
        let mut stream = server.connect();
        let mut text = format!(
            "GET /graphql/ws HTTP/1.1\r\nhost: {}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
             sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
            server.address
        );
        for (name, value) in headers {
            text += &format!("{name}: {value}\r\n");
        }
        stream.write_all(format!("{text}\r\n").as_bytes()).unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            head.push(byte[0]);
        }
        let head = String::from_utf8(head).unwrap();
        match head.split(' ').nth(1).unwrap().parse().unwrap() {
            101 => Ok(Self(stream)),
            status => Err(status),
        }
    }

    /// Opens a socket in the one protocol.
    pub fn speaking(server: &Loopback) -> Self {
        Self::open(server, &[("sec-websocket-protocol", "graphql-transport-ws")]).unwrap()
    }

    /// Opens a socket and greets.
    pub fn greeted(server: &Loopback) -> Self {
        let mut socket = Self::speaking(server);
        socket.say(r#"{"type":"connection_init"}"#);
        assert_eq!(socket.hear(), Frame::Text(serde_json::json!({ "type": "connection_ack" })));
        socket
    }

    /// Sends a text, masked with noughts.
    pub fn say(&mut self, text: &str) {
        let length = u16::try_from(text.len()).unwrap();
        let mut frame = vec![0x81];
        match u8::try_from(length) {
            Ok(short @ 0..126) => frame.push(0x80 | short),
            _ => {
                frame.push(0x80 | 126);
                frame.extend_from_slice(&length.to_be_bytes());
            }
        }
        frame.extend_from_slice(&[0; 4]);
        frame.extend_from_slice(text.as_bytes());
        self.0.write_all(&frame).unwrap();
    }

    /// The next text or the end; pings are passed over.
    pub fn hear(&mut self) -> Frame {
        loop {
            let mut head = [0; 2];
            self.0.read_exact(&mut head).unwrap();
            let mut length = usize::from(head[1]);
            if length == 126 {
                let mut longer = [0; 2];
                self.0.read_exact(&mut longer).unwrap();
                length = usize::from(u16::from_be_bytes(longer));
            }
            let mut body = vec![0; length];
            self.0.read_exact(&mut body).unwrap();
            match head[0] & 0x0f {
                1 => return Frame::Text(serde_json::from_slice(&body).unwrap()),
                8 => {
                    let (code, reason) = body.split_at(2);
                    let code = u16::from_be_bytes([code[0], code[1]]);
                    return Frame::Close(code, String::from_utf8(reason.to_vec()).unwrap());
                }
                _ => {}
            }
        }
    }
}
