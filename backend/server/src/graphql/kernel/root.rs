//! One query, one mutation and one subscription object, composed out of the nouns' own roots.
//!
//! The GraphQL macros cannot spread one object over several files. So each noun writes a small object with its root
//! fields, and [`Root`] delegates by field name. Schema, introspection and order are those of one big object.

use super::{context::Context, scalar::Gql};
use juniper::{
    ArcStr, Arguments, BoxFuture, ExecutionResult, Executor, FieldError, GraphQLSubscriptionValue, GraphQLType,
    GraphQLValue, GraphQLValueAsync, Registry, RootNode, Value, ValuesStream,
    meta::{Field, MetaType},
};
use std::{collections::HashMap, fmt};

type Meta = fn(&mut Registry<Gql>) -> MetaType<Gql>;

/// A noun's root fields of queries or mutations.
pub type Fields = dyn GraphQLValue<Gql, Context = Context, TypeInfo = ()> + Send + Sync;

/// A noun's root fields of subscriptions.
pub type Sources = dyn GraphQLSubscriptionValue<Gql, Context = Context, TypeInfo = ()> + Send + Sync;

/// Two nouns claim one root field: a mistake of ours that the start of the server shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoOwners {
    /// The root object.
    pub root: String,
    /// The field.
    pub field: String,
}

impl fmt::Display for TwoOwners {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} has two owners", self.root, self.field)
    }
}

impl std::error::Error for TwoOwners {}

/// The nouns' parts of one root object.
pub struct Parts<P: ?Sized + 'static> {
    name: ArcStr,
    about: ArcStr,
    metas: Vec<Meta>,
    owners: HashMap<ArcStr, &'static P>,
}

impl<P: ?Sized + 'static> Parts<P> {
    /// A root object of this name without fields.
    #[must_use]
    pub fn new(name: &str, about: &str) -> Self {
        Self { name: name.into(), about: about.into(), metas: Vec::new(), owners: HashMap::new() }
    }

    /// The object's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn take(mut self, meta: Meta, part: &'static P) -> Result<Self, TwoOwners> {
        for field in fields(meta, &mut Registry::new(HashMap::default())) {
            if self.owners.contains_key(&field.name) {
                return Err(TwoOwners { root: self.name.to_string(), field: field.name.to_string() });
            }
            self.owners.insert(field.name, part);
        }
        self.metas.push(meta);
        Ok(self)
    }
}

impl Parts<Fields> {
    /// The same with one noun's fields more.
    ///
    /// # Errors
    /// [`TwoOwners`] when another noun has a field of that name.
    pub fn with<T>(self, part: &'static T) -> Result<Self, TwoOwners>
    where
        T: GraphQLType<Gql, Context = Context, TypeInfo = ()> + Send + Sync,
    {
        self.take(|registry| T::meta(&(), registry), part)
    }
}

impl Parts<Sources> {
    /// The same with one noun's event sources more.
    ///
    /// # Errors
    /// [`TwoOwners`] when another noun has a field of that name.
    pub fn with_streams<T>(self, part: &'static T) -> Result<Self, TwoOwners>
    where
        T: GraphQLType<Gql, Context = Context, TypeInfo = ()> + GraphQLSubscriptionValue<Gql> + Send + Sync,
    {
        self.take(|registry| T::meta(&(), registry), part)
    }
}

fn fields(meta: Meta, registry: &mut Registry<Gql>) -> Vec<Field<Gql>> {
    match meta(registry) {
        MetaType::Object(object) => object.fields.into_iter().filter(|field| !field.is_builtin()).collect(),
        _ => Vec::new(),
    }
}

/// The root of queries and the root of mutations.
pub struct Root;

/// The root of subscriptions.
pub struct Streams;

/// Everything that can be asked, told and listened to.
pub type Schema = RootNode<Root, Root, Streams, Gql>;

/// Builds the schema out of the nouns' parts, with the limits that parsing keeps by itself.
#[must_use]
pub fn schema(query: Parts<Fields>, mutation: Parts<Fields>, subscription: Parts<Sources>) -> Schema {
    RootNode::new_with_info(Root, Root, Streams, query, mutation, subscription)
        .limit_depth(super::cost::PARSE_DEPTH)
        .limit_tokens(super::cost::TOKENS)
        .limit_fields(super::cost::FIELDS)
}

fn object<R, P: ?Sized + 'static>(parts: &Parts<P>, registry: &mut Registry<Gql>) -> MetaType<Gql>
where
    R: GraphQLType<Gql, TypeInfo = Parts<P>>,
{
    let all: Vec<_> = parts.metas.iter().flat_map(|meta| fields(*meta, registry)).collect();
    registry.build_object_type::<R>(parts, &all).description(parts.about.clone()).into_meta()
}

fn unowned<T>(field: &str) -> Result<T, FieldError<Gql>> {
    Err(FieldError::new(format!("no part of the root owns `{field}`"), Value::null()))
}

impl GraphQLType<Gql> for Root {
    fn name(parts: &Parts<Fields>) -> Option<ArcStr> {
        Some(parts.name.clone())
    }

