//! The cast: two agreements with one company in both, somebody for every role, and secrets that must not cross.

use crate::support::world::World;
use concordat_domain::{
    access::{Actor, Reach, Role, Scope, Verb, reach},
    kernel::{AgreementId, Decimal, Moment},
    kpis::Parts,
};
use concordat_service::{
    agreements,
    identity::{self, NewPerson},
    kpis::{self, Reported},
};
use serde_json::{Value, json};
use std::{fmt::Write as _, sync::Arc};

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
            // everybody keeps their own tokens
            (Standing::Holds(_) | Standing::Prospect | Standing::Nothing, Verb::TokenKeep | Verb::TokenView) => {
                if self.actor.person().is_some() { Reach::Own } else { Reach::None }
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

fn file(code: &str, companies: &[&str], people: &str, parties: &str) -> String {
    let listed = |line: &dyn Fn(&str) -> String| companies.iter().map(|one| line(one)).collect::<String>();
    let reporters = companies.iter().filter(|one| !["gone", "newcomer", "town"].contains(one));
    let reporters: Vec<String> = reporters.map(|one| format!("{{company: {one}}}")).collect();
    let reporters = reporters.join(", ");
    let kpi = |name: &str, kind: &str, disclosure: &str, value: &str| {
        format!(
            "  - {{code: {name}, name: '{name}', kind: {kind}, unit: eur, direction: lower, joint: pooled, \
             disclosure: {disclosure}, reporters: [{reporters}], services: [work], targets: [{{value: {value}}}{}]}}\n",
            if disclosure == "own" {
                companies.iter().take(3).map(|one| format!(", {{company: {one}, value: {value}}}")).collect()
            } else {
                String::new()
            }
        )
    };
    format!(
        "agreement: {{code: {code}, name: The {code} agreement, zone: Europe/Vienna, effective_from: 2025-01-01}}\n\
         companies:\n{}parties:\n{}{parties}people:\n{people}\
         services:\n  - {{code: work, name: Work}}\n\
         commitments:\n  - {{code: content, topic: satisfaction, text: All are content, kpis: [own-cost]}}\n  \
         - {{code: better, topic: improvement, text: All get better, kpis: [joint-cost]}}\n\
         kpis:\n{}{}{}\
         groups:\n  - {{code: group, name: Group, members: [{{person: coordinator@{}.example, level: middle}}]}}\n\
         calendars: [{{code: hours, name: Hours, hours: always}}]\n\
         teams:\n  - {{code: desk, name: Desk, kind: contact_point, line: 1, calendar: hours, acceptance: PT15M, \
         companies: [{{company: {}, staff: 2}}, {{company: {}}}], members: [coordinator@{}.example]}}\n\
         cases:\n  calendar: hours\n  priorities: [{{code: normal, name: Normal}}]\n  \
         packages: [{{code: plain, name: Plain}}]\n  stages: [{{code: new, name: New, phase: open}}]\n  \
         pause_reasons: [{{code: waits, name: Waits, against: customer}}]\n  \
         clocks: [{{code: whole, measure: resolution, target: PT8H}}]\n",
        listed(&|one| format!(
            "  - {{code: {one}, name: The {one} company, kind: {}}}\n",
            if one == "town" { "customer" } else { "supplier" }
        )),
        companies
            .iter()
            .filter(|one| !["gone", "newcomer"].contains(one))
            .map(|one| format!("  - {{company: {one}}}\n"))
            .collect::<String>(),
        kpi("own-cost", "sum", "own", "100"),
        kpi("joint-cost", "mean", "joint", "100"),
        kpi("open-cost", "sum", "open", "9000000000"),
        companies[0],
        companies[0],
        companies[1],
        companies[0],
    )
}

fn person(role: &str, company: &str) -> String {
    format!(
        "  - {{email: {role}@{company}.example, name: '{role} of {company}', company: {company}, grants: [{{role: {role}}}]}}\n"
    )
}

/// The company for which the cast holds a role: only a customer's people speak for the customer.
fn home(role: Role) -> &'static str {
    if role == Role::Customer { "town" } else { "north" }
}

fn alpha(joined: bool) -> String {
    let mut people: String = Role::ALL.iter().map(|role| person(role.name(), home(*role))).collect();
    people.push_str(&person("signatory", "town"));
    for company in ["south", "east"] {
        ["signatory", "coordinator", "analyst"].iter().for_each(|role| people.push_str(&person(role, company)));
    }
    people.push_str(&person("signatory", "gone"));
    people.push_str(&person("analyst", "gone"));
    let mut parties = "  - {company: gone, leaves: 2026-02-01}\n".to_owned();
    let mut companies = vec!["north", "south", "east", "town", "gone"];
    if joined {
        people.push_str(&person("signatory", "newcomer"));
        people.push_str(&person("analyst", "newcomer"));
        parties.push_str("  - {company: newcomer, joins: 2027-01-01}\n");
        companies.push("newcomer");
    }
    file("alpha", &companies, &people, &parties)
}

