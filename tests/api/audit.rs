//! Whether a log is what was written, as those who read it are told.

use crate::support::{
    agreement::STEWARD,
    world::{World, both},
};
use diesel::{Connection as _, SqliteConnection, connection::SimpleConnection as _};
use serde_json::{Value, json};

const ASK: &str = "query($after: Cursor) { agreement(code: \"arnau-workplace\") {
    auditVerification(after: $after) { entries whole brokenEntry why cursor } } }";

fn verified(world: &World) -> Value {
    let data = world.data(&world.person(STEWARD), ASK, &json!({}));
    data["agreement"]["auditVerification"].clone()
}

#[test]
fn a_log_that_nobody_touched_is_whole() {
    both(|world| {
        world.sample();
        let told = verified(world);
        assert!(told["entries"].as_i64().is_some_and(|entries| entries > 5), "{told}");
        assert_eq!((&told["whole"], &told["brokenEntry"], &told["cursor"]), (&json!(true), &json!(null), &json!(null)));
    });
}

#[test]
fn the_first_entry_that_was_changed_is_named() {
    let world = World::sqlite();
    world.sample();
    let path = world.owner_url.trim_start_matches("sqlite:");
    let sql = "DROP TRIGGER events_only_grow_update; UPDATE events SET kind = 'agreement.read' WHERE number = 3 AND \
               agreement_id <> zeroblob(16)";
    SqliteConnection::establish(path).unwrap().batch_execute(sql).unwrap();
    let told = verified(&world);
    assert_eq!((&told["entries"], &told["whole"], &told["brokenEntry"]), (&json!(2), &json!(false), &json!(3)));
    assert!(told["why"].as_str().is_some_and(|why| why.contains('3')), "{told}");
}

#[test]
fn it_is_for_those_who_read_the_log() {
    both(|world| {
        world.sample();
        let analyst = world.person("jonas.fjell@nordlicht.example");
        assert_eq!(world.denied(&analyst, ASK, &json!({})), "FORBIDDEN");
        let steward = world.person(STEWARD);
        assert_eq!(world.denied(&steward, ASK, &json!({ "after": "IiI" })), "REFUSED");
    });
}

#[test]
fn a_part_begins_behind_the_number_of_an_entry() {
    both(|world| {
        world.sample();
        let (steward, whole) = (world.person(STEWARD), verified(world));
        for cursor in ["Mw", "MA", "LTE"] {
            let told = world.data(&steward, ASK, &json!({ "after": cursor }));
            assert_eq!(told["agreement"]["auditVerification"], whole, "3, 0 and -1");
        }
        // a number with a seal is no cursor
        assert_eq!(world.denied(&steward, ASK, &json!({ "after": "WzMsW11d" })), "REFUSED");
    });
}
