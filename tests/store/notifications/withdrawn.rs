//! What somebody may not know any more when a mail goes out is not told, though they might when it was written.

use crate::support::{
    agreement::FILE,
    deviations::{Group, IRENE, TOVE},
    world::both,
};
use concordat_domain::notifications::MailEvent;
use concordat_service::{
    agreements,
    identity::TokenKey,
    notifications::{self, Mailer, Post, Ready},
    reactions,
};
use serde_json::json;

/// A mail server that takes everything.
#[derive(Default)]
struct Book(Vec<String>);

impl Mailer for Book {
    fn hand_over(&mut self, mail: &Ready) -> MailEvent {
        self.0.push(mail.to.to_string());
        MailEvent::Accepted
    }
}

#[test]
fn a_mail_to_somebody_whose_role_has_ended_since_is_given_up() {
    both(|world| {
        let of_jonas = "name: Jonas Fjell\n    company: nordlicht\n    grants: [{role: analyst}]";
        assert!(FILE.contains(of_jonas));
        let with = |grants: &str| FILE.replace(of_jonas, &of_jonas.replace("{role: analyst}", grants));
        let agreement = world.active(&with("{role: analyst}, {role: coordinator}"));
        let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, agreement)).unwrap();
        world.at("2026-04-03T08:00:00Z");
        reactions::follow_all(&world.database).unwrap();
        let group = Group { world, agreement, terms };
        group.assess_as(&world.console(), "2026-03", &[("not-reopened", "nordlicht", 50)]).unwrap();
        reactions::follow_all(&world.database).unwrap();
        let ended = with("{role: engineer}").replace("effective_from: 2025-01-01", "effective_from: 2026-04-05");
        world.active(&ended);
        world.at("2026-04-05T09:00:00Z");
        assert_eq!(agreements::settle_due(&world.database).unwrap(), 1);
        assert_eq!(agreements::settle_due(&world.database).unwrap(), 0);
        let post = Post::new("Hub <hub@concordat.example>", "https://c.example", TokenKey::new(&[7; 32])).unwrap();
        let mut book = Book::default();
        while notifications::send_due(&world.database, &post, &mut book).unwrap().more {}
        assert!(book.0.contains(&TOVE.to_owned()), "{:?}", book.0);
        let query = "{ agreement(code: \"arnau-workplace\") { deadLetters(first: 50) { nodes { topic reason to { name } } } } }";
        let dead = world.data(&world.person(IRENE), query, &json!({}));
        let nodes = dead["agreement"]["deadLetters"]["nodes"].as_array().unwrap().clone();
        let told = |mail: &serde_json::Value| ["topic", "reason"].map(|name| mail[name].as_str().unwrap().to_owned());
        let due = ["FIGURES", "the recipient may not know of it any more"].map(str::to_owned);
        assert!(
            !nodes.is_empty() && nodes.iter().all(|mail| told(mail) == due),
            "the figure is nordlicht's own: {nodes:?}"
        );
        assert!(nodes.iter().all(|mail| mail["to"]["name"] == "Jonas Fjell"), "{nodes:?}");
    });
}
