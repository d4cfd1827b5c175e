//! Cases: what customers bring. A case is its log; where it stands, who holds it, what its clocks say and whose the
//! time was are derived from it.

mod awaited;
mod breach;
mod case;
mod clock;
pub mod codes;
mod dispute;
mod divide;
mod event;
mod facts;
mod feedback;
mod journey;
mod kinds;
mod ledger;
mod live;
pub mod log;
mod order;
mod outside;
mod pause;
mod replay;
mod rulebook;
mod rulebooks;
mod timeline;
mod timers;
mod view;
mod waits;
mod what_if;

pub use awaited::{Awaited, AwaitedKind};
pub use breach::BreachShare;
pub use case::{Case, Deed, Held, Level, Offer, Stretch, Swarm, Told};
pub use clock::{Clock, ClockState, Step, Why};
pub use codes::CODES;
pub use dispute::{Decision, Dispute, DisputeState};
pub use event::{Attribution, CaseEvent, Holder, Share, What};
pub use facts::CaseFact;
pub use feedback::{Feedback, Rating, Recovery};
pub use journey::{Asked, Hops, Journey, Station};
pub use kinds::{
    CASE_ACCEPTANCE_OVERDUE, CASE_BREACHED, CASE_DUE_SOON, CASE_PAUSE_CAPPED, CASE_RECOVERY_OVERDUE, CASES_IMPORTED,
    CASES_MEASURED,
};
pub use ledger::{Ledger, Part, Segment};
pub use outside::Outside;
pub use pause::Pause;
pub use replay::{Oddity, Replayed};
pub use rulebook::{Rulebook, Setting};
pub use rulebooks::Rulebooks;
pub use timers::{Timer, TimerKind};
pub use view::{CustomerView, Promise, StageShown};
pub use waits::{Waited, WaitedFor};
pub use what_if::{CaseComparison, Change, ClockChange, Comparison, Compliance, Outcome, PausePolicy, Totals, what_if};

use rulebook::Traits;

#[cfg(test)]
mod ledger_tests;
#[cfg(test)]
mod outcome_tests;
#[cfg(test)]
mod outside_tests;
#[cfg(test)]
mod samples;
