//! What somebody may not know any more when a mail goes out is not told, though they might when it was written.

use crate::support::{
    agreement::FILE,
    deviations::{CLARA, Group, IRENE, TOVE},
    world::{World, both},
};
use concordat_domain::notifications::{MailEvent, Topic};
use concordat_service::{
    agreements, coordination,
    identity::TokenKey,
    notifications::{
        self, Mailer, Post, Ready,
        mail::{self, NewMail},
    },
    reactions,
};
use diesel::{Connection as _, SqliteConnection, connection::SimpleConnection as _};
use serde_json::{Value, json};

const JONAS: &str = "jonas.fjell@nordlicht.example";
/// What is told of a figure of nordlicht's own.
const FIGURE: &str = "Cases that stay resolved, 2026-03, Nordlicht";
const UNTOLD: &str = "the recipient may not know of it any more";

/// A mail server that takes everything, or puts it all off.
#[derive(Default)]
struct Book {
    puts_off: bool,
    taken: Vec<(String, String)>,
}

impl Mailer for Book {
    fn hand_over(&mut self, mail: &Ready) -> MailEvent {
        if self.puts_off {
            return MailEvent::PutOff("451 later".into());
        }
        let text = String::from_utf8(mail.bytes.clone()).unwrap().replace("=\r\n", "");
        self.taken.push((mail.to.to_string(), text));
        MailEvent::Accepted
    }
}

impl Book {
    /// What somebody was sent.
    fn of(&self, who: &str) -> Vec<&str> {
        self.taken.iter().filter(|(to, _)| to == who).map(|(_, text)| text.as_str()).collect()
    }

    /// Whether somebody was told of something.
    fn tells(&self, who: &str, what: &str) -> bool {
        self.of(who).iter().any(|mail| mail.contains(what))
    }
}

/// Sends what is due.
fn send(world: &World, puts_off: bool) -> Book {
    let post = Post::new("Hub <hub@concordat.example>", "https://c.example", TokenKey::new(&[7; 32])).unwrap();
    let mut book = Book { puts_off, ..Book::default() };
    while notifications::send_due(&world.database, &post, &mut book).unwrap().more {}
    book
}

/// The sample with those grants of Jonas'.
fn with(grants: &str) -> String {
    let of_jonas = "name: Jonas Fjell\n    company: nordlicht\n    grants: [{role: analyst}]";
    assert!(FILE.contains(of_jonas));
    FILE.replace(of_jonas, &of_jonas.replace("{role: analyst}", grants))
}

/// The sample in which Jonas hears of the figures of nordlicht alone, as long as he has those roles.
fn group(world: &World) -> Group<'_> {
    let agreement = world.active(&with("{role: analyst}, {role: coordinator}"));
    let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, agreement)).unwrap();
    world.at("2026-04-03T08:00:00Z");
    reactions::follow_all(&world.database).unwrap();
    Group { world, agreement, terms }
}

impl Group<'_> {
    /// A figure of nordlicht's own deviates, and is told of.
    fn deviate(&self) {
        self.assess_as(&self.world.console(), "2026-03", &[("not-reopened", "nordlicht", 50)]).unwrap();
        reactions::follow_all(&self.world.database).unwrap();
    }

    /// Other terms are in force from the fifth of April on.
    fn amend(&self, file: &str) {
        self.world.active(&file.replace("effective_from: 2025-01-01", "effective_from: 2026-04-05"));
        self.world.at("2026-04-05T09:00:00Z");
        assert_eq!(agreements::settle_due(&self.world.database).unwrap(), 1);
        assert_eq!(agreements::settle_due(&self.world.database).unwrap(), 0);
    }

    /// Writes to somebody what they may know in any case.
    fn write(&self, to: &str, words: &str) {
        let new = NewMail {
            about: self.agreement,
            to: self.id_of(to),
            topic: Topic::Actions,
            subject: words.into(),
            text: format!("[{words}]"),
            html: words.into(),
            calendar: None,
            event: None,
            invites: None,
        };
        let console = self.world.console();
        self.world.database.write(&console, self.agreement, |tx| mail::put(tx, new.clone())).unwrap();
    }

    /// What could not be delivered: about what, why, and to whom.
    fn dead(&self) -> Vec<[String; 3]> {
        let query = "{ agreement(code: \"arnau-workplace\") { deadLetters(first: 50) { nodes { topic reason to { name } } } } }";
        let dead = self.world.data(&self.world.person(IRENE), query, &json!({}));
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let told = |mail: &Value| [text(&mail["topic"]), text(&mail["reason"]), text(&mail["to"]["name"])];
        dead["agreement"]["deadLetters"]["nodes"].as_array().unwrap().iter().map(told).collect()
    }

    /// Whether something is dead, and all of it is what Jonas may not know.
    #[track_caller]
    fn gave_up_the_figures_of_jonas(&self) {
        let due = ["FIGURES", UNTOLD, "Jonas Fjell"].map(str::to_owned);
        let dead = self.dead();
        assert!(!dead.is_empty() && dead.iter().all(|mail| *mail == due), "the figure is nordlicht's own: {dead:?}");
    }
}

