//! From a row of a status log to what it says.

use super::facts::Whose;
use super::field::{Field, Record, known};
use super::{Columns, Mapper, Meaning, Rule};
use crate::boundaries::Needs;
use crate::cases::Holder;
use crate::cases::log::events::Opening;
use crate::cases::log::{Names, State, Step, codes, content_key, names};
use crate::kernel::{CompanyId, Moment, Verdict};
use std::borrow::Cow;

impl Mapper {
    /// What a row says, in the ids of the agreement.
    ///
    /// # Errors
    /// The first field that is missing, unknown or not of its form, with what would mend it.
    pub fn read(&self, names: &Names<'_>, record: Record<'_>) -> Verdict<Step> {
        let columns = &self.columns;
        let case = names::key("case", self.text(record, columns.case))?;
        let at = self.time("at", record, columns.at)?;
        let (rule, unknown) = self.rule(record);
        let service = self.take(&columns.service, record)?;
        let (priority, package) = names.urgency(&self.take(&columns.priority, record)?)?;
        let person = self.optional(columns.person.as_ref(), record, |email| names.person(email))?;
        let company = self.company(*names, record, at);
        let state = self.state(*names, record, at, rule, unknown.as_deref())?;
        let whose = Whose { case: &case, company: company.ok(), service: &service };
        Ok(Step {
            key: self.key(record, &case)?,
            at,
            order: self.order(record)?,
            unknown,
            facts: self.facts(*names, record, whose),
            state,
            needs: self.needs(record)?,
            opening: self.opening(*names, record, &case, &service)?,
            priority,
            package,
            person,
            company: None,
            points: self.optional(columns.rating.as_ref(), record, |text| names::points("rating", text))?,
            responds: rule.is_some_and(|rule| rule.responds),
            case,
        })
    }

    fn text<'r>(&self, record: Record<'r>, column: usize) -> &'r str {
        known(record.text(column), &self.missing)
    }

    fn take<'a>(&'a self, field: &'a Field, record: Record<'a>) -> Verdict<Cow<'a, str>> {
        field.take(record, &self.missing)
    }

    fn optional<T>(
        &self,
        field: Option<&Field>,
        record: Record<'_>,
        read: impl FnOnce(&str) -> Verdict<T>,
    ) -> Verdict<Option<T>> {
        let Some(field) = field else { return Ok(None) };
        let text = field.take(record, &self.missing)?;
        if text.is_empty() { Ok(None) } else { read(&text).map(Some) }
    }

    fn time(&self, field: &str, record: Record<'_>, column: usize) -> Verdict<Moment> {
        self.times.read(field, self.text(record, column))
    }

    fn order(&self, record: Record<'_>) -> Verdict<i64> {
        let Some(column) = self.columns.order else { return Ok(0) };
        let text = self.text(record, column);
        text.parse().map_err(|_| {
            let message = format!("{} is no whole number", names::shown(text));
            codes::CASE_LOG_FIELD.refuse_field("order", message).into()
        })
    }

    fn key(&self, record: Record<'_>, case: &str) -> Verdict<String> {
        let by = match (&self.columns.key[..], &self.columns.order) {
            ([], None) => {
                let at = self.text(record, self.columns.at);
                return names::key("case", &content_key(case, at, (0..self.told).map(|column| record.text(column))));
            }
            ([], Some(order)) => std::slice::from_ref(order),
            (key, _) => key,
        };
        let mut key = case.to_owned();
        for column in by {
            key.push('/');
            key.push_str(record.text(*column));
        }
        names::key("key", &key)
    }

    /// The first rule that fits, or the status that none fits.
    fn rule(&self, record: Record<'_>) -> (Option<&Rule>, Option<String>) {
        let fits = |rule: &&Rule| rule.when.iter().all(|(column, text)| text.fits(record.text(*column)));
        let rule = self.rules.iter().find(fits);
        (rule, rule.is_none().then(|| self.status(record)))
    }

    /// What stands in the columns of which every rule speaks.
    fn status(&self, record: Record<'_>) -> String {
        let texts: Vec<&str> = self.status.iter().map(|column| record.text(*column)).collect();
        texts.join(" / ").chars().take(200).filter(|letter| !letter.is_control()).collect()
    }

    fn state(
        &self,
        names: Names<'_>,
        record: Record<'_>,
        at: Moment,
        rule: Option<&Rule>,
        unknown: Option<&str>,
    ) -> Verdict<State> {
        let Some(rule) = rule else { return Ok(State::Unclear(unknown.unwrap_or_default().to_owned())) };
        let holder = || self.holder(names, record, at);
        Ok(match rule.means {
            Meaning::Queued => State::Queued(holder()?),
            Meaning::Held => State::Held(holder()?),
            Meaning::Paused => {
                let reason = self.optional(rule.reason.as_ref(), record, |code| names.reason(code))?;
                let missing = || codes::CASE_LOG_FIELD.refuse_field("reason", "the reason of the pause is missing");
                State::Paused { by: holder()?, reason: reason.ok_or_else(missing)? }
            }
            Meaning::Resolved => State::Resolved(self.last_holder(names, record, at)?),
            Meaning::Closed => State::Closed(self.last_holder(names, record, at)?),
            Meaning::Cancelled => State::Cancelled,
            Meaning::Unclear => State::Unclear(self.status(record)),
        })
    }

    fn holder(&self, names: Names<'_>, record: Record<'_>, at: Moment) -> Verdict<Holder> {
        let company = self.columns.company.as_ref().map(|field| self.take(field, record)).transpose()?;
        names.holder(&self.take(&self.columns.team, record)?, company.as_deref().unwrap_or_default(), at)
    }

    /// Who has the case at its end; a row need not name anybody then.
    fn last_holder(&self, names: Names<'_>, record: Record<'_>, at: Moment) -> Verdict<Option<Holder>> {
        let team = self.take(&self.columns.team, record)?;
        if team.is_empty() { Ok(None) } else { self.holder(names, record, at).map(Some) }
    }

    fn company(&self, names: Names<'_>, record: Record<'_>, at: Moment) -> Verdict<CompanyId> {
        match &self.columns.company {
            Some(field) => names.company("company", &self.take(field, record)?),
            None => self.holder(names, record, at).map(|holder| holder.company),
        }
    }

    fn needs(&self, record: Record<'_>) -> Verdict<Needs> {
        let Columns { region, language, product, skills, .. } = &self.columns;
        let text = |field: &Option<Field>| match field {
            Some(field) => field.take(record, &self.missing).map(Cow::into_owned),
            None => Ok(String::new()),
        };
        names::needs(&text(region)?, &text(language)?, &text(product)?, &text(skills)?)
    }

    fn opening(&self, names: Names<'_>, record: Record<'_>, case: &str, service: &str) -> Verdict<Opening> {
        let columns = &self.columns;
        let at = columns.opened_at.filter(|column| !self.text(record, *column).is_empty());
        let kind = self.optional(columns.kind.as_ref(), record, |text| names::kind("kind", text))?;
        let title = self.optional(columns.title.as_ref(), record, |text| names::words("title", text))?;
        Ok(Opening {
            at: at.map(|column| self.time("opened_at", record, column)).transpose()?,
            kind: kind.map_or_else(|| names::kind("kind", ""), Ok)?,
            title: title.flatten().unwrap_or_else(|| case.to_owned()),
            service: names.service(service)?,
            customer: self.optional(columns.customer.as_ref(), record, |code| names.company("customer", code))?,
        })
    }
}
