//! What an operator can set, and where each setting came from: a file, the environment, flags; the later one wins.

mod keys;
mod secrets;

pub use keys::{Keys, Overrides};

use concordat_service::{
    identity::openid::{OpenId, Provider},
    kernel::{Settings, db::DatabaseUrl},
    notifications::{self, SmtpServer},
};
use figment::{
    Figment,
    providers::{Env, Format as _, Serialized, Toml},
};
use std::{net::SocketAddr, path::Path, sync::Arc, time::Duration};

/// The start of every variable's name. What follows is a key in upper case.
const PREFIX: &str = "CONCORDAT_";

/// The variable that names the configuration file; no key itself.
pub const FILE_VARIABLE: &str = "CONCORDAT_CONFIG";

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line, for machines.
    Json,
}

/// A configuration that was read and makes sense.
#[derive(Clone, Debug)]
pub struct Config {
    /// The keys as they were given.
    pub keys: Keys,
    /// The database that the server uses.
    pub database: DatabaseUrl,
    /// The same database in its owner's name, where migrations and backups have one.
    pub owner: Option<DatabaseUrl>,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// Where its figures are read.
    pub metrics_listen: SocketAddr,
    /// What its users write before every path.
    pub public: PublicUrl,
    /// How the log is written.
    pub log_format: LogFormat,
    /// The mail server and in whose name mails go out; without one they wait.
    pub mail: Option<(SmtpServer, String)>,
    /// The OpenID Connect provider at which people may sign in as well, where there is one.
    pub openid: Option<Arc<OpenId>>,
}

/// Why a configuration is not used.
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigProblem(pub Vec<String>);

impl std::fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the configuration is not usable: {}", self.0.join("; "))
    }
}

impl std::error::Error for ConfigProblem {}

/// The address of the instance as browsers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// Scheme, host and port, as a browser's `Origin` has them.
    pub origin: String,
    /// Whether it is https: then cookies are for encrypted connections only.
    pub secure: bool,
}

impl PublicUrl {
    fn read(text: &str) -> Result<Self, String> {
        let wrong = || format!("public_url {text:?} must be http://HOST or https://HOST, with a port where it has one");
        let (scheme, host) = text.trim_end_matches('/').split_once("://").ok_or_else(wrong)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
        if !["http", "https"].contains(&scheme) || host.is_empty() || !host.chars().all(plain) {
            return Err(wrong());
        }
        let port = if scheme == "https" { ":443" } else { ":80" };
        let host = host.strip_suffix(port).unwrap_or(host).to_lowercase();
        Ok(Self { origin: format!("{scheme}://{host}"), secure: scheme == "https" })
    }
}

impl Config {
    /// Reads the file (none: `concordat.toml` where there is one), the environment and the flags.
    ///
    /// # Errors
    /// Everything that is wrong, each with where it stands.
    pub fn read(file: Option<&Path>, overrides: &Overrides) -> Result<Self, ConfigProblem> {
        if let Some(path) = file.filter(|path| !path.is_file()) {
            return Err(ConfigProblem(vec![format!("there is no file {}", path.display())]));
        }
        let secrets = secrets::from_files(std::env::vars()).map_err(|why| ConfigProblem(vec![why]))?;
        let file_name = |key: &str| key.to_ascii_lowercase().ends_with("_file");
        let variables = Env::prefixed(PREFIX).filter(move |key| *key != "config" && !file_name(key.as_str()));
        let environment = Figment::from(Env::raw().only(&["DATABASE_URL"])).merge(variables);
        Self::layered(file, environment.merge(Serialized::defaults(secrets)), overrides)
    }

    fn layered(file: Option<&Path>, environment: Figment, overrides: &Overrides) -> Result<Self, ConfigProblem> {
        let file = file.unwrap_or(Path::new("concordat.toml"));
        let mut figment = Figment::from(Serialized::defaults(Keys::default()));
        if file.is_file() {
            figment = figment.merge(Toml::file_exact(file));
        }
        let figment = figment.merge(environment).merge(Serialized::defaults(overrides));
        let keys = figment
            .extract::<Keys>()
            .map_err(|errors| ConfigProblem(errors.into_iter().map(|error| error.to_string()).collect()))?;
        Self::check(keys)
    }

