//! A real mail server on the loopback interface: it refuses, puts off, hangs up after it has taken a mail, is away and
//! comes back on the same port; it takes mails in the clear, or only once it is spoken to encrypted (STARTTLS).

use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    crypto::aws_lc_rs::default_provider,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

/// What the server says to a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It takes it.
    Accepts,
    /// Not now, to the recipient (451).
    Later,
    /// Never, to the recipient (550).
    Never,
    /// Not now, once it has read it (452).
    LaterOnceRead,
    /// It takes it, and hangs up before it has said so.
    HangsUpOnceTaken,
    /// Whoever sends may not (535 for a name and a password, 530 for a mail).
    NotYou,
}

/// A mail that the server took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// To whom.
    pub to: String,
    /// As it came, without the dots of the protocol.
    pub text: String,
}

impl Taken {
    /// The value of a header, its lines put together.
    pub fn header(&self, name: &str) -> Option<String> {
        let (head, _) = self.text.split_once("\r\n\r\n")?;
        let whole = head.replace("\r\n ", " ");
        whole.split("\r\n").find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned()))
    }
}

type Answer = dyn Fn(&str) -> Says + Send + Sync;

/// The file of the certificate by which a server that speaks encrypted is known. It is signed by itself, and for tests alone.
pub const CERTIFICATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/support/tls/certificate.pem");

/// How a server speaks that has that certificate.
fn encrypted() -> Arc<ServerConfig> {
    let certificate = CertificateDer::from_pem_slice(include_bytes!("tls/certificate.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("tls/key.pem")).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    Arc::new(config.with_single_cert(vec![certificate], key).unwrap())
}

#[derive(Default)]
struct Held {
    taken: Vec<Taken>,
    open: Vec<TcpStream>,
}

/// A mail server.
pub struct MailServer {
    /// Where it is, also while it is away.
    pub address: SocketAddr,
    held: Arc<Mutex<Held>>,
    answer: Arc<Answer>,
    tls: Option<Arc<ServerConfig>>,
    listening: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

impl MailServer {
    /// Starts a server that says what `answer` tells for the address of a recipient.
    pub fn start(answer: impl Fn(&str) -> Says + Send + Sync + 'static) -> Self {
        Self::speaking(answer, None)
    }

    /// Starts a server that takes no mail before it is spoken to encrypted.
    pub fn secured(answer: impl Fn(&str) -> Says + Send + Sync + 'static) -> Self {
        Self::speaking(answer, Some(encrypted()))
    }

    fn speaking(answer: impl Fn(&str) -> Says + Send + Sync + 'static, tls: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let (held, answer): (_, Arc<Answer>) = (Arc::default(), Arc::new(answer));
        let mut server = Self { address, held, answer, tls, listening: None };
        server.listen(listener);
        server
    }

    /// Its URL.
    pub fn url(&self) -> String {
        format!("smtp://{}?tls=none", self.address)
    }

    /// Everything that it took.
    pub fn taken(&self) -> Vec<Taken> {
        self.held().taken.clone()
    }

    /// Goes away: nobody can connect, and every connection is cut.
    pub fn stop(&mut self) {
        let Some((going, thread)) = self.listening.take() else { return };
        going.store(false, Ordering::SeqCst);
        // wakes the thread, which then lets go of the port
        let _ = TcpStream::connect(self.address);
        thread.join().unwrap();
        for stream in self.held().open.drain(..) {
            let _ = stream.shutdown(std::net::Shutdown::Both);
        }
    }

    /// Comes back where it was.
    pub fn restart(&mut self) {
        let listener = TcpListener::bind(self.address).unwrap();
        self.listen(listener);
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap()
    }

    fn listen(&mut self, listener: TcpListener) {
        let (held, answer, tls) = (self.held.clone(), self.answer.clone(), self.tls.clone());
        let going = Arc::new(AtomicBool::new(true));
        let goes_on = going.clone();
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if !goes_on.load(Ordering::SeqCst) {
                    return;
                }
                stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
                held.lock().unwrap().open.push(stream.try_clone().unwrap());
                let (held, answer, tls) = (held.clone(), answer.clone(), tls.clone());
                std::thread::spawn(move || greet(&stream, &held, &*answer, tls));
            }
        });
        self.listening = Some((going, thread));
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.stop();
    }
}

