//! Telling people: what they are told of, in which words, when it goes out, and what becomes of each mail.

pub mod calendar;
pub mod codes;
mod gather;
mod header;
mod inbox;
mod mail;
mod notices;
mod retry;
mod setting;
mod topic;
pub mod webhook;

pub use gather::{FLOOD, GATHERED, Waits, gathered};
pub use header::header_text;
pub use inbox::{InboxChanges, InboxItem, InboxKind, in_order};
pub use mail::{LEASE, Mail, MailEvent, MailState, MailStateName};
pub use notices::{NOTICES, Notice, Of, notice};
pub use retry::{AWAY, GIVE_UP_AFTER, pause};
pub use setting::{Channel, GoesOut, Hours, Language, Setting};
pub use topic::Topic;
