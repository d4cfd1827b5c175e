//! Meetings in people's own calendars: invited by mail, told of changes once, and read at a secret address.

use crate::support::{
    deviations::{Group, IRENE, PAUL, TOVE},
    loopback::Loopback,
    served::serve,
    world::{World, both},
};
use concordat::graphql::kernel::global_id::GlobalId;
use concordat_domain::{
    access::{Actor, Scope, Verb},
    kernel::{GroupId, PersonId},
};
use concordat_service::{
    coordination::{self, MeetingView},
    kernel::{
        Tx,
        db::{Key, Uid},
    },
    reactions,
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Jsonb},
};
use juniper::ID;
use serde_json::{Value, json};
use std::sync::Arc;

#[derive(QueryableByName)]
struct Body {
    #[diesel(sql_type = Jsonb)]
    body: Value,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

impl Group<'_> {
    /// The calendar parts of the mails to somebody about meetings, the oldest first.
    fn parts(&self, to: PersonId) -> Vec<(String, String)> {
        let sql = "SELECT body FROM mails WHERE person_id = $1 AND topic = 'meetings' ORDER BY id";
        let read =
            |tx: &mut Tx<'_>| Ok(diesel::sql_query(sql).bind::<Uid, _>(Key::from(to)).load::<Body>(tx.reading())?);
        let found = self.world.database.read(&self.world.console(), read).unwrap();
        found
            .into_iter()
            .filter_map(|one| serde_json::from_value(one.body["letter"]["calendar"].clone()).ok())
            .collect()
    }

    fn mails(&self) -> i64 {
        let sql = "SELECT count(*) AS count FROM mails";
        let read = |tx: &mut Tx<'_>| Ok(diesel::sql_query(sql).get_result::<Count>(tx.reading())?.count);
        self.world.database.read(&self.world.console(), read).unwrap()
    }

    /// The next weekly meeting of the coordination group.
    fn weekly(&self) -> MeetingView {
        let now = self.world.database.clock().now();
        let group: GroupId = self.terms.group_named("coordination").unwrap().id;
        let read =
            |tx: &mut Tx<'_>| coordination::meetings_between(tx, self.agreement, now, now.plus_seconds(60 * 86_400));
        let all = self.world.database.read(&self.world.console(), read).unwrap();
        let weekly =
            |view: &MeetingView| view.meeting.group == group && view.meeting.cadence.as_deref() == Some("weekly");
        all.into_iter().find(weekly).unwrap()
    }

    /// The chair cancels a meeting.
    fn cancel(&self, view: &MeetingView) {
        let work = |tx: &mut Tx<'_>| {
            let on = tx.permit(Verb::MeetingArrange, (self.agreement, view.meeting.id))?;
            coordination::cancel(tx, on, view.revision, "Nothing to decide")
        };
        self.world.database.write(&self.world.person(PAUL), self.agreement, work).unwrap();
    }

    fn follow(&self) {
        coordination::plan_due(&self.world.database).unwrap();
        reactions::follow_all(&self.world.database).unwrap();
    }
}

#[test]
fn members_are_invited_once_and_told_when_a_meeting_is_cancelled() {
    both(|world| {
        let group = Group::new(world);
        group.follow();
        let tove = group.id_of(TOVE);
        let invited = group.parts(tove);
        // one mail for each series: weekly and technical as a member, directors as a deputy
        assert!(invited.len() >= 3 && invited.iter().all(|(method, _)| method == "REQUEST"), "{}", invited.len());
        let weekly = group.weekly();
        let uid = format!("{}.weekly@concordat", weekly.meeting.group);
        let of = |parts: &[(String, String)]| {
            parts.iter().filter(|(_, text)| text.replace("\r\n ", "").contains(&uid)).cloned().collect::<Vec<_>>()
        };
        let [(_, text)] = of(&invited).try_into().unwrap();
        assert!(text.matches("BEGIN:VEVENT").count() >= 8, "two months of weeks in one mail");
        let plain = text.replace("\r\n ", "");
        assert!(plain.contains("mailto:tove.lind@nordlicht.example") && !plain.contains("castor.example"), "{plain}");
        let before = group.mails();
        group.follow();
        assert_eq!(group.mails(), before, "nobody is told twice");
        group.cancel(&weekly);
        group.follow();
        let told = of(&group.parts(tove));
        let (method, text) = told.last().unwrap();
        assert_eq!((method.as_str(), text.matches("BEGIN:VEVENT").count()), ("CANCEL", 1));
        assert!(text.contains("STATUS:CANCELLED") && text.contains("SEQUENCE:1") && text.contains("RECURRENCE-ID"));
        let after = group.mails();
        group.follow();
        assert_eq!(group.mails(), after);
    });
}

