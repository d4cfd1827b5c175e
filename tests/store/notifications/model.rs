//! The outbox against a model: any order of mails, passing time, two servers at once, answers of every kind and kills at
//! every point. The cases are drawn from a fixed seed and can be drawn again.

use super::{Office, killed};
use crate::support::world::{World, both};
use concordat_domain::notifications::MailEvent;
use concordat_service::notifications::{self, Mailer, Post, Ready};
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// What happens to one mail that is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Accepted,
    AcceptedAndKilled,
    Killed,
    AnswerLost,
    PutOff,
    Refused,
    Away,
    /// Another server works before this one hears the answer.
    Meanwhile,
}

#[derive(Clone, Debug)]
enum Step {
    Put { person: usize, many: usize },
    Pass { seconds: i64 },
    Work { fates: Vec<Fate> },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let fate = prop_oneof![
        4 => Just(Fate::Accepted),
        1 => Just(Fate::AcceptedAndKilled),
        1 => Just(Fate::Killed),
        1 => Just(Fate::AnswerLost),
        2 => Just(Fate::PutOff),
        1 => Just(Fate::Refused),
        1 => Just(Fate::Away),
        2 => Just(Fate::Meanwhile),
    ];
    let step = prop_oneof![
        3 => (0_usize..3, 1_usize..9).prop_map(|(person, many)| Step::Put { person, many }),
        2 => (1_i64..1_500).prop_map(|seconds| Step::Pass { seconds }),
        4 => prop::collection::vec(fate, 0..8).prop_map(|fates| Step::Work { fates }),
    ];
    prop::collection::vec(step, 1..24)
}

/// What the mail server knows of one Message-ID.
#[derive(Clone, Debug, Default)]
struct Known {
    accepted: usize,
    /// How often we could not know that it was.
    unknown: usize,
    refused: bool,
    tokens: BTreeSet<String>,
}

type Book = RefCell<BTreeMap<String, Known>>;

/// A server whose mails meet what is drawn; afterwards they are all accepted.
struct Drawn<'a> {
    world: &'a World,
    post: &'a Post,
    book: &'a Book,
    fates: Vec<Fate>,
}

impl Mailer for Drawn<'_> {
    fn hand_over(&mut self, mail: &Ready) -> MailEvent {
        let text = String::from_utf8(mail.bytes.clone()).unwrap();
        let id = text.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap().to_owned();
        let fate = self.fates.pop().unwrap_or(Fate::Accepted);
        if fate == Fate::Meanwhile {
            let (world, post, book) = (self.world, self.post, self.book);
            let mut other = Drawn { world, post, book, fates: Vec::new() };
            notifications::send_due(&world.database, post, &mut other).unwrap();
        }
        if fate == Fate::Away {
            // nothing was handed over
            return MailEvent::Away;
        }
        let mut book = self.book.borrow_mut();
        let known = book.entry(id).or_default();
        known.tokens.extend(tokens(&text));
        let accepts = matches!(fate, Fate::Accepted | Fate::AcceptedAndKilled | Fate::AnswerLost | Fate::Meanwhile);
        known.accepted += usize::from(accepts);
        known.unknown += usize::from(matches!(fate, Fate::AcceptedAndKilled | Fate::AnswerLost));
        known.refused |= fate == Fate::Refused;
        drop(book);
        match fate {
            Fate::Killed | Fate::AcceptedAndKilled => killed(),
            Fate::Accepted | Fate::Meanwhile => MailEvent::Accepted,
            Fate::AnswerLost => MailEvent::PutOff("the connection was lost".into()),
            Fate::PutOff => MailEvent::PutOff("451 later".into()),
            Fate::Refused => MailEvent::Refused("550 never".into()),
            Fate::Away => unreachable!(),
        }
    }
}

/// The words in brackets: `[t12]`.
fn tokens(text: &str) -> BTreeSet<String> {
    text.split('[').skip(1).filter_map(|part| Some(part.split_once(']')?.0.to_owned())).collect()
}

fn play(office: &Office<'_>, people: &[concordat_domain::identity::Person], steps: &[Step], next: &mut usize) {
    let (book, first) = (Book::default(), *next);
    let server = |fates| Drawn { world: office.world, post: &office.post, book: &book, fates };
    for step in steps {
        match step {
            Step::Put { person, many } => {
                let mails: Vec<_> =
                    (0..*many).map(|n| office.mail(people[*person].id, &format!("t{}", *next + n))).collect();
                *next += many;
                office.put(&mails);
            }
            Step::Pass { seconds } => office.pass(*seconds),
            Step::Work { fates } => drop(office.work(&mut server(fates.clone()))),
        }
    }
    // everything heals, and every lease and pause ends
    for _ in 0..3 {
        office.pass(2 * 86_400);
        office.work(&mut server(Vec::new())).unwrap();
    }
    let book = book.into_inner();
    for known in book.values() {
        assert!(known.accepted <= 1 + known.unknown, "twice without need: {known:?}");
        assert!(known.refused || known.accepted > 0, "neither delivered nor shown: {known:?}");
    }
    for token in (first..*next).map(|n| format!("t{n}")) {
        let ids = book.values().filter(|known| known.tokens.contains(&token)).count();
        assert_eq!(ids, 1, "{token} is told of under one id: lost or told twice otherwise");
    }
}

#[test]
fn nothing_is_lost_and_nothing_goes_twice_without_need() {
    both(|world| {
        let office = Office::new(world);
        let (people, mut next) = (office.people(3, "ana"), 0);
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[42; 32]);
        let config = Config { cases: 40, failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, rng);
        let counter = RefCell::new(&mut next);
        let played = runner.run(&steps(), |steps| {
            play(&office, &people, &steps, &mut counter.borrow_mut());
            Ok(())
        });
        played.unwrap();
    });
}
