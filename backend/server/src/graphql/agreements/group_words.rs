//! The closed words of coordination, one for one those of the rules.

use crate::graphql::kernel::words::words;
use concordat_domain::agreements as rules;

words! {
    /// The level of management at which somebody sits in a coordination group.
    ManagementLevel of rules::Level {
        /// Senior management: where a deviation goes when it comes back.
        Senior,
        /// Middle management.
        Middle,
    }

    /// What a member is in a coordination group.
    GroupRole of rules::GroupRole {
        /// Leads its meetings.
        Chair,
        /// Keeps its minutes.
        Secretary,
        /// Speaks for a company.
        Member,
        /// Listens: neither counts for the quorum nor speaks with a company's voice.
        Observer,
    }

    /// How a coordination group decides. Each company concerned has one voice, whoever gives it.
    DecisionRule of rules::DecisionRule {
        /// Every company concerned consents.
        Unanimous,
        /// More than half of the companies concerned consent.
        Majority,
        /// More than half of the companies concerned consent and none objects.
        MajorityWithVeto,
    }

    /// How many of the companies with a seat must be in a meeting for it to decide.
    Quorum of rules::Quorum {
        /// All of them.
        All,
        /// More than half of them.
        Majority,
        /// At least two thirds of them.
        TwoThirds,
    }

    /// In which form a meeting is held.
    MeetingForm of rules::MeetingForm {
        /// In one room.
        InPerson,
        /// By a call.
        Online,
        /// Both.
        Hybrid,
    }

    /// What a holiday of a member who must be there does to a meeting on that day.
    OnHoliday of rules::OnHoliday {
        /// It moves to the next day that is nobody's holiday.
        Move,
        /// It stays, and says so.
        Flag,
        /// Nothing.
        Keep,
    }

    /// What kind of meeting a cadence is of; each template says what is usual, and the cadence may say otherwise.
    MeetingTemplate of rules::Template {
        /// Every week: what is off, and who does what about it.
        WeeklyStatus,
        /// Every second week, with the responsible directors.
        Directors,
        /// Once a year or every six weeks, as the customer chose: top management.
        TopManagement,
        /// Once, at the beginning: team, scope, process, schedule, contingency and communication.
        KickOff,
        /// Technical matters: boundaries, findings and trainings.
        Technical,
        /// As the cadence says.
        Custom,
    }

    /// A section of an agenda.
    AgendaSection of rules::Section {
        /// Deviations: new, at risk, in verification.
        Deviations,
        /// Corrective actions and action items that are due or overdue.
        Actions,
        /// What is found about service boundaries.
        Findings,
        /// Disputes and consents that wait for an answer.
        Answers,
        /// Escalations under way.
        Escalations,
        /// What customers prefer and want improved.
        Voice,
        /// Decisions whose effect is to be looked at.
        FollowUp,
        /// The health of the companies' commitments, and their alignment.
        Health,
        /// Kick-off: who is on the team.
        Team,
        /// Kick-off: what is in and what is out.
        Scope,
        /// Kick-off: how the work is done.
        Process,
        /// Kick-off: the schedule, with its buffer.
        Schedule,
        /// Kick-off: what is done when it goes wrong.
        Contingency,
        /// Kick-off: who tells whom, how and when.
        Communication,
        /// Any other business.
        Other,
    }

    /// What kind of word a word of the vocabulary is.
    WordKind of rules::WordKind {
        /// Where something stands.
        Status,
        /// How bad it is.
        Severity,
        /// Anything else.
        Term,
    }

    /// What alignment is assessed of.
    AlignmentArea of rules::AlignmentArea {
        /// How the company is organised.
        Structure,
        /// How it works.
        Process,
        /// Where it is going.
        Strategy,
    }

    /// An early sign of how a company keeps its commitment, from 0 (bad) to 1 (good), before its KPIs tell.
    HealthSign of rules::HealthSign {
        /// The share of hand-overs that it answered within its acceptance target.
        Acceptance,
        /// The share of its tasks and action items that were done by their due dates.
        Actions,
        /// The share of the meetings to which it had to come that it came to.
        Attendance,
        /// The share of what waited for its consent or answer that it answered in time.
        Answers,
        /// The share of what customers said that it acknowledged or answered in time.
        Voice,
        /// The share of the people whom it pledged that it has named.
        Staffing,
        /// The share of its people who must be trained that are.
        Training,
        /// How well it is aligned, as last assessed.
        Alignment,
    }
}
