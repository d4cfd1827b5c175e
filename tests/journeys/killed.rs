//! The server is killed in the middle of everything: what was answered is there, and what is repeated is not done twice.

use super::{
    load::Load,
    place::both,
    process::{Product, until},
};

#[test]
fn nothing_is_lost_and_nothing_doubled_by_kill_9() {
    both(|_, place| {
        let mut server = Product::serve(place);
        let load = Load::on(server.address, &server.operators_token(place));
        load.during(|| {
            for answered in [5, 30] {
                until("enough is written", || load.answered() > answered);
                server.signal("-KILL");
                assert_eq!(server.ended(), None);
                server = Product::serve_at(&server.address.to_string(), place);
            }
        });
        load.check();
    });
}
