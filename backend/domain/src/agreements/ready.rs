//! What terms must have before an agreement can become active; a draft may still lack it.

use super::lifecycle::codes::NOT_READY;
use super::terms::Terms;
use super::words::CommitmentTopic;
use crate::access::Role;
use crate::kernel::{Refusal, Refusals, Verdict};

/// Whether the parties may be asked to sign these terms.
///
/// At least two parties, a signatory in each that signs, a steward, a satisfaction and an improvement commitment, and
/// a measure for what is promised about performance.
///
/// # Errors
/// [`NOT_READY`] for each thing that is missing, with the field of the file to add it to.
pub fn ready_to_activate(terms: &Terms) -> Verdict<()> {
    let mut missing: Vec<Refusal> = Vec::new();
    let mut lack = |field: &str, message: String| missing.push(NOT_READY.refuse_field(field, message));
    let signing: Vec<_> = terms.signing_companies(terms.effective_from).collect();
    if signing.len() < 2 {
        lack("parties", "an agreement has at least two parties that sign; add them".to_owned());
    }
    for company in signing {
        if !terms.people.iter().any(|person| person.holds(Role::Signatory, company)) {
            let code = terms.company(company).map_or("", |it| it.code.as_str());
            lack("people", format!("nobody can sign for `{code}`; grant somebody the role `signatory` for it"));
        }
    }
    if !terms.people.iter().any(|person| person.grants.iter().any(|grant| grant.role == Role::Steward)) {
        lack("people", "nobody keeps the agreement; grant somebody the role `steward`".to_owned());
    }
    for (topic, name) in
        [(CommitmentTopic::Satisfaction, "satisfaction"), (CommitmentTopic::Improvement, "improvement")]
    {
        if !terms.commitments.iter().any(|commitment| commitment.topic == topic) {
            lack("commitments", format!("no commitment has the topic `{name}`; add at least one"));
        }
    }
    for commitment in &terms.commitments {
        if commitment.topic == CommitmentTopic::Performance && commitment.kpis.is_empty() {
            let message = format!("nothing measures the commitment `{}`; name its KPIs", commitment.code);
            lack("commitments", message);
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(Refusals(missing)) }
}
