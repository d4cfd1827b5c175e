//! The sample agreement with a desk that takes in cases, and its people who work on them over GraphQL.

use super::world::World;
use concordat::graphql::{
    agreements::{SERVICE, TAG, TEAM},
    cases::{CASE, CUSTOMER_CASE},
    companies,
    identity::PERSON,
    kernel::global_id::{GlobalId, Tag},
};
use concordat_domain::{access::Actor, agreements::Terms, kernel::AgreementId};
use concordat_service::agreements;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// Contact agent of meridian.
pub const LEA: &str = "lea.brandt@meridian.example";
/// Contact agent and engineer of castor.
pub const NINA: &str = "nina.falk@castor.example";
/// Engineer of halden.
pub const SARA: &str = "sara.myhre@halden.example";
/// Engineer of berger, the workshop bound through castor.
pub const HANS: &str = "hans.berger@berger.example";
/// Customer, and coordinator of the town.
pub const GRETA: &str = "greta.moser@arnau.example";
/// Analyst of nordlicht.
pub const JONAS: &str = "jonas.fjell@nordlicht.example";

/// All that these tests read of a case.
pub const WHOLE: &str = "id reference kind title phase stage priority package revision redFlag settled reopens handOvers pingPong
    offeredOutside helpedOutside needs { region language }
    line openedAt resolvedAt closedAt cancelledAt
    holder { team { code } company { code } } offer { at to { team { code } company { code } } from { company { code } } }
    custody { from until holder { company { code } } offer { at } }
    pauses { from until reason against company { code } needsConsent consentedAt counts }
    clocks { name measure company { code } calendar startedAt stoppedAt state target elapsed left dueAt dueSoonAt
        breachedAt explanation { from until reason pause target } }
    ledger { total parts { kind company { code } holder { code } reason seconds }
        segments { from until part { kind seconds } swarm { company { code } weight } holder { code } dispute }
        breach { company { code } charged budget overrun share } }
    timeline { number at kind detail person { name } company { code } }
    ratings { points words positive } recoveries { company { code } owner { name } dueAt turnedAt }
    disputes { number company { code } state reason decision movedTo { code } }";

/// The sample agreement, on a Monday at nine in Vienna.
pub struct Desk<'w> {
    /// Where it stands.
    pub world: &'w World,
    /// The agreement.
    pub agreement: AgreementId,
    /// Its terms.
    pub terms: Arc<Terms>,
}

impl<'w> Desk<'w> {
    /// The sample agreement, active.
    pub fn new(world: &'w World) -> Self {
        Self::of_agreement(world, world.sample())
    }

    /// An agreement of the sample's companies from another file, active.
    pub fn applied(world: &'w World, file: &str) -> Self {
        Self::of_agreement(world, world.active(file))
    }

    /// An agreement that is active.
    pub fn of_agreement(world: &'w World, agreement: AgreementId) -> Self {
        let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, agreement)).unwrap();
        Self { world, agreement, terms }
    }

    /// Sets the clock to a time of that Monday, in UTC.
    pub fn at(&self, time: &str) {
        self.world.at(&format!("2026-03-02T{time}:00Z"));
    }

    fn global(&self, tag: Tag, own: Uuid) -> String {
        GlobalId::new(tag, self.agreement, own).encode().to_string()
    }

    /// The agreement's global id.
    pub fn id(&self) -> String {
        self.global(TAG, self.agreement.0)
    }

    /// A company's global id.
    pub fn company(&self, code: &str) -> String {
        company(self.terms.company_named(code).unwrap().id.0)
    }

    /// A team's global id.
    pub fn team(&self, code: &str) -> String {
        self.global(TEAM, self.terms.teams.iter().find(|team| team.code == code).unwrap().id.0)
    }

    /// A service's global id.
    pub fn service(&self, code: &str) -> String {
        self.global(SERVICE, self.terms.services.iter().find(|service| service.code == code).unwrap().id.0)
    }

    /// A person's global id.
    pub fn person(&self, email: &str) -> String {
        self.global(PERSON, self.terms.person_at(email).unwrap().id.0)
    }

    /// What opens a plain case at the service desk.
    pub fn opening(&self, more: &Value) -> Value {
        let plain = json!({
            "agreement": self.id(), "team": self.team("service-desk"), "company": self.company("meridian"),
            "kind": "INCIDENT", "title": "No network on the second floor", "priority": "normal",
            "service": self.service("network"), "customer": self.company("arnau"),
        });
        with(plain, more)
    }

    /// A case that meridian's agent takes in.
    #[track_caller]
    pub fn open(&self, more: &Value) -> Value {
        self.told(LEA, "openCase", &self.opening(more))
    }

    /// What comes of a verb in somebody's name.
    pub fn say(&self, who: &Arc<Actor>, field: &str, input: &Value) -> Value {
        self.world.answer(who, &document(field), &json!({ "input": input }))
    }

    /// The case after a verb with this input that nothing refuses.
    #[track_caller]
    pub fn told(&self, who: &str, field: &str, input: &Value) -> Value {
        let mut done = self.world.data(&self.world.person(who), &document(field), &json!({ "input": input }));
        assert_eq!(done[field]["refusals"], json!([]), "{field}");
        done[field]["case"].take()
    }

    /// The case after a verb on it.
    #[track_caller]
    pub fn tell(&self, who: &str, field: &str, case: &Value, more: &Value) -> Value {
        let told = self.told(who, field, &on(field, case, more));
        // a rating answers with the customer's view
        with(told, &json!({ "id": case["id"] }))
    }

    /// The code of the only refusal of a verb, and its words.
    #[track_caller]
    pub fn refused(&self, who: &str, field: &str, case: &Value, more: &Value) -> (String, String) {
        let input = on(field, case, more);
        let done = self.world.data(&self.world.person(who), &document(field), &json!({ "input": input }));
        let refusals = done[field]["refusals"].as_array().unwrap();
        assert_eq!((refusals.len(), &done[field]["case"]), (1, &Value::Null), "{field} {refusals:?}");
        let word = |name: &str| refusals[0][name].as_str().unwrap().to_owned();
        (word("code"), word("message"))
    }

    /// The case after it was offered by somebody to a team in the name of a company, and taken on at once by another.
    #[track_caller]
    pub fn hand(&self, case: &Value, from: &str, (team, company): (&str, &str), to: &str) -> Value {
        let offered = self.tell(from, "offerCase", case, &self.to(team, company));
        self.tell(to, "acceptCase", &offered, &json!({}))
    }

    /// To whom a case is offered.
    pub fn to(&self, team: &str, company: &str) -> Value {
        json!({ "team": self.team(team), "company": self.company(company) })
    }

    /// All of a case, as somebody reads it now.
    #[track_caller]
    pub fn read(&self, who: &str, case: &Value) -> Value {
        let query = format!("query($id: ID!) {{ node(id: $id) {{ ... on Case {{ {WHOLE} }} }} }}");
        let mut data = self.world.data(&self.world.person(who), &query, &json!({ "id": case["id"] }));
        data["node"].take()
    }
}

