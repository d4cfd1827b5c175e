//! Decisions and action items as files.

use super::{
    Board,
    decisions::{GIVE, PROPOSE},
    items::ASSIGN,
    on,
};
use crate::support::{
    deviations::{OSKAR, PAUL, TOVE},
    world::both,
};
use concordat_service::{
    coordination::{self, ActionItemFilter, DecisionFilter},
    kernel::{Outcome, Tx, table::FileKind},
};
use serde_json::{Value, json};

type Write<'f> = &'f dyn Fn(&mut Tx<'_>, &mut Vec<u8>) -> Outcome<()>;

/// The lines of a file of JSON, as somebody gets it.
fn lines(board: &Board<'_>, who: &str, write: Write<'_>) -> Vec<Value> {
    let mut out = Vec::new();
    board.world().database.read(&board.world().person(who), |tx| write(tx, &mut out)).unwrap();
    String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_decision_has_a_row_for_each_voice_and_an_action_item_has_one() {
    both(|world| {
        let board = Board::new(world);
        let called = board.called("CUSTOM");
        let words = json!({
            "group": board.id("coordination"), "meeting": called["id"], "title": "The lift", "text": "=It is mended.",
            "companies": [board.company("meridian"), board.company("nordlicht")], "followUpOn": "2026-05-04",
        });
        let proposed = board.done(PAUL, &PROPOSE, words);
        board.done(TOVE, &GIVE, on(&proposed, "decision", json!({ "word": "OBJECTS", "reason": "too dear" })));
        let item = json!({
            "group": board.id("coordination"), "title": "Mend it", "company": board.company("nordlicht"),
            "person": board.person(TOVE), "dueOn": "2026-04-20",
        });
        board.done(PAUL, &ASSIGN, item);
        let id = board.group.agreement;
        let decisions: Write<'_> =
            &|tx, out| coordination::export_decisions(tx, id, &DecisionFilter::default(), FileKind::Ndjson, out);
        let items: Write<'_> =
            &|tx, out| coordination::export_items(tx, id, &ActionItemFilter::default(), FileKind::Ndjson, out);
        let mut rows = lines(&board, OSKAR, decisions);
        rows.sort_by_key(|row| row["company"].to_string());
        let said = |row: &Value| ["company", "word", "reason", "state"].map(|name| row[name].clone());
        assert_eq!(said(&rows[0]), [json!("meridian"), Value::Null, Value::Null, json!("proposed")]);
        assert_eq!(said(&rows[1]), [json!("nordlicht"), json!("objects"), json!("too dear"), json!("proposed")]);
        assert_eq!(
            (rows.len(), &rows[0]["group"], &rows[0]["follow_up_on"]),
            (2, &json!("coordination"), &json!("2026-05-04"))
        );
        let rows = lines(&board, OSKAR, items);
        let told = ["title", "company", "person", "due_on", "state", "evidence"].map(|name| rows[0][name].clone());
        let due =
            [json!("Mend it"), json!("nordlicht"), json!("Tove Lind"), json!("2026-04-20"), json!("open"), Value::Null];
        assert_eq!((rows.len(), told), (1, due));
    });
}
