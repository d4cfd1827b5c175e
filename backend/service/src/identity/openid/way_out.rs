//! The way to the provider: bounded in time and in bytes, and nowhere else than where its own documents say.

use crate::kernel::tls;
use openidconnect::{HttpRequest, HttpResponse};
use std::time::{Duration, Instant};
use ureq::{Agent, Timeout};

/// How long one request may take from the first look at the name to the last byte.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long resolving and connecting may take each.
const HURRY: Duration = Duration::from_secs(5);
/// So many bytes an answer may have.
const BYTES: u64 = 512 * 1_024;
/// Bytes of headers at most.
const HEADER_BYTES: usize = 32 * 1_024;

/// A client without redirects: where a provider is, is said once, in its own document.
pub(super) fn agent() -> Agent {
    let config = Agent::config_builder()
        .tls_config(tls::trusted())
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .max_response_header_size(HEADER_BYTES)
        .timeout_global(Some(PATIENCE))
        .timeout_resolve(Some(HURRY))
        .timeout_connect(Some(HURRY))
        .user_agent("Concordat")
        .build();
    config.into()
}

/// One request, which must have ended by a time whatever it may take itself. Blocks.
pub(super) fn send(agent: &Agent, request: HttpRequest, until: Instant) -> Result<HttpResponse, ureq::Error> {
    let left = until.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(ureq::Error::Timeout(Timeout::Global));
    }
    let request = agent.configure_request(request).timeout_global(Some(left.min(PATIENCE))).build();
    let (head, mut body) = agent.run(request)?.into_parts();
    let body = body.with_config().limit(BYTES).read_to_vec()?;
    Ok(HttpResponse::from_parts(head, body))
}
