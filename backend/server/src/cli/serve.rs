//! `concordat serve`: the server, after the schema is known to be this binary's.

use super::{
    console::Console,
    log,
    outcome::{Answered, Failed, Said, USAGE},
};
use crate::{
    config::Config,
    graphql,
    http::{
        console::Console as Pages,
        credentials::{Welcome, welcome},
        endpoint::{Endpoint, Limits},
        instance::Instance,
        server::{self, Listening},
    },
};
use concordat_domain::{access::Actor, kernel::AgreementId};
use concordat_service::{
    identity::{self, TokenKey},
    kernel::{
        Database, No, SystemClock,
        condition::{Grade, examine},
        db::DatabaseUrl,
    },
};
use serde_json::json;
use std::{sync::Arc, time::Duration};

/// Serves until told to stop
#[derive(clap::Args)]
pub struct Serve {}

impl Serve {
    pub(super) fn run(self, console: Console) -> Answered {
        let Self {} = self;
        let config = &console.config;
        log::start(config, "info");
        let run = console.bring_up_to_date()?;
        if !run.is_empty() {
            tracing::info!(migrations = run.join(", "), "the schema was brought up to date");
        }
        warn_of_open_walls(config);
        let database = console.database()?;
        let set_up = database.write(&Arc::new(Actor::console()), AgreementId::INSTANCE, identity::offer_set_up)?;
        listen(config, database, |listening| announce(&console, listening, set_up))?;
        Ok(Said::nothing())
    }
}

/// Says so where the server's role makes nothing of PostgreSQL's row-level security.
fn warn_of_open_walls(config: &Config) {
    if let DatabaseUrl::Postgres(_) = config.database {
        for finding in examine(&config.database, &SystemClock).iter().filter(|finding| finding.grade == Grade::Bad) {
            tracing::warn!(of = finding.of, says = finding.says, "the database needs an operator");
        }
    }
}

/// Serves a database until told to stop; `ready` is told where.
pub(super) fn listen(config: &Config, database: Database, ready: impl FnOnce(&Listening)) -> Result<(), Failed> {
    let key = database.write(&Arc::new(Actor::console()), AgreementId::INSTANCE, TokenKey::load)?;
    let welcome = welcome(database.clone(), key.clone());
    let endpoint = endpoint(config, &database, &welcome)?;
    let instance = Arc::new(Instance::new(config, database, key, welcome, endpoint));
    let served = server::serve(config, instance, ready);
    served.map_err(|why| Failed::new(USAGE, "ADDRESS", format!("cannot serve: {why}")))
}

/// The GraphQL endpoint, within the limits that are configured.
fn endpoint(config: &Config, database: &Database, welcome: &Welcome) -> Result<Arc<Endpoint>, Failed> {
    let api = graphql::schema::api().map_err(|twice| Failed::from(No::broken(twice)))?;
    let limits = Limits {
        at_once: usize::try_from(config.keys.connections).unwrap_or(1),
        wait: Duration::from_secs(config.keys.wait_seconds.into()),
        patience: Duration::from_secs(config.keys.answer_seconds.into()),
        body: config.keys.body_bytes,
        webhooks_anywhere: config.keys.webhooks_anywhere,
        ..Limits::default()
    };
    Ok(Arc::new(Endpoint::new(Arc::new(api), database.clone(), welcome.clone(), limits)))
}

/// Tells on standard output where the server listens, and how it is set up: once, as nobody else may learn it.
fn announce(console: &Console, listening: &Listening, set_up: Option<String>) {
    let (server, figures) = (listening.server, listening.figures);
    if console.json {
        let told = json!({
            "listening": format!("http://{server}"),
            "metrics": format!("http://{figures}/metrics"),
            "set_up_token": set_up,
        });
        return super::outcome::say(&told.to_string());
    }
    super::outcome::say(&format!("Concordat listens on http://{server}; its figures are at http://{figures}/metrics."));
    let Some(token) = set_up else { return };
    let once = "Nobody operates this instance yet. Set it up once, within seven days:";
    if Pages::BUILT_IN.is_there() {
        super::outcome::say(&format!("{once}\n  http://{server}/set-up?token={token}"));
    } else {
        let body = json!({ "token": token, "email": "…", "name": "…", "company": "…", "password": "…" });
        super::outcome::say(&format!("{once}\n  curl http://{server}/auth/set-up --json '{body}'"));
    }
}
