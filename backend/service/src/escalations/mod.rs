//! Escalations: raised by people and by what happens, climbing at their deadlines, answered, and closed with an answer.

mod answering;
mod exporting;
mod paths;
mod raising;
mod reacting;
mod reading;
mod store;
mod timing;
mod view;

pub use answering::{accept, acknowledge, answer, close, reject, withdraw};
pub use exporting::export;
pub use paths::path_for;
pub use raising::{Raise, raise, raise_for_agenda, raise_for_customer};
pub use reacting::react;
pub use reading::{concealed, count, escalation, followed, followed_of, list, of_case, some};
pub(crate) use reading::{open, these};
pub use store::rows::EscalationFilter;
pub use timing::{Unsound, climb, climb_due, unsound};
pub use view::{EscalationView, FollowedEscalation};
