//! A partner's system on the loopback: takes what is posted to it and answers as a test tells it.

use std::{
    collections::VecDeque,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
};

/// What was posted.
#[derive(Clone, Debug)]
pub struct Posted {
    headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Posted {
    /// A header's value.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// A system that listens until it is dropped.
pub struct Receiver {
    /// Where.
    pub address: SocketAddr,
    posted: Arc<Mutex<Vec<Posted>>>,
    answers: Arc<Mutex<VecDeque<String>>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Receiver {
    /// Starts one that answers 204 to everything it was not told to answer otherwise.
    pub fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let (posted, answers) = (Arc::<Mutex<Vec<Posted>>>::default(), Arc::<Mutex<VecDeque<String>>>::default());
        let stop = Arc::new(AtomicBool::new(false));
        let thread = {
            let (posted, answers, stop) = (posted.clone(), answers.clone(), stop.clone());
            std::thread::spawn(move || {
                for stream in listener.incoming() {
                    if stop.load(Ordering::SeqCst) {
                        break;
                    }
                    let Some(taken) = stream.ok().and_then(|stream| Some((take(&stream)?, stream))) else { continue };
                    posted.lock().unwrap().push(taken.0);
                    let answer = answers.lock().unwrap().pop_front();
                    let answer = answer.unwrap_or_else(|| "204 No Content\r\ncontent-length: 0\r\n\r\n".into());
                    // whoever has read enough may have hung up
                    let _ = (&taken.1).write_all(format!("HTTP/1.1 {answer}").as_bytes());
                }
            })
        };
        Self { address, posted, answers, stop, thread: Some(thread) }
    }

    /// Its address as a webhook has it.
    pub fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    /// Answers the next so many with a status and a body.
    pub fn will_answer(&self, times: usize, status: &str, body: &str) {
        let answer = format!("{status}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        self.answers.lock().unwrap().extend(std::iter::repeat_n(answer, times));
    }

    /// Answers the next one with exactly this, from the status on.
    pub fn will_say(&self, answer: &str) {
        self.answers.lock().unwrap().push_back(answer.to_owned());
    }

    /// What was posted since this was asked last.
    pub fn posted(&self) -> Vec<Posted> {
        std::mem::take(&mut *self.posted.lock().unwrap())
    }
}

fn take(stream: &TcpStream) -> Option<Posted> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let mut headers = Vec::new();
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.push((name.to_ascii_lowercase(), value.to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length")?.1.parse().ok()?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Posted { headers, body: String::from_utf8(body).ok()? })
}
