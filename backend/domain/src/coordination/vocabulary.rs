//! One vocabulary: each company says which of its own words means which word of the agreement; what has no counterpart
//! is flagged.

use crate::agreements::{Word, WordKind};
use crate::kernel::{By, Code, CompanyId, Kind, LONGEST_TITLE, Refusals, Verdict, stated};
use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $meaning:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new(stringify!($name), $meaning);)*

        /// All refusals of keeping a vocabulary.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    /// No such word of the agreement.
    VOCABULARY_CODE = "The agreement's vocabulary has no such word of that kind; name one of its codes, or none as long as it is not known.";
    /// Empty, too long or unreadable.
    VOCABULARY_WORD = "A company's own word is empty, too long or holds control characters; write it as the company does.";
    /// Nothing to take away.
    VOCABULARY_UNKNOWN = "The company has not named such a word; there is nothing to take back.";
    /// Too many.
    VOCABULARY_MANY = "A company names at most 1000 words of its own; take some back first.";
    /// Another's.
    VOCABULARY_COMPANY = "The company is not bound by the agreement today, or is a customer; each company maps its own words.";
    /// Somebody was faster.
    VOCABULARY_STALE = "The company's words have changed since they were read; read them again before deciding.";
}

/// A company said what a word of its own means.
pub const WORD_MAPPED: Kind = Kind::new("word.mapped");
/// A company took that back.
pub const WORD_UNMAPPED: Kind = Kind::new("word.unmapped");

const MOST_WORDS: usize = 1_000;

/// A word of a company's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWord {
    /// What kind of word it is.
    pub kind: WordKind,
    /// The word, as the company writes it.
    pub own: String,
    /// The code of the agreement's word that it means; nothing as long as nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Who said so.
    pub by: By,
}

/// The words of one company, each kind's in order of the alphabet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// The company.
    pub company: CompanyId,
    /// Its words.
    pub words: Vec<OwnWord>,
}

/// What has no counterpart in a company's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unmapped<'a> {
    /// Words of the company's own that mean none of the agreement's: nobody has said, or the agreement has the word no
    /// more.
    pub own: Vec<&'a OwnWord>,
    /// Words of the agreement that none of the company's own means.
    pub agreed: Vec<&'a Word>,
}

impl Vocabulary {
    /// A company that has named no word yet.
    #[must_use]
    pub const fn empty(company: CompanyId) -> Self {
        Self { company, words: Vec::new() }
    }

    /// Says what a word of the company's own means, or that there is such a word of which nobody knows yet. The same again
    /// changes nothing.
    ///
    /// # Errors
    /// [`VOCABULARY_WORD`], [`VOCABULARY_CODE`], [`VOCABULARY_MANY`].
    pub fn map(mut self, kind: WordKind, own: &str, code: Option<&str>, agreed: &[Word], by: By) -> Verdict<Self> {
        let own = stated(VOCABULARY_WORD, own, "own", LONGEST_TITLE)?;
        if code.is_some_and(|code| !agreed.iter().any(|word| word.kind == kind && word.code == code)) {
            return Err(VOCABULARY_CODE.refuse_field("code", VOCABULARY_CODE.meaning).into());
        }
        let word = OwnWord { kind, own, code: code.map(str::to_owned), by };
        match self.place(kind, &word.own) {
            Ok(place) if self.words[place].code == word.code => {}
            Ok(place) => self.words[place] = word,
            Err(_) if self.words.len() >= MOST_WORDS => return Err(refused(VOCABULARY_MANY)),
            Err(place) => self.words.insert(place, word),
        }
        Ok(self)
    }

    /// Takes a word of the company's own back.
    ///
    /// # Errors
    /// [`VOCABULARY_UNKNOWN`].
    pub fn unmap(mut self, kind: WordKind, own: &str) -> Verdict<Self> {
        let place = self.place(kind, own.trim());
        let place = place.map_err(|_| VOCABULARY_UNKNOWN.refuse_field("own", VOCABULARY_UNKNOWN.meaning))?;
        self.words.remove(place);
        Ok(self)
    }

    /// The word of the agreement that a word of the company's own means; nothing where nobody has said, or where the
    /// agreement has it no more.
    #[must_use]
    pub fn meaning<'a>(&self, kind: WordKind, own: &str, agreed: &'a [Word]) -> Option<&'a Word> {
        let word = &self.words[self.place(kind, own.trim()).ok()?];
        meant(word, agreed)
    }

    /// What has no counterpart, on either side.
    #[must_use]
    pub fn unmapped<'a>(&'a self, agreed: &'a [Word]) -> Unmapped<'a> {
        let means = |word: &Word| self.words.iter().any(|own| meant(own, agreed).is_some_and(|it| it == word));
        Unmapped {
            own: self.words.iter().filter(|own| meant(own, agreed).is_none()).collect(),
            agreed: agreed.iter().filter(|word| !means(word)).collect(),
        }
    }

    fn place(&self, kind: WordKind, own: &str) -> Result<usize, usize> {
        self.words.binary_search_by(|word| (word.kind, word.own.as_str()).cmp(&(kind, own)))
    }
}

