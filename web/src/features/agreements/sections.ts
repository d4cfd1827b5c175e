import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What the sections of an agreement file are called. */
export const sections: Record<string, MessageDescriptor> = {
  agreement: msg`The agreement`,
  companies: msg`Companies`,
  parties: msg`Parties`,
  people: msg`People`,
  services: msg`Services`,
  commitments: msg`Commitments`,
  kpis: msg`KPIs`,
  groups: msg`Coordination groups`,
  escalations: msg`Escalation paths`,
  vocabulary: msg`Vocabulary`,
  alignment: msg`Alignment checklist`,
  health: msg`Commitment health`,
  calendars: msg`Calendars`,
  teams: msg`Teams`,
  cases: msg`Case handling`,
  demands: msg`Demands`,
};
