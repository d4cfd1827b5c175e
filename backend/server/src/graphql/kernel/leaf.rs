//! Lists that write themselves: a scorecard's cells go into the answer as JSON, not as a tree of objects.
//!
//! In the schema a [`Leaf`] is the list of its objects; validation, introspection and variables are juniper's. Only
//! the execution differs: the selection is read once for the list, the objects' own fields are written straight as
//! JSON, and what many of them share (a KPI, a company) is resolved once and copied. Where the short way cannot give
//! the very same answer, the list takes the long one: an operation that asks an object twice under one key, since
//! juniper cannot merge what is written already; a look-up that fails; a fragment on another type.

use super::{
    context::Context,
    scalar::{Gql, Raw},
    writer::{write_key, write_text, write_value},
};
use juniper::{
    ArcStr, BoxFuture, ExecutionResult, Executor, GraphQLType, GraphQLValue, GraphQLValueAsync, InputValue, Registry,
    Selection, Spanning, Value, Variables, macros::reflect, marker::IsOutputType, meta::MetaType,
    parser::SourcePosition,
};
use std::ops::Range;

/// How a field of a leaf's objects is answered.
#[derive(Clone, Copy, Debug)]
pub enum Part<F> {
    /// Each object writes its own value.
    Own(F),
    /// Objects that say the same number share one object, which is resolved once.
    Shared(F),
}

/// An object that can write itself. It covers every field of its GraphQL type; none of them takes arguments, and its
/// own values cannot fail.
pub trait Written: GraphQLType<Gql, Context = Context, TypeInfo = ()> + GraphQLValueAsync<Gql> {
    /// Its fields.
    type Field: Copy;

    /// The field of a name in the schema; `__typename` excepted.
    fn part(name: &str) -> Option<Part<Self::Field>>;

    /// Writes the JSON of an own value.
    fn write(&self, field: Self::Field, context: &Context, out: &mut Vec<u8>);

    /// Which shared object it is, as a small number; `None` writes null.
    fn shared(&self, field: Self::Field) -> Option<usize>;

    /// Resolves a shared object for the selection of `executor`.
    ///
    /// # Errors
    /// What juniper answers.
    fn resolve_shared(&self, field: Self::Field, executor: &Executor<'_, '_, Context, Gql>) -> ExecutionResult<Gql>;
}

/// A list of objects that write themselves.
#[derive(Clone, Debug)]
pub struct Leaf<T>(pub Vec<T>);

/// One field that was asked for.
struct Column<'d, F> {
    key: &'d str,
    kind: Kind<'d, F>,
}

enum Kind<'d, F> {
    TypeName,
    Own(F),
    Shared { field: F, place: Place<'d>, written: Vec<Range<usize>> },
}

/// Where a shared object stands in the document, and what is asked of it.
struct Place<'d> {
    name: &'d str,
    at: SourcePosition,
    inside: &'d [Selection<'d, Gql>],
}

/// The fields that were asked for, in the order of the answer.
struct Columns<'d, T: Written> {
    executor: &'d Executor<'d, 'd, Context, Gql>,
    type_name: ArcStr,
    asked: Vec<Column<'d, T::Field>>,
}

/// The name and the `if` of each directive of a selection.
macro_rules! conditions {
    ($selected:expr) => {
        $selected.directives.iter().flatten().map(|directive| {
            let arguments = directive.item.arguments.as_ref();
            (directive.item.name.item, arguments.and_then(|all| all.item.get("if")).map(|value| &value.item))
        })
    };
}

