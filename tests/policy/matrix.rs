//! Every field and argument × everybody × own, shared and foreign things: what is answered is what the table says.

use super::{
    ask,
    cast::{Cast, Player, Things, told},
    schema::{Field, Schema},
};
use concordat::graphql::permissions::{self, Guard, Row};
use concordat_domain::access::Verb;
use serde_json::Value;
use std::collections::HashMap;

/// The table by type and field.
pub struct Table(HashMap<(&'static str, &'static str), Row>);

impl Table {
    pub fn read() -> Self {
        Self(permissions::rows().into_iter().map(|row| ((row.of, row.field), row)).collect())
    }

    pub fn row(&self, of: &str, field: &str) -> &Row {
        let key = self.0.keys().find(|key| **key == (of, field)).unwrap();
        &self.0[key]
    }
}

/// What an answer should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Data, or a rule's refusal.
    Answered,
    /// FORBIDDEN.
    Denied,
    /// As if the thing were not there.
    Absent,
}

/// The codes of an answer's errors.
pub fn codes(answer: &Value) -> Vec<&str> {
    let errors = answer["errors"].as_array().into_iter().flatten();
    errors.map(|error| error["extensions"]["code"].as_str().unwrap_or("NOT EVEN RUN")).collect()
}

fn holds(due: Due, answer: &Value, absent: &Value) -> bool {
    let codes = codes(answer);
    match due {
        Due::Answered => codes.iter().all(|code| *code == "REFUSED"),
        Due::Denied => codes.contains(&"FORBIDDEN") && codes.iter().all(|code| *code == "FORBIDDEN"),
        Due::Absent => answer == absent,
    }
}

/// What becomes of whoever goes this way and asks for a field at its end.
fn due(player: &Player, table: &Table, way: &[(String, Field)], last: &Row) -> Due {
    let rows = way.iter().map(|(of, field)| table.row(of, &field.name)).chain([last]);
    for row in rows {
        let Some(verb) = row.guard.verb() else { continue };
        match row.guard {
            _ if player.may_at_all(verb) => {}
            Guard::Denied(_) => return Due::Denied,
            // nothing, or an empty list: and nothing below it
            _ => return Due::Answered,
        }
    }
    Due::Answered
}

/// The query of one field at the end of a way.
fn asked(schema: &Schema, things: &Things, root: &str, way: &[(String, Field)], last: &str) -> String {
    let mut query = last.to_owned();
    for (_, field) in way.iter().rev() {
        query = format!("{} {{ {query} }}", ask::opened(schema, things, field, &[]));
    }
    format!("{{ {root} {{ {query} }} }}")
}

/// Each field alone where it has a guard or takes arguments; the others of a type together.
fn questions<'a>(schema: &Schema, things: &Things, table: &'a Table, of: &str) -> Vec<(String, &'a Row)> {
    let (mut questions, mut plain) = (Vec::new(), Vec::new());
    for field in &schema.of(of).fields {
        let row = table.row(of, &field.name);
        if row.guard == Guard::Object && field.args.is_empty() {
            plain.push((ask::call(schema, things, field, &[]), row));
            continue;
        }
        questions.push((ask::call(schema, things, field, &[]), row));
        let more = field.args.iter().filter(|arg| !arg.of.required());
        questions.extend(more.map(|arg| (ask::call(schema, things, field, &[&arg.name]), row)));
    }
    if let Some((_, row)) = plain.first() {
        let row = *row;
        let all: Vec<String> = plain.into_iter().map(|(call, _)| call).collect();
        questions.push((all.join(" "), row));
    }
    questions
}

#[test]
fn every_field_of_an_agreement_answers_everybody_as_the_table_says() {
    let cast = Cast::new();
    let (schema, table) = (Schema::learn(&cast.world), Table::read());
    let (own, foreign) = (cast.things("alpha", "north"), cast.things("beta", "west"));
    let absent = own.absent();
    let ways = schema.ways("Agreement", &["Query", "Viewer"]);
    let (mut problems, mut asked_of) = (Vec::new(), 0);
    for (of, way) in &ways {
        for (last, row) in questions(&schema, &own, &table, of) {
            let root = |things: &Things| format!("agreement(code: {:?})", things.code);
            let query = asked(&schema, &own, &root(&own), way, &last);
            let hidden = asked(&schema, &foreign, &root(&foreign), way, &last);
            let nothing = asked(&schema, &absent, &root(&absent), way, &last);
            for player in &cast.players {
                let absent = cast.ask(player, &nothing);
                let sees = player.may_at_all(Verb::AgreementView);
                let due = if sees { due(player, &table, way, row) } else { Due::Absent };
                let answer = cast.ask(player, &query);
                if !holds(due, &answer, &absent) {
                    problems.push(format!("{} / {query}\n  due {due:?}: {answer}", player.name));
                }
                if sees == answer["data"]["agreement"].is_null() && due == Due::Answered {
                    problems.push(format!("{} / {query}\n  null or not: {answer}", player.name));
                }
                let in_beta = ["south.example", "far.example"].iter().any(|of| player.name.contains(of));
                if !in_beta && cast.ask(player, &hidden) != absent {
                    problems.push(format!("{} tells a hidden agreement from none by {hidden}", player.name));
                }
                asked_of += 3;
            }
        }
    }
    println!("{} types, {} players, {asked_of} answers", ways.len(), cast.players.len());
    assert!(problems.is_empty(), "{}", told(&problems));
}

