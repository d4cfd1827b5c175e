//! One version of an agreement: draft, proposed, active, superseded.

use super::codes;
use crate::access::Role;
use crate::agreements::ready::ready_to_activate;
use crate::agreements::terms::{Digest, Terms};
use crate::kernel::{CompanyId, Moment, PersonId, Refusals, Verdict};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A company's signature under a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The company that is bound by it.
    pub company: CompanyId,
    /// The signatory.
    pub person: PersonId,
    /// What was signed: the digest of the version's terms.
    pub digest: Digest,
    /// When.
    pub at: Moment,
}

/// Where a version stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum VersionState {
    /// Being written; may change.
    Draft,
    /// Put before the parties; its terms stand still.
    Proposed {
        /// When it was proposed.
        at: Moment,
        /// Who has signed so far.
        signatures: Vec<Signature>,
    },
    /// Signed by every party that has to.
    Active {
        /// When the last of them signed.
        since: Moment,
        /// All signatures.
        signatures: Vec<Signature>,
    },
    /// A later version has become active.
    Superseded {
        /// When this one had become active.
        since: Moment,
        /// When the later one did.
        until: Moment,
        /// All signatures.
        signatures: Vec<Signature>,
    },
}

impl VersionState {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed { .. } => "proposed",
            Self::Active { .. } => "active",
            Self::Superseded { .. } => "superseded",
        }
    }

    /// The signatures given so far.
    #[must_use]
    pub fn signatures(&self) -> &[Signature] {
        match self {
            Self::Draft => &[],
            Self::Proposed { signatures, .. }
            | Self::Active { signatures, .. }
            | Self::Superseded { signatures, .. } => signatures,
        }
    }
}

/// A version of an agreement: its number, what it says (by digest) and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// 1, 2, 3 …
    pub number: u32,
    /// The digest of its terms.
    pub digest: Digest,
    /// The first day on which it holds, once it is active.
    pub effective_from: NaiveDate,
    /// Where it stands.
    pub state: VersionState,
}

impl Version {
    /// A draft of these terms.
    #[must_use]
    pub fn draft(number: u32, terms: &Terms) -> Self {
        Self { number, digest: terms.digest(), effective_from: terms.effective_from, state: VersionState::Draft }
    }

    /// Puts a draft before the parties.
    ///
    /// # Errors
    /// [`codes::NOT_READY`] for each thing that is missing; [`codes::STATE`] when it is no draft.
    pub fn propose(self, terms: &Terms, at: Moment) -> Verdict<Self> {
        match self.state {
            VersionState::Draft => {
                ready_to_activate(terms)?;
                Ok(Self { state: VersionState::Proposed { at, signatures: Vec::new() }, ..self })
            }
            _ => Err(self.refuse("only a draft can be proposed")),
        }
    }

    /// Takes a proposed version back to be changed; its signatures are void.
    ///
    /// # Errors
    /// [`codes::STATE`] when it is not proposed.
    pub fn withdraw(self) -> Verdict<Self> {
        match self.state {
            VersionState::Proposed { .. } => Ok(Self { state: VersionState::Draft, ..self }),
            _ => Err(self.refuse("only a proposed version can be withdrawn")),
        }
    }

    /// Adds a company's signature; with the last one that is needed, the version becomes active. `today` is the
    /// local date of the signature in the agreement's zone; `agreed` are the terms of the active version. A company
    /// that those bind already signs by one of their signatories, so that an amendment cannot name its own.
    ///
    /// # Errors
    /// [`codes::STATE`], [`codes::OTHER_DIGEST`], [`codes::NOT_PARTY`], [`codes::NOT_SIGNATORY`],
    /// [`codes::REPEATED`].
    pub fn sign(self, terms: &Terms, agreed: Option<&Terms>, signature: Signature, today: NaiveDate) -> Verdict<Self> {
        let VersionState::Proposed { at, mut signatures } = self.state else {
            return Err(self.refuse("only a proposed version can be signed"));
        };
        if signature.digest != self.digest {
            let message = "this is not what is proposed; read the version again and sign its digest";
            return Err(codes::OTHER_DIGEST.refuse_field("digest", message).into());
        }
        may_sign(terms, agreed, &signature, today)?;
        if signatures.iter().any(|given| given.company == signature.company) {
            return Err(codes::REPEATED.refuse_field("company", "this company has signed already").into());
        }
        let now = signature.at;
        signatures.push(signature);
        Ok(Self { state: VersionState::Proposed { at, signatures }, ..self }.settle(terms, agreed, now, today))
    }

