//! What is derived of cases is kept in the transaction that changes their logs: rows, ledgers, timers, measurements.

use super::{
    store::{self, events::Logged, ledger::Part, rows::Row, timers::Set},
    view::CaseView,
};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Tx},
    kpis,
};
use concordat_domain::{
    agreements::Claimed,
    cases::{self as words, Attribution, Case, Clock, Held, Rulebooks, What},
    kernel::{AgreementId, CaseId, CompanyId, Moment, Span},
    kpis::{Fact, Measurement, Source},
};
use std::collections::BTreeSet;

/// A case whose log has grown.
pub(super) struct Grown<'a> {
    /// The case, with all of its log.
    pub(super) case: &'a Case,
    /// The system that it comes from; empty for this one.
    pub(super) source: &'a str,
    /// Its reference there.
    pub(super) reference: &'a str,
    /// Its new revision, from 1.
    pub(super) revision: i32,
    /// What is new in its log.
    pub(super) added: &'a [Logged],
}

impl<'a> Grown<'a> {
    /// A case whose log had so many events before.
    pub(super) fn of(view: &'a CaseView, known: usize) -> Self {
        let CaseView { case, source, reference, revision, log, .. } = view;
        Self { case, source, reference, revision: *revision, added: log.get(known..).unwrap_or_default() }
    }
}

/// Keeps the growth of some cases and all that follows from it. The number of statements does not depend on how many
/// cases there are, as long as there are no more than a thousand.
///
/// # Errors
/// A fault of the database.
pub(super) fn keep(tx: &mut Tx<'_>, view: &AgreementView, rules: &Rulebooks, grown: &[Grown<'_>]) -> Outcome<()> {
    let (agreement, now) = (view.agreement.id, tx.now());
    let (mut rows, mut events, mut involved) = (Vec::new(), Vec::new(), Vec::new());
    let (mut ledgers, mut timers, mut measured, mut awaited) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for one in grown {
        let case = one.case;
        rows.push(row(agreement, one, &case.clocks(rules, now), now));
        events.extend(one.added.iter().map(|logged| (case.id, logged.clone())));
        involved.extend(took_part(one).into_iter().map(|company| (case.id, company)));
        ledgers.push((case.id, parts(case, rules, now)));
        timers.extend(coming(case, rules, now));
        awaited.extend(case.awaited().into_iter().map(|it| (case.id, it)));
        measured.extend(measurements(case, rules, view));
    }
    store::rows::put(tx, &rows)?;
    store::events::append(tx, agreement, &events)?;
    store::rows::involve(tx, agreement, &involved)?;
    store::ledger::replace(tx, agreement, &ledgers)?;
    let ids: Vec<CaseId> = grown.iter().map(|one| one.case.id).collect();
    store::timers::replace(tx, agreement, &ids, &timers)?;
    store::awaited::replace(tx, agreement, &ids, &awaited)?;
    kpis::derive(tx, view, &measured).map(|_| ())
}

fn row(agreement: AgreementId, one: &Grown<'_>, clocks: &[Clock], now: Moment) -> Row {
    let case = one.case;
    let holder = case.holder.filter(|_| case.is_open());
    let (companies, teams) = (case.journey.between_companies(), case.journey.between_teams());
    let count = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let promised = clocks.iter().filter(|clock| clock.company.is_none() && clock.is_going());
    let due = promised.filter_map(|clock| clock.due).min();
    let skills: Vec<&str> = case.needs.skills.iter().map(String::as_str).collect();
    Row {
        agreement_id: agreement.into(),
        id: case.id.into(),
        source: one.source.to_owned(),
        reference: one.reference.to_owned(),
        kind: case.kind.name().to_owned(),
        phase: case.phase(now).name().to_owned(),
        priority: case.priority().to_owned(),
        package: case.package().map(str::to_owned),
        service_id: case.service.into(),
        customer_id: case.customer.map(Into::into),
        team_id: holder.map(|holder| holder.team.into()),
        company_id: holder.map(|holder| holder.company.into()),
        offered_team_id: case.offer.filter(|_| case.is_open()).map(|offer| offer.to.team.into()),
        opened_at: case.opened.into(),
        due_at: due.filter(|_| case.is_open()).unwrap_or(Moment::MAX).into(),
        resolved_at: case.resolved().filter(|_| case.is_resolved()).map(|deed| deed.at.into()),
        last_at: case.latest.into(),
        hand_overs: count(companies.hand_overs),
        bounces: count(companies.ping_pong),
        team_hand_overs: count(teams.hand_overs),
        team_bounces: count(teams.ping_pong),
        reopens: i32::try_from(case.reopened.len()).unwrap_or(i32::MAX),
        line: case.journey.highest_line().into(),
        red_flag: case.red_flag(),
        settled: case.is_settled(),
        revision: one.revision,
        region: case.needs.region.clone(),
        language: case.needs.language.clone(),
        product: case.needs.product.clone(),
        skills: Some(skills.join("\n")).filter(|all| !all.is_empty()),
    }
}

