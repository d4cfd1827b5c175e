//! The laws of the weighted mean, and when health warns.

use super::*;
use crate::agreements::SignWeight;
use proptest::prelude::*;

const SIGNS: [HealthSign; 8] = [
    HealthSign::Acceptance,
    HealthSign::Actions,
    HealthSign::Attendance,
    HealthSign::Answers,
    HealthSign::Voice,
    HealthSign::Staffing,
    HealthSign::Training,
    HealthSign::Alignment,
];

fn sign(place: usize, weight: &str, share: Option<(u64, u64)>) -> Sign {
    let share = share.and_then(|(good, total)| Share::count(good, total));
    Sign { sign: SIGNS[place], weight: weight.parse().unwrap(), share }
}

fn shown(value: Option<Decimal>) -> String {
    value.map_or("none".into(), |value| value.to_string())
}

#[test]
fn signs_without_data_weigh_nothing() {
    for (signs, expected) in [
        (vec![], "none"),
        (vec![sign(0, "1", None), sign(1, "2", Some((0, 0)))], "none"),
        (vec![sign(0, "1", Some((3, 4))), sign(1, "9", None)], "0.75"),
        (vec![sign(0, "1", Some((3, 4))), sign(1, "3", Some((1, 4)))], "0.375"),
        (vec![sign(0, "1", Some((1, 3))), sign(1, "1", Some((2, 3)))], "0.5"),
        (vec![sign(0, "0.5", Some((1, 3))), sign(1, "0.25", Some((1, 1)))], "0.555555"),
        (vec![sign(0, "0.000001", Some((0, 7))), sign(1, "0.000001", Some((7, 7)))], "0.5"),
    ] {
        assert_eq!(shown(mean(&signs)), expected, "{signs:?}");
    }
}

#[test]
fn a_share_stays_within_its_total() {
    let whole = Decimal::whole;
    assert_eq!(Share::of(whole(3), whole(0)), None);
    assert_eq!(Share::of(whole(-1), whole(2)).map(Share::value), Some(Decimal::ZERO));
    assert_eq!(Share::of(whole(5), whole(2)).map(Share::value), Some(Decimal::ONE));
    assert_eq!(Share::count(2, 3).map(|share| share.value().to_string()), Some("0.666667".into()));
}

#[test]
fn it_warns_where_health_is_low_falls_or_one_sign_is_weak() {
    let health = |now: Option<(u64, u64)>, before: Option<(u64, u64)>| Health {
        signs: vec![sign(0, "1", now)],
        before: vec![sign(0, "1", before)],
    };
    for (now, before, trend, warns) in [
        (None, None, None, false),
        (Some((9, 10)), None, None, false),
        (Some((74, 100)), None, None, true),
        (Some((75, 100)), None, None, false),
        (Some((90, 100)), Some((100, 100)), Some(Trend::Worse), true),
        (Some((91, 100)), Some((100, 100)), Some(Trend::Worse), false),
        (Some((995, 1000)), Some((100, 100)), Some(Trend::Steady), false),
        (Some((90, 100)), Some((89, 100)), Some(Trend::Better), false),
        (None, Some((1, 2)), None, false),
    ] {
        let found = health(now, before);
        assert_eq!((found.trend(), found.warns()), (trend, warns), "{now:?} {before:?}");
    }
    let one_weak = Health { signs: vec![sign(0, "9", Some((1, 1))), sign(1, "1", Some((49, 100)))], before: vec![] };
    assert_eq!(one_weak.weak().collect::<Vec<_>>(), [HealthSign::Actions]);
    assert!(one_weak.warns(), "one weak sign among good ones is told of");
}

#[test]
fn only_signs_that_the_agreement_weighs_count() {
    let by = Weighing { days: 28, weights: vec![SignWeight { sign: HealthSign::Voice, weight: Decimal::ONE }] };
    let says = |sign| Share::count(u64::from(sign == HealthSign::Voice), 1);
    let health = Health::weigh(&by, says, |_| None);
    assert_eq!((health.signs.len(), health.value(), health.earlier()), (1, Some(Decimal::ONE), None));
}

/// Weights up to a thousand and shares of up to 50 things, some without any.
fn signs() -> impl Strategy<Value = Vec<Sign>> {
    let one = (1_i64..1_000_000_000, prop::option::of((0_u64..=50, 1_u64..=50)));
    prop::collection::vec(one, 1..8).prop_map(|some| {
        let sign = |(place, (weight, share)): (usize, (i64, Option<(u64, u64)>))| Sign {
            sign: SIGNS[place],
            weight: Decimal::from_millionths(weight).unwrap(),
            share: share.and_then(|(good, total)| Share::count(good.min(total), total)),
        };
        some.into_iter().enumerate().map(sign).collect()
    })
}

proptest! {
    #[test]
    fn it_lies_between_the_least_and_the_greatest_sign(signs in signs()) {
        let values = || signs.iter().filter_map(|sign| sign.share.map(Share::value));
        match mean(&signs) {
            None => prop_assert_eq!(values().count(), 0),
            Some(mean) => prop_assert!(values().min() <= Some(mean) && Some(mean) <= values().max()),
        }
    }

    #[test]
    fn it_is_the_same_in_any_order_and_at_any_scale_of_weights(signs in signs(), by in 2_i64..9) {
        let mut turned = signs.clone();
        turned.reverse();
        prop_assert_eq!(mean(&turned), mean(&signs));
        let heavier = |sign: &Sign| Sign { weight: Decimal::clamped(sign.weight.wide() * i128::from(by)), ..*sign };
        prop_assert_eq!(mean(&signs.iter().map(heavier).collect::<Vec<_>>()), mean(&signs));
    }

    #[test]
    fn a_sign_without_data_changes_nothing(signs in signs(), weight in 1_i64..1_000_000_000) {
        let mut more = signs.clone();
        more.push(Sign { sign: SIGNS[7], weight: Decimal::from_millionths(weight).unwrap(), share: None });
        prop_assert_eq!(mean(&more), mean(&signs));
    }

    #[test]
    fn a_better_sign_never_makes_it_worse(signs in signs(), place in 0_usize..8) {
        let Some(known) = signs.get(place).and_then(|sign| sign.share) else { return Ok(()) };
        let mut better = signs.clone();
        better[place].share = Share::of(Decimal::clamped(known.good().wide() + 1_000_000), known.total());
        prop_assert!(mean(&better) >= mean(&signs));
    }

    /// Against fractions of the shares themselves, without rounding each: never off by more than a millionth.
    #[test]
    fn it_is_within_a_millionth_of_the_unrounded_mean(signs in signs()) {
        let Some(mean) = mean(&signs) else { return Ok(()) };
        let (mut sum, mut weights) = (0.0, 0.0);
        for sign in &signs {
            let Some(share) = sign.share else { continue };
            sum += sign.weight.approximate() * share.good().approximate() / share.total().approximate();
            weights += sign.weight.approximate();
        }
        prop_assert!((mean.approximate() - sum / weights).abs() <= 1.000_001e-6);
    }
}
