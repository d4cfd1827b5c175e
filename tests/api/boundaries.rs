//! Boundaries over GraphQL: drawn by two experts at once, looked at before they hold, agreed on, taught, followed.

use crate::support::{
    followed::{Following, serve},
    world::{World, both},
};
use concordat_domain::access::Verb;
use concordat_service::agreements;
use serde_json::{Value, json};

const FILE: &str = include_str!("../store/boundaries/agreement.yaml");
const NORTH: &str = "expert@north.example";
const SECOND: &str = "second@north.example";
const SOUTH: &str = "expert@south.example";

/// The agreement of the campus in force, and the ids of what it names.
struct Campus<'w> {
    world: &'w World,
    ids: Value,
}

impl<'w> Campus<'w> {
    fn new(world: &'w World) -> Self {
        world.at("2026-03-02T09:00:00Z");
        let id = world.apply(FILE);
        world.on(&world.person("steward@desk.example"), id, Verb::AgreementPropose, agreements::propose).unwrap();
        for party in ["desk", "north", "south"] {
            world.sign(id, &format!("signatory@{party}.example"), party).unwrap();
        }
        let query = "{ agreement(code: \"edges\") { id parties { company { id code } } services { id code } \
                     teams { id code members { person { id } } } } }";
        let data = world.data(&world.person("steward@desk.example"), query, &json!({}));
        Self { world, ids: data["agreement"].clone() }
    }

    fn id(&self, list: &str, code: &str) -> String {
        let all = self.ids[list].as_array().unwrap().iter();
        let mut entries = all.map(|one| if one["company"].is_null() { one } else { &one["company"] });
        entries.find(|one| one["code"] == code).unwrap()["id"].as_str().unwrap().to_owned()
    }

    /// What a mutation answers.
    fn done(&self, who: &str, verb: &str, input: Value, answer: &str) -> Value {
        let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
        let query = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ refusals {{ code }} {answer} }} }}");
        self.world.data(&self.world.person(who), &query, &json!({ "input": input }))[verb].clone()
    }

    /// What a boundary of North's engineers says: by day, or always.
    fn content(&self, title: &str, included: &[&str], by_day: bool) -> Value {
        let take_over = json!({ "company": self.id("parties", "south"), "team": self.id("teams", "south-net") });
        let hours = json!({ "dimension": "HOURS", "calendar": "office", "takeOver": take_over });
        let limits = if by_day { vec![hours] } else { vec![] };
        json!({ "title": title, "team": self.id("teams", "north-net"), "responsibility": "ACCOUNTABLE",
                "included": included, "limits": limits })
    }

    /// Draws North's boundary of the wired network; its id.
    fn draw(&self) -> String {
        let input = json!({
            "agreement": self.ids["id"], "code": "wired-north", "service": self.id("services", "wired"),
            "company": self.id("parties", "north"), "content": self.content("Wires", &["switches"], true),
        });
        let done = self.done(NORTH, "drawBoundary", input, "boundary { id state revision }");
        assert_eq!((&done["refusals"], &done["boundary"]["state"]), (&json!([]), &json!("DRAFT")));
        done["boundary"]["id"].as_str().unwrap().to_owned()
    }

    fn agreed(&self) -> String {
        let id = self.draw();
        let input = json!({ "boundary": id, "revision": 1, "effectiveFrom": "2026-03-02" });
        let done = self.done(NORTH, "proposeBoundary", input, "boundary { awaited { code } }");
        assert_eq!(done["boundary"]["awaited"], json!([{ "code": "south" }]));
        let input = json!({ "boundary": id, "revision": 2 });
        let done = self.done(SOUTH, "approveBoundary", input, "boundary { state inForce { number } }");
        assert_eq!(done["boundary"], json!({ "state": "APPROVED", "inForce": { "number": 1 } }));
        id
    }
}

#[test]
fn whoever_comes_later_sees_both_changes() {
    both(|world| {
        let campus = Campus::new(world);
        let id = campus.draw();
        let change = |who: &str, revision: i32, content: Value| {
            let input = json!({ "boundary": id, "revision": revision, "content": content });
            let answer = "boundary { revision open { changes { path before after } } } \
                          merge { revision theirs { path } mine { path } merged { title included } \
                          conflicts { path base theirs mine } }";
            campus.done(who, "redrawBoundary", input, answer)
        };
        let first = change(SECOND, 1, campus.content("Theirs", &["switches", "cables"], true));
        assert_eq!((&first["merge"], &first["boundary"]["revision"]), (&Value::Null, &json!(2)));
        let later = change(NORTH, 1, campus.content("Mine", &["all switches"], true));
        assert_eq!(later["refusals"], json!([{ "code": "BOUNDARY_STALE" }]));
        let merge = &later["merge"];
        assert_eq!(
            merge["conflicts"][0],
            json!({ "path": "title", "base": "Wires", "theirs": "Theirs", "mine": "Mine" })
        );
        assert_eq!(merge["mine"], json!([{ "path": "title" }, { "path": "included.1" }]));
        let settled = change(NORTH, merge["revision"].as_i64().unwrap() as i32, campus.content("Wires", &[], true));
        assert_eq!((&settled["refusals"], &settled["boundary"]["revision"]), (&json!([]), &json!(3)));
    });
}

