//! SQL types that each database holds in its own best form: native uuid and timestamptz on `PostgreSQL`,
//! 16-byte blobs and epoch microseconds on `SQLite`.

use concordat_domain::kernel::{
    ActionId, AgreementId, AssessmentId, CompanyId, DeviationId, KpiId, Moment, PersonId, ServiceId, SessionId, TokenId,
};
use diesel::{
    backend::Backend,
    deserialize::{self, FromSql, Queryable},
    expression::{AsExpression, bound::Bound},
    pg::{Pg, PgValue},
    serialize::{self, IsNull, Output, ToSql},
    sql_types::{self, HasSqlType, Nullable},
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

macro_rules! expression {
    ($sql:ty, $rust:ty) => {
        impl AsExpression<$sql> for $rust {
            type Expression = Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<'a> AsExpression<$sql> for &'a $rust {
            type Expression = Bound<$sql, &'a $rust>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl AsExpression<Nullable<$sql>> for $rust {
            type Expression = Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<'a> AsExpression<Nullable<$sql>> for &'a $rust {
            type Expression = Bound<Nullable<$sql>, &'a $rust>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<B: Backend> ToSql<Nullable<$sql>, B> for $rust
        where
            $rust: ToSql<$sql, B>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, B>) -> serialize::Result {
                ToSql::<$sql, B>::to_sql(self, out)
            }
        }
        impl<B: Backend> Queryable<$sql, B> for $rust
        where
            $rust: FromSql<$sql, B>,
        {
            type Row = Self;
            fn build(row: Self) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
}

macro_rules! uids {
    ($($id:ty),*) => {$(
        impl ToSql<Uid, Pg> for $id {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                ToSql::<sql_types::Uuid, Pg>::to_sql(&self.0, out)
            }
        }
        impl FromSql<Uid, Pg> for $id {
            fn from_sql(raw: PgValue<'_>) -> deserialize::Result<Self> {
                <Uuid as FromSql<sql_types::Uuid, Pg>>::from_sql(raw).map(Self)
            }
        }
        impl ToSql<Uid, Sqlite> for $id {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                out.set_value(self.0.as_bytes().to_vec());
                Ok(IsNull::No)
            }
        }
        impl FromSql<Uid, Sqlite> for $id {
            fn from_sql(raw: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                let bytes = <Vec<u8> as FromSql<sql_types::Binary, Sqlite>>::from_sql(raw)?;
                Ok(Self(Uuid::from_slice(&bytes)?))
            }
        }
        multi!(Uid, $id);
        expression!(Uid, $id);
    )*};
}
/// An id whose noun only its row tells: the subject of an event, the caller of an idempotent request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnyId(pub Uuid);

uids!(
    ActionId, AgreementId, AnyId, AssessmentId, CompanyId, DeviationId, KpiId, PersonId, ServiceId, SessionId, TokenId
);

impl ToSql<Instant, Pg> for Moment {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<sql_types::Timestamptz, Pg>::to_sql(&self.utc(), &mut out.reborrow())
    }
}
impl FromSql<Instant, Pg> for Moment {
    fn from_sql(raw: PgValue<'_>) -> deserialize::Result<Self> {
        let at = <chrono::DateTime<chrono::Utc> as FromSql<sql_types::Timestamptz, Pg>>::from_sql(raw)?;
        Ok(Self::from_utc(at)?)
    }
}
impl ToSql<Instant, Sqlite> for Moment {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.micros());
        Ok(IsNull::No)
    }
}
impl FromSql<Instant, Sqlite> for Moment {
    fn from_sql(raw: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self::from_micros(<i64 as FromSql<sql_types::BigInt, Sqlite>>::from_sql(raw)?)?)
    }
}
multi!(Instant, Moment);
expression!(Instant, Moment);
multi!(sql_types::Jsonb, serde_json::Value);
