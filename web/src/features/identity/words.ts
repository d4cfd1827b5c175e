import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EnumOf } from '~/lib/graphql';

/** What each role is called, and what it is there for. */
export const roles: Record<EnumOf<'Role'>, { label: MessageDescriptor; hint: MessageDescriptor }> = {
  STEWARD: { label: msg`Steward`, hint: msg`Keeps the agreement on behalf of all parties` },
  SIGNATORY: { label: msg`Signatory`, hint: msg`Signs for a company` },
  COORDINATOR: { label: msg`Coordinator`, hint: msg`Sits in the coordination group for a company` },
  SME: { label: msg`Subject-matter expert`, hint: msg`Draws a company's service boundaries` },
  CONTACT_AGENT: { label: msg`Contact-point agent`, hint: msg`Faces the customer at a contact point` },
  ENGINEER: { label: msg`Engineer`, hint: msg`Installs, maintains, troubleshoots and repairs` },
  ANALYST: { label: msg`Analyst`, hint: msg`Reports and reads a company's measurements` },
  CUSTOMER: { label: msg`Customer`, hint: msg`Speaks for a customer` },
  AUDITOR: { label: msg`Auditor`, hint: msg`Reads everything, changes nothing` },
};

/** What an API token may do. */
export const scopes: Record<EnumOf<'TokenScope'>, { label: MessageDescriptor; hint: MessageDescriptor }> = {
  READ: { label: msg`Read`, hint: msg`Whatever you may see` },
  REPORT: { label: msg`Report`, hint: msg`Send measurements` },
  ACT: { label: msg`Act`, hint: msg`Everything else that you may do` },
};