    fn meta(parts: &Parts<Fields>, registry: &mut Registry<Gql>) -> MetaType<Gql> {
        object::<Self, Fields>(parts, registry)
    }
}

impl GraphQLValue<Gql> for Root {
    type Context = Context;
    type TypeInfo = Parts<Fields>;

    fn type_name(&self, parts: &Parts<Fields>) -> Option<ArcStr> {
        Self::name(parts)
    }

    fn concrete_type_name(&self, _: &Context, parts: &Parts<Fields>) -> String {
        parts.name.to_string()
    }

    fn resolve_field(
        &self,
        parts: &Parts<Fields>,
        field: &str,
        arguments: &Arguments<Gql>,
        executor: &Executor<Context, Gql>,
    ) -> ExecutionResult<Gql> {
        match parts.owners.get(field) {
            Some(owner) => owner.resolve_field(&(), field, arguments, executor),
            None => unowned(field),
        }
    }
}

/// Sockets ask the schema to be resolvable asynchronously; queries and mutations are answered over HTTP alone.
impl GraphQLValueAsync<Gql> for Root {
    fn resolve_field_async<'a>(
        &'a self,
        _: &'a Parts<Fields>,
        _: &'a str,
        _: &'a Arguments<Gql>,
        _: &'a Executor<Context, Gql>,
    ) -> BoxFuture<'a, ExecutionResult<Gql>> {
        Box::pin(async { Err(FieldError::new("send queries and mutations over HTTP", Value::null())) })
    }
}

impl GraphQLType<Gql> for Streams {
    fn name(parts: &Parts<Sources>) -> Option<ArcStr> {
        Some(parts.name.clone())
    }

    fn meta(parts: &Parts<Sources>, registry: &mut Registry<Gql>) -> MetaType<Gql> {
        object::<Self, Sources>(parts, registry)
    }
}

impl GraphQLValue<Gql> for Streams {
    type Context = Context;
    type TypeInfo = Parts<Sources>;

    fn type_name(&self, parts: &Parts<Sources>) -> Option<ArcStr> {
        Self::name(parts)
    }

    fn concrete_type_name(&self, _: &Context, parts: &Parts<Sources>) -> String {
        parts.name.to_string()
    }
}

impl GraphQLSubscriptionValue<Gql> for Streams {
    fn resolve_field_into_stream<'s, 'i, 'ft, 'args, 'e, 'ref_e, 'res, 'f>(
        &'s self,
        parts: &'i Parts<Sources>,
        field: &'ft str,
        arguments: Arguments<'args, Gql>,
        executor: &'ref_e Executor<'ref_e, 'e, Context, Gql>,
    ) -> BoxFuture<'f, Result<Value<ValuesStream<'res, Gql>>, FieldError<Gql>>>
    where
        's: 'f,
        'i: 'res,
        'ft: 'f,
        'args: 'f,
        'ref_e: 'f,
        'res: 'f,
        'e: 'res,
    {
        match parts.owners.get(field) {
            Some(owner) => owner.resolve_field_into_stream(&(), field, arguments, executor),
            None => Box::pin(async move { unowned(field) }),
        }
    }
}