/// The companies that opened, held, were offered or shared a case, and those to which its time is charged: whoever is
/// to answer for time sees why. The customer's word alone makes nobody a party of the work.
fn took_part(one: &Grown<'_>) -> BTreeSet<CompanyId> {
    let held = one.case.custody.iter().filter_map(|stretch| match stretch.held {
        Held::By(holder) => Some(holder.company),
        Held::Offered(offer) => Some(offer.to.company),
        Held::Nobody | Held::Unclear => None,
    });
    let shared = one.case.swarms.iter().flat_map(|swarm| swarm.shares.iter().map(|share| share.company));
    let events = || one.added.iter().map(|logged| &logged.event);
    let said = events().filter(|event| !matches!(event.what, What::Rated { .. })).filter_map(|event| event.company);
    // what was offered and answered in the same moment is no stretch of custody
    let asked = events().filter_map(|event| match event.what {
        What::Offered { to: holder, .. } | What::Accepted { by: holder } => Some(holder.company),
        _ => None,
    });
    held.chain(shared).chain(said).chain(asked).chain(charged(one.case)).collect()
}

/// The companies against which pauses of a case are claimed, to which a dispute moved time, or which recover it.
fn charged(case: &Case) -> impl Iterator<Item = CompanyId> {
    let claimed = case.pauses.iter().filter_map(|pause| match pause.against {
        Claimed::Company(company) => Some(company),
        Claimed::Customer | Claimed::Outsider => None,
    });
    let decided = case.disputes.iter().filter_map(|dispute| match dispute.decision.as_ref()?.attribution? {
        Attribution::Company(company) => Some(company),
        Attribution::Pause | Attribution::Nobody => None,
    });
    claimed.chain(decided).chain(case.feedback.recoveries.iter().filter_map(|recovery| recovery.company))
}

/// The measurements that its KPIs take from a case.
pub(super) fn measurements(case: &Case, rules: &Rulebooks, view: &AgreementView) -> impl Iterator<Item = Measurement> {
    case.facts(rules, &view.terms.kpis).into_iter().map(|fact| Measurement {
        fact: Fact {
            kpi: fact.kpi,
            company: fact.company,
            service: fact.service,
            observed_at: fact.observed_at,
            reading: fact.reading,
        },
        source: Source::Cases.name().to_owned(),
        source_key: format!("{}/{}", case.id, fact.key_suffix),
    })
}

/// What will happen to a case by time alone, if nothing else happens to it.
fn coming(case: &Case, rules: &Rulebooks, now: Moment) -> impl Iterator<Item = Set> {
    let timers = if case.is_imported { Vec::new() } else { case.timers(rules, now) };
    timers.into_iter().map(|timer| Set { case: case.id, name: timer.name(), at: timer.at })
}

/// The ledger of a case by part, as it is kept for sums over many.
fn parts(case: &Case, rules: &Rulebooks, now: Moment) -> Vec<Part> {
    let part = |(part, time): (words::Part, Span)| {
        let company = part.charged();
        let (name, holder, reason) = match part {
            words::Part::Pause { reason, holder, .. } => ("pause", holder, Some(reason)),
            other => (other.name(), None, None),
        };
        Part { part: name.to_owned(), company, holder, reason, time }
    };
    case.ledger(rules, now).parts.into_iter().map(part).collect()
}