impl<'d, T: Written> Columns<'d, T> {
    /// Reads a selection through its fragments. `None` for what juniper has to resolve.
    fn read(&mut self, selection: &'d [Selection<'d, Gql>]) -> Option<()> {
        let variables = self.executor.variables();
        for selected in selection {
            match selected {
                Selection::Field(Spanning { item: field, span }) => {
                    let key = field.alias.as_ref().unwrap_or(&field.name).item;
                    if excluded(conditions!(field), variables) || self.asked.iter().any(|column| column.key == key) {
                        continue;
                    }
                    let inside = field.selection_set.as_deref().unwrap_or(&[]);
                    let place = Place { name: field.name.item, at: span.start, inside };
                    self.asked.push(Column { key, kind: Self::kind(place)? });
                }
                Selection::FragmentSpread(Spanning { item: spread, .. }) => {
                    if !excluded(conditions!(spread), variables) {
                        let part = self.executor.fragment_by_name(spread.name.item)?;
                        self.read_part(Some(part.type_condition.item), &part.selection_set)?;
                    }
                }
                Selection::InlineFragment(Spanning { item: part, .. }) => {
                    if !excluded(conditions!(part), variables) {
                        self.read_part(part.type_condition.as_ref().map(|on| on.item), &part.selection_set)?;
                    }
                }
            }
        }
        Some(())
    }

    fn read_part(&mut self, on: Option<&str>, selection: &'d [Selection<'d, Gql>]) -> Option<()> {
        match on {
            Some(on) if !self.executor.schema().is_named_subtype(&self.type_name, on) => Some(()),
            _ => self.read(selection),
        }
    }

    fn kind(place: Place<'d>) -> Option<Kind<'d, T::Field>> {
        if place.name == "__typename" {
            return Some(Kind::TypeName);
        }
        T::part(place.name).map(|part| match part {
            Part::Own(field) => Kind::Own(field),
            Part::Shared(field) => Kind::Shared { field, place, written: Vec::new() },
        })
    }

    /// Writes one object. `None` when a look-up fails: juniper then says how.
    fn write(&mut self, item: &T, out: &mut Vec<u8>) -> Option<()> {
        out.push(b'{');
        for (place, column) in self.asked.iter_mut().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            write_key(out, column.key);
            match &mut column.kind {
                Kind::TypeName => write_text(out, &self.type_name),
                Kind::Own(field) => item.write(*field, self.executor.context(), out),
                Kind::Shared { field, place, written } => {
                    let Some(number) = item.shared(*field) else {
                        out.extend_from_slice(b"null");
                        continue;
                    };
                    if let Some(bytes) = written.get(number).filter(|bytes| !bytes.is_empty()) {
                        out.extend_from_within(bytes.clone());
                        continue;
                    }
                    let executor =
                        self.executor.field_sub_executor(column.key, place.name, place.at, Some(place.inside));
                    let value = item.resolve_shared(*field, &executor).ok().filter(|value| !value.is_null())?;
                    let start = out.len();
                    write_value(out, &value);
                    written.resize(written.len().max(number + 1), 0..0);
                    written[number] = start..out.len();
                }
            }
        }
        out.push(b'}');
        Some(())
    }
}

fn excluded<'d>(
    mut conditions: impl Iterator<Item = (&'d str, Option<&'d InputValue<Gql>>)>,
    variables: &Variables<Gql>,
) -> bool {
    conditions.any(|(name, value)| {
        let value = value.and_then(|value| value.clone().into_const(variables));
        let truth = value.and_then(|value| value.convert::<bool>().ok());
        matches!((name, truth), ("skip", Some(true)) | ("include", Some(false)))
    })
}

impl<T: Written> Leaf<T> {
    /// The whole list as one piece of JSON; `None` where it has to take the long way.
    fn write<'d>(
        &self,
        selection: &'d [Selection<'d, Gql>],
        executor: &'d Executor<'d, 'd, Context, Gql>,
    ) -> Option<String> {
        let mut columns = Columns::<T> { executor, type_name: T::name(&())?, asked: Vec::new() };
        columns.read(selection)?;
        let mut out = Vec::with_capacity(64 + self.0.len() * columns.asked.len() * 24);
        out.push(b'[');
        for (place, item) in self.0.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            columns.write(item, &mut out)?;
        }
        out.push(b']');
        String::from_utf8(out).ok()
    }
}

impl<T: Written> GraphQLType<Gql> for Leaf<T> {
    fn name(_: &()) -> Option<ArcStr> {
        None
    }

    fn meta(info: &(), registry: &mut Registry<Gql>) -> MetaType<Gql> {
        <Vec<T> as GraphQLType<Gql>>::meta(info, registry)
    }
}

impl<T: Written> GraphQLValue<Gql> for Leaf<T> {
    type Context = Context;
    type TypeInfo = ();

    fn type_name(&self, _: &()) -> Option<ArcStr> {
        None
    }

    fn resolve(
        &self,
        info: &(),
        selection: Option<&[Selection<Gql>]>,
        executor: &Executor<Context, Gql>,
    ) -> ExecutionResult<Gql> {
        if let Some(selection) = selection.filter(|_| !executor.context().plain())
            && let Some(json) = self.write(selection, executor)
        {
            return Ok(Value::Scalar(Gql::Raw(Raw(json.into()))));
        }
        self.0.resolve(info, selection, executor)
    }
}

impl<T: Written + Send + Sync> GraphQLValueAsync<Gql> for Leaf<T> {
    fn resolve_async<'a>(
        &'a self,
        info: &'a (),
        selection: Option<&'a [Selection<Gql>]>,
        executor: &'a Executor<Context, Gql>,
    ) -> BoxFuture<'a, ExecutionResult<Gql>> {
        Box::pin(std::future::ready(self.resolve(info, selection, executor)))
    }
}

impl<T: Written + IsOutputType<Gql>> IsOutputType<Gql> for Leaf<T> {}

impl<T: Written + reflect::BaseType<Gql>> reflect::BaseType<Gql> for Leaf<T> {
    const NAME: reflect::Type = T::NAME;
}

impl<T: Written + reflect::BaseSubTypes<Gql>> reflect::BaseSubTypes<Gql> for Leaf<T> {
    const NAMES: reflect::Types = T::NAMES;
}

impl<T: Written + reflect::WrappedType<Gql>> reflect::WrappedType<Gql> for Leaf<T> {
    const VALUE: reflect::WrappedValue = <Vec<T> as reflect::WrappedType<Gql>>::VALUE;
}
