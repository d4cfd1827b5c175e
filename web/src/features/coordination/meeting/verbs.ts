import { graphql } from '~/lib/graphql';

export const StartMeeting = graphql(`
  mutation StartMeeting($input: MeetingInput!) {
    startMeeting(input: $input) {
      meeting {
        id
        state
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const EndMeeting = graphql(`
  mutation EndMeeting($input: MeetingInput!) {
    endMeeting(input: $input) {
      meeting {
        id
        state
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const MoveMeeting = graphql(`
  mutation MoveMeeting($input: MoveMeetingInput!) {
    moveMeeting(input: $input) {
      meeting {
        id
        startsAt
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const CancelMeeting = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      meeting {
        id
        state
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const ProposeMinutes = graphql(`
  mutation ProposeMinutes($input: MeetingInput!) {
    proposeMinutes(input: $input) {
      meeting {
        id
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const ApproveMinutes = graphql(`
  mutation ApproveMinutes($input: ApproveMinutesInput!) {
    approveMinutes(input: $input) {
      meeting {
        id
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const ObjectToMinutes = graphql(`
  mutation ObjectToMinutes($input: ObjectToMinutesInput!) {
    objectToMinutes(input: $input) {
      meeting {
        id
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);
