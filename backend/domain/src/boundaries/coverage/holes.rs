//! Where nobody covers what is demanded, and where two companies are accountable at once.

use super::super::FindingKind;
use super::element::{Alike, Part};
use super::gather::Gather;

/// Notes the gap and the overlaps of alike cells.
pub(super) fn find(part: &Part<'_>, place: usize, alike: &Alike, found: &mut Gather) {
    let Some(cell) = alike.cells.first() else { return };
    let mut gap = alike.demanded.clone();
    let mut accountable = Vec::new();
    for edge in &part.edges {
        let Some(covered) = edge.covers(*cell) else { continue };
        gap.take(&covered);
        if edge.accountable && !covered.is_empty() {
            accountable.push((edge, covered));
        }
    }
    found.note(FindingKind::Gap, Vec::new(), Vec::new(), place, gap);
    for (at, (one, covered)) in accountable.iter().enumerate() {
        for (other, too) in accountable.iter().skip(at + 1) {
            if one.company != other.company && covered.meets(too) {
                found.note(FindingKind::Overlap, vec![one.id, other.id], Vec::new(), place, covered.and(too));
            }
        }
    }
}
