//! What an operation may cost, read from its document before it runs.
//!
//! A page costs its `first` times what is asked of each item; the product over all levels is what counts. Fragments
//! are measured once however often they are spread, so no document takes longer to measure than to read.

use super::{root::Schema, scalar::Gql};
use juniper::{
    Definition, InputValue, OperationType, Selection, Variables, meta::Field, parser::parse_document_source,
};
use std::{collections::HashMap, fmt};

/// Nodes that one operation may ask for.
pub const NODES: u64 = 10_000;
/// Levels of fields that one operation may have, introspection aside.
pub const DEPTH: usize = 12;
/// Values, of objects and scalars, that one answer may hold.
pub const VALUES: u64 = 250_000;
/// Aliases that one operation may use, counted at each spread of their fragment.
pub const ALIASES: u64 = 200;
/// Tokens of a document; kept by the parser.
pub const TOKENS: usize = 3_000;
/// Fields of a document, counted at each spread of their fragment; kept by the parser.
pub const FIELDS: usize = 1_000;
/// Nested selections, fragments and input values; kept by the parser and wide enough for introspection.
pub const PARSE_DEPTH: usize = 32;

/// What a root field of a mutation costs by itself: it is a transaction.
const MUTATION: u64 = 100;
/// What a page counts for when its size cannot be read.
const PAGE: u64 = 100;
/// How long a list without pages counts: the parties, services and commitments that one agreement file names.
const LISTED: u64 = 10;

/// Fields whose cost the schema does not tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weights {
    /// Bounded matrices, as `(type, field, cells)`: their list counts as so many cells.
    pub matrices: &'static [(&'static str, &'static str, u64)],
    /// Work that is more than reading what it answers, as `(type, field, nodes)`: it counts as so many nodes more.
    pub works: &'static [(&'static str, &'static str, u64)],
    /// Look-ups that many objects share and memory answers, as `(type, field)`: the object itself costs nothing.
    pub shared: &'static [(&'static str, &'static str)],
}

/// What an operation asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Objects, with every page full.
    pub nodes: u64,
    /// Values, with every page full.
    pub values: u64,
    /// Aliases.
    pub aliases: u64,
    /// Levels of fields.
    pub depth: usize,
    /// Whether an object is asked twice under one key: juniper merges the two answers, and a list that is written
    /// already cannot be merged.
    pub merged: bool,
}

/// The limit that an operation exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooCostly {
    /// More than [`NODES`].
    Nodes(u64),
    /// More than [`DEPTH`].
    Depth(usize),
    /// More than [`VALUES`].
    Values(u64),
    /// More than [`ALIASES`].
    Aliases(u64),
}

impl fmt::Display for TooCostly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nodes(asked) => write!(
                f,
                "the operation asks for {asked} nodes and may ask for {NODES}: ask for smaller pages, or in several operations"
            ),
            Self::Depth(asked) => write!(f, "the operation is {asked} levels deep and may be {DEPTH} deep"),
            Self::Values(asked) => {
                write!(f, "the operation asks for {asked} values and may ask for {VALUES}: ask for fewer fields")
            }
            Self::Aliases(asked) => write!(f, "the operation has {asked} aliases and may have {ALIASES}"),
        }
    }
}

impl Cost {
    /// # Errors
    /// The first limit that the operation exceeds.
    pub fn within_limits(&self) -> Result<(), TooCostly> {
        if self.depth > DEPTH {
            Err(TooCostly::Depth(self.depth))
        } else if self.aliases > ALIASES {
            Err(TooCostly::Aliases(self.aliases))
        } else if self.nodes > NODES {
            Err(TooCostly::Nodes(self.nodes))
        } else if self.values > VALUES {
            Err(TooCostly::Values(self.values))
        } else {
            Ok(())
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            nodes: self.nodes.saturating_add(other.nodes),
            values: self.values.saturating_add(other.values),
            aliases: self.aliases.saturating_add(other.aliases),
            depth: self.depth.max(other.depth),
            merged: self.merged || other.merged,
        }
    }
}

