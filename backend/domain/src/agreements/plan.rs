//! What a new version would change, in words that people can review before they sign.

use super::terms::{Handling, Terms};
use crate::kernel::CompanyId;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// One thing that differs between two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is, by names: `kpis.sla-met.unit`.
    pub path: String,
    /// What was said before; nothing when it is new.
    pub before: Option<String>,
    /// What is said now; nothing when it is gone.
    pub after: Option<String>,
}

/// Everything that differs between two versions, in the order of the paths; at the end, what only stands in another
/// order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// The changes.
    pub changes: Vec<Change>,
}

impl Plan {
    /// What changes from one version to the next, or from nothing to the first.
    #[must_use]
    pub fn between(before: Option<&Terms>, after: &Terms) -> Self {
        Self::shown(before, after, &Shown { people: &|_| true, paths: &|_| true })
    }

    /// The same for somebody who may not see everything: people are named by their addresses.
    #[must_use]
    pub fn shown(before: Option<&Terms>, after: &Terms, shown: &Shown<'_>) -> Self {
        let mut plan = Self::default();
        let nothing = Value::Object(Map::new());
        plan.compare("", &before.map_or(nothing, |terms| readable(terms, shown)), &readable(after, shown));
        if let Some(before) = before.and_then(|terms| terms.handling.as_ref()).zip(after.handling.as_ref()) {
            plan.orders(before);
        }
        plan
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    fn compare(&mut self, path: &str, before: &Value, after: &Value) {
        if before == after {
            return;
        }
        match (before, after) {
            (Value::Object(before), Value::Object(after)) => {
                let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
                for key in keys {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    match (before.get(key), after.get(key)) {
                        (Some(before), Some(after)) => self.compare(&path, before, after),
                        (before, after) => self.appear(path, before, after),
                    }
                }
            }
            (Value::Array(old), Value::Array(new)) => match (labelled(old), labelled(new)) {
                (Some(old), Some(new)) => self.compare(path, &Value::Object(old), &Value::Object(new)),
                _ => self.note(path.to_owned(), Some(before), Some(after)),
            },
            _ => self.note(path.to_owned(), Some(before), Some(after)),
        }
    }

    /// The lists of the handling of cases in which what stays stands in another order: there the order means something.
    fn orders(&mut self, (before, after): (&Handling, &Handling)) {
        let clocks = |it: &Handling| it.clocks.iter().map(|clock| clock.code.clone()).collect::<Vec<_>>();
        let priorities = |it: &Handling| it.priorities.iter().map(|priority| priority.code.clone()).collect();
        let stages = |it: &Handling| it.stages.iter().map(|stage| stage.code.clone()).collect();
        let lists: [(&str, [Vec<String>; 2]); 3] = [
            ("clocks", [clocks(before), clocks(after)]),
            ("priorities", [priorities(before), priorities(after)]),
            ("stages", [stages(before), stages(after)]),
        ];
        for (list, [old, new]) in lists {
            let stays = |one: &[String], other: &[String]| -> Vec<String> {
                one.iter().filter(|code| other.contains(code)).cloned().collect()
            };
            if stays(&old, &new) != stays(&new, &old) {
                self.note(format!("cases.{list} in order"), Some(&json!(old)), Some(&json!(new)));
            }
        }
    }

    /// Something is there on one side only: a list of named entries entry by entry, anything else as a whole.
    fn appear(&mut self, path: String, before: Option<&Value>, after: Option<&Value>) {
        let entries = |side: Option<&Value>| match side {
            Some(Value::Array(items)) => labelled(items),
            _ => None,
        };
        let top = !path.trim_start_matches("cases.").contains('.');
        if path == "cases" {
            let nothing = Value::Object(Map::new());
            return self.compare(&path, before.unwrap_or(&nothing), after.unwrap_or(&nothing));
        }
        match (entries(before), entries(after)) {
            (None, None) => self.note(path, before, after),
            (_, Some(new)) if top => {
                new.iter().for_each(|(name, it)| self.note(format!("{path}.{name}"), None, Some(it)))
            }
            (Some(old), _) if top => {
                old.iter().for_each(|(name, it)| self.note(format!("{path}.{name}"), Some(it), None))
            }
            _ => self.note(path, before, after),
        }
    }

    fn note(&mut self, path: String, before: Option<&Value>, after: Option<&Value>) {
        self.changes.push(Change { path, before: before.map(summary), after: after.map(summary) });
    }
}

impl std::fmt::Display for Plan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_empty() {
            return f.write_str("nothing changes");
        }
        let mut counts = [0_usize; 3];
        for Change { path, before, after } in &self.changes {
            match (before, after) {
                (None, after) => {
                    counts[0] += 1;
                    writeln!(f, "+ {path}: {}", after.as_deref().unwrap_or_default())?;
                }
                (Some(before), Some(after)) => {
                    counts[1] += 1;
                    writeln!(f, "~ {path}: {before} -> {after}")?;
                }
                (Some(before), None) => {
                    counts[2] += 1;
                    writeln!(f, "- {path}: {before}")?;
                }
            }
        }
        write!(f, "{} added, {} changed, {} removed", counts[0], counts[1], counts[2])
    }
}