/// One connection, until it ends: in the clear, or encrypted from where the client asks for it.
fn greet(stream: &TcpStream, held: &Mutex<Held>, answer: &Answer, tls: Option<Arc<ServerConfig>>) -> Option<()> {
    let mut clear = BufReader::new(stream.try_clone().ok()?);
    say(&mut clear, "220 stand.example ESMTP")?;
    let mut talk = Talk { raw: stream, held, answer, asks: tls.is_some() };
    if talk.goes_on(&mut clear)? {
        talk.asks = false;
        let secret = StreamOwned::new(ServerConnection::new(tls?).ok()?, stream.try_clone().ok()?);
        talk.goes_on(&mut BufReader::new(secret))?;
    }
    Some(())
}

fn say<S: Read + Write>(lines: &mut BufReader<S>, text: &str) -> Option<()> {
    lines.get_mut().write_all(format!("{text}\r\n").as_bytes()).ok()?;
    lines.get_mut().flush().ok()
}

/// What is said on a connection.
struct Talk<'t> {
    raw: &'t TcpStream,
    held: &'t Mutex<Held>,
    answer: &'t Answer,
    /// Whether it takes no mail before it is spoken to encrypted.
    asks: bool,
}

impl Talk<'_> {
    /// Goes on until the connection ends, or until it is to be encrypted: then the answer is true.
    fn goes_on<S: Read + Write>(&self, lines: &mut BufReader<S>) -> Option<bool> {
        let (mut line, mut to, mut says) = (String::new(), String::new(), Says::Accepts);
        loop {
            line.clear();
            if lines.read_line(&mut line).ok()? == 0 {
                return None;
            }
            let word = line.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
            match word.as_str() {
                "EHLO" | "HELO" if self.asks => say(lines, "250-stand.example\r\n250 STARTTLS")?,
                "STARTTLS" if self.asks => return say(lines, "220 2.0.0 go on").map(|()| true),
                "AUTH" | "MAIL" if self.asks => say(lines, "530 5.7.0 not in the clear")?,
                "EHLO" | "HELO" => say(lines, "250-stand.example\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME")?,
                "AUTH" if (self.answer)("") == Says::NotYou => say(lines, "535 5.7.8 who are you")?,
                "AUTH" => say(lines, "235 2.7.0 welcome")?,
                "MAIL" if (self.answer)("") == Says::NotYou => say(lines, "530 5.7.0 sign in first")?,
                "RCPT" => {
                    to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    says = (self.answer)(&to);
                    say(
                        lines,
                        match says {
                            Says::Later => "451 4.3.0 come again",
                            Says::Never => "550 5.1.1 no such user here",
                            _ => "250 2.1.5 ok",
                        },
                    )?;
                }
                "DATA" => {
                    say(lines, "354 go on")?;
                    let text = body(lines)?;
                    if says != Says::LaterOnceRead {
                        self.held.lock().unwrap().taken.push(Taken { to: to.clone(), text });
                    }
                    match says {
                        Says::LaterOnceRead => say(lines, "452 4.2.2 mailbox full")?,
                        Says::HangsUpOnceTaken => {
                            return self.raw.shutdown(std::net::Shutdown::Both).ok().map(|()| false);
                        }
                        _ => say(lines, "250 2.0.0 taken")?,
                    }
                }
                "QUIT" => return say(lines, "221 2.0.0 bye").map(|()| false),
                _ => say(lines, "250 2.0.0 ok")?,
            }
        }
    }
}

/// The lines of a mail until the dot.
fn body(lines: &mut impl BufRead) -> Option<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == ".\r\n" {
            return Some(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
