//! Meetings, agendas, decisions, action items and common ground: which verb guards each field.

use super::{Guard, Guard::*, Rows, of};
use concordat_domain::access::Verb as V;

const MEETING: Guard = Hidden(V::MeetingView);
const ITEM: Guard = Hidden(V::ItemView);

/// The types of coordination with their fields.
#[rustfmt::skip]
pub(super) const ROWS: &[Rows] = &[
    of("Meeting", MEETING, &[
        ("id group cadence occurrence title template sections startsAt endsAt zone form where holidays sequence state", Object),
        ("called started ended cancelled cancellationReason quorum attendance turnout agenda decisions minutes", Object),
        ("createdAt revision", Object),
    ]),
    of("MeetingEvent", MEETING, &[
        ("number kind at company subject meeting agendaItem decision actionItem", Object), ("person", Null(V::PersonView)),
    ]),
    of("MeetingConnection", MEETING, &[("edges nodes pageInfo totalCount", Object)]),
    of("MeetingEdge", MEETING, &[("cursor node", Object)]),
    of("MeetingPayload", MEETING, &[("meeting refusals clientMutationId", Object)]),
    of("MeetingAttendance", MEETING, &[("company presence deputy", Object), ("member person", Null(V::PersonView))]),
    of("CompanyTurnout", MEETING, &[("company came missingLevels", Object)]),
    of("SeatHoliday", MEETING, &[("company on name", Object), ("person", Null(V::PersonView))]),
    of("MeetingMinutes", MEETING, &[("text state written words", Object)]),
    of("MinutesVoice", MEETING, &[("approves by reason", Object)]),
    of("AgendaItem", MEETING, &[
        ("id meetingId section title kind aboutId owner added outcome outcomeText outcomeId settled deferredFromId snapshot", Object),
        ("ownerPerson", Null(V::PersonView)), ("revision", Object),
    ]),
    of("PackMatter", MEETING, &[("item then now", Object)]),
    of("AgendaSnapshot", MEETING, &[("state since due figures", Object)]),
    of("AgendaItemPayload", MEETING, &[("agendaItem refusals clientMutationId", Object)]),
    of("GroupDecision", MEETING, &[
        ("id group meetingId agendaItemId title text state decidedAt proposed withdrawn voices effectiveOn", Object),
        ("followUpOn supersedesId supersededById createdAt revision", Object),
    ]),
    of("CompanyVoice", MEETING, &[("company word reason by inMeeting", Object), ("seat", Null(V::PersonView))]),
    of("GroupDecisionConnection", MEETING, &[("edges nodes pageInfo totalCount", Object)]),
    of("GroupDecisionEdge", MEETING, &[("cursor node", Object)]),
    of("GroupDecisionPayload", MEETING, &[("decision refusals clientMutationId", Object)]),
    of("ActionItem", ITEM, &[
        ("id title company dueOn state assigned closed closingText meetingId agendaItemId decisionId", Object),
        ("person", Null(V::PersonView)), ("createdAt revision", Object),
    ]),
    of("ActionItemConnection", ITEM, &[("edges nodes pageInfo totalCount", Object)]),
    of("ActionItemEdge", ITEM, &[("cursor node", Object)]),
    of("ActionItemPayload", ITEM, &[("actionItem refusals clientMutationId", Object)]),
    of("MeetingFilter", Taker, &[("group state from until", Taker)]),
    of("GroupDecisionFilter", Taker, &[("group meeting state", Taker)]),
    of("ActionItemFilter", Taker, &[("company person meeting state dueBefore", Taker)]),
    of("CallMeetingInput", Taker, &[
        ("group template sections title startsAt lasts zone form place clientMutationId", Taker),
    ]),
    of("MoveMeetingInput", Taker, &[("meeting revision startsAt lasts zone form place clientMutationId", Taker)]),
    of("MeetingInput", Taker, &[("meeting revision clientMutationId", Taker)]),
    of("CancelMeetingInput", Taker, &[("meeting revision reason clientMutationId", Taker)]),
    of("RecordAttendanceInput", Taker, &[("meeting revision attendance clientMutationId", Taker)]),
    of("AttendanceInput", Taker, &[("company person presence deputy", Taker)]),
    of("WriteMinutesInput", Taker, &[("meeting revision text clientMutationId", Taker)]),
    of("ApproveMinutesInput", Taker, &[("meeting revision company clientMutationId", Taker)]),
    of("ObjectToMinutesInput", Taker, &[("meeting revision reason company clientMutationId", Taker)]),
    of("AddAgendaItemInput", Taker, &[("meeting section title about company person clientMutationId", Taker)]),
    of("ReorderAgendaInput", Taker, &[("meeting items clientMutationId", Taker)]),
    of("AgendaItemInput", Taker, &[("agendaItem revision clientMutationId", Taker)]),
    of("SetAgendaOutcomeInput", Taker, &[("agendaItem revision outcome decision deferredTo text clientMutationId", Taker)]),
    of("ProposeDecisionInput", Taker, &[
        ("group meeting agendaItem title text companies effectiveOn decision followUpOn clientMutationId", Taker),
    ]),
    of("GiveVoiceInput", Taker, &[("decision revision word reason company clientMutationId", Taker)]),
    of("GroupDecisionInput", Taker, &[("decision revision clientMutationId", Taker)]),
    of("AssignActionItemInput", Taker, &[
        ("group meeting agendaItem decision title company person dueOn clientMutationId", Taker),
    ]),
    of("CompleteActionItemInput", Taker, &[("actionItem revision evidence clientMutationId", Taker)]),
    of("DropActionItemInput", Taker, &[("actionItem revision reason clientMutationId", Taker)]),
    of("CommitmentHealth", Hidden(V::HealthView), &[
        ("company from on value earlier change trend warning signs", Object),
    ]),
    of("CommitmentSign", Hidden(V::HealthView), &[("sign weight good total value earlier", Object)]),
    of("Alignment", Hidden(V::AlignmentView), &[("company score best current history", Object)]),
    of("AlignmentAssessment", Hidden(V::AlignmentView), &[("aspect score on note by", Object)]),
    of("AlignmentPayload", Hidden(V::AlignmentAssess), &[("assessment refusals clientMutationId", Object)]),
    of("CompanyVocabulary", Hidden(V::VocabularyView), &[("company words unmapped missing revision", Object)]),
    of("OwnWord", Hidden(V::VocabularyView), &[("kind own means by", Object)]),
    of("VocabularyPayload", Hidden(V::VocabularyView), &[("vocabulary refusals clientMutationId", Object)]),
    of("MapWordInput", Taker, &[("agreement company revision kind own code clientMutationId", Taker)]),
    of("UnmapWordInput", Taker, &[("agreement company revision kind own clientMutationId", Taker)]),
    of("AssessAlignmentInput", Taker, &[("agreement company aspect score on note clientMutationId", Taker)]),
];
