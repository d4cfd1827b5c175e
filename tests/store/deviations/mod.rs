//! Deviations and corrective action on both databases.

mod assessing;
mod disclosure;
mod due;
mod exporting;
mod measured;
mod staffed;
mod story;
