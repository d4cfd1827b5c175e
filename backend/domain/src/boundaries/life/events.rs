//! The kinds of events of this noun that people cause.

use crate::kernel::Kind;

/// A boundary was drawn: its first draft is there.
pub const BOUNDARY_DRAWN: Kind = Kind::new("boundary.drawn");
/// The draft became another, or a new one was begun.
pub const BOUNDARY_REDRAWN: Kind = Kind::new("boundary.redrawn");
/// A draft was begun that ends the boundary.
pub const BOUNDARY_RETIRED: Kind = Kind::new("boundary.retired");
/// Something was said about a field.
pub const BOUNDARY_COMMENTED: Kind = Kind::new("boundary.commented");
/// What was said about a field is settled.
pub const BOUNDARY_COMMENT_RESOLVED: Kind = Kind::new("boundary.comment_resolved");
/// The draft was put before the neighbours.
pub const BOUNDARY_PROPOSED: Kind = Kind::new("boundary.proposed");
/// A neighbour approved.
pub const BOUNDARY_REVIEWED: Kind = Kind::new("boundary.reviewed");
/// The last neighbour approved: it holds from its day on.
pub const BOUNDARY_APPROVED: Kind = Kind::new("boundary.approved");
/// A neighbour objected.
pub const BOUNDARY_OBJECTED: Kind = Kind::new("boundary.objected");
/// The company took its proposal back, or gave its draft up.
pub const BOUNDARY_WITHDRAWN: Kind = Kind::new("boundary.withdrawn");

/// All of them.
pub const EVENTS: &[Kind] = &[
    BOUNDARY_DRAWN,
    BOUNDARY_REDRAWN,
    BOUNDARY_RETIRED,
    BOUNDARY_COMMENTED,
    BOUNDARY_COMMENT_RESOLVED,
    BOUNDARY_PROPOSED,
    BOUNDARY_REVIEWED,
    BOUNDARY_APPROVED,
    BOUNDARY_OBJECTED,
    BOUNDARY_WITHDRAWN,
];
