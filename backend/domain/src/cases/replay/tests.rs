//! What cannot apply is left out and told; the rest goes in, in whatever order it comes.

use super::*;
use crate::agreements::{CaseKind::Incident, Phase};
use crate::cases::samples::*;
use crate::cases::{Attribution, Held, Holder, Hops, Share};

/// The codes of what a log holds beside the case.
fn odd(events: &[(&str, What)]) -> Vec<String> {
    let replayed = Case::replay(id(1), &log(events), &rulebooks(&[]));
    assert!(replayed.oddities.iter().all(|oddity| oddity.message.contains(';') || oddity.message.contains(',')));
    replayed.oddities.into_iter().map(|oddity| oddity.code.into_owned()).collect()
}

/// What follows an opening at 09:00 and an acceptance by team 11.
fn after(events: &[(&str, What)]) -> Vec<String> {
    let mut all = vec![("2 09:00", opened(Incident)), ("2 09:00", accepted(11))];
    all.extend(events.iter().cloned());
    odd(&all)
}

#[test]
fn what_cannot_apply_is_told_by_code() {
    let foreign = Holder { team: id(11), company: company(9) };
    let stranger = Holder { team: id(12), company: company(3) };
    let unknown = Holder { team: id(99), company: company(1) };
    let by = |by| What::Accepted { by };
    let to = |to| What::Offered { to, reason: None, outside: None };
    let recovering = |due: &'static str| What::Recovering { company: company(1), owner: id(7), due: at(due) };
    let consented = || What::PauseConsented;
    let cases: Vec<(Vec<Happened>, &[&str])> = vec![
        (vec![("2 10:00", opened(Incident))], &["CASE_OPENED_TWICE"]),
        (vec![("2 08:00", accepted(11))], &["CASE_NOT_OPENED"]),
        (vec![("2 10:00", offered(11))], &["CASE_TO_ITSELF"]),
        (vec![("2 10:00", to(foreign))], &["CASE_COMPANY"]),
        (vec![("2 10:00", to(stranger)), ("2 10:01", by(stranger))], &["CASE_TEAM_COMPANY", "CASE_TEAM_COMPANY"]),
        (vec![("2 10:00", to(unknown))], &["CASE_TEAM"]),
        (vec![("2 10:00", refused())], &["CASE_NOT_OFFERED"]),
        (vec![("2 10:00", accepted(12)), ("2 11:00", accepted(12))], &[]),
        (vec![("2 10:00", paused("customer")), ("2 11:00", paused("vendor"))], &["CASE_PAUSED"]),
        (vec![("2 10:00", paused("capped")), ("2 12:00", paused("customer"))], &[]),
        (vec![("2 10:00", paused("capped")), ("2 13:00", What::Resumed)], &[]),
        (vec![("2 10:00", paused("weather"))], &["CASE_REASON"]),
        (vec![("2 10:00", What::Resumed), ("2 10:00", consented())], &["CASE_NOT_PAUSED", "CASE_NOT_PAUSED"]),
        (vec![("2 10:00", reopened())], &["CASE_NOT_RESOLVED"]),
        (vec![("2 10:00", What::Closed)], &["CASE_NOT_RESOLVED"]),
        (vec![("2 10:00", rated(5))], &["CASE_NOT_RESOLVED"]),
        (vec![("2 10:00", resolved()), ("2 11:00", resolved())], &["CASE_RESOLVED"]),
        (vec![("2 10:00", resolved()), ("2 11:00", offered(12))], &["CASE_RESOLVED"]),
        (vec![("2 10:00", resolved()), ("2 11:00", What::Closed), ("2 12:00", What::Closed)], &["CASE_CLOSED"]),
        (vec![("2 10:00", resolved()), ("2 11:00", rated(6))], &["CASE_POINTS"]),
        (vec![("2 10:00", cancelled()), ("2 11:00", told())], &["CASE_CANCELLED"]),
        (vec![("2 10:00", raised("top"))], &["CASE_PRIORITY"]),
        (
            vec![("2 10:00", staged("lost")), ("2 10:00", staged("done")), ("2 10:00", staged("repair"))],
            &["CASE_STAGE", "CASE_STAGE"],
        ),
        (vec![("2 10:00", swarmed(&[(1, 1)])), ("2 10:01", swarmed(&[]))], &["CASE_SHARES", "CASE_SHARES"]),
        (
            vec![("2 10:00", swarmed(&[(1, 1), (2, 0)])), ("2 11:00", swarmed(&[(1, 1), (1, 1)]))],
            &["CASE_SHARES", "CASE_SHARES"],
        ),
        (vec![("2 10:00", recovering("3 09:00"))], &["CASE_NOT_NEGATIVE"]),
        (
            vec![("2 10:00", resolved()), ("2 11:00", rated(1)), ("2 12:00", recovering("2 09:00"))],
            &["CASE_RECOVERY_DUE"],
        ),
        (vec![("2 10:00", disputed("2 09:00", "2 11:00"))], &["CASE_DISPUTE_RANGE"]),
        (vec![("2 10:00", disputed("2 08:00", "2 09:30"))], &["CASE_DISPUTE_RANGE"]),
        (vec![("2 10:00", resolved()), ("9 10:01", disputed("2 09:00", "2 10:00"))], &["CASE_DISPUTE_WINDOW"]),
        (vec![("2 10:00", decided(3, Attribution::Nobody))], &["CASE_DISPUTE_UNKNOWN"]),
    ];
    for (events, codes) in cases {
        assert_eq!(after(&events), codes, "{events:?}");
    }
}

