//! The way out: a mail server spoken to over SMTP (RFC 5321), encrypted unless the operator says otherwise.

use super::message::Ready;
use concordat_domain::notifications::MailEvent;
use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{SmtpConnection, TlsParameters},
    commands::{Data, Mail, Rcpt, Rset},
    extension::ClientId,
    response::Response,
};
use std::time::Duration;

/// Whoever takes mails: a mail server, or what stands for one in a test.
pub trait Mailer {
    /// Hands a mail over and tells what came of it.
    fn hand_over(&mut self, mail: &Ready) -> MailEvent;
}

/// How long the mail server may take for each answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it may take for the answer to a whole mail: it may pass it on first, and whoever leaves too early sends it twice
/// (RFC 5321, 4.5.3.2.6).
const PATIENCE_AT_THE_END: Duration = Duration::from_secs(600);

/// How a mail server is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guard {
    /// Encrypted from the first byte on.
    Tls,
    /// Encrypted before anything is said (STARTTLS), or not at all used.
    StartTls,
    /// Not encrypted: for a server on the same machine or network.
    Plain,
}

/// A mail server.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpServer {
    host: String,
    port: u16,
    guard: Guard,
    credentials: Option<(String, String)>,
}

impl std::fmt::Debug for SmtpServer {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

impl std::fmt::Display for SmtpServer {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scheme = if self.guard == Guard::Tls { "smtps" } else { "smtp" };
        let user = self.credentials.as_ref().map(|(user, _)| format!("{user}:***@")).unwrap_or_default();
        let plain = if self.guard == Guard::Plain { "?tls=none" } else { "" };
        write!(f, "{scheme}://{user}{}:{}{plain}", self.host, self.port)
    }
}

impl std::str::FromStr for SmtpServer {
    type Err = String;

