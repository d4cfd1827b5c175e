import type { Role } from '~/features/identity/session';

/** Who reads all of what customers said, with what the companies say to it. */
export const readers: Role[] = ['STEWARD', 'SIGNATORY', 'COORDINATOR', 'SME', 'CONTACT_AGENT', 'ANALYST', 'AUDITOR'];

/** Who reads it as the customer does. */
export const followers: Role[] = ['CUSTOMER', 'STEWARD', 'COORDINATOR', 'CONTACT_AGENT', 'AUDITOR'];
