//! What the town said to the contact points of the cast: each company was asked about what its own agent took down.

use super::Cast;
use serde_json::json;

impl Cast {
    /// Contact agents take down what the town said.
    pub(super) fn voice(&self) {
        self.world.at("2026-04-03T09:40:00Z");
        for company in ["north", "south", "east"] {
            let things = self.things("alpha", company);
            let town = self.things("alpha", "town").id("company").to_owned();
            let query = format!(
                "mutation {{ recordVoice(input: {{agreement: {:?}, company: {company:?}, customer: {town:?}, kind: IMPROVEMENT, \
                 text: \"said to {name}\", evidence: \"shown to {name}\", companies: [{company:?}]}}) \
                 {{ refusals {{ code message }} voice {{ id }} }} }}",
                things.id("agreement"),
                company = things.id("company"),
                name = company,
            );
            let agent = self.world.person(&format!("contact_agent@{company}.example"));
            let done = self.world.data(&agent, &query, &json!({}));
            assert_eq!(done["recordVoice"]["refusals"], json!([]), "{done}");
        }
    }

    /// The global id of what the town said to a company.
    pub(super) fn voice_of(&self, steward: &str, agreement: &str, company: &str) -> String {
        let query = format!("{{ agreement(code: {agreement:?}) {{ voices(first: 10) {{ nodes {{ id text }} }} }} }}");
        let data = self.world.data(&self.world.person(steward), &query, &json!({}));
        let nodes = data["agreement"]["voices"]["nodes"].as_array().unwrap().clone();
        let own = nodes.iter().find(|one| one["text"] == format!("said to {company}")).or(nodes.first());
        own.and_then(|one| one["id"].as_str()).unwrap_or_default().to_owned()
    }
}
