//! Mails hold nobody's secrets either: everything that has happened is told, and every mail is searched.

use super::{
    canaries::forbidden,
    cast::{Cast, told},
};
use concordat_domain::notifications::MailEvent;
use concordat_service::{
    identity::TokenKey,
    notifications::{self, Mailer, Post, Ready},
    reactions,
};

/// A mail server that keeps what it is given, as people read it.
#[derive(Default)]
struct Postbox(Vec<(String, String)>);

impl Mailer for Postbox {
    fn hand_over(&mut self, mail: &Ready) -> MailEvent {
        let text = String::from_utf8(mail.bytes.clone()).unwrap();
        self.0.push((mail.to.to_string(), decoded(&text)));
        MailEvent::Accepted
    }
}

/// The text of a mail whose parts are quoted-printable (RFC 2045, section 6.7).
fn decoded(text: &str) -> String {
    assert!(!text.contains("Content-Transfer-Encoding: base64"), "nothing that could not be searched");
    let (text, mut bytes, mut at) = (text.replace("=\r\n", ""), Vec::new(), 0);
    while let Some(byte) = text.as_bytes().get(at) {
        let code = text.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        let (one, wide) = code.filter(|_| *byte == b'=').map_or((*byte, 1), |one| (one, 3));
        bytes.push(one);
        at += wide;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn delivered(cast: &Cast) -> Vec<(String, String)> {
    let post = Post::new("hub@concordat.example", "https://c.example", TokenKey::new(&[1; 32])).unwrap();
    let mut box_ = Postbox::default();
    while notifications::send_due(&cast.world.database, &post, &mut box_).unwrap().more {}
    box_.0
}

#[test]
fn no_mail_holds_what_its_recipient_may_not_know() {
    Cast::both().iter().for_each(searched);
}

fn searched(cast: &Cast) {
    reactions::follow_all(&cast.world.database).unwrap();
    let mails = delivered(cast);
    let (mut problems, mut searched) = (Vec::new(), 0);
    for (to, text) in &mails {
        let Some(player) = cast.players.iter().find(|player| player.name == *to) else { continue };
        searched += 1;
        for secret in forbidden(player).iter().filter(|secret| text.contains(secret.as_str())) {
            problems.push(format!("{to} reads {secret:?} in {text}"));
        }
    }
    // a figure that is a company's own is told of to that company alone
    for (to, text) in &mails {
        for company in ["north", "south", "east", "west", "far"] {
            let own = to.ends_with(&format!("@{company}.example"));
            if text.contains(&format!("own-cost, 2026-03, The {company} company")) && !own {
                problems.push(format!("{to} is told of the own figure of {company}"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", told(&problems));
    assert!(searched >= 10, "{searched} of {} mails searched", mails.len());
    assert!(!mails.iter().any(|(to, _)| to.starts_with("customer@")), "nothing here is for customers");
    assert_eq!(reactions::follow_all(&cast.world.database).unwrap(), 0, "each event is followed once");
    assert_eq!(delivered(cast), [], "and told of once");
}
