//! An agreement over its versions: at most one is active, at most one is being written or signed, and the old one
//! stays in force until the new one is signed by all and its first day has come.

use super::codes;
use super::version::{Signature, Version, VersionState};
use crate::agreements::terms::{Digest, Terms};
use crate::kernel::{AgreementId, Moment, Refusals, Verdict};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A global service agreement with its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// Its code, which never changes.
    pub code: String,
    /// All versions, by number; only the last may be a draft or proposed.
    pub versions: Vec<Version>,
    /// The day from which it holds no more, once it has been ended.
    pub ended: Option<NaiveDate>,
}

/// Where an agreement stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreementState<'a> {
    /// Nothing of it has been proposed yet.
    Draft,
    /// Its first version is put before the parties.
    Proposed {
        /// Who has signed so far.
        signatures: &'a [Signature],
    },
    /// In force, perhaps with an amendment on its way.
    Active {
        /// The active version.
        version: &'a Version,
        /// The version that is being written or signed.
        amendment: Option<&'a Version>,
    },
    /// Over from a day on.
    Ended {
        /// The first day on which it holds no more.
        on: NaiveDate,
    },
}

impl AgreementState<'_> {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed { .. } => "proposed",
            Self::Active { .. } => "active",
            Self::Ended { .. } => "ended",
        }
    }
}

/// What applying a file comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// Nothing: the latest version says the same already.
    Unchanged,
    /// The open draft now says this.
    Redrafted(u32),
    /// A new version has been drafted.
    Drafted(u32),
}

impl Agreement {
    /// A new agreement, with these terms as its first draft.
    #[must_use]
    pub fn new(id: AgreementId, terms: &Terms) -> Self {
        Self { id, code: terms.code.clone(), versions: vec![Version::draft(1, terms)], ended: None }
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> AgreementState<'_> {
        if let Some(on) = self.ended {
            return AgreementState::Ended { on };
        }
        let amendment = self.open();
        match (self.active(), amendment.map(|version| &version.state)) {
            (Some(version), _) => AgreementState::Active { version, amendment },
            (None, Some(VersionState::Proposed { signatures, .. })) => AgreementState::Proposed { signatures },
            (None, _) => AgreementState::Draft,
        }
    }

    /// The active version: signed by all and not superseded; its first day may lie ahead.
    #[must_use]
    pub fn active(&self) -> Option<&Version> {
        self.versions.iter().find(|version| matches!(version.state, VersionState::Active { .. }))
    }

    /// The version that is being written or signed.
    #[must_use]
    pub fn open(&self) -> Option<&Version> {
        let open = |state: &VersionState| matches!(state, VersionState::Draft | VersionState::Proposed { .. });
        self.versions.last().filter(|version| open(&version.state))
    }

    /// The latest version, in whatever state.
    #[must_use]
    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// The version in force on a day: of those ever signed by all whose first day has come, the latest.
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> Option<&Version> {
        if self.ended.is_some_and(|end| end <= on) {
            return None;
        }
        self.versions.iter().rev().find(|version| version.was_active() && version.effective_from <= on)
    }

    /// Takes in new terms: as a change of the open draft, or as the draft of a new version. Signs nothing.
    ///
    /// # Errors
    /// [`codes::OTHER_CODE`]; [`codes::PROPOSED`] while a version with other terms is being signed;
    /// [`codes::STATE`] when the agreement has ended.
    pub fn apply(mut self, terms: &Terms) -> Verdict<(Self, Applied)> {
        if terms.code != self.code {
            let message = format!("the file describes `{}`, this agreement is `{}`", terms.code, self.code);
            return Err(codes::OTHER_CODE.refuse_field("agreement.code", message).into());
        }
        self.not_ended()?;
        let number = self.versions.last().map_or(1, |version| version.number.saturating_add(1));
        match self.versions.last_mut() {
            Some(version) if version.digest == terms.digest() => Ok((self, Applied::Unchanged)),
            Some(version) if version.state == VersionState::Draft => {
                let number = version.number;
                *version = Version::draft(number, terms);
                Ok((self, Applied::Redrafted(number)))
            }
            Some(Version { number, state: VersionState::Proposed { .. }, .. }) => {
                let message = format!("version {number} is being signed; withdraw it before changing the terms");
                Err(codes::PROPOSED.refuse(message).into())
            }
            _ => {
                self.versions.push(Version::draft(number, terms));
                Ok((self, Applied::Drafted(number)))
            }
        }
    }

    /// Puts the draft before the parties.
    ///
    /// # Errors
    /// As [`Version::propose`].
    pub fn propose(self, terms: &Terms, at: Moment) -> Verdict<Self> {
        self.change_open(terms, |version| version.propose(terms, at))
    }

    /// Takes the proposed version back to be changed.
    ///
    /// # Errors
    /// As [`Version::withdraw`].
    pub fn withdraw(self, terms: &Terms) -> Verdict<Self> {
        self.change_open(terms, Version::withdraw)
    }

    /// Adds a company's signature; with the last one the version becomes active and the one before is superseded.
    ///
    /// # Errors
    /// As [`Version::sign`].
    pub fn sign(self, terms: &Terms, agreed: Option<&Terms>, signature: Signature, today: NaiveDate) -> Verdict<Self> {
        let now = signature.at;
        Ok(self.change_open(terms, |version| version.sign(terms, agreed, signature, today))?.superseded(now))
    }

    /// Looks again whether the proposed version is complete, because a party may have left meanwhile.
    ///
    /// # Errors
    /// [`codes::STATE`] when nothing is open.
    pub fn settle(self, terms: &Terms, agreed: Option<&Terms>, now: Moment, today: NaiveDate) -> Verdict<Self> {
        Ok(self.change_open(terms, |version| Ok(version.settle(terms, agreed, now, today)))?.superseded(now))
    }

    /// Ends an active agreement from a day on.
    ///
    /// # Errors
    /// [`codes::STATE`] when it is not active.
    pub fn end(mut self, on: NaiveDate) -> Verdict<Self> {
        self.not_ended()?;
        if self.active().is_none() {
            return Err(codes::STATE.refuse("the agreement is not active, so it cannot be ended").into());
        }
        self.ended = Some(on);
        Ok(self)
    }

    fn not_ended(&self) -> Verdict<()> {
        match self.ended {
            Some(on) => Err(codes::STATE.refuse(format!("the agreement has ended on {on}")).into()),
            None => Ok(()),
        }
    }

    fn change_open(mut self, terms: &Terms, change: impl FnOnce(Version) -> Verdict<Version>) -> Verdict<Self> {
        self.not_ended()?;
        let Some(version) = self.versions.pop() else {
            return Err(Refusals::from(codes::STATE.refuse("the agreement has no version")));
        };
        if version.digest != terms.digest() {
            let message = "the version has changed since it was read; read it again";
            return Err(codes::OTHER_DIGEST.refuse(message).into());
        }
        self.versions.push(change(version)?);
        Ok(self)
    }

    /// When the last version is active, the ones before it are so no more.
    fn superseded(mut self, now: Moment) -> Self {
        if let Some((last, before)) = self.versions.split_last_mut()
            && matches!(last.state, VersionState::Active { .. })
        {
            for version in before {
                *version = version.clone().supersede(now);
            }
        }
        self
    }

    /// The digest of what is in force on a day.
    #[must_use]
    pub fn digest_in_force(&self, on: NaiveDate) -> Option<Digest> {
        self.in_force(on).map(|version| version.digest)
    }
}
