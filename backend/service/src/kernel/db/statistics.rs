//! What `SQLite`'s planner is told of the tables: as if each had grown large, before it has.

use diesel::{
    QueryResult, RunQueryDsl as _, SqliteConnection, connection::SimpleConnection as _, dsl::sql, sql_types::Bool,
};

/// Without figures the planner takes all rows of an agreement for ten, and reads them all rather than ask the index that knows which
/// (<https://sqlite.org/optoverview.html>, "The SQLite Query Planner"; the form of the figures: <https://sqlite.org/fileformat2.html#stat1tab>).
/// What `ANALYZE` finds on the first day is no better: the tables are empty then. So it is told what a large instance is like: a million rows, ten
/// agreements, and with each further column of an index a hundredth. Plans are then the same on every day and every instance.
const FIGURES: &str = "
ANALYZE sqlite_schema;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat)
SELECT tbl, idx, '1000000 ' || group_concat(rows, ' ') || ' noskipscan'
FROM (
    SELECT t.name AS tbl, CASE i.origin WHEN 'pk' THEN t.name ELSE i.name END AS idx,
        CASE
            WHEN i.\"unique\" AND c.seqno = (SELECT max(last.seqno) FROM pragma_index_info(i.name) last) THEN 1
            WHEN c.seqno = 0 THEN 100000
            WHEN c.seqno = 1 THEN 1000
            ELSE 10
        END AS rows
    FROM sqlite_schema t JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name NOT LIKE '\\_\\_%' ESCAPE '\\'
    ORDER BY t.name, i.name, c.seqno
)
GROUP BY tbl, idx;
ANALYZE sqlite_schema;";

/// Whether the planner has been told of the tables.
pub(super) fn are_known(sqlite: &mut SqliteConnection) -> QueryResult<bool> {
    let told = sql::<Bool>("EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1')");
    diesel::select(told).get_result(sqlite)
}

/// Tells the planner of the tables as they are now. Connections that are open keep what they were told before.
pub(super) fn tell(sqlite: &mut SqliteConnection) -> QueryResult<()> {
    sqlite.immediate_transaction(|sqlite| sqlite.batch_execute(FIGURES))
}
