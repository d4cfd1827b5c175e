//! Permission as a type: a verb takes a `Permitted<Noun>`, and only a transaction makes one.

use super::{Denial, Outcome, Tx};
use concordat_domain::access::{Place, Verb};

/// Something that is loaded by an id and stands in an agreement.
pub trait Noun: Sized {
    /// Its typed id.
    type Id: Copy;

    /// Loads it; `None` where there is none.
    ///
    /// # Errors
    /// A fault of the database.
    fn load(tx: &mut Tx<'_>, id: Self::Id) -> Outcome<Option<Self>>;

    /// Where it stands and whose it is.
    fn place(&self) -> Place;

    /// The verb that an actor must be permitted to know of it at all.
    fn view(&self) -> Verb;
}

/// A noun on which the transaction's actor may do the verb that was asked for.
#[derive(Clone, Debug)]
pub struct Permitted<T>(T);

impl<T> Permitted<T> {
    /// The noun itself, to change and save it.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> std::ops::Deref for Permitted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl Tx<'_> {
    /// Loads a noun for `verb`. What the actor may not see is *not found*, like what is not there.
    ///
    /// # Errors
    /// [`Denial::NotFound`], [`Denial::Forbidden`], or a fault.
    pub fn permit<N: Noun>(&mut self, verb: Verb, id: N::Id) -> Outcome<Permitted<N>> {
        match N::load(self, id)? {
            Some(noun) => self.permit_loaded(verb, noun),
            None => Err(Denial::NotFound.into()),
        }
    }

    /// The same for a noun that is already at hand.
    ///
    /// # Errors
    /// [`Denial::NotFound`] or [`Denial::Forbidden`].
    pub fn permit_loaded<N: Noun>(&self, verb: Verb, noun: N) -> Outcome<Permitted<N>> {
        if !self.actor().may(noun.view(), noun.place()) {
            return Err(Denial::NotFound.into());
        }
        if !self.actor().may(verb, noun.place()) {
            return Err(Denial::Forbidden.into());
        }
        Ok(Permitted(noun))
    }

    /// Those of a list that the actor may see.
    pub fn permit_seen<N: Noun>(&self, nouns: impl IntoIterator<Item = N>) -> Vec<Permitted<N>> {
        nouns.into_iter().filter(|noun| self.actor().may(noun.view(), noun.place())).map(Permitted).collect()
    }
}
