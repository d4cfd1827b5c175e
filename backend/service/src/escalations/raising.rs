//! Matters are raised: by people, by a meeting, by what happened. The same matter is raised once as long as it is open.

use super::{
    paths::paths,
    store::{self, Stored},
    timing::told,
    view::EscalationView,
};
use crate::{
    agreements::AgreementView,
    cases::{self, CaseView, FollowedCase},
    deviations,
    kernel::{Denial, Noun as _, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::{Terms, Trigger},
    escalations::{Escalation, Fact, Matter, Paths, Subject, codes, events},
    kernel::{AgreementId, By, CompanyId, EscalationId},
};

/// A matter that somebody raises.
#[derive(Clone, Debug)]
pub struct Raise {
    /// What it is about: a case, a corrective action, or what the title says.
    pub subject: Subject,
    /// The company that is to answer; without it, the one that has the case, or whose figure the action is about.
    pub concerns: Option<CompanyId>,
    /// What it is called.
    pub title: String,
    /// What there is to say about it.
    pub note: Option<String>,
    /// The company for which it is raised; without it, the employer.
    pub company: Option<CompanyId>,
}

/// Somebody raises a matter for their company.
///
/// # Errors
/// Not found for a case or an action that they may not see; forbidden for whoever may not raise for the company;
/// `ESCALATION_RAISED` when it is open already; what [`Escalation::raise`] refuses.
pub fn raise(tx: &mut Tx<'_>, on: &Permitted<AgreementView>, raise: &Raise) -> Outcome<EscalationView> {
    let agreement = on.agreement.id;
    let by = tx.speaking(Verb::EscalationRaise, agreement, raise.company)?;
    let (concerns, customer, facts) = match raise.subject {
        Subject::Case { case } => {
            let case = cases::case(tx, agreement, case)?;
            (in_charge(&case), case.case.customer, of_case(&on.terms, &case))
        }
        Subject::Action { action } => {
            let action = deviations::action(tx, agreement, action)?;
            let first = action.action.tasks.first().map(|task| task.request.company);
            let facts = vec![Fact::new("action", action.action.title.clone())];
            (action.action.about.or(first), None, facts)
        }
        _ => {
            // what a customer raises is theirs to follow
            let customer = tx.speaks_for(Verb::CaseRate, agreement).into_iter().find(|of| *of == by.company);
            (None, customer, Vec::new())
        }
    };
    let company = raise.concerns.or(concerns).ok_or_else(nobody)?;
    let Raise { subject, title, note, .. } = raise.clone();
    let matter = Matter { trigger: Trigger::Raised, subject, company, customer, title, note, facts };
    let paths = paths(tx, on)?;
    begin(tx, on.agreement.id, &paths, matter, Some(by))
}

/// A customer raises a case of theirs. Who is to answer follows from the case.
///
/// # Errors
/// As for [`raise`].
pub fn raise_for_customer(
    tx: &mut Tx<'_>,
    on: Permitted<FollowedCase>,
    title: &str,
    note: Option<&str>,
) -> Outcome<EscalationView> {
    let case = on.into_inner().case;
    let customer = case.case.customer.ok_or(Denial::Forbidden)?;
    let by = tx.speaking(Verb::EscalationRaise, case.agreement, Some(customer))?;
    let view = AgreementView::load(tx, case.agreement)?.ok_or(Denial::NotFound)?;
    let company = in_charge(&case).ok_or_else(nobody)?;
    let matter = Matter {
        trigger: Trigger::Raised,
        subject: Subject::Case { case: case.case.id },
        company,
        customer: Some(customer),
        title: title.to_owned(),
        note: note.map(str::to_owned),
        facts: of_case(&view.terms, &case),
    };
    let paths = paths(tx, &view)?;
    begin(tx, case.agreement, &paths, matter, Some(by))
}

/// A meeting escalates a matter of its agenda, in the name of whoever runs it; who may, is the meeting's to know.
///
/// # Errors
/// As for [`raise`].
pub fn raise_for_agenda(
    tx: &mut Tx<'_>,
    on: &AgreementView,
    subject: Subject,
    (company, title): (CompanyId, &str),
    facts: Vec<Fact>,
    by: By,
) -> Outcome<EscalationId> {
    let matter = Matter {
        trigger: Trigger::AgendaItem,
        subject,
        company,
        customer: None,
        title: title.to_owned(),
        note: None,
        facts,
    };
    let paths = paths(tx, on)?;
    begin(tx, on.agreement.id, &paths, matter, Some(by)).map(|view| view.escalation.id)
}

/// Raises a matter, unless the same is open.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    paths: &Paths,
    matter: Matter,
    by: Option<By>,
) -> Outcome<EscalationView> {
    let (id, now) = (EscalationId(tx.id()), tx.now());
    let escalation = Escalation::raise((id, agreement), paths, matter, by, now)?;
    if store::rows::is_raised(tx, agreement, &escalation.key())? {
        return Err(codes::ESCALATION_RAISED.refuse(codes::ESCALATION_RAISED.meaning).into());
    }
    let new = Stored { escalation, raised_at: now, revision: 1 };
    store::rows::insert(tx, &new)?;
    let Stored { escalation, raised_at, revision } = new;
    let company = by.map(|by| by.company);
    tx.record(events::ESCALATION_RAISED, id, company, &told(&escalation, None))?;
    let owner = company.unwrap_or(escalation.matter.company);
    Ok(EscalationView { escalation, raised_at, revision, owner })
}

fn nobody() -> crate::kernel::No {
    codes::ESCALATION_COMPANY.refuse_field("concerns", codes::ESCALATION_COMPANY.meaning).into()
}

/// The company that has a case: that holds it, is offered it, or took it in.
pub(super) fn in_charge(on: &CaseView) -> Option<CompanyId> {
    let held = on.case.holder.map(|holder| holder.company);
    let offered = on.case.offer.map(|offer| offer.to.company);
    held.or(offered).or_else(|| on.log.iter().find_map(|logged| logged.event.company))
}

/// What is handed over with a case.
pub(super) fn of_case(terms: &Terms, on: &CaseView) -> Vec<Fact> {
    let case = &on.case;
    let code = |company: CompanyId| terms.company(company).map_or_else(|| company.to_string(), |it| it.code.clone());
    let mut facts = vec![
        Fact::new("case", on.reference.clone()),
        Fact::new("title", case.title.clone()),
        Fact::new("kind", case.kind.name()),
        Fact::new("priority", case.priority()),
        Fact::new("opened_at", case.opened.to_string()),
        Fact::new("phase", case.phase(on.at).name()),
        Fact::new("reopened", case.reopened.len().to_string()),
    ];
    facts.extend(case.holder.map(|holder| Fact::new("holder", code(holder.company))));
    facts.extend(case.offer.map(|offer| Fact::new("offered_to", code(offer.to.company))));
    facts.extend(terms.service(case.service).map(|service| Fact::new("service", service.code.clone())));
    facts
}
