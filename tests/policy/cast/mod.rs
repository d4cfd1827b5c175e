//! The cast: two agreements with one company in both, somebody for every role, and secrets that must not cross.

mod edges;
mod figures;
mod handled;
mod hooks;
mod met;
mod post;
mod raised;
mod terms;
mod things;
mod voiced;

pub use handled::{CANARIES, Canary};
pub use things::Things;

use crate::support::world::World;
use concordat_domain::{
    access::{Actor, Reach, Role, Scope, Verb, reach},
    kernel::AgreementId,
};
use concordat_service::{
    agreements,
    identity::{self, NewPerson},
};
use serde_json::{Value, json};
use std::{fmt::Write as _, sync::Arc};
use terms::home;

/// What somebody is to the agreement `alpha`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Holds(Role),
    Operates,
    /// Their company is asked to join.
    Prospect,
    /// Nothing: signed out, of another agreement, or of a company that has left.
    Nothing,
}

/// Somebody who asks.
#[derive(Clone)]
pub struct Player {
    pub name: String,
    pub actor: Arc<Actor>,
    pub standing: Standing,
    /// The code of the company they stand for in `alpha`.
    pub company: &'static str,
}

impl Player {
    /// How far they reach with a verb in `alpha`, by the printed policy alone.
    pub fn reach(&self, verb: Verb) -> Reach {
        if !self.actor.scopes.contains(&verb.scope()) {
            return Reach::None;
        }
        match (self.standing, verb) {
            // everybody keeps their own tokens, and has an inbox
            (
                Standing::Holds(_) | Standing::Prospect | Standing::Nothing,
                Verb::TokenKeep | Verb::TokenView | Verb::InboxKeep | Verb::InboxView,
            ) => {
                if self.actor.person().is_some() {
                    Reach::Own
                } else {
                    Reach::None
                }
            }
            (Standing::Holds(role), verb) => reach(Some(role), verb),
            (Standing::Operates, verb) => reach(None, verb),
            (Standing::Prospect, Verb::AgreementView | Verb::CompanyView) => Reach::Shared,
            (Standing::Prospect, Verb::AgreementSign) => Reach::Own,
            _ => Reach::None,
        }
    }

    /// Whether they may do it to something of a company (`None`: of all parties).
    pub fn may(&self, verb: Verb, owner: Option<&str>) -> bool {
        match self.reach(verb) {
            Reach::Shared => true,
            Reach::Own => owner == Some(self.company),
            Reach::None => false,
        }
    }

    /// Whether they may do it to anything at all.
    pub fn may_at_all(&self, verb: Verb) -> bool {
        self.reach(verb) != Reach::None
    }
}

/// A fact of a company that must not cross: its value as answers spell it, and its source key.
pub const FIGURES: [(&str, &str, &str, &str); 6] = [
    ("alpha", "north", "7310001.25", "key-of-north"),
    ("alpha", "south", "7321102.5", "key-of-south"),
    ("alpha", "east", "7344403.75", "key-of-east"),
    ("beta", "south", "8321102.5", "beta-key-of-south"),
    ("beta", "west", "8340004.25", "beta-key-of-west"),
    ("beta", "far", "8377705.5", "beta-key-of-far"),
];

/// The two agreements, at work.
pub struct Cast {
    pub world: World,
    pub alpha: AgreementId,
    pub beta: AgreementId,
    pub players: Vec<Player>,
}

impl Cast {
    /// On SQLite, and on PostgreSQL where a server is to be had.
    pub fn both() -> Vec<Self> {
        std::iter::once(World::sqlite()).chain(World::postgres()).map(Self::on).collect()
    }

    /// On SQLite.
    pub fn new() -> Self {
        Self::on(World::sqlite())
    }

    /// In a world of its own; cases are disclosed to those only who took part in them.
    pub fn on(world: World) -> Self {
        Self::disclosing(world, "involved")
    }

