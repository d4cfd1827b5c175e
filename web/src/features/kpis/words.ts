import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { EnumOf } from '~/lib/graphql';
import type { PeriodKind } from '~/lib/period';

type Words<Name extends string> = Record<Name, MessageDescriptor>;

/** How facts become a figure. */
export const kinds: Words<EnumOf<'KpiKind'>> = {
  RATIO: msg`Ratio: good of total`,
  MEAN: msg`Mean, weighted where facts have a weight`,
  SUM: msg`Sum of the values`,
  COUNT: msg`Count of the facts`,
  QUANTILE: msg`Quantile: the nearest rank, a value that was measured`,
  LAST: msg`Last value`,
};

/** Which way is better. */
export const directions: Words<EnumOf<'Direction'>> = {
  HIGHER: msg`The higher the better`,
  LOWER: msg`The lower the better`,
  BAND: msg`Between two edges`,
};

/** How the companies' figures become one. */
export const jointMethods: Words<EnumOf<'JointMethod'>> = {
  POOLED: msg`Pooled: all facts together, whoever reported them`,
  WEIGHTED: msg`Weighted: the companies’ figures, weighted as agreed`,
  WORST: msg`Worst: the figure of the company that does worst`,
  SERIES: msg`Series: the product of the companies’ shares, as in a chain`,
  ALL_MUST: msg`All must: every company has to meet its own target`,
};

/** Who sees whose figures. */
export const disclosures: Words<EnumOf<'Disclosure'>> = {
  OPEN: msg`Open: every party sees each company`,
  JOINT: msg`Joint: a company sees its own figures, and of the others the joint figure only, while at least three contribute`,
  OWN: msg`Own: a company sees its own figures; beyond that only the steward and the auditor see any`,
};

/** The same in a word, for a badge. */
export const disclosureMarks: Words<EnumOf<'Disclosure'>> = { OPEN: msg`open`, JOINT: msg`joint only`, OWN: msg`own only` };

/** Where facts come from. */
export const sources: Words<EnumOf<'KpiSource'>> = {
  REPORTED: msg`The companies report them`,
  CASES: msg`Derived from cases`,
  TEAMS: msg`Derived from teams`,
  SATISFACTION: msg`Derived from customers’ answers`,
  BOUNDARIES: msg`Derived from boundaries`,
  HEALTH: msg`Derived from the health of commitments`,
};

/** What a derived KPI takes from its source. */
export const measures: Words<EnumOf<'KpiMeasure'>> = {
  RESPONSE_IN_TIME: msg`whether the first response came in time`,
  RESOLUTION_IN_TIME: msg`whether a case was resolved in time`,
  RESOLUTION_TIME: msg`open time from opening to resolution`,
  CUSTODY: msg`the time that the ledger charges to a company`,
  HAND_OVERS: msg`hand-overs from company to company`,
  PING_PONG: msg`cases that came straight back`,
  NOT_REOPENED: msg`whether a case stayed resolved`,
  SOLVED_AT_LINE_ONE: msg`whether a case was solved at line 1`,
  IN_TIME_WITHOUT_PAUSES: msg`whether it would have been in time without pauses`,
  RECOVERED: msg`whether negative feedback became positive`,
  RECOVERY_TIME: msg`time from negative to positive feedback`,
  WITHIN_BOUNDARY: msg`hand-overs within the receiver’s boundary`,
  HELPED_OUTSIDE: msg`cases taken on outside of a boundary`,
  STAFFING_FULFILLED: msg`how many of the pledged people are named`,
  STAFFING_SHORTFALL: msg`how many people are missing of the pledge`,
  OPEN_FINDINGS: msg`open findings about boundaries`,
  TRAINED: msg`members who are trained on the boundaries`,
  COMMITMENT_HEALTH: msg`the health of a company’s commitment`,
};

/** What figures are counted in. */
export const units: Words<EnumOf<'Unit'>> = {
  SHARE: msg`share`,
  PERCENT: msg`percent`,
  COUNT: msg`count`,
  SECONDS: msg`seconds`,
  MINUTES: msg`minutes`,
  HOURS: msg`hours`,
  DAYS: msg`days`,
  POINTS: msg`points`,
  EUR: msg`euro`,
  USD: msg`US dollars`,
};

/** Why a figure is not shown, said of the KPI's disclosure. */
export function concealment(why: EnumOf<'Withheld'>, disclosure: EnumOf<'Disclosure'>): MessageDescriptor {
  switch (why) {
    case 'TOO_FEW_COMPANIES':
      return msg`Fewer than three companies contribute: the joint figure would give one of them away.`;
    case 'SHORT_PERIOD':
      return msg`The joint figure of this KPI is told by the month: days and weeks would give a company away.`;
    case 'OTHERS':
      return disclosure === 'JOINT'
        ? msg`Joint only: each company sees its own figure, and of the others the joint one.`
        : msg`Own only: each company sees its own figure; beyond that only the steward and the auditor see any.`;
  }
}

/** Whose figures are shown. */
export const dimensions = {
  company: { by: 'COMPANY', label: msg`Companies` },
  service: { by: 'SERVICE', label: msg`Services` },
  both: { by: 'COMPANY_SERVICE', label: msg`Companies × services` },
  time: { by: 'JOINT', label: msg`Joint over time` },
} as const satisfies Record<string, { by: EnumOf<'ScorecardBy'>; label: MessageDescriptor }>;

export type Dimension = keyof typeof dimensions;

/** How long periods are. */
export const lengths: Words<PeriodKind> = { day: msg`Day`, week: msg`Week`, month: msg`Month`, quarter: msg`Quarter`, year: msg`Year` };
