//! Cases: what customers bring. A case is its log; where it stands, who holds it, what its clocks say and whose the
//! time was are derived from it.

mod event;

pub use event::{Attribution, CaseEvent, Holder, Share, What};
