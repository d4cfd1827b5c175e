//! A mail server that is away for an hour while a thousand mails wait, and two kills of the server that sends them.

use super::{Office, killed};
use crate::support::{
    smtp::{MailServer, Says},
    world::both,
};
use concordat_domain::notifications::MailEvent;
use concordat_service::notifications::{Mailer, Ready, Smtp};
use std::collections::BTreeMap;

const MAILS: usize = 1_000;
const EACH: usize = 4;

/// A server that is killed at one of its mails.
struct Doomed {
    smtp: Smtp,
    left: usize,
    after: bool,
}

impl Mailer for Doomed {
    fn hand_over(&mut self, mail: &Ready) -> MailEvent {
        self.left -= 1;
        if self.left == 0 && !self.after {
            killed();
        }
        let event = self.smtp.hand_over(mail);
        if self.left == 0 {
            assert_eq!(event, MailEvent::Accepted);
            killed();
        }
        event
    }
}

#[test]
fn an_hour_without_a_mail_server_and_two_kills_lose_nothing() {
    both(|world| {
        let office = Office::new(world);
        let mut server = MailServer::start(|_| Says::Accepts);
        let smtp = || Smtp::new(server_of(&server), "concordat.example");
        let (first, second, third) = (smtp(), smtp(), smtp());
        let people = office.people(MAILS / EACH, "ana");
        let mails: Vec<_> = (0..MAILS).map(|n| office.mail(people[n % people.len()].id, &format!("m{n}"))).collect();
        office.put(&mails);

        server.stop();
        let mut waiting = first;
        for _ in 0..60 {
            let round = office.work(&mut waiting).unwrap();
            assert_eq!((round.sent, round.dead), (0, 0));
            office.pass(60);
        }
        server.restart();

        // one server dies before it hands a mail over, the next one before it can note that a mail was accepted
        assert_eq!(office.work(&mut Doomed { smtp: second, left: 301, after: false }), None);
        assert_eq!(server.taken().len(), 300);
        assert_eq!(office.work(&mut Doomed { smtp: third, left: 200, after: true }), None);
        assert_eq!(server.taken().len(), 500);
        let twice = server.taken()[499].header("Message-ID").unwrap();

        let mut last = Smtp::new(server_of(&server), "concordat.example");
        for _ in 0..30 {
            office.work(&mut last).unwrap();
            office.pass(60);
        }
        let taken = server.taken();
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for mail in &taken {
            *times.entry(mail.header("Message-ID").unwrap()).or_default() += 1;
        }
        assert_eq!(times.len(), MAILS, "nothing is lost");
        let doubled: Vec<_> = times.iter().filter(|(_, times)| **times > 1).collect();
        assert_eq!(doubled, [(&twice, &2)], "twice goes only what was accepted before the kill, with the same id");
    });
}

fn server_of(server: &MailServer) -> concordat_service::notifications::SmtpServer {
    server.url().parse().unwrap()
}
