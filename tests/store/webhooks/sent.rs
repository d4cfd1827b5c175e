//! What goes out: signed by Standard Webhooks, thin, once, to those who may see it, again when it fails.

use crate::support::{
    deviations::{CLARA, Group, TOVE},
    receiver::Receiver,
    world::both,
};
use concordat_domain::{
    access::Verb,
    kernel::Span,
    notifications::webhook::{DeliveryState, LADDER, WebhookState},
};
use concordat_service::{
    kernel::Tx,
    notifications::webhooks::{self, Client},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The signature that a message must have.
fn signature(secret: &str, id: &str, at: &str, body: &str) -> String {
    let key = standardwebhooks::Webhook::new(secret).unwrap();
    key.sign(id, at.parse().unwrap(), body.as_bytes()).unwrap()
}

#[test]
fn a_message_is_signed_thin_and_sent_once() {
    both(|world| {
        let group = Group::new(world);
        let receiver = Receiver::start();
        group.send();
        let added = group.hook(TOVE, &receiver, &["deviation.raised"]);
        group.assess("2026-03", 50);
        let raised = group.told(TOVE, "deviation.raised");
        assert!(raised > 0);
        assert_eq!(group.send(), raised);
        let posted = receiver.posted();
        assert_eq!(posted.len(), raised);
        for one in &posted {
            let (id, at) = (one.header("webhook-id"), one.header("webhook-timestamp"));
            assert_eq!(one.header("webhook-signature"), signature(&added.secret, id, at, &one.body));
            assert_eq!(at, "1775203200", "the moment of the try");
            assert_eq!(one.header("content-type"), "application/json");
            let body: Value = serde_json::from_str(&one.body).unwrap();
            let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
            assert_eq!(
                (keys(&body), keys(&body["data"])),
                (
                    ["data", "timestamp", "type"].map(String::from).to_vec(),
                    ["agreement", "event", "subject"].map(String::from).to_vec(),
                )
            );
            assert_eq!(
                (&body["type"], &body["data"]["agreement"]),
                (&json!("deviation.raised"), &json!(group.terms.code))
            );
        }
        let ids: BTreeSet<_> = posted.iter().map(|one| one.header("webhook-id").to_owned()).collect();
        assert_eq!(ids.len(), raised);
        assert_eq!((group.send(), receiver.posted().len()), (0, 0), "never again");
        let kept = group.deliveries(TOVE, added.view.webhook.id);
        assert!(kept.iter().all(|one| one.state == DeliveryState::Taken && one.attempts[0].status == Some(204)));
    });
}

#[test]
fn two_servers_send_each_message_once() {
    both(|world| {
        let group = Group::new(world);
        let receiver = Receiver::start();
        group.hook(TOVE, &receiver, &["deviation.*", "period.*", "kpi.*", "webhook_test.x"]);
        for month in ["2026-01", "2026-02", "2026-03"] {
            group.assess(month, 50);
        }
        std::thread::scope(|scope| {
            let sending: Vec<_> = (0..2).map(|_| scope.spawn(|| group.send())).collect();
            sending.into_iter().for_each(|one| assert!(one.join().is_ok()));
        });
        let posted = receiver.posted();
        let ids: BTreeSet<_> = posted.iter().map(|one| one.header("webhook-id").to_owned()).collect();
        assert!(posted.len() > 2);
        assert_eq!(ids.len(), posted.len());
    });
}

#[test]
fn a_system_is_told_what_its_company_may_see_and_nothing_else() {
    both(|world| {
        let group = Group::new(world);
        let (north, castor) = (Receiver::start(), Receiver::start());
        group.hook(TOVE, &north, &["deviation.raised"]);
        group.hook(CLARA, &castor, &["deviation.raised"]);
        // not-reopened is disclosed to its company only
        let facts = [
            ("not-reopened", "nordlicht", 50),
            ("not-reopened", "castor", 99),
            ("not-reopened", "halden", 99),
            ("not-reopened", "berger", 99),
        ];
        group.assess_as(&world.console(), "2026-03", &facts).unwrap();
        let own = group.deviation(TOVE, ("not-reopened", Some("nordlicht"), "2026-03")).unwrap().deviation.id;
        assert!(group.deviation(CLARA, ("not-reopened", Some("nordlicht"), "2026-03")).is_none());
        group.send();
        let (north, castor) = (north.posted(), castor.posted());
        assert!(north.iter().any(|one| one.body.contains(&own.to_string())), "{north:?}");
        assert!(!castor.is_empty() && !castor.iter().any(|one| one.body.contains(&own.to_string())), "{castor:?}");
    });
}

#[test]
fn what_fails_is_tried_again_up_the_ladder_and_can_be_sent_again() {
    both(|world| {
        let group = Group::new(world);
        let receiver = Receiver::start();
        let id = group.hook(TOVE, &receiver, &["deviation.raised"]).view.webhook.id;
        receiver.will_answer(10_000, "503 Service Unavailable", "come\tback later");
        group.assess("2026-03", 50);
        let sent = group.send();
        assert!(sent > 0);
        let mut now = world.database.clock().now();
        for seconds in LADDER {
            let waits = group.deliveries(TOVE, id);
            for one in &waits {
                let wait = one.due.since(now);
                let most = Span::from_micros(seconds * 1_100_000);
                assert!((Span::from_seconds(seconds)..=most).contains(&wait), "{wait} after {seconds} s");
            }
            world.clock.set(now.plus_seconds(seconds - 1));
            assert_eq!(group.send(), 0, "not before {seconds} s");
            now = now.plus(Span::from_micros(seconds * 1_100_000));
            world.clock.set(now);
            assert_eq!(group.send(), sent);
        }
        let given_up = group.deliveries(TOVE, id);
        for one in &given_up {
            assert_eq!((one.state, one.attempts.len()), (DeliveryState::GivenUp, LADDER.len() + 1));
            assert_eq!((one.attempts[0].status, one.attempts[0].answer.as_str()), (Some(503), "come back later"));
        }
        let ids: BTreeSet<_> = receiver.posted().iter().map(|one| one.header("webhook-id").to_owned()).collect();
        assert_eq!(ids.len(), sent, "a message keeps its id");
        let again = |tx: &mut Tx<'_>| {
            let on = tx.permit(Verb::WebhookKeep, (group.agreement, given_up[0].id))?;
            webhooks::send_again(tx, on)
        };
        world.database.write(&world.person(TOVE), group.agreement, again).unwrap();
        assert_eq!(group.send(), 1);
    });
}

