//! Service boundaries: drawn by experts, reviewed by their neighbours, held against what is demanded.

mod burden;
mod counting;
mod drawing;
mod exporting;
mod filing;
mod fitting;
mod following;
mod grounding;
mod reading;
mod reviewing;
mod store;
mod surveying;
mod training;
mod view;

pub use burden::{Burden, burden};
pub use counting::{day, trained_on};
pub use drawing::{Drawing, Merged, comment, draw, merge, redraw, resolve_comment, retire, withdraw};
pub use exporting::{export, export_findings};
pub use filing::{agreement_file, apply, apply_file, plan_file};
pub use fitting::fit;
pub(crate) use following::followed_findings;
pub use following::{FollowedFinding, accept, finding, follow, follow_all, reopen};
pub use grounding::register;
pub use reading::{boundary, boundary_to_draw, count, list, some};
pub use reviewing::{approve, asked, object, propose};
pub use store::{
    boundaries::{BoundaryFilter, BoundaryView},
    findings::Known,
    trainings::TrainingView,
};
pub use surveying::{HORIZON, Survey, fell_into, sees_volumes, strip, survey, would_change};
pub use training::{check_duty, complete, plan, replan, sees_member, training, trainings, waive};
