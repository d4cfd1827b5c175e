//! Events become mails, in the transaction in which they are followed: each once, to those whom the table names, as far as
//! they may know of it.

use super::{
    frame::paragraphs,
    mail::{NewMail, put_as},
    matters::{Seen, concerned, named_people, seen},
    store,
};
use crate::{
    agreements::AgreementView,
    identity,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    access::{Actor, Grant, Place, Role, Verb},
    identity::Person,
    kernel::{CompanyId, Event, PersonId, Span},
    notifications::{Channel, Language, Notice, Of, Setting, notice},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// What happened longer ago is no news to anybody: a log that is followed for the first time floods nobody.
const NEWS: Span = Span::from_seconds(7 * 86_400);

/// Writes to those who are told of some events of an agreement.
///
/// # Errors
/// A fault of the database.
pub fn react(tx: &mut Tx<'_>, view: &AgreementView, events: &[Event]) -> Outcome<()> {
    let now = tx.now();
    let news = events.iter().filter(|event| now.since(event.at) <= NEWS);
    let told: Vec<(&Event, &Notice)> = news.filter_map(|event| Some((event, notice(&event.kind)?))).collect();
    if told.is_empty() {
        return Ok(());
    }
    let mut crowd = Crowd::gather(tx, view, &told)?;
    for (event, notice) in told {
        let named = if notice.of == Of::Named { named_people(tx, view, event)? } else { BTreeSet::new() };
        let told = match notice.of {
            Of::All => crowd.told(event, notice, None),
            Of::Named if !named.is_empty() => crowd.known(event, named),
            Of::Concerned | Of::Named => crowd.told(event, notice, Some(&concerned(tx, view, event)?)),
        };
        for person in told {
            crowd.tell(tx, view, event, notice, person)?;
        }
    }
    Ok(())
}

/// The people of an agreement who may be told of something.
struct Crowd {
    grants: Vec<(PersonId, Grant)>,
    people: HashMap<PersonId, Person>,
    wants: HashMap<PersonId, (Setting, i32)>,
    eyes: BTreeMap<PersonId, Arc<Actor>>,
}

impl Crowd {
    fn gather(tx: &mut Tx<'_>, view: &AgreementView, told: &[(&Event, &Notice)]) -> Outcome<Self> {
        let roles: BTreeSet<Role> = told.iter().flat_map(|(_, notice)| notice.to.iter().copied()).collect();
        let names = told.iter().any(|(_, notice)| notice.of == Of::Named);
        let mut grants = identity::store::grants_in(tx, view.agreement.id)?;
        grants.retain(|(_, grant)| names || roles.contains(&grant.role));
        let ids: Vec<PersonId> =
            grants.iter().map(|(person, _)| *person).collect::<BTreeSet<_>>().into_iter().collect();
        let found = identity::store::people_by_ids(tx, &ids)?;
        let people = found.into_iter().filter(|person| person.active).map(|person| (person.id, person)).collect();
        Ok(Self { grants, people, wants: store::settings::of(tx, &ids)?, eyes: BTreeMap::new() })
    }

    /// Whom the table names for an event, but for whoever did it.
    fn told(&self, event: &Event, notice: &Notice, concerned: Option<&BTreeSet<CompanyId>>) -> BTreeSet<PersonId> {
        let named = |grant: &Grant| {
            notice.to.contains(&grant.role) && concerned.is_none_or(|companies| companies.contains(&grant.company))
        };
        let people = self.grants.iter().filter(|(_, grant)| named(grant)).map(|(person, _)| *person);
        self.known(event, people)
    }

    /// Those of some persons who have a part in the agreement, but for whoever did it.
    fn known(&self, event: &Event, people: impl IntoIterator<Item = PersonId>) -> BTreeSet<PersonId> {
        let people = people.into_iter();
        people.filter(|person| event.person != Some(*person) && self.people.contains_key(person)).collect()
    }

    /// Writes to one person what they may know.
    fn tell(
        &mut self,
        tx: &mut Tx<'_>,
        view: &AgreementView,
        event: &Event,
        notice: &Notice,
        to: PersonId,
    ) -> Outcome<()> {
        let Some(person) = self.people.get(&to) else { return Ok(()) };
        let wants = self.wants.get(&to).map(|(wants, _)| wants.clone()).unwrap_or_default();
        if wants.channel(notice.topic) == Channel::Nothing {
            return Ok(());
        }
        let eyes = match self.eyes.get(&to) {
            Some(known) => known.clone(),
            None => self.eyes.entry(to).or_insert(identity::actor_of_person(tx, person)?).clone(),
        };
        let name = match seen_by(tx, view, event, notice, &eyes)? {
            Seen::Nothing => return Ok(()),
            Seen::Something => None,
            Seen::As(name) => Some(name),
        };
        let by = by(view, event, &eyes);
        let (subject, text) = words(view, notice, wants.language, name.as_deref(), by.as_deref());
        let html = paragraphs(&text);
        let (about, topic, event) = (view.agreement.id, notice.topic, Some(event.number));
        let new = NewMail { about, to, topic, subject, text, html, calendar: None, event, invites: None };
        put_as(tx, new, &wants, view.terms.zone).map(|_| ())
    }
}

/// What somebody who is told of an event sees of its matter.
///
/// # Errors
/// A fault of the database.
pub(super) fn seen_by(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    event: &Event,
    notice: &Notice,
    eyes: &Arc<Actor>,
) -> Outcome<Seen> {
    if eyes.on_behalf(notice.gate, view.agreement.id).is_some_and(|own| own.is_empty()) {
        return Ok(Seen::Nothing);
    }
    tx.in_the_eyes_of(eyes, |tx| seen(tx, view, event))
}

/// The company that did it, for whoever may know: customers hear in neutral words.
fn by(view: &AgreementView, event: &Event, eyes: &Actor) -> Option<String> {
    let agreement = view.agreement.id;
    let inside = eyes.grants.iter().any(|grant| grant.agreement == agreement && grant.role != Role::Customer);
    let company = view.terms.company(event.company.filter(|_| inside)?)?;
    eyes.may(Verb::CompanyView, Place::owned(agreement, company.id)).then(|| company.name.clone())
}

fn words(
    view: &AgreementView,
    notice: &Notice,
    language: Language,
    name: Option<&str>,
    by: Option<&str>,
) -> (String, String) {
    let says = notice.says(language);
    let (agreement, company) = match language {
        Language::En => ("Agreement", "Company"),
        Language::De => ("Vereinbarung", "Firma"),
    };
    let what = name.map_or_else(|| says.to_owned(), |name| format!("{says}: {name}"));
    let mut text = format!("{what}\n\n{agreement}: {}\n", view.terms.name);
    if let Some(by) = by {
        text += &format!("{company}: {by}\n");
    }
    (format!("[{}] {what}", view.agreement.code), text)
}