/// Measures an operation of a document that has been validated: it exists, and its fragments have no cycle.
#[must_use]
pub fn measure(
    schema: &Schema,
    weights: &Weights,
    source: &str,
    operation: Option<&str>,
    variables: &Variables<Gql>,
) -> Cost {
    let Ok(document) = parse_document_source(source, &schema.schema) else { return Cost::default() };
    let mut fragments = HashMap::new();
    let mut chosen = None;
    for definition in &document {
        match definition {
            Definition::Fragment(fragment) => {
                let part = (fragment.item.type_condition.item, &fragment.item.selection_set[..]);
                fragments.insert(fragment.item.name.item, part);
            }
            Definition::Operation(candidate) => {
                if operation.is_none() || candidate.item.name.as_ref().map(|name| name.item) == operation {
                    chosen = Some(&candidate.item);
                }
            }
        }
    }
    let Some(chosen) = chosen else { return Cost::default() };
    let (root, own) = match chosen.operation_type {
        OperationType::Query => (schema.query_info.name(), 0),
        OperationType::Mutation => (schema.mutation_info.name(), MUTATION),
        OperationType::Subscription => (schema.subscription_info.name(), 0),
    };
    let mut values = variables.clone();
    for (name, defined) in chosen.variables_definition.iter().flat_map(|defined| defined.item.iter()) {
        if let Some(default) = &defined.default_value {
            values.entry(name.item.to_owned()).or_insert_with(|| default.item.clone());
        }
    }
    let mut walk = Walk { schema, weights, values: &values, fragments, known: HashMap::new() };
    let mut cost = walk.selection(root, &chosen.selection_set);
    cost.nodes = cost.nodes.saturating_add(own.saturating_mul(chosen.selection_set.len() as u64));
    cost
}

type Selected<'a> = [Selection<'a, Gql>];

/// A fragment's cost, and the keys under which it asks for objects.
type Known<'a> = (Cost, Vec<&'a str>);

/// A field as a document asks for it.
struct Asked<'a> {
    name: &'a str,
    key: &'a str,
    aliased: bool,
    first: Option<&'a InputValue<Gql>>,
    inside: Option<&'a Selected<'a>>,
}

struct Walk<'a> {
    schema: &'a Schema,
    weights: &'a Weights,
    values: &'a Variables<Gql>,
    fragments: HashMap<&'a str, (&'a str, &'a Selected<'a>)>,
    known: HashMap<&'a str, Known<'a>>,
}

impl<'a> Walk<'a> {
    fn selection(&mut self, on: &str, selection: &'a Selected<'a>) -> Cost {
        self.level(on, selection, &mut Vec::new())
    }

    /// One level of fields, through its fragments; `keys` are those of the level's objects so far.
    fn level(&mut self, on: &str, selection: &'a Selected<'a>, keys: &mut Vec<&'a str>) -> Cost {
        let mut sum = Cost::default();
        for selected in selection {
            sum = sum.plus(match selected {
                Selection::Field(field) => {
                    let field = &field.item;
                    let mut arguments = field.arguments.iter().flat_map(|arguments| arguments.item.iter());
                    let asked = Asked {
                        name: field.name.item,
                        key: field.alias.as_ref().unwrap_or(&field.name).item,
                        aliased: field.alias.is_some(),
                        first: arguments.find(|(name, _)| name.item == "first").map(|(_, value)| &value.item),
                        inside: field.selection_set.as_deref(),
                    };
                    self.field(on, &asked, keys)
                }
                Selection::InlineFragment(part) => {
                    let on = part.item.type_condition.as_ref().map_or(on, |on| on.item);
                    self.level(on, &part.item.selection_set, keys)
                }
                Selection::FragmentSpread(spread) => self.spread(spread.item.name.item, keys),
            });
        }
        sum
    }

