//! Coordination groups: who sits in them, how they decide, and when they meet.

use super::{
    Agreement,
    group_words::{
        AgendaSection, DecisionRule, GroupRole, ManagementLevel, MeetingForm, MeetingTemplate, OnHoliday, Quorum,
    },
};
use crate::graphql::{
    companies::Company,
    coordination::{self, Meeting, MeetingFilter, MeetingOrder},
    identity::Person,
    kernel::{
        connection::Connection,
        context::Context,
        cursor::Cursor,
        errors::{Answer, Failure},
        global_id::{GlobalId, Tag},
        scalar::Gql,
        types::{Date, Duration, First},
    },
};
use concordat_domain::{
    agreements as rules,
    kernel::{GroupId, PersonId},
};
use juniper::{Executor, ID, graphql_object};

/// The tag of coordination groups' global ids.
pub const GROUP: Tag = Tag(b'G');

/// A coordination group: the managers of all companies who review and decide.
#[derive(Clone)]
pub struct Group {
    agreement: Agreement,
    id: GroupId,
}

impl Group {
    /// A coordination group of the agreement.
    #[must_use]
    pub fn new(agreement: Agreement, id: GroupId) -> Self {
        Self { agreement, id }
    }

    fn group(&self) -> Answer<&rules::Group> {
        self.agreement.terms().group(self.id).ok_or(Failure::NOT_FOUND)
    }
}

/// A coordination group: the managers of all companies who review and decide.
#[graphql_object(scalar = Gql, context = Context, name = "CoordinationGroup", impl = crate::graphql::node::NodeValue)]
impl Group {
    /// The group's global id, the same over all versions of the agreement.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(GROUP, self.agreement.key(), self.id.0).encode()
    }

    /// The code.
    fn code(&self) -> Answer<&str> {
        Ok(&self.group()?.code)
    }

    /// The name.
    fn name(&self) -> Answer<&str> {
        Ok(&self.group()?.name)
    }

    /// How it decides; each company has one voice.
    fn rule(&self) -> Answer<DecisionRule> {
        Ok(self.group()?.rule.into())
    }

    /// How many of its companies must be in a meeting for it to decide.
    fn quorum(&self) -> Answer<Quorum> {
        Ok(self.group()?.quorum.into())
    }

    /// Its meetings, those that begin last first unless told.
    fn meetings(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        order: Option<MeetingOrder>,
        filter: Option<MeetingFilter>,
    ) -> Answer<Connection<Meeting>> {
        let page = (first, after.as_ref());
        coordination::meetings(executor, &self.agreement, Some(self.id), page, order, filter.as_ref())
    }

    /// The next meeting that it has planned; null where there is none.
    fn next_meeting(&self, ctx: &Context) -> Answer<Option<Meeting>> {
        coordination::next_meeting(ctx, &self.agreement, self.id)
    }

    /// Who sits in it.
    fn members(&self) -> Answer<Vec<Member>> {
        Ok(self
            .group()?
            .members
            .iter()
            .map(|member| Member { agreement: self.agreement.clone(), member: member.clone() })
            .collect())
    }

    /// When it meets, by code.
    fn cadences(&self) -> Answer<Vec<Cadence>> {
        Ok(self.group()?.cadences.iter().map(|cadence| Cadence::new(self.clone(), cadence)).collect())
    }
}

/// A member of a coordination group.
pub struct Member {
    agreement: Agreement,
    member: rules::Member,
}

impl Member {
    fn seen(&self, ctx: &Context, person: PersonId) -> Answer<Option<Person>> {
        let named = self.agreement.terms().person(person).ok_or(Failure::NOT_FOUND)?;
        Ok(Person::named(self.agreement.key(), named).seen(ctx))
    }
}

/// A member of a coordination group.
#[graphql_object(scalar = Gql, context = Context, name = "GroupMember")]
impl Member {
    /// Who; null for whoever may not know: a customer sees their own people, a party-to-be sees none.
    fn person(&self, ctx: &Context) -> Answer<Option<Person>> {
        self.seen(ctx, self.member.person)
    }

