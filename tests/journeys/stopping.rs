//! A server that is told to stop answers what it has taken.

use super::{
    place::both,
    process::{Product, until},
};
use std::sync::atomic::{AtomicU32, Ordering};

const VIEWER: &str = "{ viewer { operator } }";

#[test]
fn what_was_taken_is_answered() {
    both(|_, place| {
        let mut server = Product::serve(place);
        let answered = AtomicU32::new(0);
        let failed: Vec<String> = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        let (mut client, mut requests) = (server.client(), 0);
                        loop {
                            let body = serde_json::json!({ "query": VIEWER });
                            let answer =
                                client.try_ask("POST /graphql", &[], Some(&body)).map_err(|why| why.to_string())?;
                            requests += 1;
                            answered.fetch_add(1, Ordering::SeqCst);
                            if answer.status != 200 {
                                return Err(format!("{answer:?}"));
                            }
                            // the server says that it will not take another one on this connection
                            if answer.closes() {
                                return Ok(requests);
                            }
                        }
                    })
                })
                .collect();
            until("requests are answered", || answered.load(Ordering::SeqCst) > 100);
            server.signal("-TERM");
            clients.into_iter().filter_map(|client| client.join().unwrap().err()).collect()
        });
        assert_eq!(failed, [""; 0]);
        assert_eq!(server.ended(), Some(0));
    });
}

#[test]
fn a_server_that_stops_is_not_ready() {
    both(|_, place| {
        let mut server = Product::serve(place);
        assert_eq!(server.client().ask("GET /readyz", None).status, 200);
        server.signal("-INT");
        until("it is red or gone", || match server.client().try_ask("GET /readyz", &[], None) {
            Ok(answer) => answer.status == 503,
            Err(_) => true,
        });
        assert_eq!(server.ended(), Some(0));
    });
}