    fn spread(&mut self, name: &'a str, keys: &mut Vec<&'a str>) -> Cost {
        let (mut cost, inner) = match self.known.get(name) {
            Some(known) => known.clone(),
            None => {
                let Some((on, selection)) = self.fragments.get(name).copied() else { return Cost::default() };
                let mut inner = Vec::new();
                let cost = self.level(on, selection, &mut inner);
                self.known.insert(name, (cost, inner.clone()));
                (cost, inner)
            }
        };
        for key in inner {
            cost.merged |= asked_again(key, keys);
        }
        cost
    }

    fn field(&mut self, on: &str, field: &Asked<'a>, keys: &mut Vec<&'a str>) -> Cost {
        let meta = self.schema.schema.concrete_type_by_name(on).and_then(|owner| owner.field_by_name(field.name));
        let aliases = u64::from(field.aliased);
        let (Some(meta), Some(selection)) = (meta, field.inside) else {
            return Cost { values: 1, aliases, depth: 1, ..Cost::default() };
        };
        let merged = asked_again(field.key, keys);
        let inside = self.selection(meta.field_type.innermost_name(), selection);
        let (times, own) = self.weigh(on, meta, field);
        let introspects = meta.field_type.innermost_name().starts_with("__");
        Cost {
            nodes: times
                .saturating_mul(inside.nodes.saturating_add(own))
                .max(u64::from(own > 0 || times > 1))
                .saturating_add(self.work(on, field.name)),
            values: times.saturating_mul(inside.values.saturating_add(1)),
            aliases: inside.aliases.saturating_add(aliases),
            depth: if introspects { 1 } else { inside.depth + 1 },
            merged: merged || inside.merged,
        }
    }

    fn work(&self, on: &str, name: &str) -> u64 {
        self.weights.works.iter().find(|(owner, work, _)| (*owner, *work) == (on, name)).map_or(0, |(.., nodes)| *nodes)
    }

    /// How often the field's object is answered, and what each costs by itself.
    fn weigh(&self, on: &str, meta: &Field<Gql>, field: &Asked<'a>) -> (u64, u64) {
        let name = field.name;
        if let Some((.., cells)) =
            self.weights.matrices.iter().find(|(owner, matrix, _)| (*owner, *matrix) == (on, name))
        {
            return (*cells, 1);
        }
        if let Some(first) = meta.arguments.iter().flatten().find(|argument| argument.name == "first") {
            return (self.page(field.first, first.default_value.as_ref()), 0);
        }
        if on.starts_with("__") {
            return introspected(name);
        }
        match name {
            "pageInfo" | "edges" => (1, 0),
            "nodes" if on.ends_with("Connection") => (1, 1),
            _ if self.weights.shared.contains(&(on, name)) => (1, 0),
            _ if meta.field_type.to_string().starts_with('[') => (LISTED, 1),
            _ => (1, 1),
        }
    }

    /// The size of the page that a field asks for.
    fn page(&self, asked: Option<&InputValue<Gql>>, default: Option<&InputValue<Gql>>) -> u64 {
        let value = match asked {
            Some(InputValue::Variable(name)) => self.values.get(name),
            asked => asked,
        };
        match value.or(default) {
            Some(InputValue::Scalar(Gql::Int(items))) => u64::try_from(*items).unwrap_or(0),
            Some(InputValue::Scalar(Gql::Long(items))) => u64::try_from(*items).unwrap_or(0),
            _ => PAGE,
        }
    }
}

fn asked_again<'a>(key: &'a str, keys: &mut Vec<&'a str>) -> bool {
    if keys.contains(&key) {
        return true;
    }
    keys.push(key);
    false
}

/// How long the lists of the schema about itself count. The query that tools send to learn a schema costs some 2,500.
fn introspected(name: &str) -> (u64, u64) {
    match name {
        "types" => (50, 1),
        "fields" | "inputFields" | "enumValues" => (4, 1),
        "args" | "interfaces" | "possibleTypes" | "directives" => (2, 1),
        "ofType" => (1, 0),
        _ => (1, 1),
    }
}
