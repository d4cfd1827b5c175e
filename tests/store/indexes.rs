//! On SQLite each index is used for what it is there for, also while the tables are small.

use crate::support::world::World;
use diesel::{Connection, RunQueryDsl, SqliteConnection, sql_query, sql_types::Text};

/// An index of all rows of a table, and its columns as a condition, without those of the key behind them, which are there for the order.
#[derive(Debug, diesel::QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    in_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    condition: String,
}

#[derive(diesel::QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

const INDEXES: &str = "
    SELECT t.name AS in_table, i.name, group_concat('\"' || c.name || '\" = ?', ' AND ') AS condition
    FROM sqlite_schema t JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND i.origin <> 'pk' AND NOT i.partial
        AND c.seqno <= (
            SELECT max(o.seqno) FROM pragma_index_info(i.name) o JOIN pragma_table_info(t.name) p ON p.name = o.name AND p.pk = 0
        )
    GROUP BY t.name, i.name";

#[test]
fn each_index_finds_what_it_is_for() {
    let world = World::sqlite();
    let path = world.owner_url.strip_prefix("sqlite:").unwrap();
    let mut sqlite = SqliteConnection::establish(path).unwrap();
    let indexes: Vec<Index> = sql_query(INDEXES).load(&mut sqlite).unwrap();
    assert!(indexes.len() > 30, "{indexes:?}");
    for Index { in_table, name, condition } in indexes {
        let plan = format!("EXPLAIN QUERY PLAN SELECT * FROM {in_table} WHERE {condition}");
        let steps: Vec<Step> = sql_query(plan).load(&mut sqlite).unwrap();
        let steps: Vec<String> = steps.into_iter().map(|step| step.detail).collect();
        assert!(steps.len() == 1 && steps[0].contains(&name), "{name} is not used where {condition}: {steps:?}");
    }
}
