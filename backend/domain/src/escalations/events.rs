//! The kinds of events of this noun.

use crate::kernel::Kind;

/// A matter was raised, by somebody or by what happened.
pub const ESCALATION_RAISED: Kind = Kind::new("escalation.raised");
/// A deadline passed and the matter went a level up.
pub const ESCALATION_CLIMBED: Kind = Kind::new("escalation.climbed");
/// A deadline passed and the matter stays where it is: at the top, or its raiser let their time go by.
pub const ESCALATION_REPEATED: Kind = Kind::new("escalation.repeated");
/// Somebody of its level has seen it.
pub const ESCALATION_ACKNOWLEDGED: Kind = Kind::new("escalation.acknowledged");
/// Somebody of its level answered.
pub const ESCALATION_ANSWERED: Kind = Kind::new("escalation.answered");
/// Whoever raised it accepted the answer, which closes it.
pub const ESCALATION_ACCEPTED: Kind = Kind::new("escalation.accepted");
/// Whoever raised it rejected the answer: it climbs.
pub const ESCALATION_REJECTED: Kind = Kind::new("escalation.rejected");
/// Somebody of its level closed it, with its answer.
pub const ESCALATION_CLOSED: Kind = Kind::new("escalation.closed");
/// Whoever raised it took it back.
pub const ESCALATION_WITHDRAWN: Kind = Kind::new("escalation.withdrawn");

/// All of them.
pub const EVENTS: &[Kind] = &[
    ESCALATION_RAISED,
    ESCALATION_CLIMBED,
    ESCALATION_REPEATED,
    ESCALATION_ACKNOWLEDGED,
    ESCALATION_ANSWERED,
    ESCALATION_ACCEPTED,
    ESCALATION_REJECTED,
    ESCALATION_CLOSED,
    ESCALATION_WITHDRAWN,
];
