//! The keys: one name each in the file, in the environment (upper case, `CONCORDAT_` in front) and as a flag.

use concordat_service::{kernel::db::DatabaseUrl, notifications::SmtpServer};
use serde::{Deserialize, Serialize};

/// Every key with its value as it was given.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// On `PostgreSQL`: the same database in its owner's name, for migrations and backups.
    pub owner_url: Option<String>,
    /// Connections at most.
    pub connections: u32,
    /// How long a request waits for a free connection before it is told to come again.
    pub wait_seconds: u32,
    /// How long a request may run before it is told that it took too long.
    pub answer_seconds: u32,
    /// Where the server listens.
    pub listen: String,
    /// Where its figures are read.
    pub metrics_listen: String,
    /// What its users write before every path; `http://` and `listen` where it is not set.
    pub public_url: Option<String>,
    /// Whether a proxy in front of the server tells the caller's address in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// `text` or `json`.
    pub log_format: String,
    /// What is logged, such as `info` or `warn,concordat=debug`.
    pub log_filter: String,
    /// The largest request body in bytes; imports are streamed and have no such limit.
    pub body_bytes: usize,
    /// Requests a minute for each credential, and four times as many for each address.
    pub requests_per_minute: u32,
    /// Attempts to sign in a minute for each account, and ten times as many for each address.
    pub sign_ins_per_minute: u32,
    /// How long running requests may take once the server was told to stop.
    pub stop_seconds: u32,
    /// Whether webhooks may lead into one's own network, and without TLS: for trials on one machine alone.
    pub webhooks_anywhere: bool,
    /// The mail server: `smtp://USER:PASSWORD@HOST:PORT`, or `smtps://…`; without one mails wait.
    pub smtp_url: Option<String>,
    /// In whose name mails go out, such as `Concordat <concordat@example.org>`.
    pub mail_from: Option<String>,
    /// The OpenID Connect provider's address, exactly as it calls itself; without one people sign in with passwords alone.
    pub openid_issuer: Option<String>,
    /// Our name at the provider.
    pub openid_client_id: Option<String>,
    /// Our secret at the provider, where we have one.
    pub openid_client_secret: Option<String>,
    /// What people call the provider; its host where it is not set.
    pub openid_name: Option<String>,
    /// The domains of the addresses for which the provider may speak, with commas between them.
    pub openid_domains: Option<String>,
    /// Whether the provider may speak for those who operate the instance, too.
    pub openid_operators: bool,
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            database_url: "sqlite:concordat.db".into(),
            owner_url: None,
            connections: 8,
            wait_seconds: 2,
            answer_seconds: 30,
            listen: "127.0.0.1:8080".into(),
            metrics_listen: "127.0.0.1:9090".into(),
            public_url: None,
            behind_proxy: false,
            log_format: "text".into(),
            log_filter: "info".into(),
            body_bytes: 1024 * 1024,
            requests_per_minute: 6_000,
            sign_ins_per_minute: 10,
            stop_seconds: 30,
            webhooks_anywhere: false,
            smtp_url: None,
            mail_from: None,
            openid_issuer: None,
            openid_client_id: None,
            openid_client_secret: None,
            openid_name: None,
            openid_domains: None,
            openid_operators: false,
        }
    }
}

impl Keys {
    /// What is too small or too large.
    pub(super) fn out_of_bounds(&self) -> Vec<String> {
        let bounds = [
            ("connections", u64::from(self.connections), 1, 1_000),
            ("wait_seconds", self.wait_seconds.into(), 1, 60),
            ("answer_seconds", self.answer_seconds.into(), 1, 600),
            ("body_bytes", self.body_bytes as u64, 1_024, 1 << 30),
            ("requests_per_minute", self.requests_per_minute.into(), 1, 10_000_000),
            ("sign_ins_per_minute", self.sign_ins_per_minute.into(), 1, 10_000),
            ("stop_seconds", self.stop_seconds.into(), 1, 600),
        ];
        let outside = bounds.into_iter().filter(|(_, value, least, most)| !(least..=most).contains(&value));
        outside
            .map(|(key, value, least, most)| format!("{key} is {value}; it lies between {least} and {most}"))
            .collect()
    }

