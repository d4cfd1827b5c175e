//! Events written as rows of the canonical case log.

use super::Row;
use crate::agreements::{Claimed, Terms};
use crate::boundaries::Needs;
use crate::cases::{CaseEvent, Holder, What};
use crate::kernel::CompanyId;
use std::borrow::Cow;

impl Row<'static> {
    /// The row of an event: what an import reads back, as far as a log can hold the event at all.
    #[must_use]
    pub fn written(terms: &Terms, case: &str, source_key: &str, event: &CaseEvent) -> Self {
        let mut row = Self {
            case: Cow::Owned(case.to_owned()),
            at: Cow::Owned(event.at.to_string()),
            event: Cow::Borrowed(event.what.name()),
            company: event.company.map_or(Cow::Borrowed(""), |id| code(terms, id)),
            person: person(terms, event),
            source_key: Cow::Owned(source_key.to_owned()),
            ..Self::default()
        };
        row.say(terms, &event.what);
        row
    }

    fn say(&mut self, terms: &Terms, what: &What) {
        match what {
            What::Opened { kind, title, priority, package, service, customer, needs } => {
                self.need(needs);
                self.status = Cow::Borrowed(kind.name());
                self.reason = Cow::Owned(title.clone());
                self.priority = urgency(priority, package.as_deref());
                self.service = terms.service(*service).map_or(Cow::Borrowed(""), |it| Cow::Owned(it.code.clone()));
                self.customer = customer.map_or(Cow::Borrowed(""), |id| code(terms, id));
            }
            What::Offered { to, reason, .. } => {
                self.hold(terms, *to);
                self.reason = said(reason.as_ref());
            }
            What::Accepted { by } => self.hold(terms, *by),
            What::Refused { reason, boundary } => {
                (self.reason, self.status) = (Cow::Owned(reason.clone()), said(boundary.as_ref()));
            }
            What::Paused { reason, against, note } => {
                (self.reason, self.status) = (Cow::Owned(reason.clone()), said(note.as_ref()));
                self.customer = match against {
                    None => Cow::Borrowed(""),
                    Some(Claimed::Customer) => Cow::Borrowed("customer"),
                    Some(Claimed::Outsider) => Cow::Borrowed("outsider"),
                    Some(Claimed::Company(id)) => code(terms, *id),
                };
            }
            What::Updated { stage, note, told } => {
                (self.status, self.reason) = (said(stage.as_ref()), said(note.as_ref()));
                self.customer = Cow::Borrowed(if *told { "told" } else { "" });
            }
            What::Resolved { note: words } | What::Cancelled { reason: words } | What::Reopened { reason: words } => {
                self.reason = said(words.as_ref());
            }
            What::Reprioritised { priority, package } => self.priority = urgency(priority, package.as_deref()),
            What::Specified { needs } => self.need(needs),
            What::Rated { points, words } => {
                (self.status, self.reason) = (Cow::Owned(points.to_string()), said(words.as_ref()));
            }
            What::Unclear { status } => self.status = Cow::Owned(status.clone()),
            What::Disputed { reason, .. } | What::Decided { reason, .. } => self.reason = Cow::Owned(reason.clone()),
            What::Recovering { company, .. } => self.company = code(terms, *company),
            What::Swarmed { .. } | What::PauseConsented | What::Resumed | What::Responded | What::Closed => {}
        }
    }

    fn need(&mut self, needs: &Needs) {
        (self.region, self.language) = (said(needs.region.as_ref()), said(needs.language.as_ref()));
        self.product = said(needs.product.as_ref());
        let skills: Vec<&str> = needs.skills.iter().map(String::as_str).collect();
        self.skills = Cow::Owned(skills.join("; "));
    }

    fn hold(&mut self, terms: &Terms, holder: Holder) {
        self.team = terms.team(holder.team).map_or(Cow::Borrowed(""), |it| Cow::Owned(it.code.clone()));
        self.company = code(terms, holder.company);
    }
}

fn code(terms: &Terms, company: CompanyId) -> Cow<'static, str> {
    terms.company(company).map_or(Cow::Borrowed(""), |it| Cow::Owned(it.code.clone()))
}

fn person(terms: &Terms, event: &CaseEvent) -> Cow<'static, str> {
    let person = event.person.and_then(|id| terms.person(id));
    person.map_or(Cow::Borrowed(""), |it| Cow::Owned(it.email.clone()))
}

fn said(words: Option<&String>) -> Cow<'static, str> {
    words.map_or(Cow::Borrowed(""), |words| Cow::Owned(words.clone()))
}

fn urgency(priority: &str, package: Option<&str>) -> Cow<'static, str> {
    Cow::Owned(package.map_or_else(|| priority.to_owned(), |package| format!("{priority}/{package}")))
}
