//! The chain of events: what is tampered with is found, and named by its number.

use super::*;
use proptest::prelude::*;
use serde_json::json;

fn agreement(seed: u128) -> AgreementId {
    AgreementId(Uuid::from_u128(seed))
}

fn event(number: i64, person: Option<u128>, text: &str) -> Event {
    Event {
        agreement: agreement(7),
        number,
        at: Moment::from_micros(1_700_000_000_000_000 + number).unwrap(),
        person: person.map(|id| PersonId(Uuid::from_u128(id))),
        company: person.map(|id| CompanyId(Uuid::from_u128(id + 1))),
        kind: Kind::new("deviation.reviewed"),
        subject: Uuid::from_u128(99),
        detail: json!({ "reason": text, "level": number, "nested": { "b": [1, null, true], "a": "x" } }),
    }
}

fn log(texts: &[String]) -> Vec<(Event, Seal)> {
    let mut previous = genesis(agreement(7));
    let entry = |(place, text): (usize, &String)| {
        let event = event(place as i64 + 1, (place % 2 == 0).then_some(place as u128), text);
        previous = seal(&previous, &event);
        (event, previous)
    };
    texts.iter().enumerate().map(entry).collect()
}

fn verify(log: &[(Event, Seal)]) -> Result<Head, Tampered> {
    Chain::verify(agreement(7), log.iter().cloned())
}

/// Every way to change one entry, one at a time.
fn changed(event: &Event, way: usize, byte: usize) -> Event {
    let mut event = event.clone();
    let flip = |id: Uuid| Uuid::from_u128(id.as_u128() ^ (1 << (byte % 128)));
    match way {
        0 => event.at = Moment::from_micros(event.at.micros() ^ (1 << (byte % 40))).unwrap(),
        1 => event.person = event.person.map_or(Some(PersonId(Uuid::nil())), |id| Some(PersonId(flip(id.0)))),
        2 => event.person = event.person.map_or(Some(PersonId(Uuid::nil())), |_| None),
        3 => event.company = event.company.map_or(Some(CompanyId(Uuid::nil())), |id| Some(CompanyId(flip(id.0)))),
        4 => event.kind = Kind::stored(format!("{}s", event.kind)),
        5 => event.subject = flip(event.subject),
        6 => event.detail["nested"]["b"][0] = json!(2),
        7 => event.detail["reason"] = json!(format!("{}\u{0}", event.detail["reason"])),
        _ => event.detail["more"] = Value::Null,
    }
    event
}

proptest! {
    #[test]
    fn a_log_as_written_is_whole(texts in prop::collection::vec(".{0,12}", 0..8)) {
        let log = log(&texts);
        let head = verify(&log).unwrap();
        prop_assert_eq!(head.number, texts.len() as i64);
        prop_assert_eq!(head.seal, log.last().map_or_else(|| genesis(agreement(7)), |entry| entry.1));
    }

    #[test]
    fn a_changed_field_is_named(texts in prop::collection::vec(".{0,12}", 1..8), at in 0usize..8, way in 0usize..9, byte in 0usize..128) {
        let mut log = log(&texts);
        let at = at % log.len();
        log[at].0 = changed(&log[at].0, way, byte);
        prop_assert_eq!(verify(&log), Err(Tampered { number: at as i64 + 1, what: Fault::Changed }));
    }

    #[test]
    fn a_flipped_bit_of_a_seal_is_named(texts in prop::collection::vec(".{0,12}", 1..8), at in 0usize..8, bit in 0usize..256) {
        let mut log = log(&texts);
        let at = at % log.len();
        log[at].1[bit / 8] ^= 1 << (bit % 8);
        prop_assert_eq!(verify(&log), Err(Tampered { number: at as i64 + 1, what: Fault::Changed }));
    }

    #[test]
    fn a_removed_entry_is_named(texts in prop::collection::vec(".{0,12}", 1..8), at in 0usize..8) {
        let mut log = log(&texts);
        let head = verify(&log).unwrap();
        let at = at % log.len();
        log.remove(at);
        let number = at as i64 + 1;
        if at == log.len() {
            let mut chain = Chain::start(agreement(7));
            for (event, stored) in &log {
                chain.take(event, stored).unwrap();
            }
            prop_assert_eq!(chain.close(head), Err(Tampered { number, what: Fault::Cut }));
        } else {
            prop_assert_eq!(verify(&log), Err(Tampered { number, what: Fault::Missing { found: number + 1 } }));
        }
    }

    #[test]
    fn swapped_entries_are_named_even_when_renumbered(texts in prop::collection::vec(".{0,12}", 2..8), a in 0usize..8, b in 0usize..8, renumber: bool) {
        let mut log = log(&texts);
        let (a, b) = (a % log.len(), b % log.len());
        prop_assume!(a != b);
        log.swap(a, b);
        if renumber {
            let (one, other) = (log[a].0.number, log[b].0.number);
            (log[a].0.number, log[b].0.number) = (other, one);
        }
        let tampered = verify(&log).unwrap_err();
        prop_assert_eq!(tampered.number, a.min(b) as i64 + 1);
        let swapped = Fault::Missing { found: a.max(b) as i64 + 1 };
        prop_assert_eq!(tampered.what, if renumber { Fault::Changed } else { swapped });
    }

    #[test]
    fn the_order_of_keys_and_the_notation_of_whole_numbers_do_not_matter(a in any::<i32>(), b in ".{0,8}") {
        let write = |text: String| {
            let mut canonical = String::new();
            write_canonical(&serde_json::from_str(&text).unwrap(), &mut canonical);
            canonical
        };
        let b = json!(b);
        prop_assert_eq!(write(format!(r#"{{"a":{a},"b":{b}}}"#)), write(format!(r#"{{ "b" : {b}, "a":{a}.0 }}"#)));
    }
}

#[test]
fn a_log_cannot_be_passed_off_as_another_agreements() {
    let mut log = log(&["a".into(), "b".into()]);
    let first = Tampered { number: 1, what: Fault::Foreign };
    assert_eq!(Chain::verify(agreement(8), log.clone()), Err(first));
    for (event, _) in &mut log {
        event.agreement = agreement(8);
    }
    assert_eq!(Chain::verify(agreement(8), log), Err(Tampered { number: 1, what: Fault::Changed }));
}

#[test]
fn a_repeated_entry_and_one_beyond_the_head_are_named() {
    let mut log = log(&["a".into(), "b".into()]);
    let head = Head { number: 1, seal: log[0].1 };
    let mut chain = Chain::start(agreement(7));
    chain.take(&log[0].0, &log[0].1).unwrap();
    assert_eq!(chain.close(head), Ok(head));
    chain.take(&log[1].0, &log[1].1).unwrap();
    assert_eq!(chain.close(head), Err(Tampered { number: 2, what: Fault::Beyond }));
    log.push(log[0].clone());
    assert_eq!(verify(&log), Err(Tampered { number: 3, what: Fault::Misplaced { found: 1 } }));
}

#[test]
fn a_neighbouring_field_cannot_borrow_bytes() {
    let mut one = event(1, Some(3), "a");
    let mut other = one.clone();
    one.company = None;
    other.person = None;
    other.company = one.person.map(|id| CompanyId(id.0));
    assert_ne!(seal(&genesis(agreement(7)), &one), seal(&genesis(agreement(7)), &other));
}

#[test]
fn the_seal_of_a_known_entry_stays_what_it_was() {
    let hex: String =
        seal(&genesis(agreement(7)), &event(1, Some(3), "slow")).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "1be865f5d5e4da4345f85f44ebf852c14a90bad44e2d2ee0878678ccf7721998");
}
