//! What follows from the log goes on when something in it cannot be followed.

use crate::support::{
    deviations::{Group, TOVE},
    receiver::Receiver,
    world::both,
};
use concordat_domain::kernel::Kind;
use concordat_service::{kernel::Tx, reactions};
use diesel::{RunQueryDsl as _, sql_query};
use serde_json::json;

impl Group<'_> {
    fn sql(&self, text: &str) {
        let done = |tx: &mut Tx<'_>| Ok(sql_query(text).execute(tx.noting()?)?);
        assert_eq!(self.world.database.write(&self.world.console(), self.agreement, done).unwrap(), 1, "{text}");
    }

    /// Follows the log once; tells how many of its events are followed by then, and how many of them it says were not.
    fn reacted(&self) -> (usize, usize) {
        let followed = reactions::follow_all(&self.world.database).unwrap();
        let events = self.world.events(self.agreement);
        (followed, events.iter().filter(|kind| *kind == "reaction.failed").count())
    }
}

#[test]
fn a_row_that_does_not_read_costs_each_event_its_consequences_once_and_no_more() {
    both(|world| {
        let group = Group::new(world);
        let receiver = Receiver::start();
        group.reacted();
        group.hook(TOVE, &receiver, &["deviation.raised"]);
        group.reacted();
        group.sql("UPDATE webhooks SET body = (SELECT standing FROM agreement_versions LIMIT 1)");
        for _ in 0..3 {
            let happens = |tx: &mut Tx<'_>| tx.record(Kind::new("item.overdue"), group.agreement, None, &json!({}));
            world.database.write(&world.console(), group.agreement, happens).unwrap();
        }
        assert_eq!(group.reacted(), (2 * 3, 3), "each of them, and what the log says of it");
        assert_eq!(group.reacted(), (0, 3), "the log has an end");
    });
}

#[test]
fn an_agreement_that_does_not_read_waits_until_it_does() {
    both(|world| {
        let group = Group::new(world);
        let receiver = Receiver::start();
        group.hook(TOVE, &receiver, &["deviation.raised"]);
        group.reacted();
        group.assess("2026-03", 50);
        group.sql("UPDATE agreement_versions SET standing = (SELECT body FROM webhooks)");
        let events = world.events(group.agreement);
        assert!(reactions::follow_all(&world.database).is_err());
        assert_eq!(world.events(group.agreement), events, "none of them was passed over");
    });
}
