//! A page of the console: with a nonce of its own, and a policy that keeps everything foreign out of it.

use super::File;
use actix_web::{HttpResponse, http::header};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// What stands in a page for the nonce.
const PLACEHOLDER: &str = "__CSP_NONCE__";

/// What a browser is told where the binary was built without the console.
const WITHOUT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Concordat</title>\
    <h1>Concordat</h1><p>This binary was built without the console. To have it, install Node 20 or later, run \
    <code>npm ci &amp;&amp; npm run build</code> in the folder <code>web</code> of the source, and build the binary again; \
    <code>cargo demo</code> does all of it.</p><p>The API answers at <code>/graphql</code>; its schema is at \
    <a href=\"/schema.graphql\">/schema.graphql</a>.</p></html>\n";

/// The page, or what is said where there is none.
pub(super) fn answer(page: Option<&File>, secret: &[u8]) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response.content_type("text/html; charset=utf-8").insert_header((header::CACHE_CONTROL, "no-cache"));
    response.insert_header((header::VARY, "Accept"));
    let Some(text) = page.and_then(|page| std::str::from_utf8(page.plain).ok()) else {
        return response.body(WITHOUT);
    };
    let nonce = STANDARD.encode(secret);
    response.insert_header((header::CONTENT_SECURITY_POLICY, policy(&nonce)));
    response.body(text.replace(PLACEHOLDER, &nonce))
}

/// Everything comes from here and nothing is inline, but for the style elements that carry the nonce.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; \
         form-action 'self'"
    )
}
