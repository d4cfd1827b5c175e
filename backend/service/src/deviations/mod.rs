//! Deviations and joint corrective action: periods assessed, promises missed, what the companies do about them
//! together, and the later figures that alone can close them.

mod acting;
mod answering;
mod assessing;
mod coming;
mod exporting;
mod overdue;
mod reading;
mod reviewing;
mod speaking;
mod store;
mod unsettled;
mod view;

pub use acting::{ActionChange, Plan, change, plan, propose, start, withdraw};
pub use answering::{accept_task, complete_task, consent, decline_task, object};
pub use assessing::{Assessed, assess, assess_rows};
pub use coming::{assess_due, due};
pub use exporting::export;
pub use overdue::{overdue, overdue_due};
pub use reading::{
    Frozen, action, actions, answers, assessments, concealed, count, count_actions, deviation, frozen, list, plans,
    sees, sees_criterion,
};
pub use reviewing::review;
pub use store::{
    Sight,
    actions::ActionFilter,
    assessments::Held,
    deviations::{DeviationFilter, DeviationView},
};
pub(crate) use unsettled::{Underway, open_actions, open_deviations, these_actions, these_deviations};
pub use view::ActionView;
