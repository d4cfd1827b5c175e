//! What every noun builds on: ids, moments, spans, decimals, periods, refusals, events, pages.

mod by;
mod decimal;
pub mod event;
mod fraction;
mod ids;
mod moment;
mod period;
mod refusal;
mod span;
mod statement;
mod zone;

pub use by::By;
pub use decimal::{Decimal, DecimalError};
pub use event::{Event, Kind};
pub use fraction::Fraction;
pub use ids::*;
pub use moment::{Moment, MomentError};
pub use period::{Period, PeriodError, PeriodKind};
pub use refusal::{Code, Refusal, Refusals, Verdict};
pub use span::{Span, SpanError};
pub use statement::{LONGEST_STATEMENT, LONGEST_TITLE, stated};
pub use zone::{DateFinder, Occurrence, Standing, Zone, ZoneError};
