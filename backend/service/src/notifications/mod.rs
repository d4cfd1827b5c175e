//! Telling people: events become mails in the transaction that follows them, and mails go out from an outbox.

pub mod calendars;
mod dead;
mod frame;
mod inbox;
mod leasing;
pub mod mail;
mod matters;
mod message;
mod outbox;
mod post;
mod reacting;
mod rechecking;
mod settings;
mod smtp;
mod store;
pub mod webhooks;

pub use dead::{DeadMail, condition, count_dead, dead, drop, mail_of, retry};
pub use inbox::{Watched, inbox, watch};
pub use message::Ready;
pub use outbox::{Round, forget_sent, send_due};
pub use post::{Post, sender, unsubscribe};
pub use reacting::react;
pub use settings::{change, language, may_choose, own, setting};
pub use smtp::{Mailer, Smtp, SmtpServer};
pub use store::{
    feeds::{Invites, Told},
    mails::{Letter, Stored},
};
