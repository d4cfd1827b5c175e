import { expect, test } from 'vitest';
import type { Plan } from './plan';
import { type Measured, namedOf, proofOf, shownOf } from './proof';

const criterion: Plan['criterion'] = { kpi: null, company: null, service: null, measure: 'AT_LEAST', value: '0.955', every: 'MONTH', after: '2026-01-01', periods: ['2026-01', '2026-02', '2026-03'] };
const plan: Pick<Plan, 'criterion' | 'state' | 'failedPeriod'> = { criterion, state: 'VERIFYING', failedPeriod: null };
const measured = (period: string, value: string | null, more: Partial<Measured> = {}): Measured => ({ period, value, target: '0.96', targetUpper: null, verdict: null, restatedFrom: null, ...more });
const standings = (of: Parameters<typeof proofOf>[0], figures: Measured[], ...frozen: string[]) => proofOf(of, figures, new Set(frozen)).map(({ standing }) => standing);

test('a period counts once it is assessed, and an edge is met exactly', () => {
  const figures = [measured('2025-12', '0.2'), measured('2026-01', '0.955'), measured('2026-02', '0.954999'), measured('2026-03', '0.99')];
  expect(standings(plan, figures, '2025-12', '2026-01', '2026-02')).toEqual(['before', 'met', 'missed', 'pending']);
});

test('silence that was assessed fails', () => {
  expect(standings(plan, [measured('2026-01', null), measured('2026-02', null)], '2026-01')).toEqual(['silent', 'pending']);
});

test('what was seen when the period was assessed decides, not what was corrected later', () => {
  const corrected = measured('2026-01', '0.9', { restatedFrom: '0.97' });
  expect(proofOf(plan, [corrected], new Set(['2026-01']))[0]).toMatchObject({ standing: 'met', value: '0.97', edge: '0.955' });
  expect(standings({ ...plan, state: 'SUCCEEDED' }, [measured('2026-01', '0.9')])).toEqual(['met']);
  expect(standings({ ...plan, state: 'FAILED', failedPeriod: '2026-02' }, [measured('2026-02', '0.99')])).toEqual(['missed']);
});

test('within the target is what the API says of the target', () => {
  const within: typeof plan = { ...plan, criterion: { ...criterion, measure: 'WITHIN_TARGET', value: null } };
  const figures = [measured('2026-01', '0.9', { verdict: 'MET' }), measured('2026-02', '0.99', { verdict: 'MISSED' })];
  expect(standings(within, figures, '2026-01', '2026-02')).toEqual(['met', 'missed']);
  expect(proofOf(within, figures, new Set())[0]?.edge).toBe('0.96');
});

test('a chart begins with the deviation where that is near, else some periods before', () => {
  expect(shownOf(plan, '2025-10')).toEqual({ last: '2026-03', count: 6 });
  expect(shownOf(plan, '2024-01')).toEqual({ last: '2026-03', count: 9 });
  expect(shownOf(plan, '2025-Q4')).toEqual({ last: '2026-03', count: 9 });
});

test('a criterion names the periods that begin on its day or later', () => {
  expect(namedOf('month', '2026-03-01', 2)).toEqual(['2026-03', '2026-04']);
  expect(namedOf('month', '2026-03-02', 2)).toEqual(['2026-04', '2026-05']);
  expect(namedOf('quarter', '2026-02-28', 1)).toEqual(['2026-Q2']);
});
