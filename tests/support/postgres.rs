//! The PostgreSQL of this test process, where there is one.

use xtask::postgres::{self, Server, Why};

/// Set by `cargo xtask test --all`: then a test that cannot run fails.
const ALL: &str = "CONCORDAT_TEST_ALL";

/// The server to test on; nothing where none is installed, after saying so. A server that is there and does not
/// work fails the test.
pub fn server() -> Option<&'static Server> {
    match postgres::shared() {
        Ok(server) => Some(server),
        Err(Why::Missing(why)) if std::env::var_os(ALL).is_none() => {
            eprintln!("skipped on PostgreSQL: {why}");
            None
        }
        Err(why) => panic!("{why}"),
    }
}
