//! The meetings of the cast: each company calls one, with a matter, another that is its own business and put down to somebody
//! else, a decision and something for itself to do.

use super::{Cast, Things};
use serde_json::{Value, json};

impl Cast {
    /// Coordinators of each company call a meeting of the group and leave something of each kind in it.
    pub(super) fn meet(&self) {
        for (agreement, companies) in [("alpha", ["north", "south", "east"].as_slice()), ("beta", &["west", "far"])] {
            for (company, other) in companies.iter().zip(companies.iter().cycle().skip(1)) {
                self.leave(&self.things(agreement, company), self.things(agreement, other).id("company"));
            }
        }
    }

    fn leave(&self, things: &Things, other: &str) {
        let (group, company) = (things.id("group"), things.id("company"));
        let name = &things.company;
        let who = self.world.person(&format!("coordinator@{name}.example"));
        let done = |noun: &str, mutation: String| {
            let verb = mutation.split('(').next().unwrap().to_owned();
            let data = self.world.data(
                &who,
                &format!("mutation {{ {mutation} {{ refusals {{ code message }} {noun} {{ id }} }} }}"),
                &json!({}),
            );
            data[&verb][noun]["id"].as_str().unwrap_or_else(|| panic!("{name}: {data}")).to_owned()
        };
        let meeting = done(
            "meeting",
            format!(
                "callMeeting(input: {{group: {group:?}, template: CUSTOM, title: \"meeting of {name}\", form: ONLINE, \
                 startsAt: \"2026-05-20T08:00:00Z\", lasts: \"PT1H\"}})"
            ),
        );
        done(
            "agendaItem",
            format!("addAgendaItem(input: {{meeting: {meeting:?}, section: OTHER, title: \"matter of {name}\"}})"),
        );
        done(
            "agendaItem",
            format!(
                "addAgendaItem(input: {{meeting: {meeting:?}, section: DEVIATIONS, title: \"brought of {name} in {}\", \
                 about: {:?}, company: {other:?}}})",
                things.code,
                things.id("deviation")
            ),
        );
        done(
            "decision",
            format!(
                "proposeDecision(input: {{group: {group:?}, meeting: {meeting:?}, title: \"t\", text: \"words\"}})"
            ),
        );
        done(
            "actionItem",
            format!(
                "assignActionItem(input: {{group: {group:?}, meeting: {meeting:?}, title: \"item of {name}\", \
                 company: {company:?}, dueOn: \"2026-05-20\"}})"
            ),
        );
    }

    /// The global ids of a company's meeting, the matter on its agenda, its decision, and what it is to do.
    pub(super) fn met(&self, steward: &str, agreement: &str, company: &str) -> [String; 4] {
        let query = format!(
            "{{ agreement(code: {agreement:?}) {{ meetings(first: 20) {{ nodes {{ id title agenda {{ id title }} \
             decisions {{ id }} }} }} actionItems(first: 20) {{ nodes {{ id title }} }} }} }}"
        );
        let of = self.world.data(&self.world.person(steward), &query, &json!({}))["agreement"].clone();
        let named = |list: &Value, title: String| {
            let list = list.as_array().cloned().unwrap_or_default();
            list.into_iter().find(|one| one["title"] == title).unwrap_or_default()
        };
        let meeting = named(&of["meetings"]["nodes"], format!("meeting of {company}"));
        let matter = named(&meeting["agenda"], format!("matter of {company}"));
        let item = named(&of["actionItems"]["nodes"], format!("item of {company}"));
        [&meeting["id"], &matter["id"], &meeting["decisions"][0]["id"], &item["id"]]
            .map(|id| id.as_str().unwrap_or_default().to_owned())
    }
}
