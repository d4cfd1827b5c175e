//! The three kinds of no, as partners see them.
//!
//! A *refusal* is data in the payload. A *denial* is an error with a code and nothing else, so that hidden and absent
//! are the same bytes. A *fault* is logged once with a reference, and the partner sees only the reference.

use super::scalar::Gql;
use concordat_domain::kernel::{Refusal, Refusals};
use concordat_service::kernel::{Database, Denial, Fault, No};
use juniper::{FieldError, GraphQLObject, IntoFieldError, Object, Value};
use metrics::counter;
use uuid::Uuid;

/// The figure that counts refusals by their code.
pub const REFUSALS: &str = "concordat_refusals_total";

/// What a resolver answers. The error has no text of its own on purpose: nothing of it can slip into an answer.
pub type Answer<T> = Result<T, Failure>;

/// Why a field has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A rule says no. In a mutation, [`settle`] makes it data of the payload.
    Refused(Refusals),
    /// Who is asking says no.
    Denied(Denial),
    /// We failed; the log has the reason under the reference.
    Fault {
        /// What the partner quotes when they ask us.
        reference: Uuid,
        /// Whether the same request may succeed in a moment.
        busy: bool,
    },
}

impl Failure {
    /// Hidden or absent.
    pub const NOT_FOUND: Self = Self::Denied(Denial::NotFound);

    /// What partners see of a no. A fault is logged here, once, under the reference that they see.
    #[must_use]
    pub fn logged(database: &Database, no: No) -> Self {
        match no {
            No::Refused(refusals) => Self::Refused(refusals),
            No::Denied(denial) => Self::Denied(denial),
            No::Fault(fault) => {
                let (reference, busy) = (database.chance().id(), matches!(fault, Fault::Busy(_)));
                tracing::error!(%reference, %fault, "a fault was answered");
                Self::Fault { reference, busy }
            }
        }
    }

    /// The value of `extensions.code`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused(_) => "REFUSED",
            Self::Denied(Denial::NotFound) => "NOT_FOUND",
            Self::Denied(Denial::Forbidden) => "FORBIDDEN",
            Self::Denied(Denial::Unauthenticated) => "UNAUTHENTICATED",
            Self::Fault { busy: true, .. } => "BUSY",
            Self::Fault { busy: false, .. } => "FAULT",
        }
    }

    /// The error as it stands in an answer, for where there is no field to blame.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        let error = self.clone().into_field_error();
        serde_json::json!({ "message": error.message(), "extensions": error.extensions() })
    }

    fn message(&self) -> String {
        match self {
            Self::Refused(refusals) => refusals.to_string(),
            Self::Denied(Denial::NotFound) => "not found".into(),
            Self::Denied(Denial::Forbidden) => "your roles in this agreement do not permit it".into(),
            Self::Denied(Denial::Unauthenticated) => "sign in first".into(),
            Self::Fault { busy: true, .. } => "too busy just now; try again in a moment".into(),
            Self::Fault { reference, busy: false } => format!("we failed; the reference of this fault is {reference}"),
        }
    }
}

impl From<Denial> for Failure {
    fn from(denial: Denial) -> Self {
        Self::Denied(denial)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<Refusals> for Failure {
    fn from(refusals: Refusals) -> Self {
        Self::Refused(refusals)
    }
}

impl IntoFieldError<Gql> for Failure {
    fn into_field_error(self) -> FieldError<Gql> {
        let mut extensions = Object::with_capacity(2);
        extensions.add_field("code", text(self.code()));
        match &self {
            Self::Refused(Refusals(all)) => {
                extensions.add_field("refusals", Value::List(all.iter().map(listed).collect()));
            }
            Self::Fault { reference, .. } => {
                extensions.add_field("reference", text(reference.to_string()));
            }
            Self::Denied(_) => {}
        }
        FieldError::new(self.message(), Value::Object(extensions))
    }
}

fn text(text: impl Into<String>) -> Value<Gql> {
    Value::Scalar(Gql::String(text.into()))
}

fn listed(refusal: &Refusal) -> Value<Gql> {
    let mut object = Object::with_capacity(3);
    object.add_field("code", text(&*refusal.code));
    object.add_field("field", refusal.field.as_deref().map_or(Value::Null, text));
    object.add_field("message", text(&*refusal.message));
    Value::Object(object)
}

/// One rule's no: why a mutation was not done.
#[derive(Clone, Debug, PartialEq, Eq, GraphQLObject)]
#[graphql(name = "Refusal", scalar = Gql)]
pub struct Refused {
    /// A code of the closed list in `schema/refusals.txt`.
    pub code: String,
    /// The path of the input field it speaks of, where it speaks of one.
    pub field: Option<String>,
    /// What is wrong and what would mend it.
    pub message: String,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code.into_owned(), field: refusal.field, message: refusal.message }
    }
}

/// Makes a mutation's refusals data of its payload: what was done, if it was, and why not, if it was not.
///
/// # Errors
/// Denials and faults stay errors.
pub fn settle<T>(answer: Answer<T>) -> Answer<(Option<T>, Vec<Refused>)> {
    match answer {
        Ok(done) => Ok((Some(done), Vec::new())),
        Err(Failure::Refused(Refusals(all))) => {
            for refusal in &all {
                counter!(REFUSALS, "code" => refusal.code.to_string()).increment(1);
            }
            Ok((None, all.into_iter().map(Refused::from).collect()))
        }
        Err(failure) => Err(failure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(failure: Failure) -> String {
        let error = failure.into_field_error();
        format!("{} {}", error.message(), serde_json::to_string(error.extensions()).unwrap())
    }

    #[test]
    fn a_denial_says_its_code_and_nothing_of_the_thing() {
        assert_eq!(seen(Failure::NOT_FOUND), r#"not found {"code":"NOT_FOUND"}"#);
        assert_eq!(seen(Denial::Unauthenticated.into()), r#"sign in first {"code":"UNAUTHENTICATED"}"#);
    }

    #[test]
    fn a_fault_says_its_reference_alone() {
        let reference = Uuid::from_u128(7);
        assert_eq!(
            seen(Failure::Fault { reference, busy: false }),
            "we failed; the reference of this fault is 00000000-0000-0000-0000-000000000007 \
             {\"code\":\"FAULT\",\"reference\":\"00000000-0000-0000-0000-000000000007\"}"
        );
    }

    #[test]
    fn refusals_are_data_in_a_mutation_and_denials_are_not() {
        let refusal = Refusal { code: "KPI_UNKNOWN".into(), field: Some("kpi".into()), message: "no such KPI".into() };
        let (done, refusals) = settle::<()>(Err(refusal.clone().into())).unwrap();
        assert_eq!((done, refusals), (None, vec![Refused::from(refusal)]));
        assert_eq!(settle::<()>(Err(Failure::NOT_FOUND)), Err(Failure::NOT_FOUND));
        assert_eq!(settle(Ok(1)), Ok((Some(1), vec![])));
    }
}