#[test]
fn a_log_that_opens_nothing_is_no_case() {
    let mut events = log(&[("2 09:00", opened(Incident)), ("2 10:00", told())]);
    if let What::Opened { priority, .. } = &mut events[0].what {
        *priority = "top".to_owned();
    }
    let replayed = Case::replay(id(1), &events, &rulebooks(&[]));
    assert_eq!(replayed.case, None);
    let codes: Vec<&str> = replayed.oddities.iter().map(|oddity| oddity.code.as_ref()).collect();
    assert_eq!(codes, ["CASE_PRIORITY", "CASE_NOT_OPENED"]);
    assert_eq!(Case::replay(id(1), &[], &rulebooks(&[])), Replayed { case: None, oddities: Vec::new() });
}

#[test]
fn the_order_in_which_events_come_does_not_matter() {
    let events = [
        ("2 09:00", opened(Incident)),
        ("2 09:00", accepted(11)),
        ("2 10:00", offered(12)),
        ("2 11:00", accepted(12)),
        ("2 11:00", paused("customer")),
        ("2 12:00", What::Resumed),
        ("2 13:00", resolved()),
    ];
    let mut log = log(&events);
    let told = Case::replay(id(1), &log, &rulebooks(&[]));
    log.reverse();
    assert_eq!(Case::replay(id(1), &log, &rulebooks(&[])), told);
    assert_eq!(told.oddities, []);
}

#[test]
fn a_refused_offer_leaves_the_case_where_it_was() {
    let rulebooks = rulebooks(&[]);
    let events = [("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 10:00", offered(12))];
    let waiting = case(&events, &rulebooks);
    assert_eq!(waiting.journey.between_companies(), Hops { hand_overs: 1, ping_pong: 0 });
    assert_eq!((waiting.offer.map(|offer| offer.to), waiting.holder), (Some(holder(12)), Some(holder(11))));
    let refused = case(&[&events[..], &[("2 11:00", refused())]].concat(), &rulebooks);
    assert_eq!(refused.custody.last().map(|stretch| stretch.held), Some(Held::By(holder(11))));
    assert_eq!(refused.journey.between_companies(), Hops::default());
    assert_eq!(refused.journey.highest_line(), 1);
}

#[test]
fn an_imported_log_queues_where_it_likes() {
    let events = [
        ("2 09:00", opened(Incident)),
        ("2 09:00", offered(12)),
        ("2 10:00", offered(13)),
        ("2 11:00", accepted(11)),
        ("2 12:00", offered(11)),
        ("2 13:00", accepted(12)),
    ];
    let replayed = Case::replay(id(1), &imported(&events), &rulebooks(&[]));
    assert_eq!(replayed.oddities, []);
    let case = replayed.case.unwrap();
    assert_eq!(case.journey.between_teams(), Hops { hand_overs: 3, ping_pong: 0 });
    assert_eq!((case.journey.highest_line(), case.journey.highest_line_held()), (3, 2));
    assert!(case.is_imported);
}