fn meant<'a>(own: &OwnWord, agreed: &'a [Word]) -> Option<&'a Word> {
    agreed.iter().find(|word| word.kind == own.kind && Some(word.code.as_str()) == own.code.as_deref())
}

fn refused(code: Code) -> Refusals {
    code.refuse(code.meaning).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Moment, PersonId};
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use uuid::Uuid;

    fn agreed() -> Vec<Word> {
        let word = |kind, code: &str| Word { code: code.into(), kind, meaning: "as agreed".into() };
        vec![word(WordKind::Status, "in-work"), word(WordKind::Severity, "high"), word(WordKind::Severity, "low")]
    }

    fn by() -> By {
        By { person: PersonId(Uuid::nil()), company: CompanyId(Uuid::nil()), at: Moment::EPOCH }
    }

    fn empty() -> Vocabulary {
        Vocabulary::empty(CompanyId(Uuid::nil()))
    }

    fn map(words: Vocabulary, kind: WordKind, own: &str, code: Option<&str>) -> Verdict<Vocabulary> {
        words.map(kind, own, code, &agreed(), by())
    }

    fn flagged(words: &Vocabulary) -> (Vec<String>, Vec<String>) {
        let agreed = agreed();
        let found = words.unmapped(&agreed);
        let own = found.own.iter().map(|word| word.own.clone()).collect();
        (own, found.agreed.iter().map(|word| word.code.clone()).collect())
    }

    #[test]
    fn words_without_a_counterpart_are_flagged_on_both_sides() {
        assert_eq!(flagged(&empty()), (vec![], vec!["in-work".into(), "high".into(), "low".into()]));
        let words = map(empty(), WordKind::Severity, " P1 ", Some("high")).unwrap();
        let words = map(words, WordKind::Severity, "P2", Some("high")).unwrap();
        let words = map(words, WordKind::Status, "WIP", None).unwrap();
        assert_eq!(flagged(&words), (vec!["WIP".into()], vec!["in-work".into(), "low".into()]));
        let words = map(words, WordKind::Status, "WIP", Some("in-work")).unwrap();
        assert_eq!(flagged(&words), (vec![], vec!["low".into()]));
        assert_eq!(words.meaning(WordKind::Severity, "P2", &agreed()).map(|word| word.code.as_str()), Some("high"));
        assert_eq!(words.meaning(WordKind::Status, "P2", &agreed()), None, "of another kind");
        let fewer = &agreed()[..1];
        let gone: Vec<&str> = words.unmapped(fewer).own.iter().map(|word| word.own.as_str()).collect();
        assert_eq!(gone, ["P1", "P2"], "the agreement has that word no more");
    }

    #[test]
    fn what_cannot_be_mapped_is_refused() {
        let code = |outcome: Verdict<Vocabulary>| outcome.unwrap_err().0[0].code.clone().into_owned();
        assert_eq!(code(map(empty(), WordKind::Status, "WIP", Some("high"))), VOCABULARY_CODE.name);
        assert_eq!(code(map(empty(), WordKind::Status, " ", None)), VOCABULARY_WORD.name);
        assert_eq!(code(map(empty(), WordKind::Status, &"x".repeat(201), None)), VOCABULARY_WORD.name);
        assert_eq!(code(empty().unmap(WordKind::Status, "WIP")), VOCABULARY_UNKNOWN.name);
        let many = (0..MOST_WORDS)
            .fold(empty(), |words, number| map(words, WordKind::Term, &number.to_string(), None).unwrap());
        assert_eq!(code(map(many.clone(), WordKind::Term, "more", None)), VOCABULARY_MANY.name);
        assert!(map(many, WordKind::Term, "7", None).is_ok(), "a known one can be said again");
    }

    proptest! {
        /// Any words mapped and taken back, against a plain map.
        #[test]
        fn it_holds_what_was_said_last(steps in prop::collection::vec((0_u8..4, prop::option::of(prop::bool::ANY), any::<bool>()), 0..20)) {
            let (mut words, mut expected) = (empty(), BTreeMap::new());
            for (own, code, takes_back) in steps {
                let own = own.to_string();
                let code = code.map(|high| if high { "high" } else { "low" });
                if takes_back {
                    let known = expected.remove(&own).is_some();
                    let next = words.clone().unmap(WordKind::Severity, &own);
                    prop_assert_eq!(next.is_ok(), known);
                    words = next.unwrap_or(words);
                } else {
                    words = map(words, WordKind::Severity, &own, code).unwrap();
                    expected.insert(own, code.map(str::to_owned));
                }
            }
            let held: BTreeMap<_, _> = words.words.iter().map(|word| (word.own.clone(), word.code.clone())).collect();
            prop_assert_eq!(held, expected);
            prop_assert!(words.words.is_sorted_by_key(|word| (word.kind, word.own.clone())));
        }
    }
}
