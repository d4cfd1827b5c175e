//! Who came to a meeting, whose holiday it is, and what its minutes say.

use super::words::{MinutesState, PresenceWord, TurnoutWord};
use crate::graphql::{
    agreements::{Agreement, Decision, ManagementLevel},
    companies::Company,
    identity::Person,
    kernel::{context::Context, scalar::Gql, types::Date},
};
use concordat_domain::{
    coordination::{self as rules, Came, Flag, MinutesWord, Presence, Seat, Turnout},
    kernel::{By, CompanyId, PersonId},
};
use juniper::graphql_object;

/// Somebody of the agreement; null for whoever may not know them.
pub(super) fn person(ctx: &Context, agreement: &Agreement, id: PersonId) -> Option<Person> {
    let named = agreement.terms().person(id)?;
    Person::named(agreement.key(), named).seen(ctx)
}

/// A company of the agreement.
pub(super) fn company(agreement: &Agreement, id: CompanyId) -> Option<Company> {
    agreement.terms().company(id).map(Company::from)
}

/// A seat, and whether somebody was in it.
pub struct Attendance {
    agreement: Agreement,
    seat: Seat,
    presence: Presence,
}

impl Attendance {
    pub(super) fn new(agreement: &Agreement, seat: Seat, presence: Presence) -> Self {
        Self { agreement: agreement.clone(), seat, presence }
    }
}

/// A seat in a group, and whether somebody was in it at a meeting.
#[graphql_object(scalar = Gql, context = Context, name = "MeetingAttendance")]
impl Attendance {
    /// The company.
    fn company(&self) -> Option<Company> {
        company(&self.agreement, self.seat.company)
    }

    /// Whose seat it is; null for whoever may not know them.
    fn member(&self, ctx: &Context) -> Option<Person> {
        person(ctx, &self.agreement, self.seat.member)
    }

    /// Whether somebody was in it.
    fn presence(&self) -> PresenceWord {
        (&self.presence).into()
    }

    /// Whether it was the deputy.
    fn deputy(&self) -> bool {
        matches!(self.presence, Presence::Present { person } if person != self.seat.member)
    }

    /// Who was in it; null where nobody was, and for whoever may not know them.
    fn person(&self, ctx: &Context) -> Option<Person> {
        match self.presence {
            Presence::Present { person: id } => person(ctx, &self.agreement, id),
            _ => None,
        }
    }
}

/// How a company turned out for a meeting.
pub struct CompanyTurnout {
    agreement: Agreement,
    turnout: Turnout,
}

impl CompanyTurnout {
    pub(super) fn new(agreement: &Agreement, turnout: Turnout) -> Self {
        Self { agreement: agreement.clone(), turnout }
    }
}

/// How a company turned out for a meeting that was held.
#[graphql_object(scalar = Gql, context = Context)]
impl CompanyTurnout {
    /// The company.
    fn company(&self) -> Option<Company> {
        company(&self.agreement, self.turnout.company)
    }

    /// Whether it came.
    fn came(&self) -> TurnoutWord {
        (&self.turnout.came).into()
    }

    /// The levels of management that had to be there and were not.
    fn missing_levels(&self) -> Vec<ManagementLevel> {
        match &self.turnout.came {
            Came::WithoutLevels { levels } => levels.iter().copied().map(ManagementLevel::from).collect(),
            _ => Vec::new(),
        }
    }
}

/// A holiday of somebody who must be in a meeting.
pub struct SeatHoliday {
    agreement: Agreement,
    flag: Flag,
}

impl SeatHoliday {
    pub(super) fn new(agreement: &Agreement, flag: Flag) -> Self {
        Self { agreement: agreement.clone(), flag }
    }
}

/// A holiday of somebody who must be in a meeting.
#[graphql_object(scalar = Gql, context = Context)]
impl SeatHoliday {
    /// Whose; null for whoever may not know them.
    fn person(&self, ctx: &Context) -> Option<Person> {
        person(ctx, &self.agreement, self.flag.person)
    }

    /// The company for which they sit there.
    fn company(&self) -> Option<Company> {
        company(&self.agreement, self.flag.company)
    }

    /// The day.
    fn on(&self) -> Date {
        self.flag.on.into()
    }

    /// What the holiday is called; may be empty.
    fn name(&self) -> &str {
        &self.flag.holiday
    }
}

/// The minutes of a meeting.
pub struct Minutes {
    agreement: Agreement,
    minutes: rules::Minutes,
    written: By,
}

impl Minutes {
    pub(super) fn new(agreement: &Agreement, minutes: rules::Minutes, written: By) -> Self {
        Self { agreement: agreement.clone(), minutes, written }
    }
}

/// The minutes of a meeting: every company that was present approves them.
#[graphql_object(scalar = Gql, context = Context, name = "MeetingMinutes")]
impl Minutes {
    /// What they say.
    fn text(&self) -> &str {
        &self.minutes.text
    }

    /// Where they stand.
    fn state(&self) -> MinutesState {
        self.minutes.state.into()
    }

    /// Who wrote them last.
    fn written(&self) -> Decision {
        Decision::new(&self.agreement, self.written)
    }

    /// What companies say to them as they stand.
    fn words(&self) -> Vec<MinutesVoice> {
        let words = self.minutes.words.values();
        words.map(|word| MinutesVoice { agreement: self.agreement.clone(), word: word.clone() }).collect()
    }
}

/// What a company says to proposed minutes.
pub struct MinutesVoice {
    agreement: Agreement,
    word: MinutesWord,
}

/// What a company says to proposed minutes as they stand.
#[graphql_object(scalar = Gql, context = Context)]
impl MinutesVoice {
    /// Whether it approves them.
    fn approves(&self) -> bool {
        matches!(self.word, MinutesWord::Approves { .. })
    }

    /// Who said so.
    fn by(&self) -> Decision {
        match self.word {
            MinutesWord::Approves { by } | MinutesWord::Objects { by, .. } => Decision::new(&self.agreement, by),
        }
    }

    /// Why it objects; null unless it does.
    fn reason(&self) -> Option<&str> {
        match &self.word {
            MinutesWord::Objects { reason, .. } => Some(reason),
            MinutesWord::Approves { .. } => None,
        }
    }
}
