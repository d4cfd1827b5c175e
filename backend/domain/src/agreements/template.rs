//! What is usual for each kind of meeting; the agreement may say it otherwise.

use super::words::{Level, MeetingForm, OnHoliday, Section, Template};
use crate::kernel::Span;

/// How often a kind of meeting is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// Once.
    Once,
    /// As this rule says, unless the agreement says otherwise.
    Every(&'static str),
    /// As was chosen between these rules; the agreement has to say it.
    Chosen(&'static str),
}

/// What is usual for a kind of meeting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Usual {
    /// What its meetings are called.
    pub name: &'static str,
    /// What they are for.
    pub purpose: &'static str,
    /// How often they are held.
    pub rhythm: Rhythm,
    /// How long one takes.
    pub lasts: Span,
    /// Whether its matters are technical.
    pub technical: bool,
    /// The levels of management that it takes.
    pub requires: &'static [Level],
    /// The sections of its agenda.
    pub sections: &'static [Section],
    /// In which form it is held.
    pub form: MeetingForm,
    /// What a holiday does to it.
    pub on_holiday: OnHoliday,
}

const WEEKLY_STATUS: Usual = Usual {
    name: "Weekly status",
    purpose: "See what is off, and settle who does what about it.",
    rhythm: Rhythm::Every("FREQ=WEEKLY"),
    lasts: Span::from_seconds(3_600),
    technical: false,
    requires: &[],
    sections: &[
        Section::Deviations,
        Section::Actions,
        Section::Answers,
        Section::Escalations,
        Section::Voice,
        Section::FollowUp,
        Section::Other,
    ],
    form: MeetingForm::Online,
    on_holiday: OnHoliday::Flag,
};

const DIRECTORS: Usual = Usual {
    name: "Directors",
    purpose: "The responsible directors settle what the week could not, and look at what decisions came to.",
    rhythm: Rhythm::Every("FREQ=WEEKLY;INTERVAL=2"),
    lasts: Span::from_seconds(5_400),
    technical: false,
    requires: &[Level::Senior],
    sections: &[
        Section::Escalations,
        Section::Deviations,
        Section::Answers,
        Section::FollowUp,
        Section::Voice,
        Section::Health,
        Section::Other,
    ],
    form: MeetingForm::Hybrid,
    on_holiday: OnHoliday::Move,
};

const TOP_MANAGEMENT: Usual = Usual {
    name: "Top management",
    purpose: "Agree where the service and the companies go together.",
    rhythm: Rhythm::Chosen("`FREQ=YEARLY` or `FREQ=WEEKLY;INTERVAL=6`"),
    lasts: Span::from_seconds(7_200),
    technical: false,
    requires: &[Level::Senior],
    sections: &[Section::Health, Section::Voice, Section::Escalations, Section::FollowUp, Section::Other],
    form: MeetingForm::InPerson,
    on_holiday: OnHoliday::Move,
};

const KICK_OFF: Usual = Usual {
    name: "Kick-off",
    purpose: "Begin with one understanding of team, scope, process, schedule, contingency and communication.",
    rhythm: Rhythm::Once,
    lasts: Span::from_seconds(10_800),
    technical: false,
    requires: &[],
    sections: &Section::KICK_OFF,
    form: MeetingForm::Hybrid,
    on_holiday: OnHoliday::Flag,
};

const TECHNICAL: Usual = Usual {
    name: "Technical meeting",
    purpose: "Go through boundaries, what is found about them, and trainings.",
    rhythm: Rhythm::Every("FREQ=WEEKLY;INTERVAL=2"),
    lasts: Span::from_seconds(3_600),
    technical: true,
    requires: &[],
    sections: &[Section::Findings, Section::Deviations, Section::Actions, Section::Other],
    form: MeetingForm::Online,
    on_holiday: OnHoliday::Flag,
};

impl Template {
    /// What is usual for it; nothing for a meeting of the agreement's own kind.
    pub(super) const fn usual(self) -> Option<&'static Usual> {
        match self {
            Self::WeeklyStatus => Some(&WEEKLY_STATUS),
            Self::Directors => Some(&DIRECTORS),
            Self::TopManagement => Some(&TOP_MANAGEMENT),
            Self::KickOff => Some(&KICK_OFF),
            Self::Technical => Some(&TECHNICAL),
            Self::Custom => None,
        }
    }
}
