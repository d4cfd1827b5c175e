//! Cases: taken in, handed over, paused, resolved and rated, each by its log; ledgers and clocks follow from it.

mod checking;
mod exporting;
mod handling;
mod import;
mod keeping;
mod measuring;
mod reading;
mod replaying;
mod rules;
mod store;
mod timing;
mod view;
mod waited;
mod waiting;

pub use checking::{HandOver, NewCase, Suggested, check_hand_over, propose_hand_over, route};
pub use exporting::export;
pub use handling::{accept, answer, decide, handle, open, rate};
pub use import::{Import, Imported, importing, importing_to};
pub use measuring::measure_due;
pub use reading::{case, concealed, count, followed, followed_case, ledger, list, queue, sees, some};
pub use replaying::{MOST_REPLAYED, what_if};
pub use store::{
    Sight,
    ledger::{Hops, Part, Totals},
    rows::CaseFilter,
};
pub use timing::{fire, fire_due};
pub use view::{CaseView, FollowedCase};
pub use waited::waits;
pub(crate) use waiting::{Waiting, disclosed, took_part, waiting};