/// What of the terms is shown to somebody.
pub struct Shown<'a> {
    /// The people of which companies.
    pub people: &'a dyn Fn(CompanyId) -> bool,
    /// The escalation paths of which customers.
    pub paths: &'a dyn Fn(CompanyId) -> bool,
}

/// The terms by names, with the tree of services as one list, as far as they are shown.
fn readable(terms: &Terms, Shown { people, paths }: &Shown<'_>) -> Value {
    let mut file = terms.file();
    let shown = |email: &str| terms.person_at(email).is_some_and(|person| people(person.company));
    let customer = |code: &str| terms.company_named(code).is_some_and(|customer| paths(customer.id));
    file.escalations.retain(|path| path.customer.as_ref().is_none_or(|code| customer(&code.value)));
    file.people.retain(|person| shown(&person.email.value));
    for group in &mut file.groups {
        group.members.retain(|member| shown(&member.person.value));
        group.members.iter_mut().for_each(|member| member.deputy = member.deputy.take().filter(|it| shown(&it.value)));
    }
    for level in file.escalations.iter_mut().flat_map(|path| &mut path.levels) {
        level.holders.retain(|holder| shown(&holder.person.value));
    }
    file.teams.iter_mut().for_each(|team| team.members.retain(|member| shown(member.value.address())));
    let mut value = serde_json::to_value(file).unwrap_or_default();
    let services = terms.services.iter().map(|service| {
        let parent = service.parent.and_then(|id| terms.service(id)).map(|parent| parent.code.as_str());
        json!({ "code": service.code, "name": service.name, "part_of": parent.unwrap_or("nothing") })
    });
    value["services"] = services.collect();
    for path in value.get_mut("escalations").and_then(Value::as_array_mut).into_iter().flatten() {
        path["levels"] = numbered(&path["levels"]);
    }
    value
}

/// A list whose order means something, its entries by number.
fn numbered(list: &Value) -> Value {
    let entries = list.as_array().into_iter().flatten().enumerate();
    Value::Object(entries.map(|(number, entry)| ((number + 1).to_string(), entry.clone())).collect())
}

/// The entries of a list by name, when they have names.
fn labelled(items: &[Value]) -> Option<Map<String, Value>> {
    let mut named = BTreeMap::new();
    for item in items {
        named.insert(label(item.as_object()?)?, item.clone());
    }
    (named.len() == items.len()).then(|| named.into_iter().collect())
}

fn label(entry: &Map<String, Value>) -> Option<String> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str);
    if let Some(from) = text("valid_from") {
        let scope: Vec<&str> = ["company", "service"].into_iter().filter_map(text).collect();
        let scope = if scope.is_empty() { "joint".to_owned() } else { scope.join("/") };
        return Some(format!("{scope} from {from}"));
    }
    if let (Some(kind), Some(code), Some(_)) = (text("kind"), text("code"), text("meaning")) {
        return Some(format!("{kind} {code}"));
    }
    if let (Some(role), None) = (text("role"), text("person")) {
        return Some(text("company").map_or_else(|| role.to_owned(), |company| format!("{role} for {company}")));
    }
    ["code", "email", "person", "company", "date", "sign"].into_iter().find_map(text).map(str::to_owned)
}

/// A value on one line.
fn summary(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(summary).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let named = |(key, field): (&String, &Value)| format!("{key} {}", summary(field));
            fields.iter().map(named).collect::<Vec<_>>().join(", ")
        }
        plain => plain.to_string(),
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