#[test]
fn a_mail_to_somebody_whose_role_has_ended_since_is_given_up() {
    both(|world| {
        let group = group(world);
        group.deviate();
        group.amend(&with("{role: engineer}"));
        let book = send(world, false);
        assert!(book.tells(TOVE, FIGURE) && !book.tells(JONAS, FIGURE));
        group.gave_up_the_figures_of_jonas();
    });
}

#[test]
fn what_is_due_behind_a_flood_is_looked_at_too() {
    both(|world| {
        let group = group(world);
        for n in 0..40 {
            group.write(CLARA, &format!("m{n}"));
        }
        world.at("2026-04-03T09:00:00Z");
        group.deviate();
        group.amend(&with("{role: engineer}"));
        let book = send(world, false);
        assert!(book.tells(CLARA, "[m39]") && book.tells(TOVE, FIGURE) && !book.tells(JONAS, FIGURE));
        group.gave_up_the_figures_of_jonas();
    });
}

#[test]
fn of_a_digest_only_what_may_not_be_known_any_more_is_taken_out() {
    both(|world| {
        let group = group(world);
        for n in 0..8 {
            group.write(JONAS, &format!("m{n}"));
        }
        group.deviate();
        send(world, true);
        group.amend(&with("{role: engineer}"));
        let book = send(world, false);
        assert_eq!(book.of(JONAS).len(), 1);
        assert!((0..8).all(|n| book.tells(JONAS, &format!("[m{n}]"))) && !book.tells(JONAS, FIGURE));
        group.gave_up_the_figures_of_jonas();
    });
}

#[test]
fn what_does_not_read_puts_off_the_mails_that_tell_of_it_alone() {
    let world = World::sqlite();
    let group = group(&world);
    group.deviate();
    group.write(CLARA, "another matter");
    let path = world.owner_url.trim_start_matches("sqlite:");
    let run = |sql: &str| SqliteConnection::establish(path).unwrap().batch_execute(sql).unwrap();
    run("CREATE TABLE kept AS SELECT id, body FROM deviations; UPDATE deviations SET body = jsonb('{}')");
    let book = send(&world, false);
    assert_eq!(book.taken.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), [CLARA]);
    assert_eq!(group.dead(), [[""; 3]; 0]);
    run("UPDATE deviations SET body = (SELECT kept.body FROM kept WHERE kept.id = deviations.id)");
    world.at("2026-04-03T08:05:00Z");
    let book = send(&world, false);
    assert!(book.tells(TOVE, FIGURE) && book.tells(JONAS, FIGURE));
}

const SEAT: &str = "      - {person: irene.vogt@meridian.example, level: middle, role: observer}\n";
const KNUT: &str = "knut.solem@halden.example";

#[test]
fn an_invitation_for_somebody_who_sits_there_no_more_is_given_up() {
    both(|world| {
        let group = Group::new(world);
        coordination::plan_due(&world.database).unwrap();
        reactions::follow_all(&world.database).unwrap();
        assert!(FILE.contains(SEAT));
        group.amend(&FILE.replacen(SEAT, "", 1));
        let book = send(world, false);
        assert!(book.tells(KNUT, "BEGIN:VEVENT") && !book.tells(IRENE, "BEGIN:VEVENT"));
        let due = ["MEETINGS", UNTOLD, "Irene Vogt"].map(str::to_owned);
        assert!(group.dead().contains(&due), "{:?}", group.dead());
    });
}

#[test]
fn an_invitation_to_meetings_some_of_which_are_somebody_s_no_more_is_to_the_others() {
    both(|world| {
        let group = Group::new(world);
        coordination::plan_due(&world.database).unwrap();
        reactions::follow_all(&world.database).unwrap();
        let shorter = SEAT.replace("observer}", "observer, until: 2026-05-04}");
        group.amend(&FILE.replacen(SEAT, &shorter, 1));
        let book = send(world, false);
        let invited = |who: &str| book.of(who).iter().map(|mail| mail.matches("BEGIN:VEVENT").count()).max();
        let (irene, knut) = (invited(IRENE).unwrap(), invited(KNUT).unwrap());
        assert!(0 < irene && irene < knut, "{irene} and {knut}");
        assert_eq!(group.dead(), [[""; 3]; 0]);
    });
}
