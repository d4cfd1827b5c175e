//! The web console: what a browser gets for every path that is none of the API's.
//!
//! The files are in the binary. Those below `/assets` have their content's hash in their name and are kept for good; the
//! pages are read anew each time, because each carries a nonce of its own.

mod files;
mod page;

pub use files::{Console, File};

use super::{answers, instance::Instance};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, StatusCode, header, header::HeaderMap},
    web,
};

/// Where files are whose names tell their content.
const ASSETS: &str = "/assets/";

/// The first parts of the API's paths: whoever asks for one of them, mistyped or not, is told in JSON.
const API: [&str; 11] = [
    "assets",
    "auth",
    "calendar",
    "export",
    "graphql",
    "import",
    "livez",
    "mail",
    "metrics",
    "readyz",
    "schema.graphql",
];

/// Adds the console behind all other routes: a file, a page, or that there is nothing.
pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/assets/{file:.*}", web::route().to(answer)).default_service(web::to(answer));
}

async fn answer(instance: web::Data<Instance>, request: HttpRequest) -> HttpResponse {
    let (console, path) = (&instance.console, request.path());
    if [Method::GET, Method::HEAD].contains(request.method()) {
        if let Some(file) = console.file(path) {
            return files::answer(file, path.starts_with(ASSETS), &request);
        }
        if is_page(path) && takes_html(request.headers()) {
            return page::answer(console.page(path), &instance.database.chance().secret());
        }
    }
    answers::said(StatusCode::NOT_FOUND, "NOT_FOUND", "not found")
}

/// Whether a path may be one of the console's own; which ones there are, it knows itself.
fn is_page(path: &str) -> bool {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    !API.contains(&first)
}

/// Whether a person looks at it: programs that would take anything do not name HTML.
fn takes_html(headers: &HeaderMap) -> bool {
    let accepts = headers.get_all(header::ACCEPT).filter_map(|value| value.to_str().ok());
    let mut ranges = accepts.flat_map(|value| value.split(','));
    ranges.any(|range| range.split(';').next().is_some_and(|media| media.trim().eq_ignore_ascii_case("text/html")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn what_the_api_would_answer_is_no_page() {
        for page in ["/", "/explore", "/agreements/Z2lk/scorecard", "/graphqlish", "//x", "/a/../auth"] {
            assert!(is_page(page), "{page}");
        }
        for api in ["/graphql", "/graphql/x", "/auth/nothing", "/assets/gone.js", "//auth/x", "/schema.graphql"] {
            assert!(!is_page(api), "{api}");
        }
    }

    #[test]
    fn html_is_asked_for_by_name() {
        let takes = |accept: &str| {
            takes_html(TestRequest::default().append_header(("accept", accept)).to_http_request().headers())
        };
        assert!(takes("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        assert!(takes("application/xml, Text/HTML;q=0.5"));
        assert!(!takes("*/*") && !takes("application/json") && !takes(""));
    }
}