/// Makes an address; the path with the secret, and the id.
fn made(world: &World, who: &str, input: &Value) -> (String, String) {
    let query = "mutation($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) {
        refusals { code } created { path feed { id } } } }";
    let data = world.data(&world.person(who), query, &json!({ "input": input }));
    let created = data["createCalendarFeed"]["created"].clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&created["path"]), text(&created["feed"]["id"]))
}

fn get(server: &Loopback, path: &str, known: &str) -> (u16, Option<String>, String) {
    let headers: &[(&str, &str)] = if known.is_empty() { &[] } else { &[("if-none-match", known)] };
    let answer = server.ask(&format!("GET {path}"), headers, b"");
    (answer.status, answer.header("etag").map(str::to_owned), answer.body)
}

#[test]
fn a_secret_address_shows_ones_meetings_until_it_is_revoked() {
    both(|world| {
        let group = Group::new(world);
        group.follow();
        let server = serve(world, &[TOVE]);
        let (path, id) = made(world, TOVE, &json!({}));
        let (status, tag, text) = get(&server, &path, "");
        let tag = tag.unwrap();
        assert_eq!((status, text.matches("RRULE:FREQ=WEEKLY").count() >= 2), (200, true), "{text}");
        assert!(text.contains("METHOD:PUBLISH") && !text.contains("mailto:"), "{text}");
        assert_eq!(get(&server, &path, &tag), (304, Some(tag.clone()), String::new()));
        let weekly = group.weekly();
        group.cancel(&weekly);
        let (status, other, text) = get(&server, &path, &tag);
        assert_eq!((status, other.as_ref() == Some(&tag)), (200, false));
        let exception = format!(
            "EXDATE;TZID={}:{}",
            weekly.meeting.slot.zone,
            weekly.meeting.occurrence.unwrap().format("%Y%m%dT%H%M%S")
        );
        assert!(text.contains(&exception), "{exception} in {text}");
        let list = "{ viewer { calendarFeeds { id revokedAt } } }";
        let seen = |who: &str| world.data(&world.person(who), list, &json!({}))["viewer"]["calendarFeeds"].clone();
        assert_eq!((seen(TOVE), seen(PAUL)), (json!([{ "id": id, "revokedAt": null }]), json!([])));
        let revoke =
            "mutation($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) { refusals { code } } }";
        let input = json!({ "input": { "feed": id } });
        assert_eq!(world.denied(&world.person(PAUL), revoke, &input), "NOT_FOUND");
        for _ in 0..2 {
            world.data(&world.person(TOVE), revoke, &input);
        }
        let unknown = path.replace(&path[10..14], "beef");
        let (gone, never) =
            (server.ask(&format!("GET {path}"), &[], b""), server.ask(&format!("GET {unknown}"), &[], b""));
        assert_eq!((gone.status, &gone.body), (404, &never.body), "revoked and unknown are answered alike");
        assert_eq!(get(&server, &path, &tag).0, 404);
    });
}

/// A system of somebody's with a token that may do all that they may for 30 days, and the token's id.
fn system(world: &World, of: &Arc<Actor>) -> (Arc<Actor>, Value) {
    let create = "mutation { createToken(input: { name: \"all\", scopes: [READ, REPORT, ACT], days: 30 }) { created { token { id } } } }";
    let id = world.data(of, create, &json!({}))["createToken"]["created"]["token"]["id"].clone();
    let token = GlobalId::decode(&ID::from(id.as_str().unwrap().to_owned())).unwrap().own.into();
    (Arc::new(Actor { token: Some(token), ..(**of).clone() }), id)
}

