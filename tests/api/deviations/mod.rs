//! Deviations and corrective action over GraphQL: what is read, and each verb held to the same five questions.

mod actions;
mod assess;
mod following;
mod reading;
mod review;
mod tasks;

use crate::support::deviations::Group;
use concordat::graphql::{
    deviations::{ACTION, DEVIATION, TASK},
    kernel::global_id::{GlobalId, Tag},
};
use concordat_domain::access::Actor;
use concordat_service::deviations::{ActionView, DeviationView};
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// One verb, with an input that it does.
pub struct Asked {
    /// The field.
    pub field: &'static str,
    /// The type of its input.
    pub input: &'static str,
    /// Its input, without the revision.
    pub value: Value,
    /// Where the input names what it is done to, and that noun's tag.
    pub on: (&'static str, Tag),
    /// The field of the payload.
    pub noun: &'static str,
    /// The revision that was read.
    pub revision: i32,
    /// The refusal of another revision.
    pub stale: &'static str,
}

impl Asked {
    /// A verb on a deviation.
    pub fn deviation(field: &'static str, input: &'static str, on: &DeviationView, more: Value) -> Self {
        let id = GlobalId::new(DEVIATION, on.deviation.agreement, on.deviation.id.0).encode();
        let value = with(json!({ "deviation": &*id }), more);
        let on_what = ("deviation", DEVIATION);
        Self { field, input, value, on: on_what, noun: "deviation", revision: on.revision, stale: "DEVIATION_STALE" }
    }

    /// A verb on a corrective action.
    pub fn action(field: &'static str, input: &'static str, on: &ActionView, more: Value) -> Self {
        let id = GlobalId::new(ACTION, on.action.agreement, on.action.id.0).encode();
        let value = with(json!({ "correctiveAction": &*id }), more);
        let (noun, stale) = ("correctiveAction", "ACTION_STALE");
        Self { field, input, value, on: ("correctiveAction", ACTION), noun, revision: on.revision, stale }
    }

    fn document(&self) -> String {
        let Self { field, input, noun, .. } = self;
        format!(
            "mutation($input: {input}!) {{ {field}(input: $input) {{ {noun} {{ id state revision }}
             refusals {{ code }} clientMutationId }} }}"
        )
    }

    fn variables(&self, revision: i32, more: Value) -> Value {
        json!({ "input": with(with(self.value.clone(), json!({ "revision": revision })), more) })
    }

    /// The codes of the refusals that somebody gets.
    pub fn refused(&self, group: &Group<'_>, who: &str, more: Value) -> Vec<String> {
        let who = group.world.person(who);
        let done = group.world.data(&who, &self.document(), &self.variables(self.revision, more));
        codes(&done[self.field])
    }

    /// Holds the verb to what every verb owes: an outsider cannot tell it from one on nothing, whoever may not is
    /// forbidden, another revision is refused, it is done, and done again it is refused or done anew.
    pub fn hold(&self, group: &Group<'_>, able: &str, forbidden: &str, again: &[&str]) -> Value {
        let world = group.world;
        let (document, as_read) = (self.document(), self.variables(self.revision, json!({})));
        let nothing = GlobalId::new(self.on.1, group.agreement, Uuid::from_u128(42)).encode();
        let absent = self.variables(self.revision, json!({ self.on.0: &*nothing }));
        for stranger in [outsider(group), Arc::new(Actor::anonymous())] {
            let hidden = world.answer(&stranger, &document, &as_read);
            assert_eq!(hidden, world.answer(&stranger, &document, &absent), "{}", self.field);
            assert_eq!(hidden, world.answer(&world.person(able), &document, &absent), "{}", self.field);
            assert_eq!(hidden["errors"][0]["extensions"]["code"], "NOT_FOUND");
        }
        assert_eq!(world.denied(&world.person(forbidden), &document, &as_read), "FORBIDDEN", "{}", self.field);
        let able = world.person(able);
        let stale = world.data(&able, &document, &self.variables(self.revision + 1, json!({})));
        assert_eq!((codes(&stale[self.field]), &stale[self.field][self.noun]), (vec![self.stale.into()], &json!(null)));
        let more = json!({ "clientMutationId": "m7" });
        let mut done = world.data(&able, &document, &self.variables(self.revision, more));
        let payload = &done[self.field];
        assert_eq!((codes(payload), &payload["clientMutationId"]), (vec![], &json!("m7")), "{}", self.field);
        let repeated = world.data(&able, &document, &as_read);
        assert_eq!(codes(&repeated[self.field]), again, "{} again", self.field);
        done[self.field][self.noun].take()
    }
}

/// Somebody of another agreement.
pub fn outsider(group: &Group<'_>) -> Arc<Actor> {
    let other =
        crate::support::agreement::FILE.replace("code: arnau-workplace", "code: other").replace("castor", "castor2");
    group.world.apply(&other);
    group.world.person("nina.falk@castor2.example")
}

/// The global id of a task of a corrective action.
pub fn task(action: &ActionView, place: usize) -> String {
    GlobalId::new(TASK, action.action.agreement, action.action.tasks[place].id.0).encode().to_string()
}

fn with(mut value: Value, more: Value) -> Value {
    if let (Some(all), Value::Object(more)) = (value.as_object_mut(), more) {
        all.extend(more);
    }
    value
}

fn codes(payload: &Value) -> Vec<String> {
    let refusals = payload["refusals"].as_array().cloned().unwrap_or_default();
    refusals.iter().map(|refusal| refusal["code"].as_str().unwrap_or_default().to_owned()).collect()
}