    /// Makes sense of keys.
    ///
    /// # Errors
    /// Everything that does not make sense.
    pub fn check(keys: Keys) -> Result<Self, ConfigProblem> {
        let mut wrong = Vec::new();
        let database = noted(&mut wrong, database("database_url", &keys.database_url));
        let owner = keys.owner_url.as_deref().map(database_owner).transpose();
        let owner = noted(&mut wrong, owner).flatten();
        let listen = noted(&mut wrong, address("listen", &keys.listen));
        let metrics_listen = noted(&mut wrong, address("metrics_listen", &keys.metrics_listen));
        let public = keys.public_url.clone().unwrap_or_else(|| format!("http://{}", keys.listen));
        let public = noted(&mut wrong, PublicUrl::read(&public));
        let log_format = noted(&mut wrong, log_format(&keys.log_format));
        let mail = noted(&mut wrong, mail(&keys)).flatten();
        let provider = noted(&mut wrong, provider(&keys)).flatten();
        let openid = provider.zip(public.as_ref()).map(|(provider, public)| OpenId::new(provider, &public.origin));
        let openid = noted(&mut wrong, openid.transpose()).flatten().map(Arc::new);
        wrong.extend(keys.out_of_bounds());
        if listen == metrics_listen && listen.is_some_and(|address| address.port() != 0) {
            wrong.push("listen and metrics_listen must differ: the figures are not for everybody".into());
        }
        match (database, listen, metrics_listen, public, log_format) {
            (Some(database), Some(listen), Some(metrics_listen), Some(public), Some(log_format))
                if wrong.is_empty() =>
            {
                Ok(Self { keys, database, owner, listen, metrics_listen, public, log_format, mail, openid })
            }
            _ => Err(ConfigProblem(wrong)),
        }
    }

    /// How the database is opened.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let wait = Duration::from_secs(self.keys.wait_seconds.into());
        Settings { url: self.database.clone(), connections: self.keys.connections, wait }
    }

    /// The database in its owner's name: for migrations, backups and what else the server's role may not.
    #[must_use]
    pub fn owner_or_database(&self) -> &DatabaseUrl {
        self.owner.as_ref().unwrap_or(&self.database)
    }
}

fn noted<T>(wrong: &mut Vec<String>, read: Result<T, String>) -> Option<T> {
    read.map_err(|why| wrong.push(why)).ok()
}

fn database(key: &str, url: &str) -> Result<DatabaseUrl, String> {
    url.parse().map_err(|problem| format!("{key}: {problem}"))
}

fn database_owner(url: &str) -> Result<DatabaseUrl, String> {
    match database("owner_url", url)? {
        DatabaseUrl::Sqlite(_) => Err("owner_url is for PostgreSQL; an SQLite file has no owner".into()),
        url => Ok(url),
    }
}

fn address(key: &str, text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| format!("{key} {text:?} must be ADDRESS:PORT, such as 127.0.0.1:8080"))
}

fn mail(keys: &Keys) -> Result<Option<(SmtpServer, String)>, String> {
    match (&keys.smtp_url, &keys.mail_from) {
        (None, None) => Ok(None),
        (None, Some(_)) => Err("mail_from is set and smtp_url is not: say which mail server takes the mails".into()),
        (Some(_), None) => Err("smtp_url is set and mail_from is not: say in whose name mails go out".into()),
        (Some(url), Some(from)) => {
            notifications::sender(from).map_err(|why| format!("mail_from: {why}"))?;
            let server = url.parse::<SmtpServer>().map_err(|why| format!("smtp_url {why}"))?;
            Ok(Some((server, from.clone())))
        }
    }
}

fn provider(keys: &Keys) -> Result<Option<Provider>, String> {
    let (issuer, client) = match (&keys.openid_issuer, &keys.openid_client_id) {
        (Some(issuer), Some(client)) => (issuer, client),
        (None, None) if !keys.says_more_of_openid() => return Ok(None),
        (None, _) => return Err("openid_issuer is missing: say which provider people sign in at".into()),
        (Some(_), None) => return Err("openid_client_id is missing: say what our name at the provider is".into()),
    };
    let host = |rest: &str| rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned();
    let host = match issuer.split_once("://") {
        Some(("https", rest)) => host(rest),
        Some(("http", rest)) if is_this_machine(&host(rest)) => host(rest),
        _ => String::new(),
    };
    if host.is_empty() {
        return Err(format!("openid_issuer {issuer:?} must be https://HOST…; http:// is for this machine alone"));
    }
    let secret = keys.openid_client_secret.clone().map(Into::into);
    let name = keys.openid_name.clone().unwrap_or(host);
    let (domains, operators) = (domains(keys.openid_domains.as_deref())?, keys.openid_operators);
    Ok(Some(Provider { issuer: issuer.clone(), client: client.clone(), secret, name, domains, operators }))
}

/// The domains of the addresses for which the provider may speak.
fn domains(told: Option<&str>) -> Result<Vec<String>, String> {
    let told = told.unwrap_or_default();
    let all: Vec<String> =
        told.split([',', ' ']).filter(|domain| !domain.is_empty()).map(str::to_ascii_lowercase).collect();
    if all.is_empty() {
        return Err("openid_domains is missing: say for addresses of which domains the provider may speak".into());
    }
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    match all.iter().find(|domain| !domain.split('.').all(plain)) {
        Some(wrong) => Err(format!("openid_domains: {wrong:?} is no domain such as example.org")),
        None => Ok(all),
    }
}

/// Whether a host with its port, where it has one, is this machine.
fn is_this_machine(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name);
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err(format!("log_format {text:?} must be text or json")),
    }
}

#[cfg(test)]
mod tests;
