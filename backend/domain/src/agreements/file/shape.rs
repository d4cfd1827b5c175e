//! Holds a file against the published schema: unknown, missing and repeated keys, wrong kinds of value and unknown
//! words, all at once. What the schema allows and what is read can therefore not drift apart.

use super::tree::Node;
use super::{At, FileProblems, Place};
use serde_json::{Map, Value};

/// Notes everything in which `node` is not of the shape that `schema` describes.
pub(super) fn hold(schema: &Value, node: &At<Node>, problems: &mut FileProblems) {
    let definitions = schema.get("$defs").and_then(Value::as_object);
    Shape { definitions, problems }.value(schema, node, "", node.place);
}

struct Shape<'a> {
    definitions: Option<&'a Map<String, Value>>,
    problems: &'a mut FileProblems,
}

impl<'a> Shape<'a> {
    /// The alternatives of a schema, references followed; `null` and plain texts aside.
    fn alternatives(&self, schema: &'a Value) -> Vec<&'a Value> {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let name = name.trim_start_matches("#/$defs/");
            return self.definitions.and_then(|all| all.get(name)).map_or_else(Vec::new, |it| self.alternatives(it));
        }
        match schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
            Some(several) => several.iter().flat_map(|one| self.alternatives(one)).collect(),
            None => vec![schema],
        }
    }

    fn value(&mut self, schema: &'a Value, node: &At<Node>, path: &str, place: Place) {
        let alternatives = self.alternatives(schema);
        let wanted: Vec<&str> = alternatives.iter().flat_map(|one| kinds(one)).collect();
        match &node.value {
            Node::Map(entries) if wanted.contains(&"object") => {
                if let Some(one) = alternatives.iter().find(|one| kinds(one).contains(&"object")) {
                    self.map(one, entries, path, place);
                }
            }
            Node::List(items) if wanted.contains(&"array") => {
                let item = alternatives.iter().find_map(|one| one.get("items"));
                for (number, entry) in items.iter().enumerate() {
                    let path = format!("{path}.{}", label(entry).unwrap_or_else(|| (number + 1).to_string()));
                    if let Some(item) = item {
                        self.value(item, entry, path.trim_start_matches('.'), entry.place);
                    }
                }
            }
            Node::Null if wanted.contains(&"null") => {}
            Node::Text(text) | Node::Number(text) if wanted.contains(&"string") || wanted.contains(&"number") => {
                self.word(&alternatives, text, path, place);
            }
            Node::Truth if wanted.contains(&"boolean") => {}
            Node::Truth if wanted.contains(&"string") && words(&alternatives).is_empty() => {}
            other => {
                let message = format!("{} stands where {} is expected{}", told(other), asked(&wanted), remedy(&wanted));
                self.problems.note(place, shown(path), message);
            }
        }
    }

    fn word(&mut self, alternatives: &[&Value], text: &str, path: &str, place: Place) {
        let words = words(alternatives);
        if !words.is_empty() && !words.contains(&text) {
            let near = nearest(text, &words).map_or_else(String::new, |word| format!("; did you mean `{word}`?"));
            let message = format!("`{}` is not one of {}{near}", short(text), words.join(", "));
            self.problems.note(place, shown(path), message);
        }
    }

    fn map(&mut self, schema: &'a Value, entries: &[(At<String>, At<Node>)], path: &str, place: Place) {
        let Some(known) = schema.get("properties").and_then(Value::as_object) else { return };
        let names: Vec<&str> = known.keys().map(String::as_str).collect();
        let mut seen: Vec<&str> = Vec::new();
        for (key, value) in entries {
            let below = format!("{path}.{}", short(&key.value));
            let below = below.trim_start_matches('.');
            match known.get(&key.value) {
                Some(_) if seen.contains(&key.value.as_str()) => {
                    self.problems.note(key.place, below, "this key is given twice; keep one of them");
                }
                Some(property) => {
                    seen.push(&key.value);
                    self.value(property, value, below, value.place);
                }
                None => self.problems.note(key.place, below, unknown(&key.value, &names)),
            }
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        for name in required.filter(|name| !seen.contains(name)) {
            let place = entries.first().map_or(place, |(key, _)| key.place);
            let meaning = known.get(name).and_then(|it| it.get("description")).and_then(Value::as_str).unwrap_or("");
            let message = format!("the key `{name}` is missing: {}", meaning.lines().next().unwrap_or(""));
            self.problems.note(place, shown(path), message.trim_end_matches([' ', ':']));
        }
    }
}

/// The kinds of value that one alternative allows.
fn kinds(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ if schema.get("const").is_some() || schema.get("enum").is_some() => vec!["string"],
        _ => Vec::new(),
    }
}

/// The closed words that the alternatives allow; none when any text will do.
fn words<'a>(alternatives: &[&'a Value]) -> Vec<&'a str> {
    let each = |one: &'a Value| {
        let several = one.get("enum").and_then(Value::as_array).into_iter().flatten();
        several.chain(one.get("const")).filter_map(Value::as_str)
    };
    alternatives.iter().flat_map(|one| each(one)).collect()
}

/// How a list entry is called in a path: by its code, address or company.
fn label(entry: &At<Node>) -> Option<String> {
    let Node::Map(entries) = &entry.value else { return None };
    let (_, named) = entries.iter().find(|(key, _)| matches!(key.value.as_str(), "code" | "email" | "company"))?;
    match &named.value {
        Node::Text(text) | Node::Number(text) => Some(short(text)),
        _ => None,
    }
}

fn unknown(key: &str, known: &[&str]) -> String {
    match nearest(key, known) {
        Some(near) => format!("unknown key; did you mean `{near}`?"),
        None => format!("unknown key; known here: {}", known.join(", ")),
    }
}

fn told(node: &Node) -> &'static str {
    match node {
        Node::Null => "nothing",
        Node::Truth => "a truth value",
        Node::Number(_) => "a number",
        Node::Text(_) => "a text",
        Node::List(_) => "a list",
        Node::Map(_) => "a mapping",
    }
}

fn asked(wanted: &[&str]) -> &'static str {
    let first = wanted.iter().find(|kind| **kind != "null");
    match first {
        Some(&"array") => "a list",
        Some(&"object") => "a mapping",
        Some(&"number" | &"integer") => "a number",
        Some(&"boolean") => "`true` or `false`",
        _ => "a text",
    }
}

fn remedy(wanted: &[&str]) -> &'static str {
    if wanted.contains(&"array") { "; write its entries under it, each after `- `, or leave the key out" } else { "" }
}

fn shown(path: &str) -> &str {
    if path.is_empty() { "file" } else { path }
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The known word that is at most two letters away.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let near = |other: &&'a str| (distance(word, other), *other);
    known.iter().map(near).filter(|(far, other)| *far <= 2 && *far < other.len()).min().map(|(_, other)| other)
}

/// How many letters have to be put in, taken out or changed.
fn distance(from: &str, to: &str) -> usize {
    if from.len() > 80 || to.len() > 80 {
        return usize::MAX;
    }
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (taken, letter) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], taken + 1);
        for (place, other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(row[place] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}