    /// Whether anything is said of a provider beside who it is.
    pub(super) fn says_more_of_openid(&self) -> bool {
        let told = [&self.openid_client_secret, &self.openid_name, &self.openid_domains];
        self.openid_operators || told.iter().any(|key| key.is_some())
    }

    /// The same without passwords.
    #[must_use]
    pub fn redacted(&self) -> Self {
        let hide =
            |url: &str| url.parse::<DatabaseUrl>().map_or_else(|_| "not a database URL".into(), |url| url.to_string());
        let owner_url = self.owner_url.as_deref().map(hide);
        let server =
            |url: &str| url.parse::<SmtpServer>().map_or_else(|_| "no mail server's URL".into(), |it| it.to_string());
        let smtp_url = self.smtp_url.as_deref().map(server);
        let openid_client_secret = self.openid_client_secret.as_ref().map(|_| "…".to_owned());
        Self { database_url: hide(&self.database_url), owner_url, smtp_url, openid_client_secret, ..self.clone() }
    }
}

impl std::fmt::Debug for Keys {
    /// Without passwords.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&serde_json::to_string(&self.redacted()).unwrap_or_default())
    }
}

/// The keys as flags: what is given here wins over the environment and the file.
#[derive(Clone, Default, clap::Args, Serialize)]
#[command(next_help_heading = "Settings")]
pub struct Overrides {
    /// `sqlite:PATH` or `postgres://…` [default: `sqlite:concordat.db`]
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_url: Option<String>,
    /// PostgreSQL: the database in its owner's name, for migrations and backups
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_url: Option<String>,
    /// Connections to the database at most
    #[arg(long, global = true, value_name = "NUMBER", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connections: Option<u32>,
    /// How long a request waits for a free connection
    #[arg(long, global = true, value_name = "SECONDS", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_seconds: Option<u32>,
    /// How long a request may run; files on their way in or out last as long as they are read
    #[arg(long, global = true, value_name = "SECONDS", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer_seconds: Option<u32>,
    /// Where the server listens [default: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "ADDRESS:PORT", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<String>,
    /// Where its figures are read [default: 127.0.0.1:9090]
    #[arg(long, global = true, value_name = "ADDRESS:PORT", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metrics_listen: Option<String>,
    /// What users write before every path
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// Whether a proxy tells the caller's address in X-Forwarded-For
    #[arg(long, global = true, value_name = "true|false", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub behind_proxy: Option<bool>,
    /// How the log is written: text or json
    #[arg(long, global = true, value_name = "FORMAT", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log_format: Option<String>,
    /// What is logged, such as `warn,concordat=debug`
    #[arg(long, global = true, value_name = "FILTER", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log_filter: Option<String>,
    /// The largest request body
    #[arg(long, global = true, value_name = "BYTES", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_bytes: Option<usize>,
    /// Requests a minute for each credential
    #[arg(long, global = true, value_name = "NUMBER", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests_per_minute: Option<u32>,
    /// Attempts to sign in a minute for each account
    #[arg(long, global = true, value_name = "NUMBER", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_ins_per_minute: Option<u32>,
    /// How long running requests may take once the server was told to stop
    #[arg(long, global = true, value_name = "SECONDS", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_seconds: Option<u32>,
    /// Whether webhooks may lead into one's own network, and without TLS: for trials on one machine
    #[arg(long, global = true, value_name = "true|false", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhooks_anywhere: Option<bool>,
    /// The mail server; its password is better given in a file, with CONCORDAT_SMTP_URL_FILE
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smtp_url: Option<String>,
    /// In whose name mails go out, such as `Concordat <concordat@example.org>`
    #[arg(long, global = true, value_name = "ADDRESS", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_from: Option<String>,
    /// The OpenID Connect provider's address; its secret is given with CONCORDAT_OPENID_CLIENT_SECRET_FILE
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openid_issuer: Option<String>,
    /// Our name at the provider
    #[arg(long, global = true, value_name = "ID", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openid_client_id: Option<String>,
    /// What people call the provider
    #[arg(long, global = true, value_name = "NAME", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openid_name: Option<String>,
    /// The domains for whose addresses the provider may speak, such as `example.org,example.com`
    #[arg(long, global = true, value_name = "DOMAINS", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openid_domains: Option<String>,
    /// Whether the provider may speak for operators, too
    #[arg(long, global = true, value_name = "true|false", hide_short_help = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openid_operators: Option<bool>,
}
