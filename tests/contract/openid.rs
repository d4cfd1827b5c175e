//! Signing in at a real OpenID Connect provider: who comes in, and who does not.

use crate::support::{
    agreement::STEWARD,
    loopback::{Answered, Loopback},
    served::{instance, start},
    world::World,
};
use concordat_service::identity::openid::{OpenId, Provider};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
};
use ureq::Agent;

/// Where browsers come back to, as the provider knows it. Nobody listens there: the test brings the code along.
const ORIGIN: &str = "http://127.0.0.1:1";
const SECRET: &str = "a secret of forty letters, more or less.";

/// The provider's process.
struct Elsewhere {
    process: Child,
    issuer: String,
    now: String,
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Elsewhere {
    /// Starts it, where there is Node and its package was installed. `claims` says where the address is told.
    fn open(claims: &str) -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("contract/openid");
        if !folder.join("node_modules").is_dir() || Command::new("node").arg("--version").output().is_err() {
            let why = "the provider needs node and `npm ci` in tests/contract/openid";
            assert!(std::env::var_os("CONCORDAT_TEST_ALL").is_none(), "{why}");
            eprintln!("skipped: {why}");
            return None;
        }
        let mut command = Command::new("node");
        command.current_dir(folder).args(["provider.mjs", &format!("{ORIGIN}/auth/openid/callback"), STEWARD, claims]);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let told: Value = serde_json::from_str(&line).unwrap();
        let text = |key: &str| told[key].as_str().unwrap().to_owned();
        Some(Self { process, issuer: text("issuer"), now: text("now") })
    }
}

/// A server that knows the provider, and the provider.
struct Both {
    world: World,
    server: Loopback,
    elsewhere: Elsewhere,
}

fn both(claims: &str, issuer: impl Fn(&str) -> String, secret: &str) -> Option<Both> {
    let elsewhere = Elsewhere::open(claims)?;
    let world = World::sqlite();
    world.sample();
    world.at(&elsewhere.now);
    let mut instance = instance(&world, &[]);
    let provider = Provider {
        issuer: issuer(&elsewhere.issuer),
        client: "concordat".into(),
        secret: Some(secret.to_owned().into()),
        name: "Example".into(),
        domains: vec!["meridian.example".into(), "far.example".into()],
        operators: false,
    };
    instance.openid = Some(Arc::new(OpenId::new(provider, ORIGIN).unwrap()));
    Some(Both { server: start(instance), world, elsewhere })
}

fn usual(test: impl Fn(&Both)) {
    if let Some(both) = both("userinfo", str::to_owned, SECRET) {
        test(&both);
    }
}

/// A sign-in that has begun: the provider's address, and the browser's cookie.
struct Begun {
    location: String,
    cookie: String,
}

impl Both {
    fn begin(&self) -> Begun {
        let began = self.server.ask("GET /auth/openid/start?to=/agreements", &[], b"");
        assert_eq!(began.status, 303, "{began:?}");
        let cookie = began.all("set-cookie")[0];
        assert!(cookie.contains("; HttpOnly; SameSite=Lax") && cookie.contains("Path=/auth/openid/callback"));
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Begun { location: began.all("location")[0].to_owned(), cookie }
    }

    fn back(&self, query: &str, cookie: &str) -> Answered {
        self.server.ask(&format!("GET /auth/openid/callback?{query}"), &[("cookie", cookie)], b"")
    }

    /// Comes in as somebody, from begin to end.
    fn come(&self, who: &str) -> Answered {
        let begun = self.begin();
        let query = at_the_provider(&format!("{}&login_hint={who}", begun.location));
        self.back(&query, &begun.cookie)
    }
}

/// Goes where the provider leads, as a browser does, until it leads back; gives the query that it leads back with.
fn at_the_provider(location: &str) -> String {
    let agent: Agent = Agent::config_builder().max_redirects(0).http_status_as_error(false).build().into();
    let host = location.split('/').take(3).collect::<Vec<_>>().join("/");
    let (mut location, mut cookies) = (location.to_owned(), BTreeMap::<String, String>::new());
    for _ in 0..10 {
        let jar: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let answer = agent.get(&location).header("cookie", jar.join("; ")).call().unwrap();
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            cookies.insert(name.to_owned(), value.to_owned());
        }
        let next = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
        location = next.unwrap_or_else(|| panic!("{} at {location}", answer.status()));
        if let Some(query) = location.strip_prefix(&format!("{ORIGIN}/auth/openid/callback?")) {
            return query.to_owned();
        }
        if location.starts_with('/') {
            location = format!("{host}{location}");
        }
    }
    panic!("it leads nowhere: {location}");
}

#[track_caller]
fn refused(answer: &Answered, why: &str) {
    let location = format!("/sign-in?refused={why}");
    assert_eq!((answer.status, answer.header("location")), (303, Some(location.as_str())), "{answer:?}");
    assert!(!answer.all("set-cookie").join(" ").contains("concordat_session"), "{answer:?}");
}

