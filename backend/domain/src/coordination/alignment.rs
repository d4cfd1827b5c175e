//! How well a company's structure, processes and strategy fit those of the others: assessed by the group, question by
//! question, with a score and a date.

use super::health::Share;
use crate::agreements::Aspect;
use crate::kernel::{By, Code, CompanyId, Kind, LONGEST_STATEMENT, Verdict, stated};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The best score. 0 not aligned, and nothing is under way; 1 it is known and talked of; 2 in part, with a plan for the
/// rest; 3 for the most part; 4 fully, and shown by evidence.
pub const BEST: u8 = 4;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $meaning:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new(stringify!($name), $meaning);)*

        /// All refusals of assessing alignment.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    /// No such question.
    ALIGNMENT_ASPECT = "The agreement's checklist has no such aspect; name one of its codes.";
    /// Out of the scale.
    ALIGNMENT_SCORE = "A score is a whole number from 0 (not aligned) to 4 (fully, and shown by evidence).";
    /// Not a party.
    ALIGNMENT_COMPANY = "The company is not bound by the agreement today, or is a customer; the group assesses its own members.";
    /// Oneself.
    ALIGNMENT_OWN = "Nobody assesses their own company; let a coordinator of another one do it.";
    /// A date ahead.
    ALIGNMENT_DATE = "An assessment is of today or of a day that has passed.";
    /// Empty, too long or unreadable.
    ALIGNMENT_NOTE = "A note is empty, too long or holds control characters; say it in words, or leave it out.";
}

/// The alignment of a company was assessed.
pub const ALIGNMENT_ASSESSED: Kind = Kind::new("alignment.assessed");

/// What the group found of one aspect of a company on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessed {
    /// Its id, in the order in which assessments were made.
    pub id: Uuid,
    /// The company.
    pub company: CompanyId,
    /// The aspect's code.
    pub aspect: String,
    /// From 0 to [`BEST`].
    pub score: u8,
    /// The local day of which it is.
    pub on: NaiveDate,
    /// More about it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who recorded it for the group.
    pub by: By,
}

/// What is to be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The company.
    pub company: CompanyId,
    /// The aspect's code.
    pub aspect: &'a str,
    /// From 0 to [`BEST`].
    pub score: i64,
    /// The local day of which it is.
    pub on: NaiveDate,
    /// More about it, in words.
    pub note: Option<&'a str>,
}

impl Assessed {
    /// Records what the group found.
    ///
    /// # Errors
    /// [`ALIGNMENT_COMPANY`], [`ALIGNMENT_OWN`], [`ALIGNMENT_ASPECT`], [`ALIGNMENT_SCORE`], [`ALIGNMENT_DATE`],
    /// [`ALIGNMENT_NOTE`].
    pub fn assess(
        id: Uuid,
        found: Finding<'_>,
        checklist: &[Aspect],
        (is_bound, today): (impl Fn(CompanyId) -> bool, NaiveDate),
        by: By,
    ) -> Verdict<Self> {
        let refuse = |code: Code, field: &str| Err(code.refuse_field(field, code.meaning).into());
        if !is_bound(found.company) {
            return refuse(ALIGNMENT_COMPANY, "company");
        }
        if by.company == found.company {
            return refuse(ALIGNMENT_OWN, "company");
        }
        if !checklist.iter().any(|aspect| aspect.code == found.aspect) {
            return refuse(ALIGNMENT_ASPECT, "aspect");
        }
        let Some(score) = u8::try_from(found.score).ok().filter(|score| *score <= BEST) else {
            return refuse(ALIGNMENT_SCORE, "score");
        };
        if found.on > today {
            return refuse(ALIGNMENT_DATE, "on");
        }
        let note = found.note.map(|note| stated(ALIGNMENT_NOTE, note, "note", LONGEST_STATEMENT)).transpose()?;
        Ok(Self { id, company: found.company, aspect: found.aspect.to_owned(), score, on: found.on, note, by })
    }

    /// Whether it says the same as another, whoever said so.
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        let says = |it: &Self| (it.company, it.aspect.clone(), it.score, it.on, it.note.clone());
        says(self) == says(other)
    }
}

