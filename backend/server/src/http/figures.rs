//! The figures that Prometheus reads, on a port of their own.

use super::instance::Instance;
use actix_web::{HttpResponse, web};
use concordat_service::kpis::Counts;
use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

const REQUESTS: &str = "concordat_http_requests_total";
const SECONDS: &str = "concordat_http_request_seconds";
pub use crate::graphql::kernel::errors::REFUSALS;
const IMPORT_ROWS: &str = "concordat_import_rows_total";
/// Open sockets.
pub const SOCKETS: &str = "concordat_websocket_connections";
const DEADLINES: &str = "concordat_case_deadlines_total";
const CONNECTIONS: &str = "concordat_database_connections";

/// The upper ends of the histogram's rows, in seconds.
const ENDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// Starts to count.
///
/// # Errors
/// Somebody counts already in this process.
pub fn start() -> Result<PrometheusHandle, BuildError> {
    let builder = PrometheusBuilder::new().set_buckets_for_metric(Matcher::Full(SECONDS.into()), &ENDS)?;
    let handle = builder.install_recorder()?;
    describe_counter!(REQUESTS, "HTTP requests, by method, route and status");
    describe_histogram!(SECONDS, Unit::Seconds, "Time to answer an HTTP request, by route");
    describe_counter!(REFUSALS, "Rules that refused, by their code");
    describe_counter!(IMPORT_ROWS, "Rows of imports, by outcome");
    describe_counter!(DEADLINES, "Deadlines of cases that came near or passed and were recorded by this server");
    describe_gauge!(SOCKETS, "Open WebSocket connections");
    describe_gauge!(CONNECTIONS, "Database connections, by pool and state");
    Ok(handle)
}

/// Counts one answered request.
pub fn request(method: &'static str, route: &str, status: u16, seconds: f64) {
    counter!(REQUESTS, "method" => method, "route" => route.to_owned(), "status" => status.to_string()).increment(1);
    histogram!(SECONDS, "route" => route.to_owned()).record(seconds);
}

/// Counts the rows that an import has taken since it told the last time.
pub fn imported(before: Counts, now: Counts) {
    let outcomes = [
        ("recorded", now.recorded - before.recorded),
        ("corrected", now.corrected - before.corrected),
        ("unchanged", now.unchanged - before.unchanged),
        ("rejected", now.rejected - before.rejected),
    ];
    for (outcome, rows) in outcomes {
        counter!(IMPORT_ROWS, "outcome" => outcome).increment(rows);
    }
}

/// Counts deadlines of cases that came near or passed.
pub fn deadlines(recorded: usize) {
    counter!(DEADLINES).increment(u64::try_from(recorded).unwrap_or(u64::MAX));
}

/// `GET /metrics`.
pub async fn show(handle: web::Data<PrometheusHandle>, instance: web::Data<Instance>) -> HttpResponse {
    for pool in instance.database.pools() {
        gauge!(CONNECTIONS, "pool" => pool.name, "state" => "open").set(pool.open);
        gauge!(CONNECTIONS, "pool" => pool.name, "state" => "idle").set(pool.idle);
        gauge!(CONNECTIONS, "pool" => pool.name, "state" => "most").set(pool.most);
    }
    handle.run_upkeep();
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(handle.render())
}
