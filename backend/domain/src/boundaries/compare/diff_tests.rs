//! What became of each field, in words.

use super::super::super::life::fixtures::*;
use super::*;
use crate::boundaries::{Beyond, Responsibility, Volume, Within};
use crate::kernel::PeriodKind;

fn told(before: Option<&Content>, after: &Content) -> Vec<String> {
    let text = |side: Option<String>| side.unwrap_or_else(|| "-".into());
    let line = |it: FieldChange| format!("{}: {} > {}", it.path, text(it.before), text(it.after));
    diff(before, after, &Numbers).into_iter().map(line).collect()
}

#[test]
fn without_a_text_before_everything_is_new() {
    assert_eq!(
        told(None, &content()),
        [
            "title: - > Network, by day",
            "team: - > t11",
            "responsibility: - > accountable",
            "included.1: - > Switches",
            "included.2: - > Routers",
            "excluded.1: - > Phones",
            "limits.hours.within: - > office",
            "limits.hours.beyond.take_over: - > c2, t12",
            "limits.language.within: - > de, en",
            "evidence.1: - > Contract (https://example.org/contract)",
        ]
    );
    assert_eq!(told(Some(&content()), &content()), [""; 0]);
}

#[test]
fn every_change_is_told_by_its_field() {
    let mut after = content();
    after.title = "Network".into();
    after.team = id(13);
    after.responsibility = Responsibility::Responsible;
    after.included = vec!["Cables".into(), "Switches".into(), "Big routers".into()];
    after.excluded.clear();
    let mut night = to(3, 13);
    night.note = Some("By phone".into());
    if let Some(to) = &mut night.take_over {
        to.information = vec!["Customer".into(), "Fault".into()];
        to.acceptance = Some(Span::from_seconds(900));
    }
    let language = Limit { within: Within::Language(words("de fr")), beyond: Beyond::default() };
    let volume = Within::Volume(Volume { cases: 200, per: PeriodKind::Month });
    after.limits = vec![
        language,
        Limit { within: Within::Hours("office".into()), beyond: night },
        Limit { within: volume, beyond: Beyond::default() },
    ];
    assert_eq!(
        told(Some(&content()), &after),
        [
            "title: Network, by day > Network",
            "team: t11 > t13",
            "responsibility: accountable > responsible",
            "included.1: - > Cables",
            "included.3: Routers > Big routers",
            "excluded.1: Phones > -",
            "limits.order: hours, language > language, hours, volume",
            "limits.language.within: de, en > de, fr",
            "limits.hours.beyond.note: - > By phone",
            "limits.hours.beyond.take_over: c2, t12 > c3, t13",
            "limits.hours.beyond.take_over.information: - > Customer; Fault",
            "limits.hours.beyond.take_over.acceptance: - > PT15M",
            "limits.volume.within: - > 200 cases a month",
        ]
    );
}

#[test]
fn a_limit_that_is_gone_is_told() {
    let after = Content { limits: vec![content().limits[1].clone()], ..content() };
    assert_eq!(
        told(Some(&content()), &after),
        ["limits.hours.within: office > -", "limits.hours.beyond.take_over: c2, t12 > -"]
    );
}
