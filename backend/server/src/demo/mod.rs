//! The demo: an invented agreement that lives through fourteen months by the same verbs as any other.

mod acts;
mod calls;
mod cases;
mod clock;
mod desk;
mod dice;
mod edges;
mod ground;
mod group;
mod meetings;
mod people;
mod replay;
mod rounds;
mod stage;
pub mod story;
mod summary;
mod told;

pub use calls::{CALLS, Call};
pub use clock::StoryClock;
pub use people::{Keys, SignIn, fresh_password};
pub use replay::{is_unplayed, play};
pub use stage::Stage;
pub use summary::{MONTHS, Summary};
