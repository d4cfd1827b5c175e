//! The second wall on PostgreSQL: what an agreement owns is closed until its transaction enters the agreement.

use concordat_service::kernel::db::DatabaseUrl;
use diesel::{Connection, PgConnection, QueryResult, RunQueryDsl, connection::SimpleConnection, sql_query, sql_types};

use crate::support::world::World;

/// Small tables that tell which agreements an actor may enter, so they stand before the wall.
const BEFORE_THE_WALL: [&str; 2] = ["grants", "parties"];

const ONE: &str = "01890000-0000-7000-8000-000000000001";
const OTHER: &str = "01890000-0000-7000-8000-000000000002";

#[derive(diesel::QueryableByName)]
struct Text {
    #[diesel(sql_type = sql_types::Text)]
    text: String,
}

fn texts(db: &mut PgConnection, sql: &str) -> QueryResult<Vec<String>> {
    Ok(sql_query(sql).load::<Text>(db)?.into_iter().map(|row| row.text).collect())
}

/// A connection in the server's role.
fn as_server(world: &World) -> PgConnection {
    let DatabaseUrl::Postgres(url) = world.database.url() else { panic!() };
    PgConnection::establish(url).unwrap()
}

#[test]
fn every_table_of_an_agreements_own_is_behind_the_wall() {
    let Some(world) = World::postgres() else { return };
    let open = "SELECT t.relname::text AS text FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
                WHERE a.attname = 'agreement_id' AND t.relkind IN ('r', 'p') AND t.relnamespace = 'public'::regnamespace
                  AND NOT (t.relrowsecurity AND t.relforcerowsecurity
                           AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid))
                ORDER BY 1";
    assert_eq!(texts(&mut PgConnection::establish(&world.owner_url).unwrap(), open).unwrap(), BEFORE_THE_WALL);
}

#[test]
fn without_entering_nothing_is_seen_and_inside_only_ones_own() {
    let Some(world) = World::postgres() else { return };
    let mut app = as_server(&world);
    let heads = "SELECT agreement_id::text AS text FROM agreement_heads ORDER BY 1";
    for agreement in [ONE, OTHER] {
        let row = format!(
            "BEGIN; SELECT enter('{agreement}'); INSERT INTO agreement_heads VALUES ('{agreement}', 0, ''); COMMIT"
        );
        app.batch_execute(&row).unwrap();
    }
    assert_eq!(texts(&mut app, heads).unwrap(), [""; 0], "after a commit the wall is closed again");
    for (entered, seen) in [(ONE.to_owned(), vec![ONE]), (format!("{ONE},{OTHER}"), vec![ONE, OTHER])] {
        app.batch_execute(&format!("BEGIN; SELECT enter('{entered}')")).unwrap();
        assert_eq!(texts(&mut app, heads).unwrap(), seen);
        app.batch_execute("ROLLBACK").unwrap();
    }
    let foreign = format!("BEGIN; SELECT enter('{ONE}'); UPDATE agreement_heads SET agreement_id = '{OTHER}'");
    assert!(app.batch_execute(&foreign).is_err(), "a row cannot be moved out of what was entered");
}

#[test]
fn the_servers_role_cannot_change_what_only_grows() {
    let Some(world) = World::postgres() else { return };
    let mut app = as_server(&world);
    for table in ["events", "measurement_revisions", "assessments"] {
        for change in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET agreement_id = agreement_id")] {
            let why = app.batch_execute(&change).unwrap_err().to_string();
            assert!(why.contains("permission denied"), "{change}: {why}");
        }
    }
}
