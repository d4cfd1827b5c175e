//! How often somebody may ask: so many requests a minute for each credential and each address, and few attempts to
//! sign in.

use crate::graphql::kernel::rate::RateLimit;
use governor::{
    Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
    middleware::StateInformationMiddleware,
    state::keyed::DashMapStateStore,
};
use std::{
    hash::{BuildHasher as _, Hash, RandomState},
    net::IpAddr,
    num::NonZeroU32,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

type Limiter = RateLimiter<u64, DashMapStateStore<u64>, DefaultClock, StateInformationMiddleware>;

/// Partners share addresses, so an address has more than one credential's share.
const SHARES_OF_AN_ADDRESS: u32 = 4;

/// Several people sign in from one address; a password is still not tried on everybody's account from it.
const ACCOUNTS_OF_AN_ADDRESS: u32 = 10;

/// After so many checks, keys that were not seen for a minute are forgotten.
const SWEEP: u32 = 4_096;

/// The limits of one server process.
pub struct Rates {
    credentials: Limiter,
    addresses: Limiter,
    attempts: Limiter,
    places: Limiter,
    keys: RandomState,
    checks: AtomicU32,
}

/// What is left for whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Requests a minute.
    pub limit: u32,
    /// Requests left at once.
    pub remaining: u32,
}

impl From<Standing> for RateLimit {
    fn from(Standing { limit, remaining }: Standing) -> Self {
        let shown = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
        Self { limit: shown(limit), remaining: shown(remaining) }
    }
}

/// Too often. How long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooOften {
    /// Until the next one is taken.
    pub wait: Duration,
    /// Requests a minute.
    pub limit: u32,
}

impl Rates {
    /// Limits of so many requests and attempts to sign in a minute.
    #[must_use]
    pub fn new(requests: u32, sign_ins: u32) -> Self {
        let limiter = |a_minute: u32| {
            let quota = Quota::per_minute(NonZeroU32::new(a_minute).unwrap_or(NonZeroU32::MIN));
            RateLimiter::dashmap(quota).with_middleware::<StateInformationMiddleware>()
        };
        Self {
            credentials: limiter(requests),
            addresses: limiter(requests.saturating_mul(SHARES_OF_AN_ADDRESS)),
            attempts: limiter(sign_ins),
            places: limiter(sign_ins.saturating_mul(ACCOUNTS_OF_AN_ADDRESS)),
            keys: RandomState::new(),
            checks: AtomicU32::new(0),
        }
    }

    /// One request from an address, with the secret of a credential where it brought one.
    ///
    /// # Errors
    /// [`TooOften`].
    pub fn request(&self, address: Option<IpAddr>, secret: Option<&str>) -> Result<Standing, TooOften> {
        let all = self.check(&self.addresses, &address)?;
        secret.map_or(Ok(all), |secret| self.check(&self.credentials, &secret))
    }

    /// One attempt to sign in: counted for the account and for the address.
    ///
    /// # Errors
    /// [`TooOften`].
    pub fn attempt(&self, address: Option<IpAddr>, account: &str) -> Result<(), TooOften> {
        self.check(&self.places, &address)?;
        self.check(&self.attempts, &account.trim().to_lowercase()).map(drop)
    }

    fn check(&self, limiter: &Limiter, key: &impl Hash) -> Result<Standing, TooOften> {
        if self.checks.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            for limiter in [&self.credentials, &self.addresses, &self.attempts, &self.places] {
                limiter.retain_recent();
            }
        }
        match limiter.check_key(&self.keys.hash_one(key)) {
            Ok(state) => {
                Ok(Standing { limit: state.quota().burst_size().get(), remaining: state.remaining_burst_capacity() })
            }
            Err(until) => {
                let wait = until.wait_time_from(limiter.clock().now());
                Err(TooOften { wait, limit: until.quota().burst_size().get() })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Option<IpAddr> = Some(IpAddr::V4(std::net::Ipv4Addr::LOCALHOST));

    #[test]
    fn a_credential_has_its_own_share() {
        let rates = Rates::new(3, 1);
        for left in [2, 1, 0] {
            assert_eq!(rates.request(HERE, Some("a")), Ok(Standing { limit: 3, remaining: left }));
        }
        let refused = rates.request(HERE, Some("a")).unwrap_err();
        assert!(refused.limit == 3 && refused.wait <= Duration::from_secs(20), "{refused:?}");
        assert!(rates.request(HERE, Some("b")).is_ok());
    }

    #[test]
    fn an_address_cannot_have_ever_new_credentials() {
        let rates = Rates::new(3, 1);
        let taken = (0..100).filter(|n| rates.request(HERE, Some(&n.to_string())).is_ok()).count();
        assert_eq!(taken, 12);
    }

    #[test]
    fn an_account_is_not_guessed_from_many_addresses() {
        let rates = Rates::new(100, 2);
        let from = |n: u8| Some(IpAddr::from([10, 0, 0, n]));
        let taken = (0..50).filter(|n| rates.attempt(from(*n), "Ana@example.org").is_ok()).count();
        assert_eq!(taken, 2);
        assert!(rates.attempt(from(99), "ben@example.org").is_ok());
    }

    #[test]
    fn a_password_is_not_tried_on_every_account_from_one_address() {
        let rates = Rates::new(100, 2);
        let taken = (0..100).filter(|n| rates.attempt(HERE, &format!("p{n}@example.org")).is_ok()).count();
        assert_eq!(taken, 20);
    }
}
