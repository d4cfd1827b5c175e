//! The mails of the cast: one in each agreement that could not be delivered.

use super::Cast;
use concordat_domain::notifications::{MailEvent, Topic};
use concordat_service::{
    identity::TokenKey,
    notifications::{
        self, Mailer, Post, Ready,
        mail::{self, NewMail},
    },
};
use serde_json::json;

/// A mail server that takes nothing.
struct Closed;

impl Mailer for Closed {
    fn hand_over(&mut self, _: &Ready) -> MailEvent {
        MailEvent::Refused("550 no such user".into())
    }
}

impl Cast {
    /// Somebody of each agreement is written to, in vain.
    pub(super) fn write(&self) {
        for (about, email) in [(self.alpha, "coordinator@south.example"), (self.beta, "coordinator@far.example")] {
            let to = self.world.person(email).person().unwrap();
            let words = "words of nobody".to_owned();
            let new = NewMail {
                about,
                to,
                topic: Topic::Items,
                subject: words.clone(),
                text: words.clone(),
                html: words,
                calendar: None,
                event: None,
                invites: None,
            };
            let put = |tx: &mut concordat_service::kernel::Tx<'_>| mail::put(tx, new.clone());
            self.world.database.write(&self.world.console(), about, put).unwrap();
        }
        let post = Post::new("hub@concordat.example", "https://c.example", TokenKey::new(&[1; 32])).unwrap();
        let round = notifications::send_due(&self.world.database, &post, &mut Closed).unwrap();
        assert_eq!(round.dead, 2);
    }

    /// The global id of the mail of an agreement, as its steward sees it.
    pub(super) fn mail_of(&self, steward: &str, agreement: &str) -> String {
        let query = format!("{{ agreement(code: {agreement:?}) {{ deadLetters(first: 1) {{ nodes {{ id }} }} }} }}");
        let data = self.world.data(&self.world.person(steward), &query, &json!({}));
        data["agreement"]["deadLetters"]["nodes"][0]["id"].as_str().unwrap_or_default().to_owned()
    }
}
