import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EnumOf } from '~/lib/graphql';

/** What a company is to the services of its agreements. */
export const companyKinds: Record<EnumOf<'CompanyKind'>, MessageDescriptor> = {
  SUPPLIER: msg`Supplier`,
  OUTSOURCED_SUPPLIER: msg`Outsourced supplier`,
  INTEGRATOR: msg`Integrator`,
  CUSTOMER: msg`Customer`,
};
