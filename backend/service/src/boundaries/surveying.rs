//! What the boundaries make of what is demanded: coverage, what is wrong with it, and what a draft would change.

use super::{
    drawing::terms,
    grounding,
    store::{self, boundaries::BoundaryView, findings::Known},
};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Permitted, Tx},
};
use chrono::{Days, NaiveDate};
use concordat_domain::{
    access::Verb,
    agreements::{CaseDisclosure, Digest},
    boundaries::{Change, Content, Coverage, Finding, FindingKey, Ground, Load, Needs, Stretch},
    kernel::{AgreementId, By, CaseId, Moment, PersonId, ServiceId, Span},
};
use std::{collections::BTreeMap, sync::Arc};
use uuid::Uuid;

/// So long an analysis looks ahead: 52 whole weeks, so that every weekday counts alike.
pub const HORIZON: Span = Span::from_seconds(364 * 86_400);

/// What is covered in the 52 weeks from a day on, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The agreement.
    pub agreement: AgreementId,
    /// Where it begins and ends.
    pub span: (Moment, Moment),
    /// What is covered.
    pub coverage: Arc<Coverage>,
    /// What became of each finding, where it is followed.
    pub known: BTreeMap<FindingKey, Known>,
}

/// Looks at the 52 weeks from local midnight of a day on; without one, of today.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no boundaries.
pub fn survey(tx: &mut Tx<'_>, agreement: AgreementId, on: Option<NaiveDate>) -> Outcome<Survey> {
    let view = terms(tx, agreement)?;
    let today = view.terms.zone.date_of(tx.now());
    let (span, coverage) = covered(tx, &view, on.unwrap_or(today))?;
    let known = store::findings::all(tx, agreement)?;
    let known = known.into_iter().map(|known| (known.tracked.finding.key, known)).collect();
    Ok(Survey { agreement, span, coverage, known })
}

/// The coverage of the 52 weeks from a day on; made once for as long as nothing that it stands on changes.
pub(super) fn covered(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    on: NaiveDate,
) -> Outcome<((Moment, Moment), Arc<Coverage>)> {
    let ground = grounding::ground(tx, view)?;
    let loads = loads(tx, view)?;
    let revisions = store::boundaries::revisions(tx, view.agreement.id)?;
    let (from, until) = span(view, on);
    let key = Digest::of(&format!("coverage of {} {revisions:?} {loads:?} from {from}", view.terms.digest()));
    let database = tx.database();
    let made = database.answer_again(key.0, || {
        let ground = Ground { loads, ..Ground::clone(&ground) };
        Ok(Coverage::of(&ground, from, until))
    })?;
    Ok(((from, until), made))
}

/// What is found from a day on as this transaction has left the boundaries so far.
pub(super) fn changed_findings(tx: &mut Tx<'_>, view: &AgreementView, on: NaiveDate) -> Outcome<Vec<Finding>> {
    let ground = Ground { loads: loads(tx, view)?, ..grounding::changed_ground(tx, view)? };
    let (from, until) = span(view, on);
    Ok(Coverage::of(&ground, from, until).into_findings())
}

fn span(view: &AgreementView, on: NaiveDate) -> (Moment, Moment) {
    let from = view.terms.zone.start_of(on);
    (from, from.plus(HORIZON))
}

