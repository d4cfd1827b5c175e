//! Whether the recipient of a mail that was written may still know of what it tells: their roles may have ended since.

use super::{
    calendars,
    frame::digest,
    matters::Seen,
    reacting::seen_by,
    settings::language,
    store::{self, mails::Stored},
};
use crate::{
    agreements::AgreementView,
    events::{self, EventPage},
    identity,
    kernel::{Noun as _, Outcome, Tx},
};
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, PersonId},
    notifications::{Topic, notice},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What is left of a mail.
pub(super) enum Left {
    /// All of it.
    All,
    /// Less: this goes out instead, and the parts that were taken out of it do not.
    Less(Box<Stored>, Vec<Stored>),
    /// Nothing.
    Nothing,
}

/// The agreements that mails speak of and the people whom they go to, each read once.
#[derive(Default)]
pub(super) struct Readers {
    views: BTreeMap<AgreementId, Option<Arc<AgreementView>>>,
    eyes: BTreeMap<PersonId, Option<Arc<Actor>>>,
}

impl Readers {
    /// What its recipient may still know of a mail.
    ///
    /// # Errors
    /// A fault of the database; what it speaks of does not read.
    pub(super) fn left(&mut self, tx: &mut Tx<'_>, one: &Stored) -> Outcome<Left> {
        if one.events.is_empty() && one.invites.is_none() {
            return Ok(Left::All);
        }
        let Some(view) = self.view(tx, one.mail.about)? else { return Ok(Left::Nothing) };
        if let Some(invites) = &one.invites {
            return calendars::left(tx, &view, one, invites);
        }
        // whoever is not there any more is told so by another rule
        let Some(eyes) = self.eyes(tx, one.mail.to)? else { return Ok(Left::All) };
        let mut untold = BTreeSet::new();
        for number in &one.events {
            let found = events::following(tx, one.mail.about, EventPage { after: number - 1, first: 1 })?.pop();
            if let Some(event) = found
                && let Some(notice) = notice(&event.kind)
                && seen_by(tx, &view, &event, notice, &eyes)? == Seen::Nothing
            {
                untold.insert(*number);
            }
        }
        if untold.is_empty() { Ok(Left::All) } else { without(tx, one, &untold) }
    }

    fn view(&mut self, tx: &mut Tx<'_>, id: AgreementId) -> Outcome<Option<Arc<AgreementView>>> {
        if let Some(known) = self.views.get(&id) {
            return Ok(known.clone());
        }
        let view = AgreementView::load(tx, id)?.map(Arc::new);
        Ok(self.views.entry(id).or_insert(view).clone())
    }

    fn eyes(&mut self, tx: &mut Tx<'_>, id: PersonId) -> Outcome<Option<Arc<Actor>>> {
        if let Some(known) = self.eyes.get(&id) {
            return Ok(known.clone());
        }
        let person = identity::store::people_by_ids(tx, &[id])?.pop();
        let eyes = person.map(|person| identity::actor_of_person(tx, &person)).transpose()?;
        Ok(self.eyes.entry(id).or_insert(eyes).clone())
    }
}

/// A digest without those of its parts that tell of some events; nothing of any other mail, nor of a digest whose parts are
/// not kept any more.
fn without(tx: &mut Tx<'_>, one: &Stored, untold: &BTreeSet<i64>) -> Outcome<Left> {
    let parts = if one.gathered.is_empty() { Vec::new() } else { store::mails::parts_of(tx, &one.mail)? };
    let (out, kept): (Vec<Stored>, Vec<Stored>) =
        parts.into_iter().partition(|part| part.events.iter().any(|number| untold.contains(number)));
    let events: Vec<i64> = kept.iter().flat_map(|part| part.events.iter().copied()).collect();
    let whole = one.events.iter().all(|number| untold.contains(number) || events.contains(number));
    if kept.is_empty() || !whole {
        return Ok(Left::Nothing);
    }
    let letters: Vec<_> = kept.iter().map(|part| &part.letter).collect();
    let letter = digest(&letters, language(tx, one.mail.to)?)?;
    let gathered: BTreeSet<Topic> = kept.iter().map(|part| part.mail.topic).collect();
    let mail = Stored { letter, gathered: gathered.into_iter().collect(), events, ..one.clone() };
    Ok(Left::Less(Box::new(mail), out))
}