    /// Reads `smtp://HOST`, `smtps://HOST`, with `USER:PASSWORD@` before and `:PORT` after the host where they are
    /// needed; what is special in them is written as `%XX`. `?tls=none` gives up encryption.
    fn from_str(url: &str) -> Result<Self, String> {
        let form = || "must be smtp://USER:PASSWORD@HOST:PORT, or smtps://…".to_owned();
        let (scheme, rest) = url.split_once("://").ok_or_else(form)?;
        let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
        let rest = rest.trim_end_matches('/');
        let (guard, usual) = match (scheme, query) {
            ("smtps", None) => (Guard::Tls, 465),
            ("smtp", None | Some("tls=required")) => (Guard::StartTls, 587),
            ("smtp", Some("tls=none")) => (Guard::Plain, 25),
            _ => return Err(format!("{}, with ?tls=none where nothing is encrypted", form())),
        };
        let (user, place) = rest.rsplit_once('@').map_or((None, rest), |(user, place)| (Some(user), place));
        let credentials = user.map(|user| {
            let (user, password) = user.split_once(':').ok_or_else(form)?;
            Ok::<_, String>((decoded(user)?, decoded(password)?))
        });
        let port = |text: &str| text.parse::<u16>().ok().filter(|port| *port > 0).ok_or_else(form);
        let (host, port) = match place.rsplit_once(':') {
            Some((host, text)) if !text.ends_with(']') => (host, port(text)?),
            _ => (place, usual),
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
        if host.is_empty() || !host.chars().all(plain) {
            return Err(form());
        }
        let host = host.trim_matches(['[', ']']).to_owned();
        Ok(Self { host, port, guard, credentials: credentials.transpose()? })
    }
}

/// A text in which `%XX` stands for a byte.
fn decoded(text: &str) -> Result<String, String> {
    let (mut bytes, mut rest) = (Vec::new(), text.bytes());
    while let Some(byte) = rest.next() {
        let hex = |digit: Option<u8>| digit.and_then(|digit| char::from(digit).to_digit(16));
        bytes.push(match byte {
            b'%' => match (hex(rest.next()), hex(rest.next())) {
                (Some(high), Some(low)) => u8::try_from(high * 16 + low).unwrap_or_default(),
                _ => return Err("has a % that no two hexadecimal digits follow".into()),
            },
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| "is not UTF-8 once it is decoded".into())
}

/// A mail server with the connection that is open to it.
pub struct Smtp {
    server: SmtpServer,
    me: ClientId,
    connection: Option<SmtpConnection>,
}

impl Smtp {
    /// Speaks to a mail server in the name of a host; connects when the first mail is handed over.
    #[must_use]
    pub fn new(server: SmtpServer, host: &str) -> Self {
        Self { server, me: ClientId::Domain(host.to_owned()), connection: None }
    }

    fn connect(&self) -> Result<SmtpConnection, Error> {
        let SmtpServer { host, port, guard, credentials } = &self.server;
        let tls = (*guard != Guard::Plain).then(|| TlsParameters::new(host.clone())).transpose()?;
        let at_once = tls.as_ref().filter(|_| *guard == Guard::Tls);
        let mut open = SmtpConnection::connect((host.as_str(), *port), Some(PATIENCE), &self.me, at_once, None)?;
        if let (Guard::StartTls, Some(tls)) = (guard, &tls) {
            open.starttls(tls, &self.me)?;
        }
        if let Some((user, password)) = credentials {
            open.auth(DEFAULT_MECHANISMS, &Credentials::new(user.clone(), password.clone()))?;
        }
        Ok(open)
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        if let Some(open) = &mut self.connection {
            let _ = open.quit();
        }
    }
}

impl Mailer for Smtp {
    fn hand_over(&mut self, mail: &Ready) -> MailEvent {
        let mut open = match self.connection.take().map_or_else(|| self.connect(), Ok) {
            Ok(open) => open,
            Err(why) => {
                tracing::warn!(server = %self.server, %why, "the mail server cannot be used; mails wait");
                return MailEvent::Away;
            }
        };
        let event = said(&mut open, mail);
        // a server that said no to one mail takes the next one once the talk about this one is over
        let usable = match event {
            MailEvent::Accepted => true,
            _ => !open.has_broken() && open.command(Rset).is_ok(),
        };
        self.connection = usable.then_some(open);
        event
    }
}

/// The talk about one mail. Whether we may send at all is no matter of the mail: then it waits.
fn said(open: &mut SmtpConnection, mail: &Ready) -> MailEvent {
    if let Err(why) = open.command(Mail::new(Some(mail.from.clone()), Vec::new())) {
        tracing::warn!(%why, "the mail server does not let us send; mails wait");
        return MailEvent::Away;
    }
    match handed(open, mail) {
        Ok(_) => MailEvent::Accepted,
        Err(why) if why.is_permanent() => MailEvent::Refused(words(&why)),
        Err(why) => MailEvent::PutOff(words(&why)),
    }
}

/// The recipient and the mail itself. A socket that takes no time limit is broken, which shows at the next word.
fn handed(open: &mut SmtpConnection, mail: &Ready) -> Result<Response, Error> {
    open.command(Rcpt::new(mail.to.clone(), Vec::new()))?;
    open.command(Data)?;
    let _ = open.set_timeout(Some(PATIENCE_AT_THE_END));
    let told = open.message(&mail.bytes);
    let _ = open.set_timeout(Some(PATIENCE));
    told
}

/// What went wrong in the words of the mail server, cut to what a person reads.
fn words(why: &Error) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    why.to_string().chars().map(plain).take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_mail_servers() {
        for (url, shown) in [
            ("smtp://mail.example.org", "smtp://mail.example.org:587"),
            ("smtps://mail.example.org", "smtps://mail.example.org:465"),
            ("smtp://u%40x:p%3A%2F@mail.example.org:2525", "smtp://u@x:***@mail.example.org:2525"),
            ("smtp://mail:1025?tls=none", "smtp://mail:1025?tls=none"),
        ] {
            assert_eq!(url.parse::<SmtpServer>().unwrap().to_string(), shown);
        }
        let server: SmtpServer = "smtp://u%40x:p%3A%2F@mail.example.org:2525".parse().unwrap();
        assert_eq!(server.credentials, Some(("u@x".into(), "p:/".into())));
        for bad in [
            "",
            "mail",
            "http://mail",
            "smtp://",
            "smtp://m:0",
            "smtp://m:x",
            "smtp://u@m",
            "smtp://m?tls=no",
            "smtps://m?tls=none",
            "smtp://u:%zz@m",
        ] {
            assert!(bad.parse::<SmtpServer>().is_err(), "{bad}");
        }
    }

    #[test]
    fn encryption_has_its_provider() {
        TlsParameters::new("mail.example.org".to_owned()).unwrap();
    }
}
