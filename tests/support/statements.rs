//! Counts the statements that a piece of work sends to the database.

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use std::{cell::Cell, sync::Once};

thread_local! {
    static SENT: Cell<usize> = const { Cell::new(0) };
}

fn counter() -> Option<Box<dyn Instrumentation>> {
    Some(Box::new(|event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            let text = query.to_string();
            // what opens and closes a transaction is not what a query costs
            let frame = ["BEGIN", "COMMIT", "ROLLBACK", "SELECT enter", "PRAGMA", "SET "];
            if !frame.iter().any(|begin| text.starts_with(begin)) {
                SENT.with(|sent| sent.set(sent.get() + 1));
            }
        }
    }))
}

/// Runs `work` and tells how many statements it sent. Call [`watch`] before the connections are opened.
pub fn count<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = SENT.with(Cell::get);
    let done = work();
    (done, SENT.with(Cell::get) - before)
}

/// Counts on every connection that is opened from now on.
pub fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| set_default_instrumentation(counter).expect("an instrumentation can be set"));
}
