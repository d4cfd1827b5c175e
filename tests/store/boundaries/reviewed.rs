//! A boundary from its first draft to what holds, and who may do what on the way.

use super::{Campus, DESK, NORTH, SECOND, SOUTH, code};
use crate::support::world::both;
use concordat_domain::{access::Verb, boundaries::Within};
use concordat_service::boundaries;

fn office() -> Within {
    Within::Hours("office".to_owned())
}

#[test]
fn neighbours_are_asked_and_nobody_approves_for_themselves_or_for_others() {
    both(|world| {
        let campus = Campus::new(world);
        let content = campus.content("north-net", vec![campus.handed(office(), "south-net", "south")]);
        assert_eq!(code(campus.draw(SOUTH, ("wired-north", "wired", "north"), &content)), "Denied(Forbidden)");
        let drawn = campus.draw(NORTH, ("wired-north", "wired", "north"), &content).unwrap();
        assert_eq!(code(campus.propose(NORTH, &drawn, "2026-03-01")), "BOUNDARY_DATE");
        let proposed = campus.propose(NORTH, &drawn, "2026-03-09").unwrap();
        let south = campus.terms.company_named("south").unwrap().id;
        assert_eq!(proposed.boundary.awaited(), [south].into());
        assert_eq!(code(campus.approve(SECOND, &proposed)), "BOUNDARY_OWN");
        assert_eq!(code(campus.approve(DESK, &proposed)), "BOUNDARY_NOT_ASKED");
        let object = |reason: &str| {
            campus.act(SOUTH, &proposed, Verb::BoundaryView, |tx, now, revision| {
                boundaries::object(tx, now, revision, None, reason)
            })
        };
        assert_eq!(code(object(" ")), "BOUNDARY_STATEMENT");
        let objected = object("we close at six too").unwrap();
        assert_eq!(objected.boundary.state(), "draft");
        assert_eq!(code(campus.approve(SOUTH, &objected)), "BOUNDARY_STATE");
        campus.propose(SECOND, &objected, "2026-03-09").unwrap();
        let approved = campus.approve(SOUTH, &proposed).unwrap();
        assert_eq!(approved.boundary.state(), "approved");
        let holds = |day: &str| approved.boundary.in_force(day.parse().unwrap()).is_some();
        assert_eq!(["2026-03-08", "2026-03-09"].map(holds), [false, true]);
        let stored = campus.read(SOUTH, |tx| boundaries::boundary(tx, campus.agreement, approved.boundary.id));
        assert_eq!(*stored, approved);
    });
}

#[test]
fn two_experts_do_not_overwrite_each_other() {
    both(|world| {
        let campus = Campus::new(world);
        let base = campus.content("north-net", Vec::new());
        let drawn = campus.draw(NORTH, ("wired-north", "wired", "north"), &base).unwrap();
        let change = |who: &str, revision: i32, content: concordat_domain::boundaries::Content| {
            campus.act(who, &drawn, Verb::BoundaryDraw, |tx, now, _| {
                boundaries::redraw(tx, now, revision, content.clone())
            })
        };
        let mut theirs = base.clone();
        theirs.title = "Theirs".to_owned();
        theirs.included.push("cables".to_owned());
        let redrawn = change(SECOND, 1, theirs).unwrap();
        let mut mine = base;
        mine.title = "Mine".to_owned();
        mine.excluded.push("telephones".to_owned());
        assert_eq!(code(change(NORTH, 1, mine.clone())), "BOUNDARY_STALE");
        let merged = campus.read(NORTH, |tx| {
            let now = boundaries::boundary_to_draw(tx, campus.agreement, drawn.boundary.id)?;
            boundaries::merge(tx, &now, 1, &mine)
        });
        let conflict = &merged.way.conflicts[0];
        assert_eq!((merged.way.conflicts.len(), conflict.path.as_str()), (1, "title"));
        assert_eq!(merged.way.merged.included, ["switches", "cables"]);
        assert_eq!(merged.way.merged.excluded, ["telephones"]);
        assert_eq!(change(NORTH, redrawn.revision, merged.way.merged).unwrap().revision, 3);
    });
}

#[test]
fn two_experts_who_begin_from_what_was_approved_do_not_overwrite_each_other_either() {
    both(|world| {
        let campus = Campus::new(world);
        let base = campus.content("north-net", Vec::new());
        let held = campus.hold(NORTH, ("wired-north", "wired", "north"), &base, &[DESK]);
        let with = |title: &str, excluded: &[&str]| {
            let excluded = excluded.iter().map(|it| (*it).to_owned()).collect();
            concordat_domain::boundaries::Content { title: title.to_owned(), excluded, ..base.clone() }
        };
        let change = |who: &str, content: concordat_domain::boundaries::Content| {
            campus.act(who, &held, Verb::BoundaryDraw, |tx, now, _| {
                boundaries::redraw(tx, now, held.revision, content.clone())
            })
        };
        change(SECOND, with("Theirs", &[])).unwrap();
        let mine = with(&base.title, &["telephones"]);
        assert_eq!(code(change(NORTH, mine.clone())), "BOUNDARY_STALE");
        let merge = |revision: i32| {
            campus.world.database.read(&campus.world.person(NORTH), |tx| {
                let now = boundaries::boundary_to_draw(tx, campus.agreement, held.boundary.id)?;
                boundaries::merge(tx, &now, revision, &mine)
            })
        };
        let merged = merge(held.revision).unwrap();
        assert_eq!(merged.way.conflicts, []);
        assert_eq!((merged.way.merged.title.as_str(), &merged.way.merged.excluded), ("Theirs", &mine.excluded));
        assert_eq!(code(merge(99)), "BOUNDARY_STALE");
    });
}

#[test]
fn a_team_answers_once_and_a_code_is_given_once() {
    both(|world| {
        let campus = Campus::new(world);
        let content = campus.content("north-net", Vec::new());
        campus.draw(NORTH, ("wired-north", "wired", "north"), &content).unwrap();
        assert_eq!(code(campus.draw(NORTH, ("wired-again", "wired", "north"), &content)), "BOUNDARY_TWICE");
        assert_eq!(code(campus.draw(NORTH, ("wired-north", "wireless", "north"), &content)), "BOUNDARY_CODE");
        let foreign = campus.content("south-net", Vec::new());
        assert_eq!(code(campus.draw(NORTH, ("other", "wireless", "north"), &foreign)), "BOUNDARY_TEAM");
        assert!(campus.draw(NORTH, ("wireless-north", "wireless", "north"), &content).is_ok());
    });
}
