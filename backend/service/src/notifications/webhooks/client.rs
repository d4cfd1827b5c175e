//! The way out: one POST to an address on the open network and nowhere else.
//!
//! A name is resolved once for each try; every address that it has must be on the open network, and the connection goes to
//! exactly those addresses. So it does not help to answer another address a moment later, to redirect, or to name a proxy.

use crate::kernel::tls;
use concordat_domain::notifications::webhook::{Answer, check_url, unreachable};
use std::{io, io::Read as _, time::Duration};
use ureq::{
    Agent, Error,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::{Connector as _, NextTimeout, RustlsConnector, TcpConnector},
    },
};

/// How a name becomes addresses.
pub type Resolving = Box<dyn Resolver>;

/// How long a try may take from the first look at the name to the last byte.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long resolving and connecting may take each.
const HURRY: Duration = Duration::from_secs(5);
/// So many bytes of an answer are read.
const BYTES: u64 = 1_024;
/// Bytes of headers at most.
const HEADER_BYTES: usize = 16 * 1_024;

/// Sends messages.
#[derive(Clone)]
pub struct Client {
    agent: Agent,
    open: bool,
}

impl Client {
    /// A client for the open network. With `open`, plain http and one's own network will do: for tests and trials.
    #[must_use]
    pub fn new(open: bool) -> Self {
        Self::resolving(open, Box::new(DefaultResolver::default()))
    }

    /// The same with another way to resolve names.
    #[must_use]
    pub fn resolving(open: bool, names: Resolving) -> Self {
        let config = Agent::config_builder()
            .tls_config(tls::trusted())
            .proxy(None)
            .https_only(!open)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .max_response_header_size(HEADER_BYTES)
            .timeout_global(Some(PATIENCE))
            .timeout_resolve(Some(HURRY))
            .timeout_connect(Some(HURRY))
            .user_agent("Concordat-Webhooks/1")
            .build();
        let connector = ().chain(TcpConnector::default()).chain(RustlsConnector::default());
        Self { agent: Agent::with_parts(config, connector, Guarded { names, open }), open }
    }

    /// Whether plain http and one's own network will do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Sends a message and tells what came back.
    #[must_use]
    pub fn post(&self, url: &str, headers: &[(&'static str, String)], body: &str) -> Answer {
        if check_url(url, self.open).is_err() {
            return Answer::Nothing("the address is none that may be sent to".into());
        }
        let mut request = self.agent.post(url).header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        match request.send(body) {
            Ok(mut response) => {
                let mut told = Vec::new();
                // what did not come in time or does not read changes nothing about the status
                let _ = response.body_mut().as_reader().take(BYTES).read_to_end(&mut told);
                Answer::Status(response.status().as_u16(), plain(&String::from_utf8_lossy(&told)))
            }
            Err(why) => Answer::Nothing(plain(&why.to_string())),
        }
    }
}

/// Text without control characters.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect::<String>().trim().to_owned()
}

/// Resolves names, and refuses what is not on the open network.
#[derive(Debug)]
struct Guarded {
    names: Resolving,
    open: bool,
}

impl Resolver for Guarded {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        if !self.open {
            for address in &found {
                if let Some(what) = unreachable(address.ip()) {
                    let why = format!("{} leads to {}: {what}", uri.host().unwrap_or_default(), address.ip());
                    return Err(Error::Io(io::Error::new(io::ErrorKind::PermissionDenied, why)));
                }
            }
        }
        Ok(found)
    }
}
