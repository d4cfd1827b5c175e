//! The boundaries of the cast: each company's own for the same work, so that they overlap, and a training on each.

use super::{Cast, Things};
use serde_json::{Value, json};

impl Cast {
    /// Experts draw a boundary for each company, and those of the others approve it.
    pub(super) fn draw(&self) {
        self.world.at("2026-04-03T09:30:00Z");
        for (agreement, companies) in [("alpha", ["north", "south", "east"].as_slice()), ("beta", &["west", "far"])] {
            for (place, company) in companies.iter().enumerate() {
                let things = self.things(agreement, company);
                // whom it overlaps with, or somebody where there is nobody yet
                let reviewers = if place == 0 { &companies[1..2] } else { &companies[..place] };
                let boundary = self.agreed(&things, reviewers);
                let plan = format!(
                    "planTraining(input: {{boundary: {boundary:?}, version: 1, team: {:?}, topics: [\"words\"]}}) \
                     {{ refusals {{ code message }} training {{ id }} }}",
                    things.id("team")
                );
                self.told(&sme(company), &plan);
            }
        }
    }

    /// A company's boundary, approved by the experts of others; its global id.
    fn agreed(&self, things: &Things, reviewers: &[&str]) -> String {
        let expert = sme(&things.company);
        let draw = format!(
            "drawBoundary(input: {{agreement: {:?}, code: \"edge-of-{}\", service: {:?}, company: {:?}, content: \
             {{title: \"Work\", team: {:?}, responsibility: ACCOUNTABLE}}}}) {ANSWER}",
            things.id("agreement"),
            things.company,
            things.id("service"),
            things.id("company"),
            things.id("team"),
        );
        let drawn = self.told(&expert, &draw);
        let id = drawn["boundary"]["id"].as_str().unwrap().to_owned();
        let on = |verb: &str, revision: usize, more: &str| {
            format!("{verb}(input: {{boundary: {id:?}, revision: {revision}{more}}}) {ANSWER}")
        };
        self.told(&expert, &on("proposeBoundary", 1, ", effectiveFrom: \"2026-04-03\""));
        for (revision, company) in (2..).zip(reviewers) {
            self.told(&sme(company), &on("approveBoundary", revision, ""));
        }
        id
    }

    /// What a mutation answers that is not refused.
    #[track_caller]
    fn told(&self, who: &str, field: &str) -> Value {
        let verb = field.split('(').next().unwrap();
        let done =
            self.world.data(&self.world.person(who), &format!("mutation {{ {field} }}"), &json!({}))[verb].clone();
        assert_eq!(done["refusals"], json!([]), "{who}: {field}");
        done
    }

    /// The global ids of a company's boundary, of what is found in the agreement, and of the training on the boundary.
    pub(super) fn edges_of(&self, steward: &str, agreement: &str, company: &str) -> [String; 3] {
        let query = format!(
            "{{ agreement(code: {agreement:?}) {{ boundaries(first: 10) {{ nodes {{ id code trainings {{ id }} }} }} \
             coverage {{ findings(first: 1) {{ nodes {{ id }} }} }} }} }}"
        );
        let of = self.world.data(&self.world.person(steward), &query, &json!({}))["agreement"].clone();
        let nodes = of["boundaries"]["nodes"].as_array().unwrap();
        let own = nodes.iter().find(|one| one["code"] == format!("edge-of-{company}")).or(nodes.first());
        let own = own.cloned().unwrap_or_default();
        [&own["id"], &of["coverage"]["findings"]["nodes"][0]["id"], &own["trainings"][0]["id"]]
            .map(|id| id.as_str().unwrap_or_default().to_owned())
    }
}

const ANSWER: &str = "{ refusals { code field message } boundary { id revision state } }";

fn sme(company: &str) -> String {
    format!("sme@{company}.example")
}
