//! A boundary over its versions, and the verbs of those who write it.

use super::{Comment, Version, VersionState};
use crate::boundaries::codes::*;
use crate::boundaries::compare::path_exists;
use crate::boundaries::{Content, checked_code};
use crate::kernel::{
    AgreementId, BoundaryId, By, Code, CompanyId, LONGEST_STATEMENT, Refusal, ServiceId, Verdict, stated,
};
use serde::{Deserialize, Serialize};

const MOST_COMMENTS: usize = 500;

/// Where one company's responsibility for a service element ends: every version of it, at most one of them open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boundary {
    /// Its id, kept over all versions.
    pub id: BoundaryId,
    /// The agreement.
    pub agreement: AgreementId,
    /// Its code, unique in the agreement.
    pub code: String,
    /// The service element.
    pub service: ServiceId,
    /// The company that answers.
    pub company: CompanyId,
    /// Every version, in order of their numbers.
    pub versions: Vec<Version>,
}

impl Boundary {
    /// A new boundary with its first draft.
    ///
    /// # Errors
    /// [`BOUNDARY_CODE`]. What the draft says is checked by [`Content::checked`] before.
    pub fn draw(
        (id, agreement): (BoundaryId, AgreementId),
        code: &str,
        (service, company): (ServiceId, CompanyId),
        content: Content,
        by: By,
    ) -> Verdict<Self> {
        let boundary = Self { id, agreement, code: checked_code(code)?, service, company, versions: Vec::new() };
        Ok(boundary.begun(content, false, by))
    }

    /// Changes the open draft, or begins a new draft. The same again as the draft, or without a draft as what was
    /// approved last, changes nothing.
    ///
    /// # Errors
    /// [`BOUNDARY_STATE`] while a version is proposed.
    pub fn redraw(mut self, content: Content, by: By) -> Verdict<Self> {
        if self.open().is_some() {
            let draft = self.draft()?;
            if draft.content != content || draft.ends {
                (draft.content, draft.ends, draft.author) = (content, false, by);
            }
            return Ok(self);
        }
        if self.approved().is_some_and(|last| last.content == content && !last.ends) {
            return Ok(self);
        }
        Ok(self.begun(content, false, by))
    }

    /// Makes the open draft, or a new one, say that the boundary ends: it is agreed on like every other version.
    ///
    /// # Errors
    /// [`BOUNDARY_STATE`] while a version is proposed, and where nothing was approved that could end.
    pub fn retire(mut self, by: By) -> Verdict<Self> {
        let Some(last) = self.approved().filter(|last| !last.ends).map(|last| last.content.clone()) else {
            return Err(refused(
                BOUNDARY_STATE,
                "no version is approved, so there is nothing to end; withdraw the draft",
            ));
        };
        if self.open().is_some() {
            let draft = self.draft()?;
            (draft.content, draft.ends, draft.author) = (last, true, by);
            return Ok(self);
        }
        Ok(self.begun(last, true, by))
    }

    /// Says something about a field of the open version. The path may name a whole part, such as `limits.hours`.
    ///
    /// # Errors
    /// [`BOUNDARY_STATE`] without an open version, [`BOUNDARY_FIELD`], [`BOUNDARY_MANY`]; a text that says nothing.
    pub fn comment(mut self, path: &str, text: &str, by: By) -> Verdict<Self> {
        let text = stated(BOUNDARY_STATEMENT, text, "text", LONGEST_STATEMENT)?;
        let version = self.opened()?;
        if !path_exists(&version.content, path) {
            return Err(BOUNDARY_FIELD.refuse_field("path", BOUNDARY_FIELD.meaning).into());
        }
        if version.comments.len() >= MOST_COMMENTS {
            return Err(refused(BOUNDARY_MANY, BOUNDARY_MANY.meaning));
        }
        let number = version.comments.last().map_or(1, |last| last.number + 1);
        version.comments.push(Comment { number, path: path.to_owned(), text, by, resolved: None });
        Ok(self)
    }

    /// Settles a comment on the open version: whoever wrote it, or an expert of the boundary's company. A second time
    /// changes nothing.
    ///
    /// # Errors
    /// [`BOUNDARY_STATE`] without an open version, [`BOUNDARY_COMMENT`], [`BOUNDARY_FOREIGN`].
    pub fn resolve_comment(mut self, number: u32, by: By) -> Verdict<Self> {
        let own = by.company == self.company;
        let comments = &mut self.opened()?.comments;
        let comment = comments.iter_mut().find(|comment| comment.number == number);
        let comment = comment.ok_or_else(|| refused(BOUNDARY_COMMENT, BOUNDARY_COMMENT.meaning))?;
        if !own && comment.by.person != by.person {
            return Err(refused(BOUNDARY_FOREIGN, "whoever wrote a comment settles it, or the boundary's company"));
        }
        comment.resolved.get_or_insert(by);
        Ok(self)
    }

    /// The version that is being agreed on.
    #[must_use]
    pub fn open(&self) -> Option<&Version> {
        self.versions.last().filter(|version| version.state.is_open())
    }

    /// What was approved last, whether its day has come or not.
    #[must_use]
    pub fn approved(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.state.effective_from().is_some())
    }

    /// The stable name of where it stands: the open version's state, else `approved` or, when that version ends it,
    /// `ended`; `withdrawn` when nothing was ever approved.
    #[must_use]
    pub fn state(&self) -> &'static str {
        match (self.open(), self.approved()) {
            (Some(open), _) => open.state.name(),
            (None, Some(last)) if last.ends => "ended",
            (None, Some(_)) => "approved",
            (None, None) => "withdrawn",
        }
    }

    /// The version whose team is the boundary's: the open one, else what was approved last, else the last one.
    #[must_use]
    pub fn shown(&self) -> Option<&Version> {
        self.open().or_else(|| self.approved()).or_else(|| self.versions.last())
    }

    fn begun(mut self, content: Content, ends: bool, author: By) -> Self {
        let number = self.versions.last().map_or(1, |last| last.number + 1);
        let (comments, returned) = (Vec::new(), Vec::new());
        self.versions.push(Version { number, content, ends, author, state: VersionState::Draft, comments, returned });
        self
    }

    pub(super) fn opened(&mut self) -> Verdict<&mut Version> {
        let open = self.versions.last_mut().filter(|version| version.state.is_open());
        open.ok_or_else(|| refused(BOUNDARY_STATE, "no version is being agreed on; draw a new draft first"))
    }

    pub(super) fn draft(&mut self) -> Verdict<&mut Version> {
        let open = self.opened()?;
        if open.state == VersionState::Draft {
            return Ok(open);
        }
        Err(refused(BOUNDARY_STATE, "the version is proposed; take it back with a reason before it is changed"))
    }
}

pub(super) fn refused(code: Code, message: &str) -> crate::kernel::Refusals {
    let refusal: Refusal = code.refuse(message);
    refusal.into()
}

#[cfg(test)]
#[path = "boundary_tests.rs"]
mod tests;
