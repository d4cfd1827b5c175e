import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { EnumOf } from '~/lib/graphql';
import type { Word } from '~/ui/Mark';

export const sections: Record<EnumOf<'AgendaSection'>, MessageDescriptor> = {
  DEVIATIONS: msg`Deviations`,
  ACTIONS: msg`Actions`,
  FINDINGS: msg`Findings about boundaries`,
  ANSWERS: msg`Disputes and consents`,
  ESCALATIONS: msg`Escalations`,
  VOICE: msg`Customers' voice`,
  FOLLOW_UP: msg`Decisions to follow up`,
  HEALTH: msg`Health of commitments`,
  TEAM: msg`Team`,
  SCOPE: msg`Scope`,
  PROCESS: msg`Process`,
  SCHEDULE: msg`Schedule`,
  CONTINGENCY: msg`Contingency`,
  COMMUNICATION: msg`Communication`,
  OTHER: msg`Any other business`,
};

export const templates: Record<EnumOf<'MeetingTemplate'>, MessageDescriptor> = {
  WEEKLY_STATUS: msg`Weekly status`,
  DIRECTORS: msg`Directors`,
  TOP_MANAGEMENT: msg`Top management`,
  KICK_OFF: msg`Kick-off`,
  TECHNICAL: msg`Technical`,
  CUSTOM: msg`Custom`,
};

export const outcomes: Record<EnumOf<'AgendaOutcomeKind'>, Word> = {
  DECIDED: { label: msg`Decided`, tone: 'good' },
  NOTED: { label: msg`Noted`, tone: 'good' },
  DEFERRED: { label: msg`Deferred`, tone: 'warn' },
  ESCALATED: { label: msg`Escalated`, tone: 'bad' },
  DROPPED: { label: msg`Dropped`, tone: 'quiet' },
};

export const turnouts: Record<EnumOf<'TurnoutWord'>, Word> = {
  CAME: { label: msg`Came`, tone: 'good' },
  WITHOUT_LEVELS: { label: msg`Level missing`, tone: 'warn' },
  EXCUSED: { label: msg`Excused`, tone: 'quiet' },
  ABSENT: { label: msg`Absent`, tone: 'bad' },
};

export const minutes: Record<EnumOf<'MinutesState'>, Word> = {
  DRAFT: { label: msg`Draft`, tone: 'quiet' },
  PROPOSED: { label: msg`Proposed`, tone: 'busy' },
  APPROVED: { label: msg`Approved`, tone: 'good' },
};

export const decisions: Record<EnumOf<'GroupDecisionState'>, Word> = {
  PROPOSED: { label: msg`Proposed`, tone: 'busy' },
  ADOPTED: { label: msg`Adopted`, tone: 'good' },
  REJECTED: { label: msg`Rejected`, tone: 'bad' },
  WITHDRAWN: { label: msg`Withdrawn`, tone: 'quiet' },
};

export const companyWords: Record<EnumOf<'CompanyVoiceWord'>, Word> = {
  CONSENTS: { label: msg`Consents`, tone: 'good' },
  OBJECTS: { label: msg`Objects`, tone: 'bad' },
  ABSTAINS: { label: msg`Abstains`, tone: 'quiet' },
};

export const items: Record<EnumOf<'ActionItemState'>, Word> = {
  OPEN: { label: msg`Open`, tone: 'busy' },
  DONE: { label: msg`Done`, tone: 'good' },
  DROPPED: { label: msg`Taken back`, tone: 'quiet' },
};