#[test]
fn a_system_that_is_gone_is_told_no_more() {
    both(|world| {
        let group = Group::new(world);
        let receiver = Receiver::start();
        let id = group.hook(TOVE, &receiver, &["deviation.raised"]).view.webhook.id;
        receiver.will_answer(1_000, "410 Gone", "");
        group.assess("2026-02", 50);
        group.send();
        assert!(matches!(group.webhook(TOVE, id).webhook.state, WebhookState::Disabled { .. }));
        let disabled = world.events(group.agreement).iter().filter(|kind| *kind == "webhook.disabled").count();
        assert_eq!(disabled, 1);
        receiver.posted();
        group.assess("2026-03", 50);
        assert_eq!((group.send(), receiver.posted().len()), (0, 0));
    });
}

#[test]
fn both_secrets_sign_for_a_day_after_a_change() {
    both(|world| {
        let group = Group::new(world);
        let receiver = Receiver::start();
        let first = group.hook(TOVE, &receiver, &["deviation.raised"]);
        let rotate = |tx: &mut Tx<'_>| {
            let on = tx.permit(Verb::WebhookKeep, (group.agreement, first.view.webhook.id))?;
            webhooks::rotate(tx, on, 1)
        };
        let second = world.database.write(&world.person(TOVE), group.agreement, rotate).unwrap();
        for (month, secrets) in [("2026-02", vec![&second.secret, &first.secret]), ("2026-03", vec![&second.secret])] {
            group.assess(month, 50);
            group.send();
            let posted = receiver.posted();
            assert!(!posted.is_empty());
            for one in posted {
                let (id, at) = (one.header("webhook-id"), one.header("webhook-timestamp"));
                let signed: Vec<_> = secrets.iter().map(|secret| signature(secret, id, at, &one.body)).collect();
                assert_eq!(one.header("webhook-signature"), signed.join(" "));
            }
            world.clock.set(world.database.clock().now().plus_seconds(86_400));
        }
    });
}

#[test]
fn what_waits_for_a_webhook_that_was_removed_is_dropped() {
    both(|world| {
        let group = Group::new(world);
        let receiver = Receiver::start();
        let id = group.hook(TOVE, &receiver, &["deviation.raised"]).view.webhook.id;
        group.assess("2026-03", 50);
        receiver.will_answer(100, "500 Oops", "");
        group.send();
        let remove = |tx: &mut Tx<'_>| {
            let on = tx.permit(Verb::WebhookKeep, (group.agreement, id))?;
            webhooks::remove(tx, on, 1).map(|_| ())
        };
        world.database.write(&world.person(TOVE), group.agreement, remove).unwrap();
        receiver.posted();
        world.clock.set(world.database.clock().now().plus_seconds(86_400));
        assert_eq!((group.send_by(&Client::new(true)), receiver.posted().len()), (0, 0));
    });
}
