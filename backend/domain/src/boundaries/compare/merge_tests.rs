//! Two changes of the same text put together.

use super::super::super::life::fixtures::*;
use super::*;
use crate::boundaries::{Responsibility, Within};
use proptest::prelude::*;

fn with(change: impl FnOnce(&mut Content)) -> Content {
    let mut changed = content();
    change(&mut changed);
    changed
}

fn told(put: &ThreeWay) -> Vec<String> {
    let text = |side: &Option<String>| side.clone().unwrap_or_else(|| "-".into());
    let line = |it: &Conflict| format!("{}: {} | {} | {}", it.path, text(&it.base), text(&it.theirs), text(&it.mine));
    put.conflicts.iter().map(line).collect()
}

#[test]
fn changes_of_different_fields_go_together() {
    let theirs = with(|it| {
        it.title = "Network".into();
        it.included.push("Cables".into());
        it.limits[0].beyond.note = Some("By phone".into());
        it.limits.push(Limit { within: Within::Concurrent(3), beyond: Beyond::default() });
    });
    let mine = with(|it| {
        it.team = id(13);
        it.included[0] = "Small switches".into();
        it.limits[0].within = Within::Hours("late".into());
        it.limits.remove(1);
        it.evidence.clear();
    });
    let put = three_way(&content(), &theirs, &mine, &Numbers);
    let expected = Content {
        title: "Network".into(),
        team: id(13),
        included: vec!["Small switches".into(), "Routers".into(), "Cables".into()],
        limits: vec![
            Limit {
                within: Within::Hours("late".into()),
                beyond: Beyond { note: Some("By phone".into()), ..to(2, 12) },
            },
            Limit { within: Within::Concurrent(3), beyond: Beyond::default() },
        ],
        evidence: vec![],
        ..content()
    };
    assert_eq!(put, ThreeWay { merged: expected, conflicts: vec![] });
}

#[test]
fn what_both_changed_stays_theirs_and_is_told() {
    let theirs = with(|it| {
        it.title = "Theirs".into();
        it.included[1] = "Big routers".into();
        it.limits.remove(0);
        it.limits[0].within = Within::Language(words("de"));
        it.limits[0].beyond = to(2, 12);
    });
    let mine = with(|it| {
        it.title = "Mine".into();
        it.included[1] = "Old routers".into();
        it.limits[0].within = Within::Hours("late".into());
        it.limits[1].within = Within::Language(words("en"));
        it.limits[1].beyond = to(3, 13);
        it.responsibility = Responsibility::Responsible;
    });
    let put = three_way(&content(), &theirs, &mine, &Numbers);
    assert_eq!(
        told(&put),
        [
            "title: Network, by day | Theirs | Mine",
            "included.2: Routers | Big routers | Old routers",
            "limits.language.within: de, en | de | en",
            "limits.language.beyond.take_over: - | c2, t12 | c3, t13",
            "limits.hours: office; c2, t12 | - | late; c2, t12",
        ]
    );
    assert_eq!(put.merged, Content { responsibility: Responsibility::Responsible, ..theirs });
}

#[test]
fn the_order_of_limits_is_a_field_of_its_own() {
    let three = with(|it| it.limits.push(Limit { within: Within::Concurrent(3), beyond: Beyond::default() }));
    let ordered = |order: [usize; 3]| {
        let limits = order.map(|place| three.limits[place].clone()).to_vec();
        Content { limits, ..content() }
    };
    let put = three_way(&three, &ordered([1, 0, 2]), &three, &Numbers);
    assert_eq!((put.merged, put.conflicts.len()), (ordered([1, 0, 2]), 0));
    let put = three_way(&three, &ordered([1, 0, 2]), &ordered([0, 2, 1]), &Numbers);
    assert_eq!(
        told(&put),
        ["limits.order: hours, language, concurrent | language, hours, concurrent | hours, concurrent, language"]
    );
    assert_eq!(put.merged, ordered([1, 0, 2]));
}

fn limits() -> impl Strategy<Value = Vec<Limit>> {
    let hours = (0..3_u32).prop_map(|it| Within::Hours(format!("c{it}")));
    let language = prop::sample::subsequence(vec!["de", "en"], 1..=2)
        .prop_map(|names| Within::Language(names.into_iter().map(str::to_owned).collect()));
    let concurrent = (1..3_u32).prop_map(Within::Concurrent);
    let beyond = || (prop::option::of("[ab]"), prop::option::of(2..4_u128));
    let made = (hours, language, concurrent, prop::array::uniform3(beyond()));
    let made = made.prop_map(|(hours, language, concurrent, beyonds)| {
        let withins = [hours, language, concurrent].into_iter().zip(beyonds);
        let limit = |(within, (note, company)): (Within, (Option<String>, Option<u128>))| {
            let take_over = company.and_then(|company| to(company, 12).take_over);
            Limit { within, beyond: Beyond { note, take_over } }
        };
        withins.map(limit).collect::<Vec<_>>()
    });
    made.prop_shuffle().prop_flat_map(|all| prop::sample::subsequence(all, 0..=3))
}

fn any_content() -> impl Strategy<Value = Content> {
    let list = || prop::collection::vec("[a-c]", 0..4);
    ("[ab]", 11..13_u128, list(), list(), limits()).prop_map(|(title, team, included, excluded, limits)| Content {
        title,
        team: id(team),
        included,
        excluded,
        limits,
        ..content()
    })
}

proptest! {
    #[test]
    fn who_changed_nothing_gets_what_the_other_says(base in any_content(), other in any_content()) {
        for (theirs, mine) in [(&other, &base), (&base, &other), (&other, &other)] {
            let put = three_way(&base, theirs, mine, &Numbers);
            prop_assert_eq!(&put.merged, &other);
            prop_assert!(put.conflicts.is_empty(), "{:?}", put.conflicts);
        }
    }

    #[test]
    fn two_changes_put_together_limit_each_dimension_once(base in any_content(), theirs in any_content(), mine in any_content()) {
        let merged = three_way(&base, &theirs, &mine, &Numbers).merged;
        let dimensions: std::collections::BTreeSet<_> = merged.limits.iter().map(|it| it.within.dimension()).collect();
        prop_assert_eq!(dimensions.len(), merged.limits.len());
    }

    #[test]
    fn nothing_differs_exactly_when_the_texts_are_the_same(before in any_content(), after in any_content()) {
        prop_assert_eq!(super::super::diff(Some(&before), &after, &Numbers).is_empty(), before == after);
    }
}
