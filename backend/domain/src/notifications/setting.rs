//! How a person wants to be told: in which language, at which hours, and for each topic by mail, in a digest or not at all.

use super::{Topic, codes::SETTING_HOURS};
use crate::kernel::{Moment, Occurrence, Verdict, Zone};
use chrono::{Days, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language in which mails are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

impl Language {
    /// The tag of the language (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }
}

/// How somebody is told of a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A mail for each thing that happens, within the person's hours.
    #[default]
    Mail,
    /// One mail a day with everything.
    Digest,
    /// Not by mail; the inbox shows it all the same.
    Nothing,
}

/// When somebody wants mails, by the wall clock of their zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// From this time of day on; also before `until` of the day after, where it is the later one.
    pub from: NaiveTime,
    /// Until this time of day, which is the first without mails.
    pub until: NaiveTime,
}

impl Hours {
    /// Checked hours.
    ///
    /// # Errors
    /// `NOTIFICATION_HOURS_INVALID` where they begin when they end.
    pub fn new(from: NaiveTime, until: NaiveTime) -> Verdict<Self> {
        if from == until {
            return Err(SETTING_HOURS.refuse_field("hours", SETTING_HOURS.meaning).into());
        }
        Ok(Self { from, until })
    }

    fn contain(self, time: NaiveTime) -> bool {
        if self.from < self.until {
            self.from <= time && time < self.until
        } else {
            self.from <= time || time < self.until
        }
    }
}

/// How a person wants to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// The language of their mails.
    #[serde(default)]
    pub language: Language,
    /// The zone of their wall clock; without one the agreement's.
    #[serde(default)]
    pub zone: Option<Zone>,
    /// When they want mails; without hours at any time.
    #[serde(default)]
    pub hours: Option<Hours>,
    /// When the digest of the day goes out.
    pub digest_at: NaiveTime,
    /// The topics of which they are told in another way than by a mail for each thing.
    #[serde(default)]
    pub channels: BTreeMap<Topic, Channel>,
}

impl Default for Setting {
    /// English, at any hour, a mail for each thing; a digest would go at seven in the morning.
    fn default() -> Self {
        let digest_at = NaiveTime::MIN + chrono::TimeDelta::hours(7);
        Self { language: Language::En, zone: None, hours: None, digest_at, channels: BTreeMap::new() }
    }
}

/// When a mail goes out, and whether it is one for the digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoesOut {
    /// From when on.
    pub due: Moment,
    /// Whether it is gathered with what else is due then.
    pub digest: bool,
}

impl Setting {
    /// How the person is told of a topic.
    #[must_use]
    pub fn channel(&self, topic: Topic) -> Channel {
        self.channels.get(&topic).copied().unwrap_or_default()
    }

    /// Tells of a topic in another way.
    pub fn choose(&mut self, topic: Topic, channel: Channel) {
        match channel {
            Channel::Mail => self.channels.remove(&topic),
            other => self.channels.insert(topic, other),
        };
    }

    /// When a mail about a topic goes out; nothing where the person wants none. `zone` is the agreement's. What
    /// `cannot_wait`, such as an invitation with its calendar entry, is never part of a digest.
    #[must_use]
    pub fn goes_out(&self, topic: Topic, now: Moment, zone: Zone, cannot_wait: bool) -> Option<GoesOut> {
        let zone = self.zone.unwrap_or(zone);
        match self.channel(topic) {
            Channel::Nothing => None,
            Channel::Digest if !cannot_wait => Some(GoesOut { due: next(self.digest_at, now, zone), digest: true }),
            Channel::Digest | Channel::Mail => Some(GoesOut { due: self.next_hour(now, zone), digest: false }),
        }
    }

    fn next_hour(&self, now: Moment, zone: Zone) -> Moment {
        match self.hours {
            Some(hours) if !hours.contain(zone.wall(now).time()) => next(hours.from, now, zone),
            _ => now,
        }
    }
}

