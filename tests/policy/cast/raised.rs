//! Matters that the cast raised: one of each company's own, and one about each company's own case.

use super::Cast;
use serde_json::{Value, json};

impl Cast {
    /// Coordinators raise a matter of their own company, and contact agents their own case.
    pub(super) fn raise(&self) {
        for (agreement, companies) in [("alpha", ["north", "south", "east"].as_slice()), ("beta", &["west", "far"])] {
            for company in companies {
                let things = self.things(agreement, company);
                let of = format!("agreement: {:?}, concerns: {:?}", things.id("agreement"), things.id("company"));
                let own = format!("{of}, title: \"matter of {company} in {agreement}\"");
                self.raise_as(&format!("coordinator@{company}.example"), &own);
                let about = format!(
                    "{of}, case: {:?}, title: \"raised title of {company} in {agreement}\", note: \"raised note of {company} in {agreement}\"",
                    things.id("case")
                );
                self.raise_as(&format!("contact_agent@{company}.example"), &about);
            }
        }
    }

    fn raise_as(&self, who: &str, input: &str) {
        let query = format!(
            "mutation {{ raiseEscalation(input: {{{input}}}) {{ refusals {{ code message }} escalation {{ id }} }} }}"
        );
        let done = self.world.data(&self.world.person(who), &query, &json!({}));
        assert!(done["raiseEscalation"]["escalation"]["id"].is_string(), "{who}: {done}");
    }

    /// The global ids of a company's own matter, and of the one about its own case as the customer sees it. The town, which
    /// has no matter of its own, follows north's.
    pub(super) fn raised_of(&self, steward: &str, agreement: &str, company: &str) -> [String; 2] {
        let query = format!(
            "{{ agreement(code: {agreement:?}) {{ escalations(first: 50) {{ nodes {{ id title }} }} \
             customerCases(first: 50) {{ nodes {{ title escalations(first: 5) {{ id }} }} }} }} }}"
        );
        let data = self.world.data(&self.world.person(steward), &query, &json!({}));
        let find = |list: &str, title: &str, id: &dyn Fn(&Value) -> Value| {
            let nodes = data["agreement"][list]["nodes"].as_array().unwrap();
            let found = nodes.iter().find(|one| one["title"] == title);
            found.and_then(|one| id(one).as_str().map(str::to_owned)).unwrap_or_default()
        };
        let case = format!("title of {} in {agreement}", if company == "town" { "north" } else { company });
        let followed = find("customerCases", &case, &|one| one["escalations"][0]["id"].clone());
        let own = find("escalations", &format!("matter of {company} in {agreement}"), &|one| one["id"].clone());
        [if company == "town" { followed.clone() } else { own }, followed]
    }
}