#[test]
fn every_field_of_the_viewer_tells_of_the_viewer_alone() {
    let cast = Cast::new();
    let (schema, table) = (Schema::learn(&cast.world), Table::read());
    let own = cast.things("alpha", "north");
    let mut problems = Vec::new();
    for (of, way) in &schema.ways("Viewer", &["Query", "Agreement"]) {
        for (last, row) in questions(&schema, &own, &table, of) {
            let query = asked(&schema, &own, "viewer", way, &last);
            for player in &cast.players {
                let answer = cast.ask(player, &query);
                let reads = player.actor.scopes.contains(&concordat_domain::access::Scope::Read);
                let someone = player.actor.person().is_some();
                let fine = match (someone, due(player, &table, way, row)) {
                    (false, _) => answer["data"]["viewer"].is_null() && answer.get("errors").is_none(),
                    // whoever has no address is shown nothing of its group
                    (true, _) if answer["data"]["viewer"]["calendarFeeds"] == Value::Array(Vec::new()) => true,
                    (true, due) => holds(due, &answer, &Value::Null) || !reads,
                };
                if !fine {
                    problems.push(format!("{} / {query}: {answer}", player.name));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", told(&problems));
}

/// The type behind the things of [`Things`].
const NODES: [(&str, &str); 18] = [
    ("escalation", "Escalation"),
    ("customerEscalation", "CustomerEscalation"),
    ("voice", "Voice"),
    ("boundary", "Boundary"),
    ("finding", "Finding"),
    ("training", "Training"),
    ("team", "Team"),
    ("case", "Case"),
    ("customerCase", "CustomerCase"),
    ("deviation", "Deviation"),
    ("correctiveAction", "CorrectiveAction"),
    ("agreement", "Agreement"),
    ("company", "Company"),
    ("service", "Service"),
    ("commitment", "Commitment"),
    ("group", "CoordinationGroup"),
    ("kpi", "Kpi"),
    ("person", "Person"),
];

#[test]
fn everything_with_an_id_is_there_for_those_who_may_see_it_and_for_nobody_else() {
    Cast::both().iter().for_each(nodes);
}

fn nodes(cast: &Cast) {
    let table = Table::read();
    let (mut problems, mut asked_of) = (Vec::new(), 0);
    let all = [("alpha", "north"), ("alpha", "south"), ("beta", "west")].map(|(of, by)| (of, by, cast.things(of, by)));
    for (agreement, owner, things) in &all {
        let absent = things.absent();
        for (name, of) in NODES {
            let query = |things: &Things| {
                format!("{{ node(id: {:?}) {{ __typename id ... on Person {{ name }} }} }}", things.id(name))
            };
            // the things of the cast are concealed ones
            let seen = match of {
                "Deviation" | "CorrectiveAction" => Verb::DeviationViewConcealed,
                "Case" => Verb::CaseViewConcealed,
                // what is followed of a case is followed by whoever follows the case
                "CustomerCase" | "CustomerEscalation" => Verb::CaseFollowConcealed,
                _ => table.row(of, "id").seen.verb().unwrap(),
            };
            for player in &cast.players {
                let (answer, nothing) = (cast.ask(player, &query(things)), cast.ask(player, &query(&absent)));
                asked_of += 2;
                // beta has its own matrix of roles: here everybody but the operator is a stranger to it, or left out
                let stranger = !["south.example", "far.example"].iter().any(|of| player.name.contains(of));
                let may = match *agreement {
                    // south is met in beta too
                    "alpha" if of == "Company" && !stranger => continue,
                    // whoever's company has a task sees the plan
                    "alpha" if of == "CorrectiveAction" && player.company == *owner => {
                        player.may_at_all(Verb::ActionView)
                    }
                    // the town brought it
                    "alpha" if of.starts_with("Customer") && player.may(seen, Some("town")) => true,
                    "alpha" => player.may(seen, Some(owner)),
                    _ if !stranger => continue,
                    _ => false,
                };
                if may != answer["data"]["node"].is_object() || (!may && answer != nothing) {
                    problems.push(format!("{} / {of} of {owner} in {agreement}, may {may}: {answer}", player.name));
                }
            }
        }
    }
    println!("{asked_of} answers");
    assert!(problems.is_empty(), "{}", told(&problems));
}
