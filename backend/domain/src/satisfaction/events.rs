//! The kinds of events of this noun.

use crate::kernel::Kind;

/// What a customer said was recorded and put before the companies concerned.
pub const VOICE_RECORDED: Kind = Kind::new("voice.recorded");
/// A company took notice of it.
pub const VOICE_ACKNOWLEDGED: Kind = Kind::new("voice.acknowledged");
/// A company answered it.
pub const VOICE_ANSWERED: Kind = Kind::new("voice.answered");
/// The time to answer passed, and a company had said nothing.
pub const VOICE_OVERDUE: Kind = Kind::new("voice.overdue");
/// The customer was told what came of it.
pub const VOICE_CLOSED: Kind = Kind::new("voice.closed");
