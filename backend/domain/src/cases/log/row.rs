//! The canonical case log: one row for one event, with the agreement's own codes.
//!
//! What `status` and `reason` hold depends on the event; `docs/importing-cases.md` has the table.

use super::names::{self, Names, shown};
use super::{Entry, codes};
use crate::agreements::Claimed;
use crate::boundaries::Needs;
use crate::cases::What;
use crate::kernel::{Moment, Refusal, Refusals, Verdict};
use serde::Deserialize;
use std::borrow::Cow;

/// The columns of a canonical case log, and whether a file must have each.
pub const COLUMNS: [(&str, bool); 16] = [
    ("case", true),
    ("at", true),
    ("event", true),
    ("team", false),
    ("company", false),
    ("person", false),
    ("priority", false),
    ("service", false),
    ("customer", false),
    ("status", false),
    ("reason", false),
    ("source_key", false),
    ("region", false),
    ("language", false),
    ("product", false),
    ("skills", false),
];

/// The columns whose texts make the key of a row that has none of its own; the others only where one of them says something,
/// so that a log without them has the keys that it always had.
const KEYED: usize = 12;

/// The events that a log can hold.
const EVENTS: &str = "opened, offered, accepted, refused, paused, resumed, responded, updated, resolved, closed, \
                      cancelled, reopened, reprioritised, specified, rated, unclear";

/// One row as it is written; what is missing is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Row<'l> {
    /// The case's key in the system it comes from.
    #[serde(borrow)]
    pub case: Cow<'l, str>,
    /// When it happened, as RFC 3339.
    #[serde(borrow)]
    pub at: Cow<'l, str>,
    /// What happened.
    #[serde(borrow)]
    pub event: Cow<'l, str>,
    /// The code of the team that is offered the case or takes it.
    #[serde(borrow)]
    pub team: Cow<'l, str>,
    /// The code of the company: the team's, or the one on whose behalf something was done.
    #[serde(borrow)]
    pub company: Cow<'l, str>,
    /// The address of who said so.
    #[serde(borrow)]
    pub person: Cow<'l, str>,
    /// The priority's code, with the package's after a slash.
    #[serde(borrow)]
    pub priority: Cow<'l, str>,
    /// The service's code.
    #[serde(borrow)]
    pub service: Cow<'l, str>,
    /// The customer's code; of a pause, against whom it is claimed; of an update, `told` when the customer was.
    #[serde(borrow)]
    pub customer: Cow<'l, str>,
    /// The kind of an opened case, the stage of an update, the points of a rating, the boundary of a refusal.
    #[serde(borrow)]
    pub status: Cow<'l, str>,
    /// The title of an opened case, the code of a pause's reason, words for everything else.
    #[serde(borrow)]
    pub reason: Cow<'l, str>,
    /// The row's key in the system it comes from; without one, its content stands for it.
    #[serde(borrow)]
    pub source_key: Cow<'l, str>,
    /// Where the customer of an opened or specified case is.
    #[serde(borrow)]
    pub region: Cow<'l, str>,
    /// What the customer speaks.
    #[serde(borrow)]
    pub language: Cow<'l, str>,
    /// What it is about.
    #[serde(borrow)]
    pub product: Cow<'l, str>,
    /// What has to be known for it, parted by semicolons.
    #[serde(borrow)]
    pub skills: Cow<'l, str>,
}

