import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { type Icon, IconAlertOctagon, IconAlertTriangle, IconLock, IconPointFilled, IconX } from '@tabler/icons-react';
import { graphql, type ResultOf } from '~/lib/graphql';
import type { Tone } from '~/ui/Mark';

export const CellFields = graphql(`
  fragment CellFields on ScorecardCell {
    kpi {
      id
      code
      name
      kind
      unit
      direction
      jointMethod
      disclosure
    }
    company {
      id
      code
      name
    }
    service {
      id
      code
      name
    }
    period
    value
    unit
    numerator
    denominator
    count
    silent
    target
    targetUpper
    verdict
    warning
    atRisk
    withheld
    restatedFrom
  }
`);

/** One cell of a scorecard. */
export type Cell = ResultOf<typeof CellFields>;

/** How a cell is to be read at a glance. */
export type Standing = 'met' | 'close' | 'missed' | 'risk' | 'silent' | 'open' | 'concealed';

/** How a cell stands: without data it is never met, and what is concealed is nothing else. */
export function standingOf({ withheld, verdict, warning, atRisk }: Pick<Cell, 'withheld' | 'verdict' | 'warning' | 'atRisk'>): Standing {
  if (withheld) return 'concealed';
  if (atRisk) return 'risk';
  switch (verdict) {
    case 'NO_DATA':
      return 'silent';
    case 'MISSED':
      return 'missed';
    case 'MET':
      return warning ? 'close' : 'met';
    case null:
      return 'open';
  }
}

/** The words and shapes of standings. What is met has no shape, what has no data has its word and is hatched. */
export const standings: Record<Standing, { label: MessageDescriptor; tone: Tone; icon: Icon | undefined }> = {
  met: { label: msg`met`, tone: 'good', icon: undefined },
  close: { label: msg`met, but close to the target`, tone: 'warn', icon: IconAlertTriangle },
  missed: { label: msg`missed`, tone: 'bad', icon: IconX },
  risk: { label: msg`at risk: it can no longer meet the target`, tone: 'bad', icon: IconAlertOctagon },
  silent: { label: msg`no data`, tone: 'quiet', icon: undefined },
  open: { label: msg`nothing is promised`, tone: 'quiet', icon: IconPointFilled },
  concealed: { label: msg`concealed`, tone: 'quiet', icon: IconLock },
};

/** Whether somebody has to do something about it. */
export const isOff = (standing: Standing): boolean => standing === 'missed' || standing === 'risk';
