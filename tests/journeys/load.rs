//! Partners' systems that write all the time, and repeat what was not answered under the same key.

use super::client::Client;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

/// Writers at a time.
const WRITERS: u32 = 4;
/// Writes of each.
const WRITES: u32 = 20;
/// Every write must have been answered by then.
const PATIENCE: Duration = Duration::from_secs(60);

/// Writes that are all answered in the end, and what happens meanwhile.
pub struct Load {
    server: SocketAddr,
    bearer: String,
    answered: AtomicU32,
}

impl Load {
    /// A load on a server, with a token of its operator.
    pub fn on(server: SocketAddr, bearer: &str) -> Self {
        Self { server, bearer: bearer.to_owned(), answered: AtomicU32::new(0) }
    }

    /// How many writes have been answered.
    pub fn answered(&self) -> u32 {
        self.answered.load(Ordering::SeqCst)
    }

    /// Writes while `meanwhile` runs; each write once, as everybody believes.
    pub fn during<T>(&self, meanwhile: impl FnOnce() -> T) -> T {
        std::thread::scope(|scope| {
            let writers: Vec<_> = (0..WRITERS)
                .map(|writer| {
                    scope.spawn(move || (0..WRITES).for_each(|number| self.write(&format!("w{writer}-{number}"))))
                })
                .collect();
            let done = meanwhile();
            writers.into_iter().for_each(|writer| writer.join().unwrap());
            done
        })
    }

    /// Makes a token of that name, and repeats itself until it is answered.
    fn write(&self, name: &str) {
        let query = "mutation($name: String!) { createToken(input: { name: $name, scopes: [READ], days: 1 }) \
                     { refusals { code } } }";
        let body = json!({ "query": query, "variables": { "name": name } });
        let mut client = self.client();
        let began = Instant::now();
        loop {
            let told = match client.try_ask("POST /graphql", &[("idempotency-key", name)], Some(&body)) {
                Ok(answer) if answer.status == 200 && answer.json()["errors"].is_null() => {
                    assert_eq!(answer.json()["data"]["createToken"]["refusals"], json!([]));
                    self.answered.fetch_add(1, Ordering::SeqCst);
                    return;
                }
                Ok(answer) => {
                    assert!([200, 503].contains(&answer.status), "{answer:?}");
                    answer.body
                }
                Err(why) => why.to_string(),
            };
            assert!(began.elapsed() < PATIENCE, "{name}: {told}");
            std::thread::yield_now();
        }
    }

    /// Every write is there, and there once.
    pub fn check(&self) {
        let answer = self.client().query("{ viewer { tokens { name } } }").json();
        let tokens = answer["data"]["viewer"]["tokens"].as_array().unwrap_or_else(|| panic!("{answer}"));
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for name in
            tokens.iter().filter_map(|token: &Value| token["name"].as_str()).filter(|name| name.starts_with('w'))
        {
            *counts.entry(name).or_default() += 1;
        }
        let wrong: Vec<_> = counts.iter().filter(|(_, count)| **count != 1).collect();
        assert!(wrong.is_empty(), "not once: {wrong:?}");
        assert_eq!(counts.len(), (WRITERS * WRITES) as usize, "lost: only {counts:?}");
    }

    fn client(&self) -> Client {
        Client::new(self.server).with("authorization", &self.bearer)
    }
}
