//! The cases of the cast: each company's own, one that was handed over, and what is said in them.

use super::{Cast, Things};
use concordat_domain::kernel::Span;
use concordat_service::kernel::Clock as _;
use serde_json::{Value, json};

/// Something that was written in a case.
#[derive(Clone, Copy, Debug)]
pub struct Canary {
    /// The words.
    pub words: &'static str,
    /// In which agreement.
    pub agreement: &'static str,
    /// The companies that took part in the case.
    pub parties: &'static [&'static str],
    /// Whether its customer reads it.
    pub told: bool,
}

const fn canary(agreement: &'static str, parties: &'static [&'static str], told: bool, words: &'static str) -> Canary {
    Canary { words, agreement, parties, told }
}

/// What was written in cases.
pub const CANARIES: [Canary; 32] = [
    canary("alpha", &["north"], true, "title of north in alpha"),
    canary("alpha", &["north"], false, "note of north in alpha"),
    canary("alpha", &["south"], true, "title of south in alpha"),
    canary("alpha", &["south"], false, "note of south in alpha"),
    canary("alpha", &["east"], true, "title of east in alpha"),
    canary("alpha", &["east"], false, "note of east in alpha"),
    canary("beta", &["west"], true, "title of west in beta"),
    canary("beta", &["west"], false, "note of west in beta"),
    canary("beta", &["far"], true, "title of far in beta"),
    canary("beta", &["far"], false, "note of far in beta"),
    // raised by their agents about their own cases
    canary("alpha", &["north"], false, "raised title of north in alpha"),
    canary("alpha", &["north"], false, "raised note of north in alpha"),
    canary("alpha", &["south"], false, "raised title of south in alpha"),
    canary("alpha", &["south"], false, "raised note of south in alpha"),
    canary("alpha", &["east"], false, "raised title of east in alpha"),
    canary("alpha", &["east"], false, "raised note of east in alpha"),
    canary("beta", &["west"], false, "raised title of west in beta"),
    canary("beta", &["west"], false, "raised note of west in beta"),
    canary("beta", &["far"], false, "raised title of far in beta"),
    canary("beta", &["far"], false, "raised note of far in beta"),
    // opened by south, handed over to east, paused at south's expense, resolved, rated and won back
    canary("alpha", &["south", "east"], true, "handed title"),
    canary("alpha", &["south", "east"], true, "handed answer"),
    canary("alpha", &["south", "east"], true, "handed solution"),
    canary("alpha", &["south", "east"], false, "handed reason"),
    canary("alpha", &["south", "east"], false, "handed claim"),
    canary("alpha", &["south", "east"], false, "handed rating"),
    canary("alpha", &["south", "east"], false, "handed dispute"),
    // offered to south by east, which refused
    canary("alpha", &["south", "east"], true, "offered title"),
    canary("alpha", &["south", "east"], false, "offered reason"),
    // offered to the first by the second
    canary("alpha", &["north", "south"], true, "waiting for north"),
    canary("alpha", &["south", "east"], true, "waiting for south"),
    canary("alpha", &["east", "north"], true, "waiting for east"),
];

/// A case as it was last seen: its global id and its revision.
#[derive(Debug)]
struct Seen {
    id: String,
    revision: i64,
}

impl Cast {
    /// Contact agents take cases in, and some of them wander.
    pub(super) fn handle(&self) {
        self.world.at("2026-04-03T08:40:00Z");
        for (agreement, companies) in [("alpha", ["north", "south", "east"].as_slice()), ("beta", &["west", "far"])] {
            for company in companies {
                let things = self.things(agreement, company);
                let agent = format!("contact_agent@{company}.example");
                let case = self.open(&agent, &things, &format!("title of {company} in {agreement}"));
                let note = format!("note: \"note of {company} in {agreement}\"");
                self.on_case(&agent, "updateCase", &case, &note);
            }
        }
        let (north, south, east) =
            (self.things("alpha", "north"), self.things("alpha", "south"), self.things("alpha", "east"));
        self.hand_over(&south, &east);
        self.refuse(&south, &east);
        for (by, to) in [(&south, &north), (&east, &south), (&north, &east)] {
            let agent = format!("contact_agent@{}.example", by.company);
            let waiting = self.open(&agent, by, &format!("waiting for {}", to.company));
            self.on_case(&agent, "offerCase", &waiting, &bench(to));
        }
    }

    fn hand_over(&self, south: &Things, east: &Things) {
        let (sender, receiver) = ("contact_agent@south.example", "contact_agent@east.example");
        let mut case = self.open(sender, south, "handed title");
        case = self.on_case(sender, "updateCase", &case, "told: true, note: \"handed answer\"");
        case = self.on_case(sender, "offerCase", &case, &format!("{}, reason: \"handed reason\"", bench(east)));
        case = self.on_case(receiver, "acceptCase", &case, "");
        case = self.on_case(receiver, "pauseCase", &case, "reason: \"claim\", note: \"handed claim\"");
        case = self.on_case("coordinator@south.example", "consentToPause", &case, "");
        case = self.on_case(receiver, "resumeCase", &case, "");
        case = self.on_case(receiver, "resolveCase", &case, "note: \"handed solution\"");
        let customers = self.customers_case("customer@town.example", "alpha", "handed title");
        let rating = "points: 1, words: \"handed rating\"";
        case.revision = self.on_case("customer@town.example", "rateCase", &customers, rating).revision;
        let recovery =
            format!("owner: {:?}, company: {:?}, due: \"2026-04-09T08:00:00Z\"", east.id("person"), east.id("company"));
        self.on_case(receiver, "recoverCase", &case, &recovery);
        case.revision += 1;
        self.world.at("2026-04-03T09:00:00Z");
        let stretch = "from: \"2026-04-03T08:40:07Z\", until: \"2026-04-03T08:40:08Z\", reason: \"handed dispute\"";
        let found = self.on_case_or_refused("coordinator@south.example", "disputeCaseTime", &case, stretch);
        assert!(found.is_ok(), "{found:?}");
    }

    fn refuse(&self, south: &Things, east: &Things) {
        let case = self.open("contact_agent@east.example", east, "offered title");
        let case = self.on_case("contact_agent@east.example", "offerCase", &case, &bench(south));
        let reason = "reason: \"offered reason\"";
        self.on_case("contact_agent@south.example", "refuseCase", &case, reason);
    }

    fn open(&self, who: &str, things: &Things, title: &str) -> Seen {
        let customer = if things.code == "alpha" { "town" } else { "far" };
        let customer = self.things(&things.code, customer).id("company").to_owned();
        let query = format!(
            "mutation {{ openCase(input: {{agreement: {:?}, team: {:?}, company: {:?}, kind: COMPLAINT, title: {title:?}, \
             priority: \"words\", service: {:?}, customer: {customer:?}}}) {{ refusals {{ code message }} case {{ id revision }} }} }}",
            things.id("agreement"),
            things.id("team"),
            things.id("company"),
            things.id("service"),
        );
        let done = self.world.data(&self.world.person(who), &query, &json!({}));
        seen(&done["openCase"]).unwrap_or_else(|| panic!("{done}"))
    }

    #[track_caller]
    fn on_case(&self, who: &str, verb: &str, case: &Seen, more: &str) -> Seen {
        self.on_case_or_refused(who, verb, case, more).unwrap_or_else(|done| panic!("{who} {verb}: {done}"))
    }

    fn on_case_or_refused(&self, who: &str, verb: &str, case: &Seen, more: &str) -> Result<Seen, Value> {
        let Seen { id, revision } = case;
        let query = format!(
            "mutation {{ {verb}(input: {{case: {id:?}, revision: {revision}, {more}}}) \
             {{ refusals {{ code message }} case {{ id revision }} }} }}"
        );
        // the order of a log is that of its moments
        self.world.clock.set(self.world.clock.now().plus(Span::from_seconds(1)));
        let done = self.world.data(&self.world.person(who), &query, &json!({}));
        seen(&done[verb]).ok_or(done)
    }

    /// A case as its customer sees it.
    fn customers_case(&self, who: &str, agreement: &str, title: &str) -> Seen {
        let all = format!(
            "{{ agreement(code: {agreement:?}) {{ customerCases(first: 50) {{ nodes {{ id revision title }} }} }} }}"
        );
        let data = self.world.data(&self.world.person(who), &all, &json!({}));
        let nodes = data["agreement"]["customerCases"]["nodes"].as_array().unwrap();
        let found = nodes.iter().find(|one| one["title"] == title).unwrap_or_else(|| panic!("{title}: {data}"));
        seen(&json!({ "case": found })).unwrap()
    }

    /// The global ids of a company's own case, of the same as its customer sees it, and of one that it is offered.
    pub(super) fn cases_of(&self, steward: &str, agreement: &str, company: &str) -> [String; 3] {
        // the town brought them all
        let title = format!("title of {} in {agreement}", if company == "town" { "north" } else { company });
        let query = format!(
            "{{ agreement(code: {agreement:?}) {{ cases(first: 50) {{ nodes {{ id title }} }} \
             customerCases(first: 50) {{ nodes {{ id title }} }} }} }}"
        );
        let data = self.world.data(&self.world.person(steward), &query, &json!({}));
        let find = |list: &str, title: &str| {
            let nodes = data["agreement"][list]["nodes"].as_array().unwrap();
            let found = nodes.iter().find(|one| one["title"] == title);
            found.map_or_else(String::new, |one| one["id"].as_str().unwrap().to_owned())
        };
        let offered = if agreement == "alpha" { format!("waiting for {company}") } else { title.clone() };
        [find("cases", &title), find("customerCases", &title), find("cases", &offered)]
    }
}

/// The bench in the name of a company.
fn bench(of: &Things) -> String {
    format!("team: {:?}, company: {:?}", of.id("bench"), of.id("company"))
}

fn seen(payload: &Value) -> Option<Seen> {
    let case = &payload["case"];
    Some(Seen { id: case["id"].as_str()?.to_owned(), revision: case["revision"].as_i64()? })
}
