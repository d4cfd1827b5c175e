//! The first day of an instance: set up once, signed in, a partner's token made, used, revoked; restarted, copied.

use super::{
    place::{Place, both},
    process::{OPERATOR, PASSWORD, Product, run, told},
};
use serde_json::{Value, json};

const VIEWER: &str = "{ viewer { operator person { name } } }";

#[test]
fn set_up_sign_in_and_a_partner_s_token() {
    both(|_, place| {
        let server = Product::serve(place);
        let options = |set_up: bool| json!({ "set_up": set_up, "openid": null });
        assert_eq!(server.client().ask("GET /auth/options", None).json(), options(true));
        let mut operator = server.operated();
        assert_eq!(operator.ask("GET /auth/options", None).json(), options(false));
        let set_up = json!({ "token": server.set_up_token, "email": "eve@example.org", "name": "Eve", "company": "x",
            "password": PASSWORD });
        let again = operator.ask("POST /auth/set-up", Some(&set_up));
        assert_eq!((again.status, again.code()), (422, "REFUSED".into()));

        let wrong = json!({ "email": OPERATOR, "password": "wrong horse battery staple" });
        let refused = operator.ask("POST /auth/sign-in", Some(&wrong));
        assert_eq!(
            (refused.status, refused.code(), refused.header("set-cookie")),
            (401, "UNAUTHENTICATED".into(), None)
        );
        let signed_in = operator.ask("POST /auth/sign-in", Some(&json!({ "email": OPERATOR, "password": PASSWORD })));
        assert_eq!(signed_in.status, 200);
        let cookie = signed_in.header("set-cookie").unwrap();
        assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
        let cookie = cookie.split(';').next().unwrap().to_owned();

        let mut browser = server.client().with("cookie", &cookie).with("sec-fetch-site", "same-origin");
        assert_eq!(browser.query(VIEWER).json()["data"]["viewer"]["operator"], true);
        let mut elsewhere = server.client().with("cookie", &cookie).with("origin", "https://evil.example");
        assert_eq!((elsewhere.query(VIEWER).status, elsewhere.query(VIEWER).code()), (403, "FOREIGN_ORIGIN".into()));
        assert_eq!(browser.ask("POST /auth/sign-out", Some(&json!({}))).status, 204);
        assert_eq!(browser.query(VIEWER).code(), "UNAUTHENTICATED");

        let made = told(&[&["token", "create", OPERATOR, "--name", "reports", "--scope", "read"], place].concat());
        let exchange = json!({ "token": made["token"] });
        let exchanged = operator.ask("POST /auth/token", Some(&exchange)).json();
        let bearer = format!("Bearer {}", exchanged["token"].as_str().unwrap());
        let mut partner = server.client().with("authorization", &bearer);
        assert_eq!(partner.query(VIEWER).json()["data"]["viewer"]["person"]["name"], "Olga");
        let id = made["id"].as_str().unwrap();
        assert!(run(&[&["token", "revoke", id], place].concat()).status.success());
        assert_eq!(partner.query(VIEWER).code(), "UNAUTHENTICATED");
        assert_eq!(operator.ask("POST /auth/token", Some(&exchange)).code(), "UNAUTHENTICATED");
    });
}

#[test]
fn a_restart_forgets_nothing_and_a_copy_holds_everything() {
    both(|at, place| {
        let mut server = Product::serve(place);
        drop(server.operated());
        server.signal("-TERM");
        assert_eq!(server.ended(), Some(0));
        let server = Product::serve(place);
        assert_eq!(server.set_up_token, None);
        let signed_in = json!({ "email": OPERATOR, "password": PASSWORD });
        assert_eq!(server.client().ask("POST /auth/sign-in", Some(&signed_in)).status, 200);

        let copy = at.file("copy");
        assert!(told(&[&["backup", &copy], place].concat())["bytes"].as_u64().unwrap() > 1_000);
        drop(server);
        let other = match at {
            Place::Sqlite(_) => Place::sqlite(),
            Place::Postgres(_) => Place::postgres().unwrap(),
        };
        let other_place = other.arguments();
        let other_place: Vec<&str> = other_place.iter().map(String::as_str).collect();
        let restored = told(&[&["restore", &copy], &other_place[..]].concat());
        assert!(restored["entries"].as_i64().unwrap() >= 2, "{restored}");
        std::fs::remove_file(&copy).unwrap();
        let server = Product::serve(&other_place);
        assert_eq!(server.client().ask("POST /auth/sign-in", Some(&signed_in)).status, 200);
        let found = told(&[&["doctor"], &other_place[..]].concat());
        let bad = found.as_array().unwrap().iter().find(|finding| finding["is"] == "BAD");
        assert_eq!(bad, None::<&Value>);
    });
}
