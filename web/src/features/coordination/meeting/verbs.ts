import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment MeetingChanged on MeetingPayload {
      meeting {
        id
        state
        startsAt
        revision
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

export const StartMeeting = graphql(`mutation StartMeeting($input: MeetingInput!) { startMeeting(input: $input) { ...MeetingChanged } }`, [Changed]);
export const EndMeeting = graphql(`mutation EndMeeting($input: MeetingInput!) { endMeeting(input: $input) { ...MeetingChanged } }`, [Changed]);
export const MoveMeeting = graphql(`mutation MoveMeeting($input: MoveMeetingInput!) { moveMeeting(input: $input) { ...MeetingChanged } }`, [Changed]);
export const CancelMeeting = graphql(`mutation CancelMeeting($input: CancelMeetingInput!) { cancelMeeting(input: $input) { ...MeetingChanged } }`, [Changed]);
export const ProposeMinutes = graphql(`mutation ProposeMinutes($input: MeetingInput!) { proposeMinutes(input: $input) { ...MeetingChanged } }`, [Changed]);
export const ApproveMinutes = graphql(`mutation ApproveMinutes($input: ApproveMinutesInput!) { approveMinutes(input: $input) { ...MeetingChanged } }`, [Changed]);
export const ObjectToMinutes = graphql(`mutation ObjectToMinutes($input: ObjectToMinutesInput!) { objectToMinutes(input: $input) { ...MeetingChanged } }`, [Changed]);
export const ReorderAgenda = graphql(`mutation ReorderAgenda($input: ReorderAgendaInput!) { reorderAgenda(input: $input) { ...MeetingChanged } }`, [Changed]);
export const RemoveAgendaItem = graphql(`mutation RemoveAgendaItem($input: AgendaItemInput!) { removeAgendaItem(input: $input) { ...MeetingChanged } }`, [Changed]);
export const RecordAttendance = graphql(`mutation RecordAttendance($input: RecordAttendanceInput!) { recordAttendance(input: $input) { meeting { quorum } ...MeetingChanged } }`, [Changed]);
export const WriteMinutes = graphql(`mutation WriteMinutes($input: WriteMinutesInput!) { writeMinutes(input: $input) { meeting { minutes { text state } } ...MeetingChanged } }`, [Changed]);
export const Call = graphql(`mutation CallMeeting($input: CallMeetingInput!) { callMeeting(input: $input) { ...MeetingChanged } }`, [Changed]);