/// The global id of a company.
pub fn company(own: Uuid) -> String {
    GlobalId::new(companies::TAG, AgreementId::INSTANCE, own).encode().to_string()
}

/// The clock of that name.
#[track_caller]
pub fn clock<'c>(case: &'c Value, name: &str) -> &'c Value {
    let all = case["clocks"].as_array().unwrap();
    let names: Vec<_> = all.iter().map(|clock| &clock["name"]).collect();
    all.iter().find(|clock| clock["name"] == name).unwrap_or_else(|| panic!("no {name} among {names:?}"))
}

/// The parts of a ledger or of totals, each as `kind company seconds`, in order.
pub fn parts(ledger: &Value) -> Vec<String> {
    let part = |part: &Value| {
        let company = part["company"]["code"].as_str().unwrap_or("-");
        format!("{} {company} {}", part["kind"].as_str().unwrap(), part["seconds"])
    };
    let mut parts: Vec<String> = ledger["parts"].as_array().unwrap().iter().map(part).collect();
    parts.sort();
    parts
}

fn on(field: &str, case: &Value, more: &Value) -> Value {
    let mut id = case["id"].clone();
    if field == "rateCase" {
        let of = GlobalId::decode_as(CASE, &juniper::ID::from(id.as_str().unwrap().to_owned())).unwrap();
        id = json!(&*GlobalId::new(CUSTOMER_CASE, of.agreement, of.own).encode());
    }
    with(json!({ "case": id, "revision": case["revision"] }), more)
}

/// The document of a verb.
pub fn document(field: &str) -> String {
    let input = match field {
        "openCase" => "OpenCaseInput",
        "offerCase" => "OfferCaseInput",
        "acceptCase" => "AcceptCaseInput",
        "refuseCase" => "RefuseCaseInput",
        "swarmCase" => "SwarmCaseInput",
        "pauseCase" => "PauseCaseInput",
        "consentToPause" => "ConsentToPauseInput",
        "updateCase" => "UpdateCaseInput",
        "specifyCase" => "SpecifyCaseInput",
        "reprioritiseCase" => "ReprioritiseCaseInput",
        "resolveCase" => "ResolveCaseInput",
        "cancelCase" | "reopenCase" => "CaseReasonInput",
        "rateCase" => "RateCaseInput",
        "recoverCase" => "RecoverCaseInput",
        "disputeCaseTime" => "DisputeCaseTimeInput",
        "decideCaseDispute" => "DecideCaseDisputeInput",
        _ => "CaseInput",
    };
    format!(
        "mutation($input: {input}!) {{ {field}(input: $input) {{ case {{ id phase revision settled }}
         refusals {{ code field message }} clientMutationId }} }}"
    )
}

/// An object with more fields, or others.
pub fn with(mut value: Value, more: &Value) -> Value {
    if let (Some(all), Value::Object(more)) = (value.as_object_mut(), more) {
        all.extend(more.clone());
    }
    value
}
