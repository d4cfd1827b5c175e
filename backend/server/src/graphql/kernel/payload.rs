//! What a mutation answers: the noun as it is now, or why not.

/// Gives a mutation its payload: `payload!(/// … AgreementPayload { agreement: Agreement });`
macro_rules! payload {
    ($(#[doc = $about:literal])* $name:ident { $(#[doc = $what:literal])* $field:ident: $node:ty }) => {
        $(#[doc = $about])*
        pub struct $name {
            done: Option<$node>,
            refusals: Vec<crate::graphql::kernel::errors::Refused>,
            mutation: Option<String>,
        }

        impl $name {
            /// The payload of what a verb answered; denials and faults stay errors.
            ///
            /// # Errors
            /// Denials and faults.
            pub fn of(
                answer: crate::graphql::kernel::errors::Answer<$node>,
                mutation: Option<String>,
            ) -> crate::graphql::kernel::errors::Answer<Self> {
                let (done, refusals) = crate::graphql::kernel::errors::settle(answer)?;
                Ok(Self { done, refusals, mutation })
            }
        }

        $(#[doc = $about])*
        #[juniper::graphql_object(scalar = crate::graphql::Gql, context = crate::graphql::Context)]
        impl $name {
            $(#[doc = $what])*
            fn $field(&self) -> Option<&$node> {
                self.done.as_ref()
            }

            /// Every reason why it was not done; empty when it was.
            fn refusals(&self) -> &[crate::graphql::kernel::errors::Refused] {
                &self.refusals
            }

            /// What the input carried, unchanged.
            fn client_mutation_id(&self) -> Option<&str> {
                self.mutation.as_deref()
            }
        }
    };
}
pub(crate) use payload;
