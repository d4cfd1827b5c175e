//! What can be done about mails and about how one is told.

use super::{
    MAIL, Mail, NotificationSettings, mail,
    settings::{SetNotificationsInput, settings},
};
use crate::graphql::kernel::{
    context::Context,
    errors::{Answer, Failure},
    global_id::GlobalId,
    inputs::inputs,
    payload::payload,
    scalar::Gql,
};
use concordat_domain::{
    access::Verb,
    kernel::{AgreementId, MailId},
};
use concordat_service::{
    kernel::{Outcome, Permitted, Tx},
    notifications::{self as service, DeadMail},
};
use juniper::{ID, graphql_object};

inputs! {
    /// A mail that could not be delivered, as it was read.
    MailInput {
        /// The mail.
        mail: ID,
        /// Its revision when it was read.
        revision: i32,
    }
}

payload!(
    /// What a mutation of a mail answers.
    MailPayload {
        /// The mail as it is now.
        mail: Mail
    }
);
payload!(
    /// What `setNotifications` answers.
    NotificationSettingsPayload {
        /// How one is told now.
        settings: NotificationSettings
    }
);

/// What can be done about mails and about how one is told.
pub struct NotificationMutations;

/// What can be done about mails and about how one is told.
#[graphql_object(scalar = Gql, context = Context)]
impl NotificationMutations {
    /// Says how one wants to be told.
    fn set_notifications(ctx: &Context, input: SetNotificationsInput) -> Answer<NotificationSettingsPayload> {
        let done = ctx.write(AgreementId::INSTANCE, |tx| {
            service::may_choose(tx)?;
            let setting = input.read()?;
            service::change(tx, input.revision, &setting).map(|_| ())
        });
        NotificationSettingsPayload::of(done.and_then(|()| settings(ctx)), input.client_mutation_id)
    }

    /// Has a mail that could not be delivered tried again.
    fn retry_mail(ctx: &Context, input: MailInput) -> Answer<MailPayload> {
        decided(ctx, input, service::retry)
    }

    /// Gives up a mail that could not be delivered.
    fn drop_mail(ctx: &Context, input: MailInput) -> Answer<MailPayload> {
        decided(ctx, input, service::drop)
    }
}

fn decided(
    ctx: &Context,
    input: MailInput,
    decide: fn(&mut Tx<'_>, Permitted<DeadMail>, i32) -> Outcome<DeadMail>,
) -> Answer<MailPayload> {
    let id = GlobalId::decode_as(MAIL, &input.mail).ok_or(Failure::NOT_FOUND)?;
    let (about, own) = (id.agreement, MailId(id.own));
    let done = ctx.write(about, |tx| {
        let on = tx.permit(Verb::MailKeep, (about, own))?;
        decide(tx, on, input.revision).map(|_| ())
    });
    MailPayload::of(done.and_then(|()| mail(ctx, about, own)), input.client_mutation_id)
}
