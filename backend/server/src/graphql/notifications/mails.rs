//! Mails of an agreement for whoever looks after it: not what they say, but to whom, and what became of them.

use super::{
    MAIL,
    words::{MailState, MailTopic},
};
use crate::graphql::{
    agreements::Agreement,
    identity::Person,
    kernel::{
        connection::{Connection, connection},
        context::Context,
        cursor::Cursor,
        errors::{Answer, Failure},
        global_id::GlobalId,
        scalar::Gql,
        types::First,
    },
};
use concordat_domain::{
    kernel::{AgreementId, MailId, Moment, PersonId},
    notifications as rules,
};
use concordat_service::{
    identity,
    notifications::{self as service, DeadMail},
};
use juniper::{Executor, ID, graphql_object};
use std::collections::HashMap;
use uuid::Uuid;

/// A mail of an agreement.
#[derive(Clone, Debug)]
pub struct Mail {
    mail: rules::Mail,
    revision: i32,
    to: Option<Person>,
}

connection!(Mail, "MailConnection", "MailEdge");

/// A mail of an agreement: not what it says, but to whom, and what became of it.
#[graphql_object(scalar = Gql, context = Context)]
impl Mail {
    /// Its global id.
    fn id(&self) -> ID {
        GlobalId::new(MAIL, self.mail.about, self.mail.id.0).encode()
    }

    /// To whom; null where you may not know them.
    fn to(&self, ctx: &Context) -> Option<Person> {
        self.to.clone().and_then(|person| person.seen(ctx))
    }

    /// What it is about.
    fn topic(&self) -> MailTopic {
        self.mail.topic.into()
    }

    /// Where it stands.
    fn state(&self) -> MailState {
        (&self.mail.state).into()
    }

    /// What the mail server said where it could not be delivered.
    fn reason(&self) -> Option<&str> {
        match &self.mail.state {
            rules::MailState::Dead { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// How often it was tried.
    fn tries(&self) -> i32 {
        i32::try_from(self.mail.tries).unwrap_or(i32::MAX)
    }

    /// When it was written.
    fn written_at(&self) -> Moment {
        self.mail.created_at
    }

    /// When it is looked at next; null once it is settled.
    fn due_at(&self) -> Option<Moment> {
        self.mail.state.due()
    }

    /// Grows by one with each change.
    fn revision(&self) -> i32 {
        self.revision
    }
}

fn met(ctx: &Context, about: AgreementId, found: Vec<DeadMail>) -> Answer<Vec<Mail>> {
    let ids: Vec<PersonId> = found.iter().map(|one| one.0.mail.to).collect();
    let people = ctx.read(|tx| identity::store::people_by_ids(tx, &ids))?;
    let people: HashMap<PersonId, Person> =
        people.into_iter().map(|person| (person.id, Person { agreement: about, person })).collect();
    let mail = |DeadMail(one): DeadMail| Mail {
        to: people.get(&one.mail.to).cloned(),
        mail: one.mail,
        revision: one.revision,
    };
    Ok(found.into_iter().map(mail).collect())
}

/// A page of an agreement's mails that could not be delivered, the latest written first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever may not see its mails.
pub fn dead_letters(
    executor: &Executor<'_, '_, Context, Gql>,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
) -> Answer<Connection<Mail>> {
    let (ctx, about) = (executor.context(), agreement.key());
    let last = after.map(Cursor::key::<Uuid>).transpose()?.map(MailId);
    let found = ctx.read(|tx| service::dead(tx, about, last, first.items()))?;
    let rows = met(ctx, about, found.into_iter().map(concordat_service::kernel::Permitted::into_inner).collect())?;
    let page = Connection::cut(rows, first.items(), after.is_some(), |row: &Mail| Cursor::of(&row.mail.id.0));
    Ok(page.counted(ctx.read(|tx| service::count_dead(tx, about))?))
}

/// A mail by its global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn mail(ctx: &Context, about: AgreementId, id: MailId) -> Answer<Mail> {
    let found = ctx.read(|tx| service::mail_of(tx, about, id))?.into_inner();
    met(ctx, about, vec![found])?.pop().ok_or(Failure::NOT_FOUND)
}
