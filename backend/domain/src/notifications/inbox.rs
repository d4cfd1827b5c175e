//! What waits for a person, over all of their agreements.

use crate::kernel::{AgreementId, Moment};
use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};
use uuid::Uuid;

/// What kind of thing waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InboxKind {
    /// A version of an agreement waits for the signature of one's company.
    Signature,
    /// A deviation waits for its verdict.
    Review,
    /// A corrective action waits for the consent of one's company.
    ActionConsent,
    /// A task waits for an answer of one's company.
    TaskAnswer,
    /// A task is to be done by oneself.
    Task,
    /// A boundary waits for the review of one's company's experts.
    BoundaryReview,
    /// A case is offered to one's team.
    CaseOffer,
    /// A pause of a case waits for the consent of one's company.
    PauseConsent,
    /// A dispute about a case waits for the group's decision.
    Dispute,
    /// A decision waits for the voice of one's company.
    Decision,
    /// An action item of a meeting is to be done.
    ActionItem,
    /// A meeting of one's group is coming up.
    Meeting,
    /// An escalation waits for oneself: for an answer at one's level, or for one's word on the answer.
    Escalation,
    /// Minutes of a meeting wait for the approval of one's company.
    Minutes,
    /// What a customer said waits for the answer of one's company.
    Voice,
}

/// Something that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxItem {
    /// The agreement.
    pub agreement: AgreementId,
    /// What kind of thing.
    pub kind: InboxKind,
    /// The thing: the version's agreement, the deviation, the action, the case ...
    pub subject: Uuid,
    /// A part of it, where it has more than one that may wait: a task, a dispute's event.
    pub part: String,
    /// What it is called.
    pub title: String,
    /// By when.
    pub deadline: Option<Moment>,
    /// Since when it waits, where that is known.
    pub since: Option<Moment>,
}

impl InboxItem {
    /// Its place in the inbox: the nearest deadline first, what has none at the end, and a fixed order among equals.
    #[must_use]
    pub fn key(&self) -> (i64, u8, Uuid, String) {
        (self.deadline.unwrap_or(Moment::MAX).micros(), self.kind as u8, self.subject, self.part.clone())
    }
}

impl InboxItem {
    /// What tells it from everything else that waits for the person, whatever else of it changes.
    fn identity(&self) -> (AgreementId, InboxKind, Uuid, &str) {
        (self.agreement, self.kind, self.subject, &self.part)
    }
}

/// What became of an inbox between two looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InboxChanges {
    /// What has begun to wait.
    pub appeared: Vec<InboxItem>,
    /// What still waits, as it is now: its deadline or its name is another one.
    pub changed: Vec<InboxItem>,
    /// What waits no more, as it was.
    pub left: Vec<InboxItem>,
}

impl InboxChanges {
    /// What became of an inbox.
    #[must_use]
    pub fn between(before: &[InboxItem], now: &[InboxItem]) -> Self {
        let known: BTreeMap<_, _> = before.iter().map(|item| (item.identity(), item)).collect();
        let there: BTreeSet<_> = now.iter().map(InboxItem::identity).collect();
        let mut changes = Self::default();
        for item in now {
            match known.get(&item.identity()) {
                None => changes.appeared.push(item.clone()),
                Some(before) if *before != item => changes.changed.push(item.clone()),
                Some(_) => {}
            }
        }
        changes.left = before.iter().filter(|item| !there.contains(&item.identity())).cloned().collect();
        changes
    }

    /// Whether nothing became of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.appeared.is_empty() && self.changed.is_empty() && self.left.is_empty()
    }
}

/// Puts what waits in order.
#[must_use]
pub fn in_order(mut items: Vec<InboxItem>) -> Vec<InboxItem> {
    let order = |a: &InboxItem, b: &InboxItem| -> Ordering { a.key().cmp(&b.key()) };
    items.sort_by(order);
    items.dedup_by(|a, b| a.key() == b.key());
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(deadline: Option<i64>, kind: InboxKind, subject: u128) -> InboxItem {
        let deadline = deadline.map(|seconds| Moment::EPOCH.plus_seconds(seconds));
        let (agreement, subject) = (AgreementId::INSTANCE, Uuid::from_u128(subject));
        InboxItem { agreement, kind, subject, part: String::new(), title: String::new(), deadline, since: None }
    }

    #[test]
    fn the_nearest_deadline_comes_first_and_nothing_stands_there_twice() {
        let sorted = in_order(vec![
            item(None, InboxKind::Review, 2),
            item(Some(20), InboxKind::Task, 1),
            item(None, InboxKind::Signature, 9),
            item(Some(10), InboxKind::Meeting, 3),
            item(Some(20), InboxKind::Task, 1),
        ]);
        let kinds: Vec<InboxKind> = sorted.iter().map(|item| item.kind).collect();
        assert_eq!(kinds, [InboxKind::Meeting, InboxKind::Task, InboxKind::Signature, InboxKind::Review]);
    }

    #[test]
    fn between_two_looks_things_appear_change_and_leave() {
        let (stays, leaves) = (item(Some(10), InboxKind::Task, 1), item(None, InboxKind::Review, 2));
        let (later, new) = (item(Some(30), InboxKind::Task, 1), item(None, InboxKind::Signature, 2));
        let before = [stays.clone(), leaves.clone()];
        let changes = InboxChanges::between(&before, &[later.clone(), new.clone()]);
        assert_eq!(changes, InboxChanges { appeared: vec![new], changed: vec![later], left: vec![leaves] });
        assert!(InboxChanges::between(&before, &before).is_empty());
        assert_eq!(InboxChanges::between(&before, &[stays]).left.len(), 1);
    }
}
