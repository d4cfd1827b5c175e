//! The condition of a database: what an operator should know before it hurts.

use super::{
    Clock,
    db::{APPEND_ONLY, DatabaseUrl, Db, Mode, Opener},
};
use diesel::{
    PgConnection, QueryResult, RunQueryDsl as _, SqliteConnection,
    r2d2::ManageConnection as _,
    sql_query,
    sql_types::{BigInt, Nullable, Text},
};

/// How good a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// As it should be.
    Good,
    /// It works, and should be looked at.
    Doubtful,
    /// It does not do.
    Bad,
}

/// What was found out about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub of: &'static str,
    /// How it is.
    pub grade: Grade,
    /// In words, with the remedy where it needs one.
    pub says: String,
}

impl Finding {
    /// A finding.
    #[must_use]
    pub fn new(of: &'static str, grade: Grade, says: impl Into<String>) -> Self {
        Self { of, grade, says: says.into() }
    }

    fn good_if(of: &'static str, good: bool, says_good: &str, says_bad: impl Into<String>) -> Self {
        if good { Self::new(of, Grade::Good, says_good) } else { Self::new(of, Grade::Bad, says_bad) }
    }
}

/// Clocks that differ by less do no harm: 5 seconds.
const SKEW: i64 = 5_000_000;

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

#[derive(diesel::QueryableByName)]
struct Words {
    #[diesel(sql_type = Nullable<Text>)]
    words: Option<String>,
}

/// Looks at a database in the name of the role that the server uses.
#[must_use]
pub fn examine(url: &DatabaseUrl, clock: &dyn Clock) -> Vec<Finding> {
    let opener = Opener { url: url.clone(), mode: Mode::Writer };
    let looked = match opener.connect() {
        Err(why) => return vec![Finding::new("database", Grade::Bad, format!("cannot be opened: {why}"))],
        Ok(mut line) => match &mut line.db {
            Db::Sqlite(native) => sqlite(native),
            Db::Postgres(native) => postgres(native, clock),
        },
    };
    let mut found = vec![Finding::new("database", Grade::Good, format!("{url} answers"))];
    match looked {
        Ok(all) => found.extend(all),
        Err(why) => found.push(Finding::new("database", Grade::Bad, format!("does not answer as it should: {why}"))),
    }
    found
}

fn sqlite(native: &mut SqliteConnection) -> QueryResult<Vec<Finding>> {
    let mut words = |sql: &str| -> QueryResult<String> {
        let rows = sql_query(sql).load::<Words>(native)?;
        Ok(rows.into_iter().filter_map(|row| row.words).collect::<Vec<_>>().join("; "))
    };
    let mode = words("SELECT journal_mode AS words FROM pragma_journal_mode")?;
    let pages = words("SELECT integrity_check AS words FROM pragma_integrity_check")?;
    let lost = words("SELECT \"table\" || ' -> ' || parent AS words FROM pragma_foreign_key_check LIMIT 10")?;
    let key =
        sql_query("SELECT count(*) AS count FROM secrets WHERE name = 'token-key'").get_result::<Count>(native)?;
    Ok(vec![
        Finding::good_if("journal", mode == "wal", "write-ahead log", format!("the journal is {mode}, not a WAL")),
        Finding::good_if("integrity", pages == "ok", "every page is whole", format!("{pages}; restore a backup")),
        Finding::good_if("references", lost.is_empty(), "none is broken", format!("broken: {lost}; restore a backup")),
        signing_key(key.count),
    ])
}

fn postgres(native: &mut PgConnection, clock: &dyn Clock) -> QueryResult<Vec<Finding>> {
    let sql = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS count";
    let away = (sql_query(sql).get_result::<Count>(native)?.count - clock.now().micros()).abs();
    let mut words = |sql: &str| -> QueryResult<String> {
        Ok(sql_query(sql).get_result::<Words>(native)?.words.unwrap_or_default())
    };
    let role = words(
        "SELECT concat_ws(', ', CASE WHEN rolsuper THEN 'is a superuser' END, \
         CASE WHEN rolbypassrls THEN 'has BYPASSRLS' END) AS words FROM pg_roles WHERE rolname = current_user",
    )?;
    let owned = words(
        "SELECT string_agg(tablename::text, ', ') AS words FROM pg_tables \
         WHERE schemaname = 'public' AND tableowner = current_user",
    )?;
    let open = words(
        "SELECT string_agg(c.relname::text, ', ') AS words FROM pg_class c \
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agreement_id' AND NOT a.attisdropped \
         WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace \
         AND c.relname NOT IN ('grants', 'parties') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)",
    )?;
    let changeable = words(&format!(
        "SELECT string_agg(t, ', ') AS words FROM unnest(string_to_array('{APPEND_ONLY}', ', ')) AS t \
         WHERE has_table_privilege(t, 'UPDATE') OR has_table_privilege(t, 'DELETE')"
    ))?;
    let key =
        sql_query("SELECT count(*) AS count FROM secrets WHERE name = 'token-key'").get_result::<Count>(native)?;
    let remedy = "give the server a role of its own";
    Ok(vec![
        Finding::good_if("role", role.is_empty(), "held by row-level security", format!("{role}; {remedy}")),
        Finding::good_if("ownership", owned.is_empty(), "owns no table", format!("owns {owned}; {remedy}")),
        Finding::good_if("row-level security", open.is_empty(), "on every agreement's table", format!("off on {open}")),
        Finding::good_if(
            "append-only",
            changeable.is_empty(),
            "logs only grow",
            format!("the server may change {changeable}; run `concordat migrate` in the owner's name"),
        ),
        Finding::good_if(
            "clock",
            away < SKEW,
            "agrees with the database's",
            format!("differs from the database's by {} s; synchronise both", away / 1_000_000),
        ),
        signing_key(key.count),
    ])
}

fn signing_key(found: i64) -> Finding {
    if found > 0 {
        Finding::new("signing key", Grade::Good, "there is one")
    } else {
        Finding::new("signing key", Grade::Doubtful, "none yet; the first start makes it")
    }
}