/// The next moment after now at which the wall clock shows that time of day.
fn next(time: NaiveTime, now: Moment, zone: Zone) -> Moment {
    let today = zone.wall(now).date();
    let on = |days: u64| {
        let date = today.checked_add_days(Days::new(days)).unwrap_or(today);
        zone.instant_of(date.and_time(time), Occurrence::First)
    };
    (0..3).map(on).find(|at| *at > now).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn zurich() -> Zone {
        Zone::parse("Europe/Zurich").unwrap()
    }

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    fn out(setting: &Setting, at: &str) -> Option<String> {
        let out = setting.goes_out(Topic::Actions, Moment::parse(at).unwrap(), zurich(), false)?;
        Some(format!("{}{}", out.due, if out.digest { " digest" } else { "" }))
    }

    #[test]
    fn within_hours_at_once_and_else_when_they_begin() {
        let office = Setting { hours: Some(Hours::new(time(8, 0), time(18, 0)).unwrap()), ..Setting::default() };
        let night = Setting { hours: Some(Hours::new(time(22, 0), time(6, 0)).unwrap()), ..Setting::default() };
        for (setting, at, goes) in [
            (&Setting::default(), "2026-03-02T02:00:00Z", "2026-03-02T02:00:00Z"),
            (&office, "2026-03-02T06:59:59Z", "2026-03-02T07:00:00Z"),
            (&office, "2026-03-02T07:00:00Z", "2026-03-02T07:00:00Z"),
            (&office, "2026-03-02T17:00:00Z", "2026-03-03T07:00:00Z"),
            // the clock goes forward in the night of 29 March
            (&office, "2026-03-28T20:00:00Z", "2026-03-29T06:00:00Z"),
            (&night, "2026-03-02T01:00:00Z", "2026-03-02T01:00:00Z"),
            (&night, "2026-03-02T12:00:00Z", "2026-03-02T21:00:00Z"),
        ] {
            assert_eq!(out(setting, at).as_deref(), Some(goes), "{at}");
        }
        assert!(Hours::new(time(8, 0), time(8, 0)).is_err());
    }

    #[test]
    fn the_digest_goes_once_a_day_and_nothing_is_nothing() {
        let mut setting = Setting { zone: Some(Zone::parse("Asia/Tokyo").unwrap()), ..Setting::default() };
        setting.choose(Topic::Actions, Channel::Digest);
        assert_eq!(out(&setting, "2026-03-02T21:59:00Z").as_deref(), Some("2026-03-02T22:00:00Z digest"));
        assert_eq!(out(&setting, "2026-03-02T22:00:00Z").as_deref(), Some("2026-03-03T22:00:00Z digest"));
        let now = Moment::parse("2026-03-02T21:59:00Z").unwrap();
        let invitation = setting.goes_out(Topic::Actions, now, zurich(), true);
        assert_eq!(invitation, Some(GoesOut { due: now, digest: false }));
        setting.choose(Topic::Actions, Channel::Nothing);
        assert_eq!(out(&setting, "2026-03-02T21:59:00Z"), None);
        setting.choose(Topic::Actions, Channel::Mail);
        assert_eq!(setting.channels.len(), 0, "what is as it is by itself is not kept");
    }

    proptest! {
        #[test]
        fn nobody_waits_longer_than_two_days(
            from in 0u32..24, until in 0u32..24, second in 0i64..2_000_000_000, digest: bool,
        ) {
            let hours = Hours::new(time(from, 0), time(until, 0)).ok();
            let mut setting = Setting { hours, ..Setting::default() };
            setting.choose(Topic::Voices, if digest { Channel::Digest } else { Channel::Mail });
            let now = Moment::EPOCH.plus_seconds(second);
            let out = setting.goes_out(Topic::Voices, now, zurich(), false).unwrap();
            prop_assert!(out.due >= now && out.due.since(now).micros() <= 2 * 86_400_000_000);
            let wall = zurich().wall(out.due).time();
            prop_assert!(digest || setting.hours.is_none_or(|hours| hours.contain(wall) || out.due > now));
        }
    }
}
