//! `concordat token`: what partners' systems sign in with.

use super::{
    console::Console,
    outcome::{Answered, Failed, Said},
    table::table,
};
use concordat_domain::{
    access::Scope,
    identity::{Token as ApiToken, TokenWish},
    kernel::{Moment, TokenId},
};
use concordat_service::{identity, kernel::No};
use serde_json::{Value, json};

/// API tokens
#[derive(clap::Subcommand)]
pub enum Token {
    /// Make a token for a person; it is shown this once
    Create {
        /// On whose behalf it acts
        email: String,
        /// What it is for
        #[arg(long)]
        name: String,
        /// What it may do: read, report or act; may be repeated
        #[arg(long = "scope", required = true, value_parser = scope)]
        scopes: Vec<Scope>,
        /// How many days it lives
        #[arg(long, default_value_t = 90)]
        days: i64,
    },
    /// List a person's tokens
    List {
        /// Whose
        email: String,
    },
    /// Revoke a token; the short tokens made from it stop working at once
    Revoke {
        /// Its id, as `list` prints it
        id: String,
    },
}

impl Token {
    pub(super) fn run(self, console: &Console) -> Answered {
        let desk = console.open()?;
        match self {
            Self::Create { email, name, scopes, days } => {
                let wish = TokenWish::new(&name, scopes, days).map_err(No::from)?;
                let (token, shown) = desk.write(|tx| {
                    let person = identity::person_by_email(tx, &email)?;
                    identity::create_token(tx, &person, &wish)
                })?;
                let origin = &console.config.public.origin;
                let text = format!(
                    "{shown}\n\nThis token is shown once. Exchange it for short ones:\n  curl {origin}/auth/token --json \
                     '{{\"token\":\"{shown}\"}}'"
                );
                let mut answer = told(&token);
                answer["token"] = Value::String(shown);
                Ok(Said::done(text, answer))
            }
            Self::List { email } => {
                let tokens = desk.read(|tx| {
                    let person = identity::person_by_email(tx, &email)?;
                    identity::tokens_of(tx, person.id)
                })?;
                Ok(Said::done(listed(&tokens), Value::Array(tokens.iter().map(told).collect())))
            }
            Self::Revoke { id } => {
                let id = id.parse().map_err(|_| Failed::usage(format!("{id:?} is no token's id")))?;
                let token = desk.write(|tx| identity::revoke_token(tx, TokenId(id)))?;
                Ok(Said::done(format!("{} works no more.", token.name), told(&token)))
            }
        }
    }
}

fn scope(text: &str) -> Result<Scope, String> {
    Scope::named(text).ok_or_else(|| "one of read, report, act".into())
}

fn names(token: &ApiToken) -> Vec<&'static str> {
    token.scopes.iter().map(|scope| scope.name()).collect()
}

fn told(token: &ApiToken) -> Value {
    json!({
        "id": token.id, "name": token.name, "scopes": names(token), "created_at": token.created_at,
        "expires_at": token.expires_at, "revoked_at": token.revoked_at,
    })
}

fn listed(tokens: &[ApiToken]) -> String {
    let ended = |at: Option<Moment>| at.map_or_else(String::new, |at| at.to_string());
    let row = |token: &ApiToken| {
        let (id, scopes) = (token.id.to_string(), names(token).join(" "));
        [id, token.name.clone(), scopes, token.expires_at.to_string(), ended(token.revoked_at)]
    };
    table(["id", "name", "scopes", "expires", "revoked"], &tokens.iter().map(row).collect::<Vec<_>>())
}
