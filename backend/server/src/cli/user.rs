//! `concordat user`: people come in. They choose their own password through a one-time link.

use super::{
    console::{Console, Desk},
    outcome::{Answered, Failed, Said},
};
use crate::http::console::Console as Pages;
use concordat_service::identity::{self, NewPerson};
use serde_json::json;

/// People
#[derive(clap::Subcommand)]
pub enum User {
    /// Create a person and print the link with which they set their password
    Create {
        /// Their address
        email: String,
        /// What they are called
        #[arg(long)]
        name: String,
        /// The code of the company that employs them
        #[arg(long)]
        company: String,
        /// They operate the instance
        #[arg(long)]
        operator: bool,
    },
    /// Print a new link for a person; their sessions end when they use it
    Invite {
        /// Their address
        email: String,
    },
}

impl User {
    pub(super) fn run(self, console: &Console) -> Answered {
        let desk = console.open()?;
        let (email, link) = match self {
            Self::Create { email, name, company, operator } => {
                let new = NewPerson { email, name, company };
                create(&desk, &new, operator)?
            }
            Self::Invite { email } => {
                let link = desk.write(|tx| identity::invite(tx, &email))?;
                (email, link)
            }
        };
        let origin = &console.config.public.origin;
        let way = if Pages::BUILT_IN.is_there() {
            format!("{origin}/invitation#{link}")
        } else {
            format!("curl {origin}/auth/invitation --json '{{\"link\":\"{link}\",\"password\":\"…\"}}'")
        };
        let text = format!("{email} sets a password once, within seven days, with\n  {way}");
        Ok(Said::done(text, json!({ "email": email, "link": link })))
    }
}

fn create(desk: &Desk, new: &NewPerson, operator: bool) -> Result<(String, String), Failed> {
    desk.write(|tx| {
        let person = identity::create_person(tx, new, operator)?;
        let link = identity::invite(tx, &person.email)?;
        Ok((person.email, link))
    })
}