fn beta() -> String {
    let mut people = String::new();
    for company in ["west", "south", "far"] {
        ["signatory", "analyst", "coordinator"].iter().for_each(|role| people.push_str(&person(role, company)));
    }
    people.push_str(&person("steward", "west"));
    file("beta", &["west", "south", "far"], &people, "")
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

    /// In a world of its own.
    pub fn on(world: World) -> Self {
        world.at("2025-01-02T08:00:00Z");
        let (alpha_id, beta_id) = (world.apply(&alpha(false)), world.apply(&beta()));
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
        cast.world.apply(&alpha(true));
        let steward = cast.world.person("steward@north.example");
        cast.world.on(&steward, alpha_id, Verb::AgreementPropose, agreements::propose).unwrap();
        cast.players = cast.gather();
        cast
    }

    fn measure(&self) {
        for (agreement, company, value, source_key) in FIGURES {
            let id = if agreement == "alpha" { self.alpha } else { self.beta };
            let console = self.world.console();
            let terms = self.world.database.read(&console, |tx| agreements::terms(tx, id)).unwrap();
            let batch: Vec<_> = ["own-cost", "joint-cost", "open-cost"]
                .iter()
                .map(|kpi| {
                    let value = if *kpi == "open-cost" { Decimal::whole(1) } else { Decimal::parse(value).unwrap() };
                    let parts = Parts { value: Some(value), good: None, total: None, weight: None };
                    let observed_at = Moment::parse("2026-03-10T08:00:00Z").unwrap();
                    let source_key = format!("{source_key}-{kpi}");
                    let service = "work";
                    let reported = Reported {
                        kpi,
                        company,
                        service,
                        observed_at,
                        parts,
                        source: "books",
                        source_key: &source_key,
                    };
                    kpis::measurement(&terms, &reported).unwrap()
                })
                .collect();
            self.world.database.write(&console, id, |tx| kpis::record(tx, id, &batch)).unwrap();
        }
    }

    /// March is assessed in both agreements; each company disputes its own concealed deviation in words that are its
    /// own, and coordinators of alpha plan against a disclosed one.
    fn assess(&self) {
        let of_march = |steward: &str, agreement: &str| {
            let (steward, id) =
                (self.world.person(steward), self.things(agreement, "south").id("agreement").to_owned());
            let assess = format!(
                "mutation {{ assessPeriod(input: {{agreement: {id:?}, period: \"2026-03\"}}) {{ refusals {{ message }} }} }}"
            );
            self.world.data(&steward, &assess, &json!({}));
        };
        of_march("steward@north.example", "alpha");
        of_march("steward@west.example", "beta");
        for (agreement, company) in
            [("alpha", "north"), ("alpha", "south"), ("alpha", "east"), ("beta", "west"), ("beta", "far")]
        {
            let coordinator = self.world.person(&format!("coordinator@{company}.example"));
            let id = self.deviation(&coordinator, agreement, company).expect("a deviation of one's own");
            let review = format!(
                "mutation {{ reviewDeviation(input: {{deviation: {id:?}, revision: 1, verdict: DISPUTE, \
                 reason: \"reason of {company} in {agreement}\"}}) {{ refusals {{ message }} deviation {{ id }} }} }}"
            );
            let done = self.world.data(&coordinator, &review, &json!({}));
            assert!(done["reviewDeviation"]["deviation"]["id"].is_string(), "{done}");
            self.plan(agreement, company, &id);
        }
    }

    /// What a company alone will do about a figure that is its own business.
    fn plan(&self, agreement: &str, company: &str, deviation: &str) {
        let things = self.things(agreement, company);
        let mut lines = vec![format!(
            "deviation: {deviation:?}, revision: 2, title: \"plan of {company} in {agreement}\", criterion: {{kpi: {:?}, company: {:?}, \
             measure: AT_MOST, value: \"77.5\", every: MONTH, after: \"2026-04-30\", periods: 1}}",
            things.id("kpi"),
            things.id("company")
        )];
        lines.push(format!(
            "tasks: [{{company: {:?}, owner: {:?}, title: \"task of {company} in {agreement}\", due: \"2026-04-20\"}}]",
            things.id("company"),
            things.id("person")
        ));
        let plan = format!(
            "mutation {{ planCorrectiveAction(input: {{{}}}) {{ refusals {{ code message }} correctiveAction {{ id }} }} }}",
            lines.join(", ")
        );
        let coordinator = self.world.person(&format!("coordinator@{company}.example"));
        let done = self.world.data(&coordinator, &plan, &json!({}));
        assert!(done["planCorrectiveAction"]["correctiveAction"]["id"].is_string(), "{done}");
    }

    /// The deviation of a company's concealed costs, as somebody finds it.
    fn deviation(&self, who: &Arc<Actor>, agreement: &str, company: &str) -> Option<String> {
        let query = format!(
            "{{ agreement(code: {agreement:?}) {{ deviations(first: 100) {{ nodes {{ id kpi {{ code }} company {{ code }} }} }} }} }}"
        );
        let data = self.world.data(who, &query, &json!({}));
        let nodes = data["agreement"]["deviations"]["nodes"].as_array().unwrap();
        let own = nodes.iter().find(|one| one["kpi"]["code"] == "own-cost" && one["company"]["code"] == company)?;
        own["id"].as_str().map(str::to_owned)
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
        for (company, role) in [("south", Role::Coordinator), ("south", Role::Analyst), ("east", Role::Coordinator)] {
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
        for (role, scope) in
            [(Role::Steward, Scope::Read), (Role::Analyst, Scope::Report), (Role::Signatory, Scope::Read)]
        {
            let whole = player(&format!("{}@north.example", role.name()), Standing::Holds(role), "north");
            let actor = Arc::new(Actor { scopes: vec![scope], ..(*whole.actor).clone() });
            all.push(Player {
                name: format!("{}@north.example with a token to {}", role.name(), scope.name()),
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

    /// A company's concealed deviation, its plan against it, and the task in that.
    fn acting(&self, agreement: &str, company: &str) -> (String, String, String) {
        let steward = if agreement == "alpha" { "steward@north.example" } else { "steward@west.example" };
        let steward = self.world.person(steward);
        let deviation = self.deviation(&steward, agreement, company).unwrap_or_default();
        let query = format!(
            "{{ node(id: {deviation:?}) {{ ... on Deviation {{ correctiveActions {{ id tasks {{ id }} }} }} }} }}"
        );
        let data = self.world.data(&steward, &query, &json!({}));
        let plan = &data["node"]["correctiveActions"][0];
        let text = |id: &Value| id.as_str().unwrap_or_default().to_owned();
        (deviation, text(&plan["id"]), text(&plan["tasks"][0]["id"]))
    }

    /// Everything with a global id in an agreement, seen by the steward and owned by a company.
    pub fn things(&self, agreement: &str, company: &str) -> Things {
        let steward = if agreement == "alpha" { "steward@north.example" } else { "steward@west.example" };
        let query = format!(
            "{{ agreement(code: {agreement:?}) {{ id parties {{ company {{ id code }} }} services {{ id }} \
             commitments {{ id }} groups {{ id }} kpis(first: 3) {{ nodes {{ id code }} }} \
             grants {{ person {{ id email company {{ code }} }} }} }} }}"
        );
        let data = self.world.data(&self.world.person(steward), &query, &json!({}));
        let of = &data["agreement"];
        let find = |list: &Value, code: &dyn Fn(&Value) -> bool, id: &dyn Fn(&Value) -> Value| {
            id(list.as_array().unwrap().iter().find(|one| code(one)).unwrap()).as_str().unwrap().to_owned()
        };
        let first = |list: &Value| find(list, &|_| true, &|one| one["id"].clone());
        let (deviation, action, task) = self.acting(agreement, company);
        Things {
            code: agreement.to_owned(),
            company: company.to_owned(),
            ids: vec![
                ("agreement", of["id"].as_str().unwrap().to_owned()),
                (
                    "company",
                    find(&of["parties"], &|one| one["company"]["code"] == company, &|one| one["company"]["id"].clone()),
                ),
                ("service", first(&of["services"])),
                ("commitment", first(&of["commitments"])),
                ("group", first(&of["groups"])),
                ("kpi", find(&of["kpis"]["nodes"], &|one| one["code"] == "own-cost", &|one| one["id"].clone())),
                ("deviation", deviation),
                ("correctiveAction", action),
                ("task", task),
                (
                    "person",
                    find(&of["grants"], &|one| one["person"]["company"]["code"] == company, &|one| {
                        one["person"]["id"].clone()
                    }),
                ),
            ],
        }
    }
}

/// Things to ask for, by what they are.
#[derive(Clone, Debug)]
pub struct Things {
    pub code: String,
    /// The code of the company whose they are.
    pub company: String,
    pub ids: Vec<(&'static str, String)>,
}

impl Things {
    /// The id of one.
    pub fn id(&self, of: &str) -> &str {
        self.ids.iter().find(|(name, _)| *name == of).map_or("", |(_, id)| id)
    }

    /// The same kinds of things, of which there is none.
    pub fn absent(&self) -> Self {
        let forged = |id: &str| {
            let mut text: Vec<char> = id.chars().collect();
            if text.is_empty() {
                return String::new();
            }
            // the agreement's and the own id end here; other letters make ids that nobody gave out
            for place in [18, 19, 20, 21, 38, 39, 40, 41] {
                text[place] = if text[place] == 'Q' { 'g' } else { 'Q' };
            }
            text.into_iter().collect::<String>()
        };
        Self {
            code: "nowhere".into(),
            company: self.company.clone(),
            ids: self.ids.iter().map(|(name, id)| (*name, forged(id))).collect(),
        }
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