    /// In a world of its own, with that disclosure of cases.
    pub fn disclosing(world: World, disclosure: &str) -> Self {
        world.at("2025-01-02T08:00:00Z");
        let (alpha_id, beta_id) =
            (world.apply(&terms::alpha(false, disclosure)), world.apply(&terms::beta(disclosure)));
        let operator = NewPerson { email: "op@far.example".into(), name: "Op".into(), company: "far".into() };
        let made = world.database.write(&world.console(), AgreementId::INSTANCE, |tx| {
            identity::create_person(tx, &operator, true).map(|_| ())
        });
        made.unwrap();
        for (id, steward, parties) in [
            (alpha_id, "steward@north.example", ["north", "south", "east", "town", "gone"].as_slice()),
            (beta_id, "steward@west.example", &["west", "south", "far"]),
        ] {
            world.on(&world.person(steward), id, Verb::AgreementPropose, agreements::propose).unwrap();
            for company in parties {
                world.sign(id, &format!("signatory@{company}.example"), company).unwrap();
            }
        }
        world.at("2026-04-03T08:00:00Z");
        let mut cast = Self { world, alpha: alpha_id, beta: beta_id, players: Vec::new() };
        cast.measure();
        cast.assess();
        cast.handle();
        cast.write();
        cast.hook();
        cast.draw();
        cast.follow();
        cast.meet();
        cast.raise();
        cast.voice();
        cast.world.apply(&terms::alpha(true, disclosure));
        let steward = cast.world.person("steward@north.example");
        cast.world.on(&steward, alpha_id, Verb::AgreementPropose, agreements::propose).unwrap();
        cast.players = cast.gather();
        cast
    }

    fn gather(&self) -> Vec<Player> {
        let player = |email: &str, standing, company| Player {
            name: email.to_owned(),
            actor: self.world.person(email),
            standing,
            company,
        };
        let mut all: Vec<Player> = Role::ALL
            .iter()
            .map(|role| {
                player(&format!("{}@{}.example", role.name(), home(*role)), Standing::Holds(*role), home(*role))
            })
            .collect();
        for (company, role) in [
            ("south", Role::Coordinator),
            ("south", Role::Analyst),
            ("south", Role::ContactAgent),
            ("east", Role::Coordinator),
            ("east", Role::ContactAgent),
        ] {
            all.push(player(&format!("{}@{company}.example", role.name()), Standing::Holds(role), company));
        }
        all.push(player("op@far.example", Standing::Operates, "-"));
        all.push(player("signatory@newcomer.example", Standing::Prospect, "newcomer"));
        for email in ["analyst@newcomer.example", "analyst@gone.example", "coordinator@far.example"] {
            all.push(player(email, Standing::Nothing, "-"));
        }
        all.push(Player {
            name: "signed out".into(),
            actor: Arc::new(Actor::anonymous()),
            standing: Standing::Nothing,
            company: "-",
        });
        for (role, scope) in [
            (Role::Steward, Scope::Read),
            (Role::Analyst, Scope::Report),
            (Role::Signatory, Scope::Read),
            (Role::Coordinator, Scope::Read),
            (Role::ContactAgent, Scope::Read),
            (Role::Customer, Scope::Read),
        ] {
            let whole = player(&format!("{}@{}.example", role.name(), home(role)), Standing::Holds(role), home(role));
            let actor = Arc::new(Actor { scopes: vec![scope], ..(*whole.actor).clone() });
            all.push(Player {
                name: format!("{}@{}.example with a token to {}", role.name(), home(role), scope.name()),
                actor,
                ..whole
            });
        }
        all
    }

    /// Somebody of the cast.
    pub fn player(&self, name: &str) -> &Player {
        self.players.iter().find(|player| player.name == name).unwrap()
    }

    /// The answer's bytes, as text.
    pub fn ask(&self, player: &Player, query: &str) -> Value {
        self.world.answer(&player.actor, query, &json!({}))
    }
}

/// All that a list of things has in common with an answer, for messages.
pub fn told(problems: &[String]) -> String {
    let mut text = String::new();
    for problem in problems.iter().take(20) {
        let _ = writeln!(text, "{}", problem.chars().take(400).collect::<String>());
    }
    let _ = write!(text, "{} in all", problems.len());
    text
}
