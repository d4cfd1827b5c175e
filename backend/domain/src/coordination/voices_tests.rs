//! Rule by rule: what voices come to.

use super::super::fixtures::{by, company, person};
use super::*;
use proptest::prelude::*;

fn voices(said: &[char], in_meeting: bool) -> BTreeMap<CompanyId, Voice> {
    let voice = |(number, word): (u128, &char)| {
        let word = match word {
            'y' => VoiceWord::Consents,
            'n' => VoiceWord::Objects { reason: "too dear".into() },
            'a' => VoiceWord::Abstains,
            _ => return None,
        };
        let by = by(person(number), number, "2026-03-09T08:30:00Z");
        Some((company(number), Voice { word, by, seat: person(number), in_meeting }))
    };
    (1..).zip(said).filter_map(voice).collect()
}

fn come_to(rule: DecisionRule, said: &str, sitting: Sitting, in_meeting: bool) -> Count {
    let said: Vec<char> = said.chars().collect();
    let concerned = (1..=said.len() as u128).map(company).collect();
    count(rule, &concerned, &voices(&said, in_meeting), sitting)
}

#[test]
fn each_rule_adopts_and_rejects() {
    use Count::{Adopted, Open, Rejected};
    use DecisionRule::{Majority, MajorityWithVeto, Unanimous};
    let cases = [
        (Unanimous, "yy-", Open),
        (Unanimous, "yyy", Adopted),
        (Unanimous, "yya", Rejected),
        (Unanimous, "yn-", Open),
        (Unanimous, "yyn", Rejected),
        (Majority, "y--", Open),
        (Majority, "yy-", Adopted),
        (Majority, "yyn", Adopted),
        (Majority, "yn-", Open),
        (Majority, "yna", Rejected),
        (Majority, "yynn", Rejected),
        (MajorityWithVeto, "yy-", Open),
        (MajorityWithVeto, "yya", Adopted),
        (MajorityWithVeto, "yyn", Rejected),
        (MajorityWithVeto, "yaa", Rejected),
    ];
    for (rule, said, due) in cases {
        assert_eq!(come_to(rule, said, Sitting::Written, false), due, "{rule:?} {said}");
    }
    let held = Sitting::Held { quorum: true };
    assert_eq!(come_to(MajorityWithVeto, "yy-", held, true), Adopted);
    assert_eq!(come_to(MajorityWithVeto, "yn-", held, true), Open);
}

#[test]
fn what_was_said_in_a_meeting_without_quorum_does_not_count() {
    for sitting in [Sitting::Running { quorum: false }, Sitting::Held { quorum: false }, Sitting::Written] {
        assert_eq!(come_to(DecisionRule::Majority, "yyy", sitting, true), Count::Open, "{sitting:?}");
        assert_eq!(come_to(DecisionRule::Majority, "yyy", sitting, false), Count::Adopted, "{sitting:?}");
    }
    assert_eq!(come_to(DecisionRule::Majority, "yyy", Sitting::Running { quorum: true }, true), Count::Adopted);
}

proptest! {
    /// Whatever is adopted has more than half of those concerned behind it, and under unanimity all; a further consent
    /// in place of another word never undoes it.
    #[test]
    fn adoption_rests_on_consents(said in "[yna-]{1,7}", place in 0_usize..7) {
        let consents = said.chars().filter(|word| *word == 'y').count();
        for rule in [DecisionRule::Unanimous, DecisionRule::Majority, DecisionRule::MajorityWithVeto] {
            let outcome = come_to(rule, &said, Sitting::Written, false);
            if outcome == Count::Adopted {
                prop_assert!(consents * 2 > said.len());
                prop_assert!(rule != DecisionRule::Unanimous || consents == said.len());
                let more: String = said.chars().enumerate().map(|(at, word)| if at == place { 'y' } else { word }).collect();
                prop_assert_eq!(come_to(rule, &more, Sitting::Written, false), Count::Adopted);
            }
            if outcome == Count::Rejected {
                prop_assert!(!said.contains('-'));
            }
        }
    }
}
