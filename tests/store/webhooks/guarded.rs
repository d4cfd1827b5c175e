//! The way out leads to the open network and nowhere else, whatever a name resolves to and a system answers.

use crate::support::receiver::Receiver;
use concordat_domain::notifications::webhook::Answer;
use concordat_service::notifications::webhooks::Client;
use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use ureq::{
    Error,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{ResolvedSocketAddrs, Resolver},
        transport::NextTimeout,
    },
};

/// Names that lead to some addresses the first time and to others afterwards.
#[derive(Clone, Debug)]
struct Names {
    first: Vec<SocketAddr>,
    later: Vec<SocketAddr>,
    asked: Arc<AtomicUsize>,
}

impl Names {
    fn new(first: &[SocketAddr], later: &[SocketAddr]) -> Self {
        Self { first: first.to_vec(), later: later.to_vec(), asked: Arc::default() }
    }
}

impl Resolver for Names {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let list = if self.asked.fetch_add(1, Ordering::SeqCst) == 0 { &self.first } else { &self.later };
        let mut found = self.empty();
        list.iter().for_each(|address| found.push(*address));
        Ok(found)
    }
}

fn post(client: &Client, url: &str) -> Answer {
    client.post(url, &[("webhook-id", "msg_1".into())], "{}")
}

fn nothing(answer: &Answer) -> &str {
    let Answer::Nothing(why) = answer else { panic!("{answer:?}") };
    why
}

#[test]
fn a_name_that_leads_into_ones_own_network_is_not_followed() {
    let receiver = Receiver::start();
    let own = receiver.address;
    let at = |text: &str| text.parse::<SocketAddr>().unwrap();
    let lists = [
        vec![own],
        vec![at("169.254.169.254:80")],
        vec![at("10.0.0.1:443")],
        vec![at("[::1]:443")],
        vec![at("[::ffff:127.0.0.1]:443")],
        vec![at("[64:ff9b::7f00:1]:443")],
        vec![at("100.64.0.1:443")],
        // one good address does not make up for a bad one
        vec![at("1.1.1.1:443"), own],
    ];
    for list in lists {
        let names = Names::new(&list, &list);
        let client = Client::resolving(false, Box::new(names.clone()));
        let answer = post(&client, &format!("https://hooks.example.org:{}/", own.port()));
        assert!(nothing(&answer).contains("leads to"), "{list:?}: {answer:?}");
        assert_eq!(names.asked.load(Ordering::SeqCst), 1);
    }
    assert!(receiver.posted().is_empty());
}

#[test]
fn a_name_is_resolved_once_and_the_connection_goes_where_it_was_checked() {
    let (right, wrong) = (Receiver::start(), Receiver::start());
    // a name that says something else the second time: nobody asks it a second time
    let names = Names::new(&[right.address], &[wrong.address]);
    let client = Client::resolving(true, Box::new(names.clone()));
    assert_eq!(post(&client, "http://hooks.example.org/"), Answer::Status(204, String::new()));
    assert_eq!((right.posted().len(), wrong.posted().len(), names.asked.load(Ordering::SeqCst)), (1, 0, 1));
    // and the next try is checked again
    let names = Names::new(&["203.0.113.1:443".parse().unwrap()], &[wrong.address]);
    let client = Client::resolving(false, Box::new(names));
    for _ in 0..2 {
        assert!(nothing(&post(&client, "https://hooks.example.org/")).contains("leads to"));
    }
    assert!(wrong.posted().is_empty());
}

#[test]
fn addresses_that_name_ones_own_network_are_not_even_looked_up() {
    let names = Names::new(&[], &[]);
    let client = Client::resolving(false, Box::new(names.clone()));
    for url in [
        "http://hooks.example.org/",
        "https://127.0.0.1/",
        "https://169.254.169.254/",
        "https://localhost/",
        "https://[::1]/",
        "https://2130706433/",
        "https://user@hooks.example.org/",
        "file:///etc/passwd",
        "gopher://x/",
    ] {
        assert!(matches!(post(&client, url), Answer::Nothing(_)), "{url}");
    }
    assert_eq!(names.asked.load(Ordering::SeqCst), 0);
}

#[test]
fn a_redirect_is_an_answer_and_is_not_followed() {
    let (first, second) = (Receiver::start(), Receiver::start());
    let location = format!("307 Temporary Redirect\r\nlocation: {}\r\ncontent-length: 0\r\n\r\n", second.url());
    first.will_say(&location);
    assert!(matches!(post(&Client::new(true), &first.url()), Answer::Status(307, _)));
    assert_eq!((first.posted().len(), second.posted().len()), (1, 0));
}

#[test]
fn of_a_long_answer_the_beginning_is_kept() {
    let receiver = Receiver::start();
    receiver.will_answer(1, "200 OK", &"x".repeat(1_000_000));
    let Answer::Status(200, told) = post(&Client::new(true), &receiver.url()) else { panic!() };
    assert_eq!(told.len(), 1_024);
    receiver.will_say(&format!("200 OK\r\nx-long: {}\r\ncontent-length: 0\r\n\r\n", "y".repeat(100_000)));
    assert!(matches!(post(&Client::new(true), &receiver.url()), Answer::Nothing(_)));
}
