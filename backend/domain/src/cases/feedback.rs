//! What the customer says of a case once it is resolved, and the recovery after a negative word.

use crate::kernel::{CompanyId, Moment, PersonId};

/// A customer's rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The number of the event.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// Points from 1 to 5.
    pub points: u8,
    /// In words.
    pub words: Option<String>,
}

impl Rating {
    /// The most points that there are.
    pub const MOST: u8 = 5;

    /// Whether it is a good word: 4 or 5 points.
    #[must_use]
    pub const fn is_positive(&self) -> bool {
        self.points >= 4
    }
}

/// The way back from negative to positive feedback. Negative feedback opens it; a positive one ends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// The number of the rating that made it necessary.
    pub rating: i64,
    /// Since when.
    pub opened: Moment,
    /// The company that owns it: the one that resolved the case, until another takes it on.
    pub company: Option<CompanyId>,
    /// Its person, once somebody has taken it on.
    pub owner: Option<PersonId>,
    /// By when the customer should be content.
    pub due: Moment,
    /// The number of the positive rating that ended it, and when that was.
    pub turned: Option<(i64, Moment)>,
}

/// Ratings and recoveries, each in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// What the customer said.
    pub ratings: Vec<Rating>,
    /// What was done about negative ones; at most the last one goes on.
    pub recoveries: Vec<Recovery>,
}

impl Feedback {
    /// Whether the latest rating is positive; no rating is not.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        self.ratings.last().is_some_and(Rating::is_positive)
    }

    /// The recovery that goes on.
    #[must_use]
    pub fn recovery(&self) -> Option<&Recovery> {
        self.recoveries.last().filter(|recovery| recovery.turned.is_none())
    }

    pub(super) fn rate(&mut self, rating: Rating, due: Moment, company: Option<CompanyId>) {
        let running = self.recoveries.last_mut().filter(|recovery| recovery.turned.is_none());
        match running {
            Some(recovery) if rating.is_positive() => recovery.turned = Some((rating.number, rating.at)),
            None if !rating.is_positive() => {
                let (rating, opened) = (rating.number, rating.at);
                self.recoveries.push(Recovery { rating, opened, company, owner: None, due, turned: None });
            }
            _ => {}
        }
        self.ratings.push(rating);
    }
}
