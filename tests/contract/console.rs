//! What browsers get: pages with a policy and a nonce, files that are kept for good, and a clear no for all else.

use crate::support::{
    loopback::{Answered, Loopback},
    served::{bearer, instance, start},
    world::World,
};
use concordat::http::{
    console::{Console, File},
    rates::Rates,
};
use std::collections::BTreeSet;

const PAGE: &[u8] = b"<html><meta name=\"csp-nonce\" content=\"__CSP_NONCE__\"></html>";

const fn file(name: &'static str, media: &'static str, plain: &'static [u8]) -> File {
    File { name, media, hash: "1f", plain, brotli: None, gzip: None }
}

static FILES: [File; 4] = [
    File {
        brotli: Some(b"as brotli"),
        gzip: Some(b"as gzip"),
        ..file("assets/index-1f.js", "text/javascript; charset=utf-8", b"as it is")
    },
    file("explore.html", "text/html; charset=utf-8", b"<html>explore</html>"),
    file("index.html", "text/html; charset=utf-8", PAGE),
    file("mark.svg", "image/svg+xml", b"<svg/>"),
];

fn served(test: impl Fn(&Loopback)) {
    let world = World::sqlite();
    let mut instance = instance(&world, &[]);
    instance.console = Console(&FILES);
    test(&start(instance));
}

fn look(server: &Loopback, line: &str) -> Answered {
    server.ask(line, &[("accept", "text/html,application/xhtml+xml,*/*;q=0.8")], b"")
}

fn nonce(page: &Answered) -> &str {
    let (_, rest) = page.body.split_once("content=\"").unwrap();
    rest.split_once('"').unwrap().0
}

#[test]
fn every_page_has_a_nonce_of_its_own_and_a_strict_policy() {
    served(|server| {
        let mut nonces = BTreeSet::new();
        for path in ["/", "/agreements/Z2lk/scorecard?period=2026-01", "/explorer", "/index.html"] {
            let page = look(server, &format!("GET {path}"));
            assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")), "{path}");
            assert_eq!(page.header("cache-control"), Some("no-cache"));
            let nonce = nonce(&page);
            assert!(nonce.len() >= 22 && !page.body.contains("CSP_NONCE"), "{}", page.body);
            // header lines come in lower case here
            let policy = page.header("content-security-policy").unwrap();
            let style = format!("style-src 'self' 'nonce-{nonce}'").to_ascii_lowercase();
            for rule in ["default-src 'none'", "script-src 'self'", &style, "frame-ancestors 'none'", "base-uri 'none'"]
            {
                assert!(policy.split("; ").any(|one| one == rule), "{rule} in {policy}");
            }
            assert!(!policy.contains("unsafe") && page.header("x-content-type-options") == Some("nosniff"));
            nonces.insert(nonce.to_owned());
        }
        assert_eq!(nonces.len(), 4);
        assert_eq!(look(server, "GET /explore").body, "<html>explore</html>");
    });
}

#[test]
fn files_are_kept_for_good_and_come_as_short_as_the_reader_takes_them() {
    served(|server| {
        for (accepts, form, body) in [
            ("gzip, deflate, br, zstd", Some("br"), "as brotli"),
            ("gzip", Some("gzip"), "as gzip"),
            ("br;q=0.1, gzip", Some("gzip"), "as gzip"),
            ("br;q=0", None, "as it is"),
            ("", None, "as it is"),
        ] {
            let file = server.ask("GET /assets/index-1f.js", &[("accept-encoding", accepts)], b"");
            assert_eq!((file.status, file.header("content-encoding"), file.body.as_str()), (200, form, body));
            assert_eq!(file.header("content-type"), Some("text/javascript; charset=utf-8"));
            assert_eq!(file.header("cache-control"), Some("public, max-age=31536000, immutable"));
            assert_eq!((file.header("vary"), file.header("ratelimit")), (Some("accept-encoding"), None));
            let tag = file.header("etag").unwrap().to_owned();
            let known = [("accept-encoding", accepts), ("if-none-match", tag.as_str())];
            let again = server.ask("GET /assets/index-1f.js", &known, b"");
            assert_eq!((again.status, again.body.as_str(), again.header("etag")), (304, "", Some(tag.as_str())));
            assert_eq!(again.header("vary"), Some("accept-encoding"));
        }
        let other = [("accept-encoding", "gzip"), ("if-none-match", "\"1f-br\"")];
        assert_eq!(server.ask("GET /assets/index-1f.js", &other, b"").status, 200);
        assert_eq!(server.ask("GET /mark.svg", &[], b"").header("cache-control"), Some("no-cache"));
    });
}