    /// For which company.
    fn company(&self) -> Answer<Company> {
        self.agreement.company_named(self.member.company)
    }

    /// At which level of management.
    fn level(&self) -> ManagementLevel {
        self.member.level.into()
    }

    /// As what.
    fn role(&self) -> GroupRole {
        self.member.role.into()
    }

    /// Who stands in, and then speaks with the same one voice of the company; null for whoever may not know.
    fn deputy(&self, ctx: &Context) -> Answer<Option<Person>> {
        self.member.deputy.map_or(Ok(None), |deputy| self.seen(ctx, deputy))
    }

    /// The first day of the term; null where it is the agreement's own.
    fn since(&self) -> Option<Date> {
        self.member.since.map(Date::from)
    }

    /// The first day on which they sit there no more.
    fn until(&self) -> Option<Date> {
        self.member.until.map(Date::from)
    }

    /// The code of the calendar whose holidays they keep.
    fn calendar(&self) -> Option<&str> {
        self.member.calendar.as_deref()
    }
}

/// A rhythm of meetings.
pub struct Cadence {
    group: Group,
    cadence: rules::Cadence,
}

impl Cadence {
    /// A cadence of a group.
    #[must_use]
    pub fn new(group: Group, cadence: &rules::Cadence) -> Self {
        Self { group, cadence: cadence.clone() }
    }
}

/// A rhythm of meetings. All cadences of an agreement together are its governance plan.
#[graphql_object(scalar = Gql, context = Context)]
impl Cadence {
    /// The group that meets.
    fn group(&self) -> Group {
        self.group.clone()
    }

    /// The code, unique within the group.
    fn code(&self) -> &str {
        &self.cadence.code
    }

    /// What its meetings are called.
    fn name(&self) -> &str {
        &self.cadence.name
    }

    /// The template that it follows.
    fn template(&self) -> MeetingTemplate {
        self.cadence.template.into()
    }

    /// Whether its matters are technical.
    fn technical(&self) -> bool {
        self.cadence.technical
    }

    /// What its meetings are for.
    fn purpose(&self) -> &str {
        &self.cadence.purpose
    }

    /// The levels of management of which somebody must be there for each company.
    fn requires(&self) -> Vec<ManagementLevel> {
        self.cadence.requires.iter().map(|level| (*level).into()).collect()
    }

    /// The sections of the agenda, in order.
    fn sections(&self) -> Vec<AgendaSection> {
        self.cadence.sections.iter().map(|section| (*section).into()).collect()
    }

    /// In which form it is held.
    fn form(&self) -> MeetingForm {
        self.cadence.form.into()
    }

    /// Where: a room or an address.
    fn place(&self) -> Option<&str> {
        self.cadence.place.as_deref()
    }

    /// The local time of the first meeting, such as `2026-01-12T09:00`.
    fn starts(&self) -> String {
        self.cadence.recurrence.starts.format("%Y-%m-%dT%H:%M").to_string()
    }

    /// How it comes back: an RFC 5545 rule; null where it is held once.
    fn rule(&self) -> Option<&str> {
        self.cadence.recurrence.rule.as_deref()
    }

    /// The IANA time zone whose wall clock it follows: the local hour stays over a change of the clock.
    fn zone(&self) -> &str {
        self.cadence.recurrence.zone.name()
    }

    /// How long a meeting takes.
    fn lasts(&self) -> Duration {
        self.cadence.lasts
    }

    /// What a holiday of a member does to a meeting.
    fn on_holiday(&self) -> OnHoliday {
        self.cadence.on_holiday.into()
    }
}

/// The coordination group behind a global id.
///
/// # Errors
/// Not found for whoever may not see its agreement.
pub fn group(ctx: &Context, id: GlobalId) -> Answer<Group> {
    let found = Group::new(Agreement::load(ctx, id.agreement)?, GroupId(id.own));
    found.group()?;
    Ok(found)
}
