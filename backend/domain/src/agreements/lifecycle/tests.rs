//! Every state × every verb; what a signature needs; how versions follow each other.

use super::{Agreement, AgreementState, Applied, Signature, VersionState};
use crate::agreements::Terms;
use crate::agreements::samples::{resolve, resolve_after};
use crate::kernel::{AgreementId, Moment, Verdict};
use chrono::NaiveDate;
use uuid::Uuid;

const SMALL: &str = include_str!("../resolve/small.yaml");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn today() -> NaiveDate {
    day("2026-01-10")
}

fn noon() -> Moment {
    at("2026-01-10T12:00:00Z")
}

fn terms() -> Terms {
    resolve(SMALL).unwrap_or_else(|problems| panic!("{problems}"))
}

fn amended(edit: (&str, &str)) -> Terms {
    let text = SMALL.replacen(edit.0, edit.1, 1).replace("effective_from: 2026-01-01", "effective_from: 2026-07-01");
    assert!(text.contains(edit.1));
    resolve_after(&text, &terms()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn new() -> Agreement {
    Agreement::new(AgreementId(Uuid::from_u128(7)), &terms())
}

fn by(terms: &Terms, company: &str, email: &str) -> Signature {
    Signature {
        company: terms.company_named(company).unwrap().id,
        person: terms.person_at(email).unwrap().id,
        digest: terms.digest(),
        at: noon(),
    }
}

fn ada(terms: &Terms) -> Signature {
    by(terms, "ada", "a@ada.example")
}

fn bob(terms: &Terms) -> Signature {
    by(terms, "bob", "b@bob.example")
}

fn proposed() -> Agreement {
    new().propose(&terms(), noon()).unwrap()
}

fn half_signed() -> Agreement {
    proposed().sign(&terms(), None, ada(&terms()), today()).unwrap()
}

fn active() -> Agreement {
    half_signed().sign(&terms(), None, bob(&terms()), today()).unwrap()
}

fn ended() -> Agreement {
    active().end(day("2026-12-31")).unwrap()
}

/// The state that a verb leads to, or the code with which it is refused.
fn outcome(verdict: Verdict<Agreement>) -> String {
    match verdict {
        Ok(agreement) => {
            let versions: Vec<&str> = agreement.versions.iter().map(|version| version.state.name()).collect();
            format!("{} ({})", agreement.state().name(), versions.join(", "))
        }
        Err(refusals) => refusals.0[0].code.to_string(),
    }
}

/// State, verb, and where it leads: the agreement's state with those of its versions, or the code of the refusal.
const TABLE: &str = "\
draft       apply the same draft (draft)
draft       apply a change draft (draft)
draft       propose        proposed (proposed)
draft       withdraw       AGREEMENT_STATE
draft       sign for ada   AGREEMENT_STATE
draft       sign for bob   AGREEMENT_STATE
draft       settle         draft (draft)
draft       end            AGREEMENT_STATE
proposed    apply the same proposed (proposed)
proposed    apply a change AGREEMENT_PROPOSED
proposed    propose        AGREEMENT_STATE
proposed    withdraw       draft (draft)
proposed    sign for ada   proposed (proposed)
proposed    sign for bob   proposed (proposed)
proposed    settle         proposed (proposed)
proposed    end            AGREEMENT_STATE
half signed apply the same proposed (proposed)
half signed apply a change AGREEMENT_PROPOSED
half signed propose        AGREEMENT_STATE
half signed withdraw       draft (draft)
half signed sign for ada   SIGNATURE_REPEATED
half signed sign for bob   active (active)
half signed settle         proposed (proposed)
half signed end            AGREEMENT_STATE
active      apply the same active (active)
active      apply a change active (active, draft)
active      propose        AGREEMENT_STATE
active      withdraw       AGREEMENT_STATE
active      sign for ada   AGREEMENT_STATE
active      sign for bob   AGREEMENT_STATE
active      settle         active (active)
active      end            ended (active)
ended       apply the same AGREEMENT_STATE
ended       apply a change AGREEMENT_STATE
ended       propose        AGREEMENT_STATE
ended       withdraw       AGREEMENT_STATE
ended       sign for ada   AGREEMENT_STATE
ended       sign for bob   AGREEMENT_STATE
ended       settle         AGREEMENT_STATE
ended       end            AGREEMENT_STATE
";

#[test]
fn every_verb_in_every_state() {
    let other = amended(("name: In time", "name: Done in time"));
    let states: [(&str, Agreement); 5] = [
        ("draft", new()),
        ("proposed", proposed()),
        ("half signed", half_signed()),
        ("active", active()),
        ("ended", ended()),
    ];
    let mut table = String::new();
    for (name, state) in states {
        let verbs: [(&str, Verdict<Agreement>); 8] = [
            ("apply the same", state.clone().apply(&terms()).map(|(agreement, _)| agreement)),
            ("apply a change", state.clone().apply(&other).map(|(agreement, _)| agreement)),
            ("propose", state.clone().propose(&terms(), noon())),
            ("withdraw", state.clone().withdraw(&terms())),
            ("sign for ada", state.clone().sign(&terms(), None, ada(&terms()), today())),
            ("sign for bob", state.clone().sign(&terms(), None, bob(&terms()), today())),
            ("settle", state.clone().settle(&terms(), None, noon(), today())),
            ("end", state.clone().end(day("2026-12-31"))),
        ];
        for (verb, verdict) in verbs {
            table += &format!("{name:<12}{verb:<15}{}\n", outcome(verdict));
        }
    }
    assert_eq!(table, TABLE);
}

#[test]
fn a_signature_needs_a_signatory_of_a_party_and_the_digest() {
    let terms = terms();
    let other = amended(("name: In time", "name: Done in time"));
    let stranger = |company: &str| Signature { company: terms.company_named(company).unwrap().id, ..ada(&terms) };
    let cases = [
        (Signature { digest: other.digest(), ..ada(&terms) }, "SIGNATURE_DIGEST"),
        (stranger("dan"), "SIGNATURE_NOT_PARTY"),
        (stranger("cyd"), "SIGNATURE_NOT_PARTY"),
        (stranger("bob"), "SIGNATURE_NOT_SIGNATORY"),
        (Signature { person: crate::kernel::PersonId(Uuid::nil()), ..ada(&terms) }, "SIGNATURE_NOT_SIGNATORY"),
    ];
    for (signature, code) in cases {
        assert_eq!(outcome(proposed().sign(&terms, None, signature, today())), code);
    }
    assert_eq!(
        outcome(proposed().sign(&other, None, ada(&terms), today())),
        "SIGNATURE_DIGEST",
        "terms read before a change"
    );
}

#[test]
fn a_draft_that_is_not_ready_cannot_be_proposed() {
    let lacking = resolve(&SMALL.replace("topic: satisfaction", "topic: other")).unwrap();
    let draft = Agreement::new(AgreementId(Uuid::from_u128(7)), &lacking);
    assert_eq!(outcome(draft.propose(&lacking, noon())), "AGREEMENT_NOT_READY");
    let foreign = resolve(&SMALL.replace("code: small", "code: tall")).unwrap();
    assert_eq!(outcome(new().apply(&foreign).map(|it| it.0)), "AGREEMENT_OTHER_CODE");
}

#[test]
fn withdrawing_voids_the_signatures() {
    let back = half_signed().withdraw(&terms()).unwrap().propose(&terms(), noon()).unwrap();
    assert_eq!(back.state(), AgreementState::Proposed { signatures: &[] });
    assert_eq!(back.open().unwrap().missing(&terms(), None, today()).len(), 2);
}

#[test]
fn the_old_version_stays_in_force_until_all_have_signed_the_new_one_and_its_day_has_come() {
    let next = amended(("name: In time", "name: Done in time"));
    let (drafted, applied) = active().apply(&next).unwrap();
    assert_eq!(applied, Applied::Drafted(2));
    let in_force = |agreement: &Agreement, on: &str| agreement.in_force(day(on)).map(|version| version.number);
    assert_eq!(in_force(&drafted, "2025-12-31"), None);
    let half = drafted.propose(&next, noon()).unwrap().sign(&next, Some(&terms()), ada(&next), today()).unwrap();
    assert_eq!(outcome(Ok(half.clone())), "active (active, proposed)");
    assert_eq!((in_force(&half, "2026-06-30"), in_force(&half, "2026-07-01")), (Some(1), Some(1)));
    let signed = half.sign(&next, Some(&terms()), bob(&next), today()).unwrap();
    assert_eq!(outcome(Ok(signed.clone())), "active (superseded, active)");
    assert_eq!((in_force(&signed, "2026-06-30"), in_force(&signed, "2026-07-01")), (Some(1), Some(2)));
    assert_eq!(signed.versions[0].state.signatures().len(), 2, "what was signed stays readable");
    let over = signed.end(day("2026-09-01")).unwrap();
    assert_eq!((in_force(&over, "2026-08-31"), in_force(&over, "2026-09-01")), (Some(2), None));
}

#[test]
fn a_redraft_replaces_the_open_draft_and_the_same_again_is_nothing() {
    let (one, two) = (amended(("name: In time", "name: Soon")), amended(("name: In time", "name: Sooner")));
    let (agreement, applied) = active().apply(&one).unwrap();
    assert_eq!(applied, Applied::Drafted(2));
    let (agreement, applied) = agreement.apply(&two).unwrap();
    assert_eq!((applied, agreement.open().unwrap().digest), (Applied::Redrafted(2), two.digest()));
    let (agreement, applied) = agreement.apply(&two).unwrap();
    assert_eq!((applied, agreement.versions.len()), (Applied::Unchanged, 2));
}

#[test]
fn a_party_that_has_left_need_not_sign() {
    let leaving = resolve(&SMALL.replace("joins: 2026-02-01", "joins: 2026-01-05, leaves: 2026-03-01")).unwrap();
    let agreement = Agreement::new(AgreementId(Uuid::from_u128(7)), &leaving).propose(&leaving, noon()).unwrap();
    let half = agreement.sign(&leaving, None, ada(&leaving), today()).unwrap();
    let before = half.clone().settle(&leaving, None, noon(), day("2026-02-28")).unwrap();
    assert_eq!(outcome(Ok(before)), "proposed (proposed)");
    let late = half.clone().sign(&leaving, None, bob(&leaving), day("2026-03-01"));
    assert_eq!(outcome(late), "SIGNATURE_NOT_PARTY");
    let after = half.settle(&leaving, None, at("2026-03-01T00:00:00Z"), day("2026-03-01")).unwrap();
    let Some(VersionState::Active { since, .. }) = after.active().map(|version| version.state.clone()) else {
        panic!("{after:?}");
    };
    assert_eq!(since, at("2026-03-01T00:00:00Z"));
}

#[test]
fn nobody_is_taken_out_or_signed_for_without_their_own_signature() {
    let agreed = terms();
    let edits = [
        ("  - {company: bob, joins: 2026-02-01}\n", "  - {company: dan}\n"),
        ("company: bob, grants: [{role: signatory}]", "company: dan, grants: [{role: signatory}]"),
        ("company: bob}\n  - {code: better", "company: dan}\n  - {code: better"),
        ("{company: bob, services: [phone]}", "{company: dan, services: [phone]}"),
        ("      - {company: bob, value: 0.8}\n", ""),
        ("{company: bob, weight: 2}", "{company: dan, weight: 2}"),
        ("{company: ada}, {company: bob}]", "{company: ada}, {company: dan}]"),
        ("a@ada.example, name: A,", "new@ada.example, name: N,"),
        ("person: a@ada.example", "person: new@ada.example"),
    ];
    let text = edits.iter().fold(SMALL.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let next = resolve_after(&text, &agreed).unwrap_or_else(|problems| panic!("{problems}"));
    let open = active().apply(&next).unwrap().0.propose(&next, noon()).unwrap();
    let sign = |agreement: Agreement, signature| agreement.sign(&next, Some(&agreed), signature, today());
    let digest = next.digest();
    assert_eq!(outcome(sign(open.clone(), by(&next, "ada", "new@ada.example"))), "SIGNATURE_NOT_SIGNATORY");
    let half = sign(open, Signature { digest, ..ada(&agreed) }).unwrap();
    let dan = by(&next, "dan", "b@bob.example");
    let almost = sign(half, dan).unwrap();
    assert_eq!(outcome(Ok(almost.clone())), "active (active, proposed)", "bob is still bound");
    let bobs = agreed.company_named("bob").unwrap().id;
    assert_eq!(almost.open().unwrap().missing(&next, Some(&agreed), today()), [bobs]);
    let done = sign(almost, Signature { digest, ..bob(&agreed) }).unwrap();
    assert_eq!(outcome(Ok(done)), "active (superseded, active)");
}

#[test]
fn states_are_kept_as_json() {
    for agreement in [new(), half_signed(), active(), ended()] {
        let json = serde_json::to_string(&agreement).unwrap();
        assert_eq!(serde_json::from_str::<Agreement>(&json).unwrap(), agreement);
    }
}