#[test]
fn heads_are_answered_without_a_body() {
    served(|server| {
        let head = server.ask("HEAD /assets/index-1f.js", &[("accept-encoding", "br")], b"");
        assert_eq!((head.status, head.body.as_str(), head.header("content-length")), (200, "", Some("9")));
        let page = look(server, "HEAD /");
        assert_eq!((page.status, page.body.as_str()), (200, ""));
    });
}

#[test]
fn what_is_neither_a_file_nor_a_page_is_told_in_json() {
    served(|server| {
        let asked_by_programs = server.ask("GET /somewhere", &[("accept", "*/*")], b"");
        let mut told = vec![asked_by_programs, look(server, "POST /"), look(server, "PUT /assets/index-1f.js")];
        for path in [
            "/assets/gone.js",
            "/assets/../index.html",
            "/assets/..%2fexplore.html",
            "/auth/nothing",
            "/graphql/nothing",
            "/export/nothing/at/all",
            "/calendar/x",
            "//auth/nothing",
        ] {
            told.push(look(server, &format!("GET {path}")));
        }
        for no in told {
            assert_eq!(
                (no.status, &no.json()["errors"][0]["extensions"]["code"]),
                (404, &"NOT_FOUND".into()),
                "{no:?}"
            );
        }
        for path in ["/../Cargo.toml", "/..%2f..%2fCargo.toml", "/%2e%2e/etc/passwd", "/.vite/manifest.json"] {
            assert_eq!(server.ask(&format!("GET {path}"), &[], b"").status, 404, "{path}");
        }
    });
}

#[test]
fn a_binary_without_the_console_says_so() {
    let world = World::sqlite();
    let mut instance = instance(&world, &[]);
    instance.console = Console(&[]);
    let server = start(instance);
    let page = look(&server, "GET /");
    assert!(page.status == 200 && page.body.contains("built without the console"), "{page:?}");
    assert!(page.header("content-security-policy").unwrap().starts_with("default-src 'none'; frame-ancestors 'none'"));
}

#[test]
fn a_page_s_files_do_not_use_up_what_a_person_may_ask() {
    let world = World::sqlite();
    let mut instance = instance(&world, &[]);
    (instance.console, instance.rates) = (Console(&FILES), Rates::new(2, 1));
    let server = start(instance);
    let (name, value) = bearer("x");
    let mine = [(name, value.as_str())];
    for _ in 0..20 {
        assert_eq!(server.ask("GET /assets/index-1f.js", &mine, b"").status, 200);
    }
    let asked: Vec<u16> = (0..3).map(|_| server.ask("GET /schema.graphql", &mine, b"").status).collect();
    assert_eq!(asked, [200, 200, 429]);
}

#[test]
fn what_was_built_in_is_whole() {
    let files = Console::BUILT_IN.0;
    assert!(files.is_sorted_by_key(|file| file.name));
    if files.is_empty() {
        let why = "the tests were built without the console: npm ci && npm run build in web";
        assert!(std::env::var_os("CONCORDAT_TEST_ALL").is_none(), "{why}");
        eprintln!("skipped: {why}");
        return;
    }
    for file in files.iter().filter(|file| file.name.ends_with(".html")) {
        assert!(String::from_utf8_lossy(file.plain).contains("__CSP_NONCE__"), "{}", file.name);
    }
    let heavy = files.iter().filter(|file| file.name.ends_with(".js") && file.plain.len() > 4_096);
    for file in heavy {
        assert!(file.brotli.is_some() && file.gzip.is_some(), "{} is not compressed", file.name);
    }
}