fn changed(location: &str, parameter: &str, to: &str) -> String {
    let (before, rest) = location.split_once(&format!("&{parameter}=")).unwrap();
    let after = rest.split_once('&').map_or("", |(_, after)| after);
    format!("{before}&{parameter}={to}&{after}")
}

#[test]
fn a_known_person_comes_in() {
    for claims in ["userinfo", "token"] {
        let Some(both) = both(claims, str::to_owned, SECRET) else { return };
        let options = both.server.ask("GET /auth/options", &[], b"").json();
        assert_eq!(options["openid"], serde_json::json!({ "name": "Example", "start": "/auth/openid/start" }));
        let came = both.come("known");
        assert_eq!((came.status, came.header("location")), (303, Some("/agreements")), "{came:?}");
        let cookies = came.all("set-cookie");
        let session = cookies.iter().find_map(|cookie| cookie.strip_prefix("concordat_session=")).unwrap();
        assert!(session.contains("HttpOnly; SameSite=Lax"), "{session}");
        assert!(cookies.iter().any(|cookie| cookie.starts_with("concordat_openid=;") && cookie.contains("Max-Age=0")));
    }
}

#[test]
fn nobody_is_created_and_an_address_must_be_verified() {
    usual(|both| {
        refused(&both.come("stranger"), "unknown");
        refused(&both.come("foreign"), "unknown");
        refused(&both.come("unverified"), "unverified");
    });
    if let Some(both) = both("token", str::to_owned, SECRET) {
        refused(&both.come("unverified"), "unverified");
    }
}

#[test]
fn another_account_with_the_same_address_does_not_come_in() {
    usual(|both| {
        assert_eq!(both.come("known").header("location"), Some("/agreements"));
        refused(&both.come("another"), "unknown");
        assert_eq!(both.come("known").header("location"), Some("/agreements"));
    });
}

#[test]
fn another_browser_or_another_state_does_not_end_it() {
    usual(|both| {
        let (begun, other) = (both.begin(), both.begin());
        let query = at_the_provider(&begun.location);
        refused(&both.back(&query, ""), "stale");
        refused(&both.back(&query, &other.cookie), "stale");
        refused(&both.back(&changed(&format!("&{query}"), "state", "x"), &begun.cookie), "stale");
        refused(&both.back(&query, &format!("{}x", begun.cookie)), "stale");
        assert_eq!(both.back(&query, &begun.cookie).header("location"), Some("/agreements"));
    });
}

#[test]
fn a_code_works_once_and_for_whoever_began() {
    usual(|both| {
        let begun = both.begin();
        let query = at_the_provider(&begun.location);
        assert_eq!(both.back(&query, &begun.cookie).header("location"), Some("/agreements"));
        refused(&both.back(&query, &begun.cookie), "stale");
        // another one's code in one's own sign-in: the verifier is not his
        let (begun, other) = (both.begin(), both.begin());
        let code = changed(&format!("&{}", at_the_provider(&other.location)), "state", "x").replace("state=x", "");
        let own = begun.location.split("state=").nth(1).unwrap().split('&').next().unwrap();
        refused(&both.back(&format!("{code}&state={own}"), &begun.cookie), "provider");
    });
}

#[test]
fn another_nonce_is_another_sign_in() {
    usual(|both| {
        let begun = both.begin();
        let query = at_the_provider(&changed(&begun.location, "nonce", "another"));
        refused(&both.back(&query, &begun.cookie), "provider");
    });
}

#[test]
fn what_has_ended_is_not_taken() {
    usual(|both| {
        let begun = both.begin();
        let query = at_the_provider(&begun.location);
        both.world.clock.set(both.world.database.clock().now().plus_seconds(5 * 60));
        refused(&both.back(&query, &begun.cookie), "provider");
        let begun = both.begin();
        let query = at_the_provider(&begun.location);
        both.world.clock.set(both.world.database.clock().now().plus_seconds(11 * 60));
        refused(&both.back(&query, &begun.cookie), "stale");
    });
}

#[test]
fn the_provider_is_who_it_says_and_knows_us() {
    let begins = |both: &Both| both.server.ask("GET /auth/openid/start", &[], b"");
    let Some(other) = both("userinfo", |issuer| format!("{issuer}/"), SECRET) else { return };
    refused(&begins(&other), "provider");
    let Some(other) = both("userinfo", str::to_owned, "another secret") else { return };
    refused(&other.come("known"), "provider");
    let Some(mut gone) = both("userinfo", str::to_owned, SECRET) else { return };
    let _ = gone.elsewhere.process.kill();
    let _ = gone.elsewhere.process.wait();
    refused(&begins(&gone), "provider");
}

#[test]
fn without_a_provider_there_is_no_such_door() {
    let world = World::sqlite();
    let server = start(instance(&world, &[]));
    assert_eq!(server.ask("GET /auth/options", &[], b"").json(), serde_json::json!({ "set_up": true, "openid": null }));
    for path in ["/auth/openid/start", "/auth/openid/callback?state=x&code=y"] {
        assert_eq!(server.ask(&format!("GET {path}"), &[("accept", "text/html")], b"").status, 404);
    }
}
