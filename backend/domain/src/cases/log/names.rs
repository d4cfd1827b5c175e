//! What a log names, as the agreement knows it.

use super::codes;
use crate::agreements::{CaseKind, Handling, Named, Team, Terms};
use crate::boundaries::Needs;
use crate::cases::Holder;
use crate::kernel::{Code, CompanyId, Moment, PersonId, Refusal, ServiceId, Verdict};

/// The names of the agreement that a log can use.
#[derive(Clone, Copy, Debug)]
pub struct Names<'t> {
    pub(super) terms: &'t Terms,
    handling: &'t Handling,
}

/// A priority and a package, by their codes.
pub(super) type Urgency = (String, Option<String>);

/// A text as a message shows it.
pub(super) fn shown(text: &str) -> String {
    format!("{:?}", text.chars().take(64).collect::<String>())
}

fn unknown(code: Code, field: &str, name: &str) -> Refusal {
    if name.is_empty() {
        return codes::CASE_LOG_FIELD.refuse_field(field, format!("the {field} is missing"));
    }
    code.refuse_field(field, format!("the agreement knows no {field} {}", shown(name)))
}

impl<'t> Names<'t> {
    /// The names of an agreement.
    ///
    /// # Errors
    /// [`codes::CASE_LOG_AGREEMENT`] when it takes no cases.
    pub fn of(terms: &'t Terms) -> Verdict<Self> {
        match &terms.handling {
            Some(handling) => Ok(Self { terms, handling }),
            None => Err(codes::CASE_LOG_AGREEMENT.refuse("the agreement does not say how cases are handled").into()),
        }
    }

    /// A team in the name of one of its companies; of its only one where none is named.
    pub(super) fn holder(self, team: &str, company: &str, at: Moment) -> Verdict<Holder> {
        let found = self.terms.team_named(team).ok_or_else(|| unknown(codes::CASE_LOG_TEAM, "team", team))?;
        let company = match (company, &found.pledges[..]) {
            ("", [only]) => only.company,
            ("", _) => {
                let message = format!("{} stands for several companies; name the one that is meant", found.code);
                return Err(codes::CASE_LOG_FIELD.refuse_field("company", message).into());
            }
            (named, _) => self.member(found, named)?,
        };
        self.bound(company, at)?;
        Ok(Holder { team: found.id, company })
    }

    fn member(self, team: &Team, company: &str) -> Verdict<CompanyId> {
        let id = self.company("company", company)?;
        if team.includes(id) {
            return Ok(id);
        }
        let message = format!("{company} provides nobody for {}", team.code);
        Err(codes::CASE_LOG_MEMBER.refuse_field("company", message).into())
    }

    fn bound(self, company: CompanyId, at: Moment) -> Verdict<()> {
        let day = self.terms.zone.date_of(at);
        if self.terms.in_force(company, day) {
            return Ok(());
        }
        let code = self.terms.company(company).map_or("the company", |it| &it.code);
        let message = format!("the agreement did not bind {code} on {day}");
        Err(codes::CASE_LOG_PARTY.refuse_field("company", message).into())
    }

    pub(super) fn company(self, field: &str, code: &str) -> Verdict<CompanyId> {
        let found = self.terms.company_named(code).map(|it| it.id);
        found.ok_or_else(|| unknown(codes::CASE_LOG_COMPANY, field, code).into())
    }

    pub(super) fn service(self, code: &str) -> Verdict<ServiceId> {
        let found = self.terms.service_named(code).map(|it| it.id);
        found.ok_or_else(|| unknown(codes::CASE_LOG_SERVICE, "service", code).into())
    }

    pub(super) fn person(self, email: &str) -> Verdict<PersonId> {
        let found = self.terms.person_at(email).map(|it| it.id);
        found.ok_or_else(|| unknown(codes::CASE_LOG_PERSON, "person", email).into())
    }

    /// A priority's code, with a package's after a slash where there is one.
    pub(super) fn urgency(self, text: &str) -> Verdict<Urgency> {
        let (priority, package) = text.split_once('/').map_or((text, None), |(one, other)| (one, Some(other)));
        named(&self.handling.priorities, codes::CASE_LOG_PRIORITY, "priority", priority)?;
        if let Some(package) = package {
            named(&self.handling.packages, codes::CASE_LOG_PRIORITY, "package", package)?;
        }
        Ok((priority.to_owned(), package.map(str::to_owned)))
    }

    pub(super) fn reason(self, code: &str) -> Verdict<String> {
        if self.handling.pause_reasons.iter().any(|it| it.code == code) {
            return Ok(code.to_owned());
        }
        Err(unknown(codes::CASE_LOG_REASON, "reason", code).into())
    }

    pub(super) fn stage(self, code: &str) -> Verdict<String> {
        if self.handling.stages.iter().any(|it| it.code == code) {
            return Ok(code.to_owned());
        }
        Err(unknown(codes::CASE_LOG_STAGE, "status", code).into())
    }
}

fn named(list: &[Named], unknown_one: Code, field: &str, code: &str) -> Verdict<()> {
    if list.iter().any(|it| it.code == code) {
        return Ok(());
    }
    Err(unknown(unknown_one, field, code).into())
}

/// What a customer brought; an incident where nothing is said.
pub(super) fn kind(field: &str, text: &str) -> Verdict<CaseKind> {
    if text.is_empty() {
        return Ok(CaseKind::Incident);
    }
    CaseKind::named(text).ok_or_else(|| {
        let message = format!("{} is none of incident, request, complaint", shown(text));
        codes::CASE_LOG_FIELD.refuse_field(field, message).into()
    })
}

/// Points from 1 to 5.
pub(super) fn points(field: &str, text: &str) -> Verdict<u8> {
    text.parse().ok().filter(|points| (1..=5).contains(points)).ok_or_else(|| {
        let message = format!("{} is no rating; write a whole number from 1 to 5", shown(text));
        codes::CASE_LOG_FIELD.refuse_field(field, message).into()
    })
}

/// What a case needs: skills are parted by semicolons.
pub(super) fn needs(region: &str, language: &str, product: &str, skills: &str) -> Verdict<Needs> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let skills = skills.split(';').map(str::trim).filter(|skill| !skill.is_empty()).map(str::to_owned).collect();
    let needs = Needs { region: some(region), language: some(language), product: some(product), skills };
    match needs.flaw() {
        Some(flaw) => Err(codes::CASE_LOG_FIELD.refuse_field("needs", flaw).into()),
        None => Ok(needs),
    }
}

/// A key: 1 to 200 characters, none of them a control character.
pub(super) fn key(field: &str, text: &str) -> Verdict<String> {
    if text.is_empty() || text.chars().count() > 200 || text.chars().any(char::is_control) {
        let message = "write 1 to 200 characters and no control characters";
        return Err(codes::CASE_LOG_FIELD.refuse_field(field, message).into());
    }
    Ok(text.to_owned())
}

/// Free words: at most 2,000 characters, none of them a control character other than a line's end or a tab.
pub(super) fn words(field: &str, text: &str) -> Verdict<Option<String>> {
    if text.chars().count() > 2_000 || text.chars().any(|one| one.is_control() && !matches!(one, '\n' | '\r' | '\t')) {
        let message = "write at most 2,000 characters and no control characters";
        return Err(codes::CASE_LOG_FIELD.refuse_field(field, message).into());
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
