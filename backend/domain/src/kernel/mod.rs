//! What every noun builds on: ids, moments, spans, decimals, periods, refusals, events, pages.

mod decimal;
pub mod event;
mod fraction;
mod ids;
mod moment;
mod period;
mod refusal;
mod span;
mod zone;

pub use decimal::{Decimal, DecimalError};
pub use event::{Event, Kind};
pub use fraction::Fraction;
pub use ids::*;
pub use moment::{Moment, MomentError};
pub use period::{Period, PeriodError, PeriodKind};
pub use refusal::{Code, Refusal, Refusals, Verdict};
pub use span::{Span, SpanError};
pub use zone::{DateFinder, Occurrence, Zone, ZoneError};