#[test]
fn a_draft_shows_what_it_would_open_and_close_and_its_field_by_field_change() {
    both(|world| {
        let campus = Campus::new(world);
        let id = campus.agreed();
        let input = json!({ "boundary": id, "revision": 3, "content": campus.content("Wires", &["switches"], false) });
        let answer = "boundary { open { number changes { path before after } } \
                      wouldChange { closed(first: 5) { kind } opened(first: 5) { kind } } }";
        let done = campus.done(NORTH, "redrawBoundary", input, answer);
        let boundary = &done["boundary"];
        assert_eq!(boundary["open"]["number"], 2);
        assert_eq!(
            boundary["open"]["changes"][0],
            json!({ "path": "limits.hours.within", "before": "office", "after": null })
        );
        let closed: Vec<_> = boundary["wouldChange"]["closed"].as_array().unwrap().iter().collect();
        assert!(closed.contains(&&json!({ "kind": "GAP" })), "{boundary}");
        assert_eq!(boundary["wouldChange"]["opened"], json!([]));
    });
}

#[test]
fn a_comment_goes_to_a_field_and_a_limit_needs_what_its_dimension_asks_for() {
    both(|world| {
        let campus = Campus::new(world);
        let id = campus.draw();
        let comment = |path: &str| {
            let input = json!({ "boundary": id, "path": path, "text": "Why?" });
            let answer = "boundary { open { comments { number path resolved { company { code } } } } }";
            campus.done(SOUTH, "commentOnBoundary", input, answer)
        };
        assert_eq!(comment("limits.region")["refusals"], json!([{ "code": "BOUNDARY_FIELD" }]));
        let said = json!({ "number": 1, "path": "limits.hours.beyond", "resolved": null });
        assert_eq!(comment("limits.hours.beyond")["boundary"]["open"]["comments"], json!([said]));
        let mut content = campus.content("Wires", &[], true);
        content["limits"] = json!([{ "dimension": "VOLUME", "cases": 5 }]);
        let input = json!({ "boundary": id, "revision": 2, "content": content });
        let done = campus.done(NORTH, "redrawBoundary", input, "merge { revision }");
        assert_eq!(done, json!({ "refusals": [{ "code": "BOUNDARY_LIMIT" }], "merge": null }));
    });
}

#[test]
fn a_team_is_taught_and_each_company_sees_its_own() {
    both(|world| {
        let campus = Campus::new(world);
        let id = campus.agreed();
        let desk = campus.ids["teams"].as_array().unwrap().iter().find(|one| one["code"] == "service-desk").unwrap();
        let input =
            json!({ "boundary": id, "version": 1, "team": desk["id"], "topics": ["Whom to call"], "validFor": 30 });
        let answer = "training { id revision shares { company { code } trained members } }";
        let planned = campus.done(NORTH, "planTraining", input, answer)["training"].clone();
        let of_the_desk = json!([{ "company": { "code": "desk" }, "trained": 0, "members": 1 }]);
        assert_eq!(planned["shares"], of_the_desk, "North sees whom it teaches");
        let query = "query($id: ID!) { node(id: $id) { ... on Training { standings { state } shares { members } } } }";
        let south = world.data(&world.person(SOUTH), query, &json!({ "id": planned["id"] }));
        assert_eq!(south["node"], json!({ "standings": [], "shares": [] }), "South teaches nobody of the desk");
        let person = &desk["members"][0]["person"]["id"];
        let input = json!({ "training": planned["id"], "revision": 1, "person": person,
                            "company": campus.id("parties", "desk"), "on": "2026-03-02" });
        assert_eq!(campus.done(NORTH, "completeTraining", input, "training { revision }")["refusals"], json!([]));
        let query = "query($id: ID!) { node(id: $id) { ... on Training { boundary { code } standings { state until } \
                     shares { trained members } } } }";
        let seen = world.data(&world.person("signatory@desk.example"), query, &json!({ "id": planned["id"] }));
        assert_eq!(
            seen["node"],
            json!({ "boundary": { "code": "wired-north" }, "shares": [{ "trained": 1, "members": 1 }],
                    "standings": [{ "state": "TRAINED", "until": "2026-04-01" }] })
        );
    });
}

#[test]
fn an_expert_hears_that_their_draft_was_reviewed_and_what_is_found_then() {
    both(|world| {
        let campus = Campus::new(world);
        let server = serve(world);
        let query = "subscription($agreement: ID!) { boundaryEvents(agreement: $agreement, after: 0) { \
                     kind boundary { code state } finding { kind } } }";
        let of = json!({ "agreement": campus.ids["id"] });
        let mut following = Following::new(&server, NORTH, "boundaryEvents", query, &of);
        campus.agreed();
        let mut heard: Vec<Value> = Vec::new();
        while heard.last().is_none_or(|last| last["finding"].is_null()) {
            heard.push(following.next());
        }
        let kinds: Vec<_> = heard.iter().map(|one| one["kind"].as_str().unwrap()).collect();
        assert!(kinds.contains(&"boundary.approved"), "{kinds:?}");
        assert_eq!(kinds.last(), Some(&"finding.appeared"));
    });
}
