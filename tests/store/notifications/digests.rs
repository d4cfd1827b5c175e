//! A digest instead of a flood, and people who hear no more.

use super::Office;
use crate::support::{
    smtp::{MailServer, Says},
    world::both,
};
use concordat_domain::{
    kernel::AgreementId,
    notifications::{Channel, FLOOD, Setting, Topic},
};
use concordat_service::{
    identity::TokenKey,
    kernel::No,
    notifications::{self, Smtp},
};
use uuid::Uuid;

#[test]
fn many_at_once_are_one_digest_and_an_invitation_stays_itself() {
    both(|world| {
        let office = Office::new(world);
        let server = MailServer::start(|_| Says::Accepts);
        let mut smtp = Smtp::new(server.url().parse().unwrap(), "concordat.example");
        let [ana, ben] = &office.people(2, "ana")[..] else { panic!() };
        let mut mails: Vec<_> = (0..40).map(|n| office.mail(ana.id, &format!("m{n}"))).collect();
        mails.extend((0..FLOOD).map(|n| office.mail(ben.id, &format!("b{n}"))));
        let mut invitation = office.mail(ana.id, "meeting");
        invitation.calendar = Some(("REQUEST".into(), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into()));
        mails.push(invitation);
        office.put(&mails);
        office.work(&mut smtp).unwrap();
        let taken = server.taken();
        let to = |person: &str| taken.iter().filter(|mail| mail.to == person).collect::<Vec<_>>();
        assert_eq!(to(&ben.email).len(), FLOOD, "few go as themselves");
        let [digest, invitation] = &mut to(&ana.email)[..] else { panic!("{:?}", to(&ana.email).len()) };
        if digest.text.contains("text/calendar") {
            std::mem::swap(digest, invitation);
        }
        assert_eq!(digest.header("Subject").unwrap(), "40 notices");
        for n in 0..40 {
            assert!(digest.text.contains(&format!("[m{n}]")), "m{n} in the digest");
        }
        assert!(invitation.text.contains("text/calendar") && invitation.text.contains("[meeting]"));
    });
}

#[test]
fn one_click_and_a_person_hears_no_more() {
    both(|world| {
        let office = Office::new(world);
        let server = MailServer::start(|_| Says::Accepts);
        let mut smtp = Smtp::new(server.url().parse().unwrap(), "concordat.example");
        let ana = office.people(1, "ana").pop().unwrap();
        office.put(&[office.mail(ana.id, "first")]);
        office.work(&mut smtp).unwrap();
        let link = server.taken()[0].header("List-Unsubscribe").unwrap();
        let query = link.trim_matches(['<', '>']).split_once('?').unwrap().1;
        let part = |name: &str| query.split('&').find_map(|part| part.strip_prefix(&format!("{name}="))).unwrap();
        let (person, topics, mark): (Uuid, _, _) = (part("person").parse().unwrap(), part("topics"), part("mark"));
        let key = TokenKey::new(&[7; 32]);
        let leave = |person, topics: &str, mark: &str| {
            world.database.write(&world.console(), AgreementId::INSTANCE, |tx| {
                notifications::unsubscribe(tx, &key, person, topics, mark)
            })
        };
        let other = office.people(1, "ben").pop().unwrap();
        for (person, topics, mark) in [(other.id.0, topics, mark), (person, "cases", mark), (person, topics, "x")] {
            assert!(matches!(leave(person, topics, mark), Err(No::Denied(_))));
        }
        assert_eq!(leave(person, topics, mark).unwrap(), [Topic::Actions]);
        assert_eq!(leave(person, topics, mark).unwrap(), [Topic::Actions], "again does no harm");
        office.put(&[office.mail(ana.id, "second"), office.mail(other.id, "third")]);
        office.work(&mut smtp).unwrap();
        assert_eq!(server.taken().len(), 2);
        assert!(server.taken()[1].text.contains("[third]"));
        let wants: Setting = world.database.read(&world.console(), |tx| notifications::setting(tx, ana.id)).unwrap();
        assert_eq!(wants.channel(Topic::Actions), Channel::Nothing);
    });
}
