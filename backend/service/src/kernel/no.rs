//! The three kinds of no: a rule refuses, a permission denies, the house is at fault.

use concordat_domain::kernel::{Refusal, Refusals};

/// Why somebody may not, whatever the rules say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    /// There is no such thing, or the actor may not know of it: the two are not told apart.
    NotFound,
    /// The actor sees it but may not do this to it.
    Forbidden,
    /// Nobody is signed in, or the credential has expired or was revoked.
    Unauthenticated,
}

/// We failed; the caller did nothing wrong.
#[derive(Debug)]
pub enum Fault {
    /// No connection was free or the database is away: worth trying again soon.
    Busy(String),
    /// The database answered with an error.
    Database(diesel::result::Error),
    /// What is stored does not read back, or a rule of the house was broken.
    Broken(String),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Busy(why) => write!(f, "the database is busy or away: {why}"),
            Self::Database(error) => write!(f, "the database answered: {error}"),
            Self::Broken(what) => write!(f, "broken: {what}"),
        }
    }
}

/// Any of the three.
#[derive(Debug)]
pub enum No {
    /// A rule says no: data for the payload.
    Refused(Refusals),
    /// Who is asking says no.
    Denied(Denial),
    /// We failed.
    Fault(Fault),
}

/// What a verb answers.
pub type Outcome<T> = Result<T, No>;

impl No {
    /// Hidden or absent.
    pub const NOT_FOUND: Self = Self::Denied(Denial::NotFound);

    /// A fault of the house itself.
    #[must_use]
    pub fn broken(what: impl std::fmt::Display) -> Self {
        Self::Fault(Fault::Broken(what.to_string()))
    }

    /// Whether it may pass by itself: the database is busy or away, or has no room. What is stored wrongly does not.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        use diesel::result::{DatabaseErrorKind as Kind, Error};
        match self {
            Self::Fault(Fault::Busy(_)) => true,
            Self::Fault(Fault::Database(Error::DatabaseError(kind, _))) => !matches!(
                kind,
                Kind::UniqueViolation | Kind::ForeignKeyViolation | Kind::NotNullViolation | Kind::CheckViolation
            ),
            _ => false,
        }
    }
}

impl std::fmt::Display for No {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(refusals) => refusals.fmt(f),
            Self::Denied(Denial::NotFound) => f.write_str("not found"),
            Self::Denied(Denial::Forbidden) => f.write_str("not permitted"),
            Self::Denied(Denial::Unauthenticated) => f.write_str("sign in first"),
            Self::Fault(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for No {}

impl From<Refusals> for No {
    fn from(refusals: Refusals) -> Self {
        Self::Refused(refusals)
    }
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<Denial> for No {
    fn from(denial: Denial) -> Self {
        Self::Denied(denial)
    }
}

impl From<diesel::result::Error> for No {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error};
        match &error {
            Error::DatabaseError(DatabaseErrorKind::ClosedConnection, why) => {
                Self::Fault(Fault::Busy(why.message().into()))
            }
            Error::BrokenTransactionManager => Self::Fault(Fault::Busy("the connection was lost".into())),
            _ => Self::Fault(Fault::Database(error)),
        }
    }
}