/// What holds of each aspect of the checklist on a day: the latest assessment by its date; of two of the same date, the one
/// that was made later.
#[must_use]
pub fn holding<'a>(
    known: impl IntoIterator<Item = &'a Assessed>,
    checklist: &[Aspect],
    company: CompanyId,
    on: NaiveDate,
) -> BTreeMap<&'a str, &'a Assessed> {
    let mut last: BTreeMap<&str, &Assessed> = BTreeMap::new();
    for one in known {
        let counts = one.company == company && one.on <= on && checklist.iter().any(|it| it.code == one.aspect);
        if counts && last.get(one.aspect.as_str()).is_none_or(|known| (known.on, known.id) <= (one.on, one.id)) {
            last.insert(&one.aspect, one);
        }
    }
    last
}

/// How well a company is aligned, as far as it has been assessed: the sum of the scores of all that the best would make.
#[must_use]
pub fn share(holding: &BTreeMap<&str, &Assessed>) -> Option<Share> {
    let scores = holding.values().map(|one| u64::from(one.score)).sum();
    Share::count(scores, holding.len() as u64 * u64::from(BEST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreements::AlignmentArea;
    use crate::kernel::Moment;
    use proptest::prelude::*;

    fn id<T: From<Uuid>>(number: u128) -> T {
        Uuid::from_u128(number).into()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn checklist() -> Vec<Aspect> {
        let aspect =
            |code: &str| Aspect { code: code.into(), area: AlignmentArea::Process, question: "Is it so?".into() };
        vec![aspect("change-process"), aspect("on-call")]
    }

    fn finding() -> Finding<'static> {
        Finding { company: id(1), aspect: "on-call", score: 3, on: day("2026-03-01"), note: Some(" since May ") }
    }

    fn assess(number: u128, found: Finding<'_>) -> Verdict<Assessed> {
        let by = By { person: id(20), company: id(2), at: Moment::EPOCH };
        Assessed::assess(Uuid::from_u128(number), found, &checklist(), (|it| it != id(9), day("2026-03-02")), by)
    }

    #[test]
    fn the_group_scores_the_questions_that_the_agreement_asks() {
        let known = assess(1, finding()).unwrap();
        assert_eq!((known.score, known.note.as_deref()), (3, Some("since May")));
        assert_eq!(serde_json::from_str::<Assessed>(&serde_json::to_string(&known).unwrap()).unwrap(), known);
        for (found, expected) in [
            (Finding { company: id(9), ..finding() }, ALIGNMENT_COMPANY),
            (Finding { company: id(2), ..finding() }, ALIGNMENT_OWN),
            (Finding { aspect: "mood", ..finding() }, ALIGNMENT_ASPECT),
            (Finding { score: 5, ..finding() }, ALIGNMENT_SCORE),
            (Finding { score: -1, ..finding() }, ALIGNMENT_SCORE),
            (Finding { on: day("2026-03-03"), ..finding() }, ALIGNMENT_DATE),
            (Finding { note: Some(" "), ..finding() }, ALIGNMENT_NOTE),
        ] {
            assert_eq!(assess(1, found).unwrap_err().0[0].code, expected.name);
        }
    }

    #[test]
    fn the_latest_date_holds_whenever_it_was_told() {
        let first = assess(3, finding()).unwrap();
        let earlier = assess(4, Finding { score: 0, on: day("2026-02-01"), ..finding() }).unwrap();
        let again = assess(5, Finding { score: 4, ..finding() }).unwrap();
        assert!(!again.repeats(&first) && first.repeats(&Assessed { id: Uuid::from_u128(8), ..first.clone() }));
        let known = [&again, &earlier, &first];
        let score = |on: &str| holding(known, &checklist(), id(1), day(on)).get("on-call").map(|one| one.score);
        assert_eq!((score("2026-01-31"), score("2026-02-28"), score("2026-03-01")), (None, Some(0), Some(4)));
        assert!(holding(known, &checklist()[..1], id(1), day("2026-03-01")).is_empty(), "what is not asked any more");
        assert!(holding(known, &checklist(), id(3), day("2026-03-01")).is_empty());
    }

    proptest! {
        #[test]
        fn the_share_is_that_of_the_scores(scores in prop::collection::vec(0_i64..=4, 0..=2)) {
            let codes = ["change-process", "on-call"];
            let one = |(place, score): (usize, &i64)| {
                assess(1, Finding { aspect: codes[place], score: *score, ..finding() }).unwrap()
            };
            let known: Vec<Assessed> = scores.iter().enumerate().map(one).collect();
            let found = share(&holding(&known, &checklist(), id(1), day("2026-03-02")));
            let expected = Share::count(scores.iter().sum::<i64>().unsigned_abs(), 4 * scores.len() as u64);
            prop_assert_eq!(found, expected);
        }
    }
}