/// How many cases of each service came in the 52 weeks before today.
fn loads(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<BTreeMap<ServiceId, Load>> {
    let until = view.terms.zone.start_of(view.terms.zone.date_of(tx.now()));
    let (agreement, from) = (view.agreement.id, until.plus(-HORIZON));
    let counted = store::came::by_service(tx, agreement, (from, until))?;
    let load = |count: i64| Load { cases: u64::try_from(count).unwrap_or(0), over: HORIZON };
    Ok(counted.into_iter().map(|(service, count)| (service, load(count))).collect())
}

/// What would be found and what would vanish if a boundary said this from a day on; without a content, if its open
/// version held. Only what it touches is worked out.
///
/// # Errors
/// What `Content::checked` and `Boundary::redraw` refuse.
pub fn would_change(
    tx: &mut Tx<'_>,
    on: &Permitted<BoundaryView>,
    content: Option<Content>,
    from: Option<NaiveDate>,
) -> Outcome<Change> {
    let view = terms(tx, on.boundary.agreement)?;
    let boundary = match content {
        None => on.boundary.clone(),
        Some(content) => {
            let known = grounding::known(tx, &view.terms);
            // nothing is kept, so it is nobody's word
            let by = By { person: PersonId(Uuid::nil()), company: on.boundary.company, at: tx.now() };
            on.boundary.clone().redraw(content.checked(on.boundary.company, &known)?, by)?
        }
    };
    let from = from.unwrap_or_else(|| view.terms.zone.date_of(tx.now()));
    let ground = grounding::ground(tx, &view)?;
    let supposed = grounding::bound(&view.terms, boundary.drawn_if(from, view.terms.zone));
    let others = ground.boundaries.iter().filter(|other| other.id != boundary.id).cloned();
    let after = grounding::with(&ground, others.chain(supposed).collect());
    let start = view.terms.zone.start_of(from);
    let found = |ground: &Ground| Coverage::of_services(ground, &[boundary.service], start, start.plus(HORIZON));
    Ok(Change::between(found(&ground).findings(), found(&after).findings()))
}

/// Whether the actor may know how many cases came: where the agreement discloses its cases to every party, whoever sees
/// cases; elsewhere whoever sees all of them, since of two companies each could subtract its own.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no boundaries.
pub fn sees_volumes(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<bool> {
    let view = terms(tx, agreement)?;
    let disclosure = view.terms.handling.as_ref().map(|handling| handling.disclosure);
    let open = disclosure == Some(CaseDisclosure::Open);
    let verb = if open { Verb::CaseView } else { Verb::CaseViewConcealed };
    Ok(tx.actor().on_behalf(verb, agreement).is_none())
}

/// The longest strip, in days.
pub const LONGEST_STRIP: u64 = 62;

/// Who covers what a case of a service needs, from local midnight of a day on, for some days: 62 at most.
///
/// # Errors
/// As for [`survey`].
pub fn strip(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    (service, needs): (ServiceId, &Needs),
    from: NaiveDate,
    days: u64,
) -> Outcome<Vec<Stretch>> {
    let view = terms(tx, agreement)?;
    let ground = grounding::ground(tx, &view)?;
    let until = from.checked_add_days(Days::new(days.min(LONGEST_STRIP))).unwrap_or(from);
    let zone = view.terms.zone;
    Ok(Coverage::strip(&ground, service, needs, zone.start_of(from), zone.start_of(until)))
}

/// So many past cases are looked at for a finding.
const MOST_LOOKED_AT: i64 = 20_000;

/// The cases of the last 52 weeks that fell into a finding, had the boundaries held then that hold now; the latest
/// first. Of very many cases of a service the latest 20,000 are looked at.
///
/// # Errors
/// A fault of the database.
pub fn fell_into(tx: &mut Tx<'_>, agreement: AgreementId, finding: &Finding) -> Outcome<Vec<CaseId>> {
    let past = past(tx, agreement, finding.service)?;
    let mut then = past.findings.iter();
    let Some(found) = then.find(|other| other.key == finding.key) else { return Ok(Vec::new()) };
    let fell = |one: &store::came::Came| {
        let within = found.windows.iter().any(|(from, until)| *from <= one.at && one.at < *until);
        within && found.areas.iter().any(|area| area.holds(&one.needs))
    };
    Ok(past.came.iter().filter(|one| fell(one)).map(|one| one.case).collect())
}

/// What came of a service in the last 52 weeks, and what would have been found then under what holds now.
struct Past {
    came: Vec<store::came::Came>,
    findings: Vec<Finding>,
}

/// The past of a service: once for all findings about it that one operation asks for.
fn past(tx: &mut Tx<'_>, agreement: AgreementId, service: ServiceId) -> Outcome<Arc<Past>> {
    tx.once(service, |tx| {
        let view = terms(tx, agreement)?;
        let (from, until) = (tx.now().plus(-HORIZON), tx.now());
        let came = store::came::of_service(tx, agreement, service, (from, until), MOST_LOOKED_AT)?;
        if came.is_empty() {
            return Ok(Arc::new(Past { came, findings: Vec::new() }));
        }
        let ground = grounding::always(&*grounding::ground(tx, &view)?, until);
        let findings = Coverage::of_services(&ground, &[service], from, until).into_findings();
        Ok(Arc::new(Past { came, findings }))
    })
}