const REVOKE_TOKEN: &str = "mutation($token: ID!) { revokeToken(input: { token: $token }) { refusals { code } } }";

#[test]
fn a_token_that_may_not_do_everything_makes_no_address() {
    both(|world| {
        Group::new(world);
        let tove = world.person(TOVE);
        let make = "mutation { createCalendarFeed(input: {}) { created { path } } }";
        for scopes in [vec![Scope::Read], vec![Scope::Read, Scope::Act], vec![Scope::Report, Scope::Act]] {
            let limited = Arc::new(Actor { scopes, ..(*system(world, &tove).0).clone() });
            assert_eq!(world.denied(&limited, make, &json!({})), "FORBIDDEN", "{:?}", limited.scopes);
        }
        let list = "{ viewer { calendarFeeds { id } } }";
        assert_eq!(world.data(&tove, list, &json!({}))["viewer"]["calendarFeeds"], json!([]));
    });
}

#[test]
fn addresses_that_have_ended_count_towards_no_limit() {
    both(|world| {
        Group::new(world);
        let tove = world.person(TOVE);
        let many = |who: &Arc<Actor>, some: usize| {
            let one = |n: usize| format!("f{n}: createCalendarFeed(input: {{}}) {{ refusals {{ code }} }} ");
            let query = format!("mutation {{ {} }}", (0..some).map(one).collect::<String>());
            world.answer(who, &query, &json!({}))["errors"].clone()
        };
        let (system, token) = system(world, &tove);
        assert_eq!(
            (many(&system, 50), many(&tove, 1)[0]["extensions"]["code"].clone()),
            (json!(null), json!("FORBIDDEN"))
        );
        world.data(&tove, REVOKE_TOKEN, &json!({ "token": token }));
        let list = "{ viewer { calendarFeeds { revokedAt } } }";
        let listed = || world.data(&tove, list, &json!({}))["viewer"]["calendarFeeds"].as_array().unwrap().len();
        assert_eq!((listed(), many(&tove, 50), listed()), (0, json!(null), 50));
        assert_eq!(many(&tove, 1)[0]["extensions"]["code"], "FORBIDDEN");
    });
}

#[test]
fn an_address_that_was_made_with_a_token_works_no_longer_than_the_token() {
    both(|world| {
        Group::new(world);
        let (tove, server) = (world.person(TOVE), serve(world, &[TOVE]));
        let ((system, id), (later, _)) = (system(world, &tove), system(world, &tove));
        let made = |actor: &Arc<Actor>| {
            let query = "mutation { createCalendarFeed(input: {}) { created { path } } }";
            let data = world.data(actor, query, &json!({}));
            data["createCalendarFeed"]["created"]["path"].as_str().unwrap().to_owned()
        };
        let (by_token, by_herself) = (made(&system), made(&tove));
        let status = |path: &str| get(&server, path, "").0;
        assert_eq!((status(&by_token), status(&by_herself)), (200, 200));
        world.data(&tove, REVOKE_TOKEN, &json!({ "token": id }));
        assert_eq!((status(&by_token), status(&by_herself)), (404, 200));
        let expired = made(&later);
        assert_eq!(status(&expired), 200);
        world.at("2026-06-03T08:00:00Z");
        let later = (status(&expired), status(&by_herself));
        assert_eq!(later, (404, 200), "what she made herself is hers as long as she is here");
    });
}

#[test]
fn an_address_of_a_group_shows_its_meetings_alone() {
    both(|world| {
        let group = Group::new(world);
        group.follow();
        let query = "{ agreements(first: 1) { nodes { groups { id code } } } }";
        let data = world.data(&world.person(IRENE), query, &json!({}));
        let groups = data["agreements"]["nodes"][0]["groups"].as_array().unwrap().clone();
        let id = groups.iter().find(|one| one["code"] == "directors").unwrap()["id"].clone();
        let server = serve(world, &[IRENE]);
        let (path, _) = made(world, IRENE, &json!({ "group": id }));
        let (status, _, text) = get(&server, &path, "");
        assert!(status == 200 && text.contains("fortnight@concordat") && !text.contains("weekly@concordat"), "{text}");
    });
}
