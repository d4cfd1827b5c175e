import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EnumOf } from '~/lib/graphql';

/** What a team is there for. */
export const teamKinds: Record<EnumOf<'TeamKind'>, MessageDescriptor> = {
  CONTACT_POINT: msg`Contact point`,
  RESOLUTION: msg`Resolution team`,
};
