//! What is asked of a provider, how often, and for how long: with one on this machine that counts.

use super::{OpenId, Provider, Refused, Told, begun::Begun};
use crate::kernel::SystemChance;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use concordat_domain::kernel::Moment;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// A key of this test alone, and another one.
const KEY: &str = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgwyrMWZZbUbIUAHn/RWWmgN1AYKLHXL4Cv9lviUXD91+hRANCAAQkP5wHcvrPoz37tB4YdKaPEE1ZQvt6hgoljhz6ibJewSNlXUvjoZgmadc8Qb5V+lyMmsLouyjOAZYY2p5vxG8X";
const OTHER: &str = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCNsHClZx4DHMr4ugs/4dhsnTbwsm5AC6IXyy8DXWpfmhRANCAASuDqt/RRf8bLy/ABws3HNTZgux6m8jOvt6mxNVBqj4n41RR8nc3j2VXHBokwFKtg4iryGurkvYj8sjxI2zSgBB";
/// The public half of [`KEY`].
const PUBLIC: [&str; 2] =
    ["JD-cB3L6z6M9-7QeGHSmjxBNWUL7eoYKJY4c-omyXsE", "I2VdS-OhmCZp1zxBvlX6XIyawui7KM4Blhjanm_Ebxc"];

/// What a provider answers by now.
struct Answers {
    /// The id of its one key.
    key: &'static str,
    /// The ID token that it gives for any code.
    token: String,
    /// How long it takes for each answer.
    takes: Duration,
    /// How often its keys were asked for.
    asked: usize,
}

/// A provider on this machine.
struct Elsewhere {
    issuer: String,
    answers: Arc<Mutex<Answers>>,
}

impl Elsewhere {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let answers = Answers { key: "first", token: String::new(), takes: Duration::ZERO, asked: 0 };
        let answers = Arc::new(Mutex::new(answers));
        let (shared, own) = (answers.clone(), issuer.clone());
        thread::spawn(move || listener.incoming().for_each(|stream| answer(&stream.unwrap(), &own, &shared)));
        Self { issuer, answers }
    }

    fn change(&self, change: impl FnOnce(&mut Answers)) {
        change(&mut self.answers.lock().unwrap());
    }

    fn asked(&self) -> usize {
        self.answers.lock().unwrap().asked
    }

    /// From now on it gives an ID token, signed with a key that it calls by an id.
    fn signs(&self, key: &str, id: &str, begun: &Begun, now: Moment) {
        let seconds = now.micros() / 1_000_000;
        let claims = json!({
            "iss": self.issuer, "aud": "concordat", "sub": "account 7", "iat": seconds, "exp": seconds + 60,
            "nonce": begun.nonce, "email": "Ana@example.org", "email_verified": true,
        });
        let header = Header { kid: Some(id.into()), ..Header::new(Algorithm::ES256) };
        let key = EncodingKey::from_ec_der(&STANDARD.decode(key).unwrap());
        self.change(|answers| answers.token = encode(&header, &claims, &key).unwrap());
    }

    fn known(&self, patience: Duration) -> OpenId {
        let provider = Provider {
            issuer: self.issuer.clone(),
            client: "concordat".into(),
            secret: None,
            name: "Example".into(),
            domains: vec!["example.org".into()],
            operators: false,
        };
        OpenId { patience, ..OpenId::new(provider, "https://c.example").unwrap() }
    }
}

fn answer(mut stream: &TcpStream, issuer: &str, answers: &Mutex<Answers>) {
    let (mut head, mut length) = (BufReader::new(stream), 0);
    let mut first = String::new();
    head.read_line(&mut first).unwrap();
    loop {
        let mut line = String::new();
        if head.read_line(&mut line).unwrap() <= 2 {
            break;
        }
        if let Some((name, value)) =
            line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        {
            length = value.trim().parse().unwrap_or_else(|_| panic!("{name}"));
        }
    }
    head.read_exact(&mut vec![0; length]).unwrap();
    let mut known = answers.lock().unwrap();
    let body: Value = match first.split(' ').nth(1).unwrap() {
        "/keys" => {
            known.asked += 1;
            let [x, y] = PUBLIC;
            json!({ "keys": [{ "kty": "EC", "crv": "P-256", "use": "sig", "kid": known.key, "x": x, "y": y }] })
        }
        "/token" => json!({ "access_token": "a", "token_type": "Bearer", "id_token": known.token }),
        _ => json!({
            "issuer": issuer, "authorization_endpoint": format!("{issuer}/in"), "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/keys"), "response_types_supported": ["code"],
            "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["ES256"],
        }),
    };
    let takes = known.takes;
    drop(known);
    thread::sleep(takes);
    let body = body.to_string();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close";
    // whoever asked may have gone
    let _ = write!(stream, "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
}

const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn keys_are_asked_for_again_for_a_key_that_is_not_known_and_once_a_minute() {
    let elsewhere = Elsewhere::open();
    let openid = elsewhere.known(PATIENCE);
    let began = Moment::parse("2026-03-02T08:00:00Z").unwrap();
    let comes = |key: &str, id: &str, seconds: i64, nonce: bool| {
        let now = began.plus_seconds(seconds);
        let begun = Begun::new(&SystemChance, now, "/");
        let other = Begun::new(&SystemChance, now, "/");
        elsewhere.signs(key, id, if nonce { &begun } else { &other }, now);
        let told = openid.told(now, &begun, "code");
        assert!(matches!(told, Ok(_) | Err(Refused::Provider(_))), "{told:?}");
        (told.ok(), elsewhere.asked())
    };
    let ana = Some(Told { subject: "account 7".into(), email: "Ana@example.org".into() });
    assert_eq!(comes(KEY, "first", 0, true), (ana.clone(), 1));
    elsewhere.change(|answers| answers.key = "second");
    assert_eq!(comes(KEY, "second", 59, true), (None, 1), "not twice within a minute");
    assert_eq!(comes(KEY, "second", 60, true), (ana.clone(), 2));
    assert_eq!(comes(KEY, "second", 130, false), (None, 2), "another nonce is no reason to ask");
    assert_eq!(comes(OTHER, "second", 130, true), (None, 2), "nor is a wrong signature of a known key");
    assert_eq!(comes(KEY, "third", 130, true), (None, 3));
    assert_eq!(comes(KEY, "third", 131, true), (None, 3));
    assert_eq!(comes(KEY, "second", 132, true), (ana, 3));
}

#[test]
fn all_that_is_asked_of_a_provider_has_one_end() {
    let elsewhere = Elsewhere::open();
    let now = Moment::parse("2026-03-02T08:00:00Z").unwrap();
    let begun = Begun::new(&SystemChance, now, "/");
    elsewhere.signs(KEY, "first", &begun, now);
    // each answer comes in time, and all of them do not
    elsewhere.change(|answers| answers.takes = Duration::from_millis(400));
    assert!(matches!(elsewhere.known(Duration::from_millis(600)).told(now, &begun, "code"), Err(Refused::Provider(_))));
    assert!(elsewhere.known(PATIENCE).told(now, &begun, "code").is_ok());
}
