//! The API's schema as it tells of itself: types, fields, arguments.

use crate::support::world::World;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

const TYPE: &str = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";

/// What a field answers or an argument takes.
#[derive(Clone, Debug)]
pub enum Ref {
    Named(String),
    NonNull(Box<Self>),
    List(Box<Self>),
}

impl Ref {
    fn read(told: &Value) -> Self {
        match told["kind"].as_str().unwrap() {
            "NON_NULL" => Self::NonNull(Box::new(Self::read(&told["ofType"]))),
            "LIST" => Self::List(Box::new(Self::read(&told["ofType"]))),
            _ => Self::Named(told["name"].as_str().unwrap().to_owned()),
        }
    }

    /// The type without what is around it.
    pub fn named(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::NonNull(inner) | Self::List(inner) => inner.named(),
        }
    }

    pub fn required(&self) -> bool {
        matches!(self, Self::NonNull(_))
    }
}

/// An argument or an input field.
#[derive(Clone, Debug)]
pub struct Arg {
    pub name: String,
    pub of: Ref,
}

/// A field of an object or interface.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub args: Vec<Arg>,
    pub of: Ref,
}

/// A type.
#[derive(Clone, Debug, Default)]
pub struct Type {
    pub kind: String,
    pub fields: Vec<Field>,
    pub inputs: Vec<Arg>,
    pub words: Vec<String>,
    pub possible: Vec<String>,
}

/// The schema by the names of its types.
pub struct Schema(pub BTreeMap<String, Type>);

fn items<T>(list: &Value, read: impl Fn(&Value) -> T) -> Vec<T> {
    list.as_array().into_iter().flatten().map(read).collect()
}

fn name(told: &Value) -> String {
    told["name"].as_str().unwrap().to_owned()
}

fn arg(told: &Value) -> Arg {
    Arg { name: name(told), of: Ref::read(&told["type"]) }
}

impl Schema {
    /// As the API tells it.
    pub fn learn(world: &World) -> Self {
        let query = format!(
            "{{ __schema {{ types {{ kind name possibleTypes {{ name }} enumValues {{ name }} \
             inputFields {{ name type {{ {TYPE} }} }} \
             fields {{ name type {{ {TYPE} }} args {{ name type {{ {TYPE} }} }} }} }} }} }}"
        );
        let told = world.data(&world.console(), &query, &Value::Null);
        let read = |told: &Value| {
            let field = |told: &Value| Field {
                name: name(told),
                args: items(&told["args"], arg),
                of: Ref::read(&told["type"]),
            };
            let kind = Type {
                kind: told["kind"].as_str().unwrap().to_owned(),
                fields: items(&told["fields"], field),
                inputs: items(&told["inputFields"], arg),
                words: items(&told["enumValues"], name),
                possible: items(&told["possibleTypes"], name),
            };
            (name(told), kind)
        };
        let all = items(&told["__schema"]["types"], read).into_iter();
        Self(all.filter(|(name, _)| !name.starts_with("__")).collect())
    }

    pub fn of(&self, name: &str) -> &Type {
        &self.0[name]
    }

    /// Whether a type is asked for with a selection.
    pub fn is_composite(&self, name: &str) -> bool {
        matches!(self.of(name).kind.as_str(), "OBJECT" | "INTERFACE" | "UNION")
    }

    /// Each composite type's shortest way from a type, as the fields that lead there; back-ways are not gone.
    pub fn ways(&self, from: &str, never: &[&str]) -> BTreeMap<String, Vec<(String, Field)>> {
        let mut ways = BTreeMap::from([(from.to_owned(), Vec::new())]);
        let mut seen: BTreeSet<String> = never.iter().map(|name| (*name).to_owned()).collect();
        seen.insert(from.to_owned());
        let mut next = VecDeque::from([from.to_owned()]);
        while let Some(at) = next.pop_front() {
            for field in &self.of(&at).fields {
                let to = field.of.named();
                if self.is_composite(to) && seen.insert(to.to_owned()) {
                    let mut way: Vec<(String, Field)> = ways[&at].clone();
                    way.push((at.clone(), field.clone()));
                    ways.insert(to.to_owned(), way);
                    next.push_back(to.to_owned());
                }
            }
        }
        ways
    }
}
