//! Everything with a global id, by what it is and whose.

use super::Cast;
use serde_json::{Value, json};

impl Cast {
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
             commitments {{ id }} groups {{ id }} teams {{ id code }} kpis(first: 10) {{ nodes {{ id code }} }} \
             grants {{ person {{ id email company {{ code }} }} }} }} }}"
        );
        let data = self.world.data(&self.world.person(steward), &query, &json!({}));
        let of = &data["agreement"];
        let find = |list: &Value, code: &dyn Fn(&Value) -> bool, id: &dyn Fn(&Value) -> Value| {
            id(list.as_array().unwrap().iter().find(|one| code(one)).unwrap()).as_str().unwrap().to_owned()
        };
        let first = |list: &Value| find(list, &|_| true, &|one| one["id"].clone());
        let (deviation, action, task) = self.acting(agreement, company);
        let [case, followed, offered] = self.cases_of(steward, agreement, company);
        let [escalation, climbing] = self.raised_of(steward, agreement, company);
        let voice = self.voice_of(steward, agreement, company);
        let [boundary, finding, training] = self.edges_of(steward, agreement, company);
        let [webhook, delivery] = self.hooks_of(agreement, company);
        let [meeting, matter, decision, item] = self.met(steward, agreement, company);
        let mail = self.mail_of(steward, agreement);
        let team = |code: &str| find(&of["teams"], &|one| one["code"] == code, &|one| one["id"].clone());
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
                ("team", team("desk")),
                ("bench", team("bench")),
                ("boundary", boundary),
                ("finding", finding),
                ("training", training),
                ("meeting", meeting),
                ("agendaItem", matter),
                ("decision", decision),
                ("actionItem", item),
                ("mail", mail),
                ("voice", voice),
                ("case", case),
                ("customerCase", followed),
                ("offeredCase", offered),
                ("webhook", webhook),
                ("delivery", delivery),
                ("feed", String::new()),
                ("escalation", escalation),
                ("customerEscalation", climbing),
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
