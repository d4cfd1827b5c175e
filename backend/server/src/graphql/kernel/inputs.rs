//! What a mutation takes: one input for each verb, each with a word of the client's own that comes back.

/// Gives verbs their inputs: `inputs! { /// … RateCaseInput { /// … case: ID, } }`.
macro_rules! inputs {
    ($($(#[doc = $about:literal])* $name:ident { $($(#[doc = $what:literal])* $field:ident: $of:ty,)* })*) => {$(
        $(#[doc = $about])*
        #[derive(Clone, Debug, juniper::GraphQLInputObject)]
        #[graphql(scalar = crate::graphql::Gql)]
        pub struct $name {
            $($(#[doc = $what])* pub(super) $field: $of,)*
            /// Comes back unchanged in the payload.
            pub(super) client_mutation_id: Option<String>,
        }
    )*};
}
pub(crate) use inputs;