impl<'l> Row<'l> {
    /// The row whose fields stand in the order of [`COLUMNS`].
    #[must_use]
    pub fn of(fields: [Cow<'l, str>; COLUMNS.len()]) -> Self {
        let [case, at, event, team, company, person, priority, service, customer, status, reason, rest @ ..] = fields;
        let [source_key, region, language, product, skills] = rest;
        let row = Self { case, at, event, team, company, person, priority, service, ..Self::default() };
        Self { customer, status, reason, source_key, region, language, product, skills, ..row }
    }

    /// The fields in the order of [`COLUMNS`].
    #[must_use]
    pub fn fields(&self) -> [&str; COLUMNS.len()] {
        let Self { case, at, event, team, company, person, priority, service, .. } = self;
        let Self { customer, status, reason, source_key, region, language, product, skills, .. } = self;
        let said = [case, at, event, team, company, person, priority, service, customer, status, reason, source_key];
        let mut fields = [""; COLUMNS.len()];
        for (field, text) in fields.iter_mut().zip(said.into_iter().chain([region, language, product, skills])) {
            *field = text;
        }
        fields
    }

    /// What the row says, in the ids of the agreement.
    ///
    /// # Errors
    /// Each field that is missing, unknown to the agreement or not of its form, by name, with what would mend it.
    pub fn resolve(&self, names: &Names<'_>) -> Verdict<Entry> {
        let at = Moment::parse(&self.at)
            .map_err(|error| Refusals::from(codes::CASE_LOG_TIME.refuse_field("at", error.to_string())));
        let case = names::key("case", &self.case);
        let person = optional(&self.person, |email| names.person(email));
        let company = match self.event.as_ref() {
            "offered" => Ok(None),
            _ => optional(&self.company, |code| names.company("company", code)),
        };
        let key = self.key();
        let what = at.as_ref().map_or(Ok(What::Resumed), |at| self.what(*names, *at));
        match (at, case, key, what, person, company) {
            (Ok(at), Ok(case), Ok(source_key), Ok(what), Ok(person), Ok(company)) => {
                Ok(Entry { case, at, what, person, company, source_key })
            }
            (at, case, key, what, person, company) => {
                let problems = [at.err(), case.err(), key.err(), what.err(), person.err(), company.err()];
                let mut problems: Vec<Refusal> = problems.into_iter().flatten().flat_map(|one| one.0).collect();
                problems.dedup();
                Err(Refusals(problems))
            }
        }
    }

    fn key(&self) -> Verdict<String> {
        if self.source_key.is_empty() {
            let fields = self.fields();
            let says_more = fields[KEYED..].iter().any(|text| !text.is_empty());
            let keyed = if says_more { fields.len() } else { KEYED };
            return names::key("case", &super::content_key(&self.case, &self.at, fields.into_iter().take(keyed)));
        }
        names::key("source_key", &self.source_key)
    }

    fn what(&self, names: Names<'_>, at: Moment) -> Verdict<What> {
        let reason = || names::words("reason", &self.reason);
        Ok(match self.event.as_ref() {
            "opened" => return self.opened(names),
            "offered" => {
                What::Offered { to: names.holder(&self.team, &self.company, at)?, reason: reason()?, outside: None }
            }
            "accepted" => What::Accepted { by: names.holder(&self.team, &self.company, at)? },
            "refused" => {
                let reason = reason()?.ok_or_else(|| missing("reason"))?;
                What::Refused { reason, boundary: names::words("status", &self.status)? }
            }
            "paused" => What::Paused {
                reason: names.reason(&self.reason)?,
                against: optional(&self.customer, |text| against(names, text))?,
                note: names::words("status", &self.status)?,
            },
            "resumed" => What::Resumed,
            "responded" => What::Responded,
            "updated" => What::Updated {
                stage: optional(&self.status, |code| names.stage(code))?,
                note: reason()?,
                told: told(&self.customer)?,
            },
            "resolved" => What::Resolved { note: reason()? },
            "closed" => What::Closed,
            "cancelled" => What::Cancelled { reason: reason()? },
            "reopened" => What::Reopened { reason: reason()? },
            "reprioritised" => {
                let (priority, package) = names.urgency(&self.priority)?;
                What::Reprioritised { priority, package }
            }
            "specified" => What::Specified { needs: self.needs()? },
            "rated" => What::Rated { points: names::points("status", &self.status)?, words: reason()? },
            "unclear" => What::Unclear { status: names::key("status", &self.status)? },
            "" => return Err(missing("event").into()),
            other => {
                let message = format!("{} is no event of a case log; it is one of {EVENTS}", shown(other));
                return Err(codes::CASE_LOG_EVENT.refuse_field("event", message).into());
            }
        })
    }

    fn opened(&self, names: Names<'_>) -> Verdict<What> {
        let title = names::words("reason", &self.reason)?.unwrap_or_else(|| self.case.to_string());
        let (priority, package) = names.urgency(&self.priority)?;
        let kind = names::kind("status", &self.status)?;
        let customer = optional(&self.customer, |code| names.company("customer", code))?;
        let (service, needs) = (names.service(&self.service)?, self.needs()?);
        Ok(What::Opened { kind, title, priority, package, service, customer, needs })
    }

    fn needs(&self) -> Verdict<Needs> {
        names::needs(&self.region, &self.language, &self.product, &self.skills)
    }
}

fn optional<T>(text: &str, read: impl FnOnce(&str) -> Verdict<T>) -> Verdict<Option<T>> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

fn missing(field: &str) -> Refusal {
    codes::CASE_LOG_FIELD.refuse_field(field, format!("the {field} is missing"))
}

fn against(names: Names<'_>, text: &str) -> Verdict<Claimed> {
    match text {
        "customer" => Ok(Claimed::Customer),
        "outsider" => Ok(Claimed::Outsider),
        code => names.company("customer", code).map(Claimed::Company),
    }
}

fn told(text: &str) -> Verdict<bool> {
    match text {
        "" => Ok(false),
        "told" => Ok(true),
        other => {
            let message = format!("{} stands where an update has `told` or nothing", shown(other));
            Err(codes::CASE_LOG_FIELD.refuse_field("customer", message).into())
        }
    }
}
