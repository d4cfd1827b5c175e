//! The one source of ids and secrets.

use super::Clock;
use concordat_domain::kernel::Moment;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use uuid::{NoContext, Timestamp, Uuid};

/// Makes ids and secrets.
pub trait Chance: Send + Sync {
    /// A new `UUIDv7`.
    fn id(&self) -> Uuid;
    /// 32 bytes that nobody can guess.
    fn secret(&self) -> [u8; 32];
}

/// The operating system's entropy.
pub struct SystemChance;

impl Chance for SystemChance {
    #[allow(clippy::disallowed_methods, reason = "this is the one id source")]
    fn id(&self) -> Uuid {
        Uuid::now_v7()
    }

    #[allow(clippy::disallowed_methods, reason = "this is the one id source")]
    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        // four version-4 ids carry 122 random bits each; hashing them together leaves more than 256 bits
        let seed: Vec<u8> = (0..4).flat_map(|_| Uuid::new_v4().into_bytes()).collect();
        bytes.copy_from_slice(&<sha2::Sha256 as sha2::Digest>::digest(seed));
        bytes
    }
}

/// Ids and secrets that are the same in every run with the same seed and clock: for tests and the demo.
pub struct SeededChance {
    seed: u64,
    drawn: AtomicU64,
    clock: Arc<dyn Clock>,
}

impl SeededChance {
    /// A source that draws from `seed`.
    #[must_use]
    pub fn new(seed: u64, clock: Arc<dyn Clock>) -> Self {
        Self { seed, drawn: AtomicU64::new(0), clock }
    }

    fn draw(&self) -> [u8; 32] {
        let place = self.drawn.fetch_add(1, Ordering::SeqCst);
        let mut hash = <sha2::Sha256 as sha2::Digest>::new();
        sha2::Digest::update(&mut hash, self.seed.to_le_bytes());
        sha2::Digest::update(&mut hash, place.to_le_bytes());
        sha2::Digest::finalize(hash).into()
    }
}

impl Chance for SeededChance {
    fn id(&self) -> Uuid {
        let place = self.drawn.load(Ordering::SeqCst);
        let random = self.draw();
        let mut bytes = *timestamped(self.clock.now()).as_bytes();
        // a counter in the high random bits keeps ids of one moment in the order in which they were drawn
        bytes[6] = 0x70 | u8::try_from((place >> 14) & 0x0f).unwrap_or(0);
        bytes[7] = u8::try_from((place >> 6) & 0xff).unwrap_or(0);
        bytes[8] = 0x80 | u8::try_from(place & 0x3f).unwrap_or(0);
        bytes[9..16].copy_from_slice(&random[..7]);
        Uuid::from_bytes(bytes)
    }

    fn secret(&self) -> [u8; 32] {
        self.draw()
    }
}

fn timestamped(at: Moment) -> Uuid {
    let seconds = u64::try_from(at.micros().div_euclid(1_000_000)).unwrap_or(0);
    let nanos = u32::try_from(at.micros().rem_euclid(1_000_000) * 1_000).unwrap_or(0);
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, nanos))
}
