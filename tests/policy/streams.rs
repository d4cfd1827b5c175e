//! Whoever sees no meetings follows none and gets no file of them; whoever does is told of nothing that they do not see.

use super::cast::Cast;
use concordat_domain::access::Verb;
use concordat_service::{
    coordination::{self, DecisionFilter},
    events::{self, EventPage},
    kernel::{Denial, No, Outcome, Tx, table::FileKind},
};

/// The titles of all that was told to somebody of what happened in meetings.
fn told(tx: &mut Tx<'_>, cast: &Cast) -> Outcome<Vec<String>> {
    let found = events::of_meetings(tx, cast.alpha, EventPage { after: 0, first: 100 })?;
    let happened = coordination::happenings(tx, cast.alpha, found, None)?;
    let titles = happened.iter().flat_map(|one| {
        let matter = one.matter.as_ref().map(|view| view.item.matter.title.clone());
        let item = one.item.as_ref().map(|view| view.item.errand.title.clone());
        let meeting = one.meeting.as_ref().map(|view| view.meeting.slot.title.clone());
        [matter, item, meeting]
    });
    Ok(titles.flatten().collect())
}

#[test]
fn who_sees_no_meetings_follows_none() {
    for cast in &Cast::both() {
        for player in &cast.players {
            let (sees, actor) = (player.may(Verb::MeetingView, None), &player.actor);
            let heard = cast.world.database.read(actor, |tx| told(tx, cast));
            let file = cast.world.database.read(actor, |tx| {
                let mut out = Vec::new();
                coordination::export_decisions(tx, cast.alpha, &DecisionFilter::default(), FileKind::Csv, &mut out)
            });
            let denied = |no: &No| matches!(no, No::Denied(Denial::NotFound | Denial::Forbidden));
            match (sees, &heard, &file) {
                (true, Ok(heard), Ok(())) => {
                    assert!(heard.contains(&"matter of north".to_owned()), "{}: {heard:?}", player.name);
                    assert!(!heard.iter().any(|title| title.contains("west") || title.contains("far")), "{heard:?}");
                    for company in ["north", "south", "east"] {
                        let brought = heard.contains(&format!("brought of {company} in alpha"));
                        let own = player.may(Verb::DeviationViewConcealed, Some(company));
                        assert_eq!(brought, own, "{} hears of what is {company}'s: {heard:?}", player.name);
                    }
                }
                (false, Err(one), Err(other)) if denied(one) && denied(other) => {}
                _ => panic!("{} sees meetings: {sees}; {heard:?} {file:?}", player.name),
            }
        }
    }
}
