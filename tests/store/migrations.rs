//! The two dialects' migrations make the same tables.

use std::collections::BTreeMap;

use concordat_service::kernel::db::{DatabaseUrl, migrate, pending, tables_sql};
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection, sql_query, sql_types};

use crate::support::world::{World, both};

#[test]
fn migrating_again_changes_nothing() {
    both(|world| {
        assert_eq!(pending(world.database.url()).unwrap(), [""; 0]);
        assert_eq!(migrate(&world.owner_url.parse().unwrap()).unwrap(), [""; 0]);
    });
}

#[test]
fn every_table_is_printed_for_review() {
    #[derive(diesel::QueryableByName)]
    struct Named {
        #[diesel(sql_type = sql_types::Text)]
        name: String,
    }
    let world = World::sqlite();
    let path = world.owner_url.strip_prefix("sqlite:").unwrap();
    let all = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'";
    let found: Vec<Named> = sql_query(all).load(&mut SqliteConnection::establish(path).unwrap()).unwrap();
    let printed = tables_sql();
    let missing: Vec<&Named> =
        found.iter().filter(|table| !printed.contains(&format!("CREATE TABLE {} (", table.name))).collect();
    assert!(missing.is_empty() && found.len() > 40, "{:?}", missing.iter().map(|it| &it.name).collect::<Vec<_>>());
}

/// A column as both databases can tell it.
#[derive(Debug, PartialEq, Eq, diesel::QueryableByName)]
struct Column {
    #[diesel(sql_type = sql_types::Text)]
    in_table: String,
    #[diesel(sql_type = sql_types::Text)]
    name: String,
    #[diesel(sql_type = sql_types::Text)]
    stored: String,
    #[diesel(sql_type = sql_types::Bool)]
    nullable: bool,
    /// Place in the primary key from 1 on, 0 outside it.
    #[diesel(sql_type = sql_types::Integer)]
    key: i32,
}

/// A unique key or index: its columns in order.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, diesel::QueryableByName)]
struct Index {
    #[diesel(sql_type = sql_types::Text)]
    in_table: String,
    #[diesel(sql_type = sql_types::Text)]
    columns: String,
    #[diesel(sql_type = sql_types::Bool)]
    is_unique: bool,
}

#[test]
fn both_schemas_have_the_same_tables_columns_and_keys() {
    let here = World::sqlite();
    let Some(there) = World::postgres() else { return };
    let DatabaseUrl::Sqlite(file) = here.database.url() else { panic!() };
    let mut sqlite = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    let mut postgres = PgConnection::establish(&there.owner_url).unwrap();

    let there: Vec<Column> = sql_query(POSTGRES_COLUMNS).load(&mut postgres).unwrap();
    let here: Vec<Column> = sql_query(SQLITE_COLUMNS).load(&mut sqlite).unwrap();
    let there = by_place(there.into_iter().map(|column| Column { stored: in_sqlite(&column.stored), ..column }));
    let here = by_place(here);
    assert!(here.len() > 20, "{here:?}");
    for place in here.keys().chain(there.keys()) {
        assert_eq!(here.get(place), there.get(place), "{place:?}: SQLite against PostgreSQL");
    }

    let mut there: Vec<Index> = sql_query(POSTGRES_INDEXES).load(&mut postgres).unwrap();
    let mut here: Vec<Index> = sql_query(SQLITE_INDEXES).load(&mut sqlite).unwrap();
    there.sort();
    here.sort();
    assert_eq!(here, there, "indexes and unique keys: SQLite against PostgreSQL");
}

fn by_place(columns: impl IntoIterator<Item = Column>) -> BTreeMap<(String, String), Column> {
    columns.into_iter().map(|column| ((column.in_table.clone(), column.name.clone()), column)).collect()
}

/// How SQLite stores what PostgreSQL calls by a type of its own.
fn in_sqlite(postgres: &str) -> String {
    match postgres {
        "uuid" | "bytea" | "jsonb" => "BLOB",
        "boolean" | "smallint" | "integer" | "bigint" | "timestamp with time zone" => "INTEGER",
        "text" | "date" => "TEXT",
        "double precision" => "REAL",
        other => panic!("no rule says how SQLite stores {other}"),
    }
    .to_owned()
}

const SQLITE_COLUMNS: &str = "
    SELECT t.name AS in_table, c.name, c.type AS stored, c.\"notnull\" = 0 AS nullable, c.pk AS key
    FROM sqlite_schema t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '__diesel%'";

const POSTGRES_COLUMNS: &str = "
    SELECT t.relname::text AS in_table, a.attname::text AS name, format_type(a.atttypid, null) AS stored,
           NOT a.attnotnull AS nullable, coalesce(array_position(k.conkey, a.attnum), 0) AS key
    FROM pg_class t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND t.relname NOT LIKE '\\_\\_diesel%'";

const SQLITE_INDEXES: &str = "
    SELECT t.name AS in_table, i.\"unique\" = 1 AS is_unique,
           (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) AS columns
    FROM sqlite_schema t JOIN pragma_index_list(t.name) i
    WHERE t.type = 'table' AND t.name NOT LIKE '__diesel%' AND i.origin <> 'pk'";

const POSTGRES_INDEXES: &str = "
    SELECT t.relname::text AS in_table, i.indisunique AS is_unique,
           (SELECT string_agg(a.attname, ', ' ORDER BY k.place)
            FROM unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, place)
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum) AS columns
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = 'public'::regnamespace AND t.relname NOT LIKE '\\_\\_diesel%' AND NOT i.indisprimary";
