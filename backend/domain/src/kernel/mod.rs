//! What every noun builds on: ids, moments, decimals, periods, refusals, events, pages.

mod decimal;
pub mod event;
mod fraction;
mod ids;
mod moment;
mod period;
mod refusal;
mod zone;

pub use decimal::{Decimal, DecimalError};
pub use event::{Event, Kind};
pub use fraction::Fraction;
pub use ids::*;
pub use moment::{Moment, MomentError};
pub use period::{Period, PeriodError, PeriodKind};
pub use refusal::{Code, Refusal, Refusals, Verdict};
pub use zone::{DateFinder, Zone, ZoneError};
