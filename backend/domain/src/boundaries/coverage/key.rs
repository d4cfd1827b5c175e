//! The name of a finding: a digest of what it is about, without its times.

use super::super::{Capacity, Finding, FindingKey};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// Before it has a name.
pub(super) const UNNAMED: FindingKey = FindingKey(Uuid::nil());

/// A finding with its name: the first 16 bytes of the SHA-256 digest of its kind, service, boundaries, limits, demands,
/// areas and note in JSON, marked as a UUID of version 8.
pub(super) fn named(mut finding: Finding) -> Finding {
    let lack = match finding.capacity {
        None => "",
        Some(Capacity::Volume { actual: true, .. }) => "actual",
        Some(Capacity::Volume { actual: false, .. }) => "forecast",
        Some(Capacity::Concurrency { .. }) => "at_once",
    };
    let Finding { kind, service, boundaries, limits, demands, areas, note, .. } = &finding;
    let canonical = serde_json::to_vec(&(kind, service, boundaries, limits, demands, areas, lack, note));
    let digest: [u8; 32] = Sha256::digest(canonical.unwrap_or_default()).into();
    let first: [u8; 16] = std::array::from_fn(|place| digest[place]);
    finding.key = FindingKey(Builder::from_custom_bytes(first).into_uuid());
    finding
}