#[test]
fn ping_pong_is_straight_back() {
    let hop = |(place, team): (usize, &u128)| {
        let when = ["2 10:00", "2 11:00", "2 12:00", "2 13:00", "2 14:00"][place];
        (when, accepted(*team))
    };
    for (teams, hand_overs, ping_pong) in
        [(&[11, 12, 11, 12][..], 3, 2), (&[11, 12, 13, 11], 3, 0), (&[11, 11, 12], 1, 0), (&[11, 12, 12, 11], 2, 1)]
    {
        let mut events = vec![("2 09:00", opened(Incident))];
        events.extend(teams.iter().enumerate().map(hop));
        let case = case(&events, &rulebooks(&[]));
        assert_eq!(case.journey.between_companies(), Hops { hand_overs, ping_pong }, "{teams:?}");
    }
}

#[test]
fn resolution_alone_is_not_the_end() {
    let rulebooks = rulebooks(&[]);
    let events = [
        ("2 09:00", opened(crate::agreements::CaseKind::Complaint)),
        ("2 09:00", accepted(11)),
        ("2 10:00", resolved()),
        ("2 11:00", What::Closed),
        ("2 12:00", rated(2)),
        ("2 13:00", What::Recovering { company: company(2), owner: id(7), due: at("3 09:00") }),
        ("2 14:00", rated(3)),
        ("2 15:00", rated(4)),
    ];
    let unhappy = case(&events[..7], &rulebooks);
    assert!(!unhappy.is_settled() && unhappy.red_flag());
    let recovery = unhappy.feedback.recovery().unwrap();
    assert_eq!((recovery.rating, recovery.opened, recovery.due), (5, at("2 12:00"), at("3 09:00")));
    assert_eq!((recovery.company, recovery.owner), (Some(company(2)), Some(id(7))));
    let happy = case(&events, &rulebooks);
    assert!(happy.is_settled() && !happy.red_flag());
    assert_eq!(happy.feedback.recoveries[0].turned, Some((8, at("2 15:00"))));
    assert_eq!(case(&events[..5], &rulebooks).feedback.recovery().unwrap().due, at("5 12:00"), "as agreed");
}

#[test]
fn a_pause_ends_at_its_cap_by_itself() {
    let events = [("2 09:00", opened(Incident)), ("2 09:00", accepted(11)), ("2 10:00", paused("capped"))];
    let case = case(&events, &rulebooks(&[]));
    assert_eq!(case.phase(at("2 11:59")), Phase::Paused);
    assert_eq!(case.phase(at("2 12:00")), Phase::Open);
    assert_eq!(case.stage_at(&rulebooks(&[]), at("2 12:00")), Some("new"));
    assert_eq!(case.stage_at(&rulebooks(&[]), at("2 11:00")), None, "no stage is for paused cases");
}

#[test]
fn a_swarm_keeps_its_shares_in_order() {
    let events = [("2 09:00", opened(Incident)), ("2 10:00", swarmed(&[(3, 1), (1, 2)])), ("2 11:00", swarmed(&[]))];
    let case = case(&events, &rulebooks(&[]));
    let shares = vec![Share { company: company(1), weight: 2 }, Share { company: company(3), weight: 1 }];
    assert_eq!((&case.swarms[0].shares, case.swarms[0].until), (&shares, Some(at("2 11:00"))));
}

#[test]
fn each_event_is_held_against_the_version_of_its_moment() {
    let mut later = setting();
    later.parties.retain(|party| party.company != company(2));
    let versions = [
        (at("3 00:00"), std::sync::Arc::new(Rulebook::new(later).unwrap())),
        (at("1 00:00"), std::sync::Arc::new(rulebook(&[]))),
    ];
    let rulebooks = Rulebooks::new(versions).unwrap();
    let events =
        [("2 09:00", opened(Incident)), ("2 09:00", accepted(12)), ("3 09:00", accepted(11)), ("3 10:00", offered(12))];
    let replayed = Case::replay(id(1), &log(&events), &rulebooks);
    let codes: Vec<(i64, &str)> = replayed.oddities.iter().map(|it| (it.number, it.code.as_ref())).collect();
    assert_eq!(codes, [(4, "CASE_COMPANY")]);
}
