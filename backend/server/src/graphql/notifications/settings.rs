//! How whoever is asking wants to be told.

use super::words::{MailChannel, MailLanguage, MailTopic};
use crate::graphql::kernel::{context::Context, errors::Answer, scalar::Gql};
use chrono::NaiveTime;
use concordat_domain::{
    kernel::{Verdict, Zone},
    notifications::{
        Hours, Setting, Topic,
        codes::{SETTING_TIME, SETTING_ZONE},
    },
};
use concordat_service::notifications as service;
use juniper::{GraphQLInputObject, GraphQLObject, graphql_object};

/// How a person wants to be told.
#[derive(Clone, Debug)]
pub struct NotificationSettings {
    pub(super) setting: Setting,
    pub(super) revision: i32,
}

/// How somebody is told of one topic.
#[derive(Clone, Debug, GraphQLObject)]
#[graphql(scalar = Gql)]
pub struct TopicChannel {
    /// The topic.
    topic: MailTopic,
    /// How one is told of it.
    channel: MailChannel,
}

/// How a person wants to be told.
#[graphql_object(scalar = Gql, context = Context)]
impl NotificationSettings {
    /// The language of their mails.
    fn language(&self) -> MailLanguage {
        self.setting.language.into()
    }

    /// The IANA time zone of their wall clock; null for each agreement's own.
    fn zone(&self) -> Option<&str> {
        self.setting.zone.map(Zone::name)
    }

    /// From which time of day on they want mails, `HH:MM`; null for any time.
    fn hours_from(&self) -> Option<String> {
        self.setting.hours.map(|hours| shown(hours.from))
    }

    /// Until which time of day they want mails; null for any time.
    fn hours_until(&self) -> Option<String> {
        self.setting.hours.map(|hours| shown(hours.until))
    }

    /// When the digest of the day goes out, `HH:MM`.
    fn digest_at(&self) -> String {
        shown(self.setting.digest_at)
    }

    /// How they are told of each topic.
    fn channels(&self) -> Vec<TopicChannel> {
        let of = |topic: Topic| TopicChannel { topic: topic.into(), channel: self.setting.channel(topic).into() };
        Topic::ALL.into_iter().map(of).collect()
    }

    /// Grows by one with each change; 0 before the first.
    fn revision(&self) -> i32 {
        self.revision
    }
}

/// How the asker wants to be told.
///
/// # Errors
/// Forbidden for whoever is no person.
pub fn settings(ctx: &Context) -> Answer<NotificationSettings> {
    let (setting, revision) = ctx.read(service::own)?;
    Ok(NotificationSettings { setting, revision })
}

fn shown(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn read(field: &str, text: &str) -> Verdict<NaiveTime> {
    let time = NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| text.len() == 5);
    time.ok_or_else(|| SETTING_TIME.refuse_field(field, SETTING_TIME.meaning).into())
}

/// How somebody wants to be told of one topic.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct TopicChannelInput {
    /// The topic.
    topic: MailTopic,
    /// How one wants to be told of it.
    channel: MailChannel,
}

/// How somebody wants to be told, as a whole.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct SetNotificationsInput {
    /// The revision of what holds now; 0 before the first change.
    pub(super) revision: i32,
    /// The language of one's mails.
    language: MailLanguage,
    /// The IANA time zone of one's wall clock; without one each agreement's own.
    zone: Option<String>,
    /// From which time of day on one wants mails, `HH:MM`; without it at any time.
    hours_from: Option<String>,
    /// Until which time of day; with `hoursFrom` only.
    hours_until: Option<String>,
    /// When the digest of the day goes out, `HH:MM`.
    digest_at: String,
    /// How one wants to be told of topics; of those that are not named by a mail for each thing.
    channels: Vec<TopicChannelInput>,
    /// Comes back unchanged in the payload.
    pub(super) client_mutation_id: Option<String>,
}

impl SetNotificationsInput {
    /// What it says, checked.
    pub(super) fn read(&self) -> Verdict<Setting> {
        let zone = self.zone.as_deref().map(|name| {
            Zone::parse(name)
                .map_err(|_| SETTING_ZONE.refuse_field("zone", format!("{name:?}: {}", SETTING_ZONE.meaning)))
        });
        let hours = match (&self.hours_from, &self.hours_until) {
            (None, None) => None,
            (from, until) => {
                let time = |field, text: &Option<String>| read(field, text.as_deref().unwrap_or_default());
                Some(Hours::new(time("hoursFrom", from)?, time("hoursUntil", until)?)?)
            }
        };
        let digest_at = read("digestAt", &self.digest_at)?;
        let mut setting =
            Setting { language: self.language.into(), zone: zone.transpose()?, hours, digest_at, ..Setting::default() };
        for TopicChannelInput { topic, channel } in &self.channels {
            setting.choose((*topic).into(), (*channel).into());
        }
        Ok(setting)
    }
}