    /// A proposed version becomes active when every [signer](Self::signers) has signed: also when the last one that
    /// had not has left meanwhile. Anything else stays as it is.
    #[must_use]
    pub fn settle(self, terms: &Terms, agreed: Option<&Terms>, now: Moment, today: NaiveDate) -> Self {
        match self.state {
            VersionState::Proposed { at, signatures } => {
                let signers = Self::signers(terms, agreed, today);
                let complete = signers.iter().all(|company| signatures.iter().any(|given| given.company == *company));
                let state = if complete && !signers.is_empty() {
                    VersionState::Active { since: now, signatures }
                } else {
                    VersionState::Proposed { at, signatures }
                };
                Self { state, ..self }
            }
            state => Self { state, ..self },
        }
    }

    /// Gives way to a later version that has become active.
    #[must_use]
    pub fn supersede(self, until: Moment) -> Self {
        match self.state {
            VersionState::Active { since, signatures } => {
                Self { state: VersionState::Superseded { since, until, signatures }, ..self }
            }
            state => Self { state, ..self },
        }
    }

    /// The companies whose signature these terms need, as of a day: every party of theirs, and every party of the
    /// terms `agreed` before, so that nobody can be taken out of an agreement without signing it. One that has left
    /// by that day need not sign.
    #[must_use]
    pub fn signers(terms: &Terms, agreed: Option<&Terms>, today: NaiveDate) -> BTreeSet<CompanyId> {
        let before = agreed.into_iter().flat_map(|agreed| agreed.signing_companies(today));
        terms.signing_companies(today).chain(before).collect()
    }

    /// The companies that still have to sign, as of a day; none unless it is proposed.
    #[must_use]
    pub fn missing(&self, terms: &Terms, agreed: Option<&Terms>, today: NaiveDate) -> Vec<CompanyId> {
        let VersionState::Proposed { signatures, .. } = &self.state else { return Vec::new() };
        let signed = |company: &CompanyId| signatures.iter().any(|given| given.company == *company);
        Self::signers(terms, agreed, today).into_iter().filter(|company| !signed(company)).collect()
    }

    /// Whether it has ever been active.
    #[must_use]
    pub const fn was_active(&self) -> bool {
        matches!(self.state, VersionState::Active { .. } | VersionState::Superseded { .. })
    }

    fn refuse(&self, remedy: &str) -> Refusals {
        let message = format!("version {} is {}; {remedy}", self.number, self.state.name());
        codes::STATE.refuse(message).into()
    }
}

fn may_sign(terms: &Terms, agreed: Option<&Terms>, signature: &Signature, today: NaiveDate) -> Verdict<()> {
    let company = signature.company;
    if !Version::signers(terms, agreed, today).contains(&company) {
        let message = match terms.party(company) {
            None => "this company is no party of the version",
            Some(party) if party.signs() => "this company has left the agreement",
            Some(_) => "another party signs for this company",
        };
        return Err(codes::NOT_PARTY.refuse_field("company", message).into());
    }
    let bound = |agreed: &&Terms| agreed.signing_companies(today).any(|party| party == company);
    let person = agreed.filter(bound).unwrap_or(terms).person(signature.person);
    if !person.is_some_and(|person| person.holds(Role::Signatory, company)) {
        let message = "this person is no signatory of the company; one of its signatories has to sign";
        return Err(codes::NOT_SIGNATORY.refuse(message).into());
    }
    Ok(())
}
