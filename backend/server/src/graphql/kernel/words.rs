//! Closed words over GraphQL, one for one those of the rules.

/// Gives GraphQL closed words that are called as the rules call them, whatever else the rules know of each.
///
/// `words! { /// … Unit of rules::Unit { /// … Share, } }` tells what the rules say; `By to rules::By` is what a caller says to them; `CaseKind as
/// rules::CaseKind` goes both ways. A word that the rules have and GraphQL has not, or the other way about, does not compile.
macro_rules! words {
    ($($(#[$about:meta])* $name:ident $way:tt $of:ty { $($(#[$what:meta])* $word:ident,)* })*) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, juniper::GraphQLEnum)]
        #[graphql(scalar = crate::graphql::Gql)]
        $(#[$about])*
        pub enum $name {
            $($(#[$what])* $word,)*
        }

        words!(@$way $name $of: $($word)*);
    )*};
    (@of $name:ident $of:ty: $($word:ident)*) => {
        impl From<$of> for $name {
            fn from(word: $of) -> Self {
                Self::from(&word)
            }
        }

        impl From<&$of> for $name {
            fn from(word: &$of) -> Self {
                type Of = $of;
                match word {
                    $(Of::$word { .. } => Self::$word,)*
                }
            }
        }
    };
    (@to $name:ident $of:ty: $($word:ident)*) => {
        impl From<$name> for $of {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$word => Self::$word,)*
                }
            }
        }
    };
    (@as $name:ident $of:ty: $($word:ident)*) => {
        words!(@of $name $of: $($word)*);
        words!(@to $name $of: $($word)*);
    };
}
pub(crate) use words;
