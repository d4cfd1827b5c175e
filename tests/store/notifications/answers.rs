//! What the mail server says, and what comes of it: over real SMTP, for every answer.

use super::Office;
use crate::support::{
    agreement::STEWARD,
    smtp::{MailServer, Says},
    world::{World, both},
};
use concordat_domain::{access::Verb, notifications::MailState};
use concordat_service::{
    kernel::No,
    notifications::{self, DeadMail, Smtp},
};

fn says(to: &str) -> Says {
    match to.split('-').next().unwrap_or_default() {
        "later" => Says::Later,
        "never" => Says::Never,
        "full" => Says::LaterOnceRead,
        "hangs" => Says::HangsUpOnceTaken,
        _ => Says::Accepts,
    }
}

fn dead(world: &World, office: &Office<'_>) -> Vec<DeadMail> {
    let steward = world.person(STEWARD);
    let found = world.database.read(&steward, |tx| notifications::dead(tx, office.agreement, None, 50)).unwrap();
    found.into_iter().map(concordat_service::kernel::Permitted::into_inner).collect()
}

#[test]
fn every_answer_has_its_consequence_and_one_mail_s_trouble_is_no_other_s() {
    both(|world| {
        let office = Office::new(world);
        let server = MailServer::start(says);
        let mut smtp = Smtp::new(server.url().parse().unwrap(), "concordat.example");
        let kinds = ["later", "good", "never", "fine", "full", "hangs", "nice"];
        let mails: Vec<_> = kinds.iter().map(|kind| office.mail(office.people(1, kind)[0].id, kind)).collect();
        office.put(&mails);
        let round = office.work(&mut smtp).unwrap();
        assert_eq!((round.sent, round.put_off, round.dead, round.away), (3, 3, 1, false));
        let count = |kind: &str| server.taken().iter().filter(|mail| mail.to.starts_with(kind)).count();
        assert_eq!(["good", "fine", "nice", "hangs", "full", "later"].map(count), [1, 1, 1, 1, 0, 0]);
        // who hung up gets it again, and can tell by its id that it is the same
        office.pass(60);
        office.work(&mut smtp).unwrap();
        let twice: Vec<_> = server.taken().into_iter().filter(|mail| mail.to.starts_with("hangs")).collect();
        assert_eq!(twice.len(), 2);
        assert_eq!(twice[0].header("Message-ID"), twice[1].header("Message-ID"));
        // after five days what is put off is given up
        for _ in 0..200 {
            office.pass(3_600);
            office.work(&mut smtp).unwrap();
        }
        assert_eq!(dead(world, &office).len(), 4);
        assert_eq!(count("good"), 1);
    });
}

#[test]
fn a_bouncing_address_is_shown_tried_again_and_given_up() {
    both(|world| {
        let office = Office::new(world);
        let server = MailServer::start(says);
        let mut smtp = Smtp::new(server.url().parse().unwrap(), "concordat.example");
        office.put(&[office.mail(office.people(1, "never")[0].id, "bounces")]);
        office.work(&mut smtp).unwrap();
        let one = dead(world, &office).pop().unwrap().0;
        let MailState::Dead { reason, .. } = &one.mail.state else { panic!("{one:?}") };
        assert!(reason.contains("550") && reason.contains("no such user"), "{reason}");

        let steward = world.person(STEWARD);
        let on = |verb, revision: i32, retries: bool| {
            world.database.write(&steward, office.agreement, |tx| {
                let on = tx.permit::<DeadMail>(verb, (office.agreement, one.mail.id))?;
                if retries { notifications::retry(tx, on, revision) } else { notifications::drop(tx, on, revision) }
            })
        };
        assert!(matches!(on(Verb::MailKeep, 1, true), Err(No::Refused(_))), "stale");
        let again = on(Verb::MailKeep, one.revision, true).unwrap().0;
        assert!(matches!(on(Verb::MailKeep, again.revision, false), Err(No::Refused(_))), "it waits");
        office.work(&mut smtp).unwrap();
        let one = dead(world, &office).pop().unwrap().0;
        let dropped = on(Verb::MailKeep, one.revision, false).unwrap().0;
        assert_eq!(dropped.mail.state.name(), "dropped");
        assert_eq!(dead(world, &office), []);
        let stranger = world.person("clara.weiss@castor.example");
        let denied =
            world.database.read(&stranger, |tx| notifications::dead(tx, office.agreement, None, 5).map(|_| ()));
        assert!(matches!(denied, Err(No::Denied(_))));
    });
}

#[test]
fn whether_we_may_send_at_all_is_no_matter_of_a_mail() {
    let world = World::sqlite();
    let office = Office::new(&world);
    let server = MailServer::start(|_| Says::NotYou);
    office.put(&[office.mail(office.people(1, "ana")[0].id, "one")]);
    for url in [server.url(), format!("smtp://u:p@{}?tls=none", server.address)] {
        let mut smtp = Smtp::new(url.parse().unwrap(), "concordat.example");
        for _ in 0..20 {
            assert!(office.work(&mut smtp).unwrap().dead == 0);
            office.pass(60);
        }
    }
    assert_eq!(dead(&world, &office), []);
    let good = MailServer::start(says);
    office.work(&mut Smtp::new(good.url().parse().unwrap(), "concordat.example")).unwrap();
    assert_eq!(good.taken().len(), 1);
}
