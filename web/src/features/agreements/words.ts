import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EnumOf } from '~/lib/graphql';
import type { Word } from '~/ui/Mark';

export const agreementStates: Record<EnumOf<'AgreementState'>, Word> = {
  DRAFT: { label: msg`Draft`, tone: 'quiet' },
  PROPOSED: { label: msg`Being signed`, tone: 'busy' },
  ACTIVE: { label: msg`In force`, tone: 'good' },
  ENDED: { label: msg`Ended`, tone: 'quiet' },
};

export const versionStates: Record<EnumOf<'VersionState'>, Word> = {
  DRAFT: { label: msg`Draft`, tone: 'quiet' },
  PROPOSED: { label: msg`Being signed`, tone: 'busy' },
  ACTIVE: { label: msg`Signed by all`, tone: 'good' },
  SUPERSEDED: { label: msg`Superseded`, tone: 'quiet' },
};

export const topics: Record<EnumOf<'CommitmentTopic'>, MessageDescriptor> = {
  PERFORMANCE: msg`Performance`,
  SATISFACTION: msg`Satisfaction`,
  IMPROVEMENT: msg`Improvement`,
  CAPACITY: msg`Capacity`,
  TIMELINESS: msg`Timeliness`,
  COOPERATION: msg`Cooperation`,
  OTHER: msg`Other`,
};

export const reopenPolicies: Record<EnumOf<'ReopenPolicy'>, MessageDescriptor> = {
  CONTINUE: msg`goes on; the time between is free`,
  CONTINUE_COUNTING: msg`goes on; the time between counts`,
  NEW_CYCLE: msg`a new clock begins`,
};

export const disclosures: Record<EnumOf<'CaseDisclosure'>, MessageDescriptor> = {
  OPEN: msg`Every party sees every case`,
  INVOLVED: msg`A company sees the cases that it opened, held, was offered or shared`,
};

export const decisionRules: Record<EnumOf<'DecisionRule'>, MessageDescriptor> = {
  UNANIMOUS: msg`Every company concerned consents`,
  MAJORITY: msg`More than half of the companies concerned consent`,
  MAJORITY_WITH_VETO: msg`More than half consent and none objects`,
};

export const quorums: Record<EnumOf<'Quorum'>, MessageDescriptor> = {
  ALL: msg`all companies`,
  MAJORITY: msg`more than half of the companies`,
  TWO_THIRDS: msg`two thirds of the companies`,
};

export const levels: Record<EnumOf<'ManagementLevel'>, MessageDescriptor> = {
  SENIOR: msg`Senior management`,
  MIDDLE: msg`Middle management`,
};

export const groupRoles: Record<EnumOf<'GroupRole'>, MessageDescriptor> = {
  CHAIR: msg`Chair`,
  SECRETARY: msg`Secretary`,
  MEMBER: msg`Member`,
  OBSERVER: msg`Observer`,
};

export const forms: Record<EnumOf<'MeetingForm'>, MessageDescriptor> = {
  IN_PERSON: msg`In person`,
  ONLINE: msg`Online`,
  HYBRID: msg`Hybrid`,
};

export const tiers: Record<EnumOf<'EscalationTier'>, MessageDescriptor> = {
  OPERATIONAL: msg`Operational`,
  TACTICAL: msg`Tactical`,
  STRATEGIC: msg`Strategic`,
};

export const triggers: Record<EnumOf<'EscalationTrigger'>, MessageDescriptor> = {
  NO_RESPONSE: msg`No response in time`,
  NO_RESOLUTION: msg`No resolution in time`,
  REOPENED: msg`Reopened`,
  RED_FLAG: msg`Complaint`,
  ACTION_OVERDUE: msg`Task or action item overdue`,
  HAND_OVER_UNACCEPTED: msg`Hand-over not taken on`,
  VERIFICATION_FAILED: msg`Corrective action did not work`,
  RAISED: msg`Raised by somebody`,
  AGENDA_ITEM: msg`Escalated by a meeting`,
};

export const wordKinds: Record<EnumOf<'WordKind'>, MessageDescriptor> = {
  STATUS: msg`Status`,
  SEVERITY: msg`Severity`,
  TERM: msg`Term`,
};

export const areas: Record<EnumOf<'AlignmentArea'>, MessageDescriptor> = {
  STRUCTURE: msg`Structure`,
  PROCESS: msg`Process`,
  STRATEGY: msg`Strategy`,
};

export const signs: Record<EnumOf<'HealthSign'>, MessageDescriptor> = {
  ACCEPTANCE: msg`Hand-overs answered in time`,
  ACTIONS: msg`Tasks and action items done in time`,
  ATTENDANCE: msg`Meetings attended`,
  ANSWERS: msg`Consents and answers given in time`,
  VOICE: msg`Customers' words answered in time`,
  STAFFING: msg`Pledged people who are named`,
  TRAINING: msg`People trained who must be`,
  ALIGNMENT: msg`Alignment, as last assessed`,
};
