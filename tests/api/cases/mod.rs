//! Cases over GraphQL: each verb, what follows from it, and who sees what.

mod access;
mod bounds;
mod clocks;
mod custody;
mod disputes;
mod feedback;
mod lists;
mod measured;
mod pauses;
mod replays;
mod way;
