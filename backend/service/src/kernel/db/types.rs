//! SQL types that each database holds in its own best form: native uuid and timestamptz on `PostgreSQL`,
//! 16-byte blobs and epoch microseconds on `SQLite`.
#![allow(missing_docs, reason = "the multi-connection derive writes items without any")]

use concordat_domain::kernel::{
    ActionId, ActionItemId, AgendaItemId, AgreementId, AssessmentId, BoundaryId, CaseId, CompanyId, DecisionId,
    DeliveryId, DeviationId, EscalationId, FeedId, GroupId, KpiId, MailId, MeetingId, Moment, PersonId, ServiceId,
    SessionId, TaskId, TeamId, TokenId, TrainingId, VoiceId, WebhookId,
};
use diesel::{
    backend::Backend,
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, IsNull, Output, ToSql},
    sql_types::{self, HasSqlType},
    sqlite::Sqlite,
};
use uuid::Uuid;

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// `PostgreSQL`.
    Postgres(diesel::PgConnection),
    /// Embedded `SQLite`.
    Sqlite(diesel::SqliteConnection),
}

/// A `UUID`: native on `PostgreSQL`, 16 bytes on `SQLite`.
#[derive(Clone, Copy, Default, sql_types::SqlType, diesel::query_builder::QueryId)]
#[diesel(postgres_type(oid = 2950, array_oid = 2951), sqlite_type(name = "Binary"))]
pub struct Uid;

/// A [`Moment`]: timestamptz on `PostgreSQL`, microseconds since 1970 on `SQLite`.
#[derive(Clone, Copy, Default, sql_types::SqlType, diesel::query_builder::QueryId)]
#[diesel(postgres_type(oid = 1184, array_oid = 1185), sqlite_type(name = "Long"))]
pub struct Instant;

macro_rules! known {
    ($($sql:ty),*) => {$(
        impl HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                Self::lookup_sql_type::<$sql>(lookup)
            }
        }
    )*};
}
known!(Uid, Instant, sql_types::Jsonb);

macro_rules! multi {
    ($sql:ty, $rust:ty) => {
        impl FromSql<$sql, MultiBackend> for $rust {
            fn from_sql(raw: MultiRawValue<'_>) -> deserialize::Result<Self> {
                raw.from_sql::<Self, $sql>()
            }
        }
        impl ToSql<$sql, MultiBackend> for $rust {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
                out.set_value((<$sql>::default(), self));
                Ok(IsNull::No)
            }
        }
    };
}

/// An id in a row: every typed id goes in and out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Uid)]
pub struct Key(pub Uuid);

macro_rules! keys {
    ($($id:ty),*) => {$(
        impl From<$id> for Key {
            fn from(id: $id) -> Self {
                Self(id.0)
            }
        }
        impl From<Key> for $id {
            fn from(key: Key) -> Self {
                Self(key.0)
            }
        }
    )*};
}
keys!(
    ActionId,
    ActionItemId,
    AgendaItemId,
    AgreementId,
    AssessmentId,
    BoundaryId,
    CaseId,
    CompanyId,
    DecisionId,
    DeliveryId,
    DeviationId,
    EscalationId,
    FeedId,
    GroupId,
    KpiId,
    MailId,
    MeetingId,
    PersonId,
    ServiceId,
    SessionId,
    TaskId,
    TeamId,
    TokenId,
    TrainingId,
    VoiceId,
    WebhookId
);

impl ToSql<Uid, Pg> for Key {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<sql_types::Uuid, Pg>::to_sql(&self.0, out)
    }
}
impl FromSql<Uid, Pg> for Key {
    fn from_sql(raw: PgValue<'_>) -> deserialize::Result<Self> {
        <Uuid as FromSql<sql_types::Uuid, Pg>>::from_sql(raw).map(Self)
    }
}
impl ToSql<Uid, Sqlite> for Key {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.as_bytes().as_slice());
        Ok(IsNull::No)
    }
}
impl FromSql<Uid, Sqlite> for Key {
    fn from_sql(mut raw: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(Uuid::from_slice(raw.read_blob())?))
    }
}
multi!(Uid, Key);

/// A moment in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Instant)]
pub struct At(pub Moment);

impl From<Moment> for At {
    fn from(moment: Moment) -> Self {
        Self(moment)
    }
}
impl From<At> for Moment {
    fn from(at: At) -> Self {
        at.0
    }
}

/// `PostgreSQL` counts microseconds from 2000-01-01.
const POSTGRES_EPOCH: i64 = 946_684_800_000_000;

impl ToSql<Instant, Pg> for At {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        std::io::Write::write_all(out, &(self.0.micros() - POSTGRES_EPOCH).to_be_bytes())?;
        Ok(IsNull::No)
    }
}
impl FromSql<Instant, Pg> for At {
    fn from_sql(raw: PgValue<'_>) -> deserialize::Result<Self> {
        let micros = <i64 as FromSql<sql_types::BigInt, Pg>>::from_sql(raw)?;
        Ok(Self(Moment::from_micros(micros.saturating_add(POSTGRES_EPOCH))?))
    }
}
impl ToSql<Instant, Sqlite> for At {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.micros());
        Ok(IsNull::No)
    }
}
impl FromSql<Instant, Sqlite> for At {
    fn from_sql(raw: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(Moment::from_micros(<i64 as FromSql<sql_types::BigInt, Sqlite>>::from_sql(raw)?)?))
    }
}
multi!(Instant, At);
multi!(sql_types::Jsonb, serde_json::Value);
