//! Webhooks of the cast: one of each company's that reports figures, with a message to each.

use super::{Cast, Things};
use concordat_service::reactions;
use serde_json::json;

impl Cast {
    /// Coordinators add a webhook for their company each, and it is told of what happens next.
    pub(super) fn hook(&self) {
        for (agreement, companies) in [("alpha", ["north", "south", "east"].as_slice()), ("beta", &["west", "far"])] {
            for company in companies {
                self.hooked(&self.things(agreement, company));
            }
        }
    }

    /// What has happened is put before the webhooks.
    pub(super) fn follow(&self) {
        reactions::follow_all(&self.world.database).unwrap();
    }

    fn hooked(&self, things: &Things) {
        let coordinator = self.world.person(&format!("coordinator@{}.example", things.company));
        let of = |verb: &str, input: String, answer: &str| {
            let query = format!("mutation {{ {verb}(input: {input}) {{ refusals {{ code }} {answer} }} }}");
            let done = self.world.data(&coordinator, &query, &json!({}))[verb].clone();
            assert_eq!(done["refusals"], json!([]), "{query}");
            done
        };
        let said = "url: \"https://hooks.example.org/\", kinds: [\"boundary.*\"]";
        let input = format!("{{agreement: {:?}, company: {:?}, {said}}}", things.id("agreement"), things.id("company"));
        let added = of("addWebhook", input, "created { webhook { id } }");
        // changed once, so that the examples' first revision is an old one
        for enabled in [false, true] {
            let (id, revision) = (&added["created"]["webhook"]["id"], if enabled { 2 } else { 1 });
            let input = format!("{{webhook: {id}, revision: {revision}, {said}, enabled: {enabled}}}");
            of("changeWebhook", input, "webhook { id }");
        }
    }

    /// The global ids of a company's webhook and of a message to it.
    pub(super) fn hooks_of(&self, agreement: &str, company: &str) -> [String; 2] {
        if !["north", "south", "east", "west", "far"].contains(&company) {
            return Default::default();
        }
        let query = format!(
            "{{ agreement(code: {agreement:?}) {{ webhooks {{ id company {{ code }} deliveries(first: 1) {{ nodes {{ id }} }} }} }} }}"
        );
        let coordinator = self.world.person(&format!("coordinator@{company}.example"));
        let of = self.world.data(&coordinator, &query, &json!({}))["agreement"]["webhooks"].clone();
        let own = of.as_array().and_then(|all| all.iter().find(|one| one["company"]["code"] == company)).cloned();
        let own = own.unwrap_or_default();
        [&own["id"], &own["deliveries"]["nodes"][0]["id"]].map(|id| id.as_str().unwrap_or_default().to_owned())
    }
}
