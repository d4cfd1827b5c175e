import { expect, test } from 'vitest';
import { warningOf } from './target';

const promised = (value: string, warning: string | null, validFrom: string, company: string | null = null) => ({ company: company ? { id: company } : null, service: null, value, warning, validFrom });

test('a figure warns at the level of the promise that it is judged by', () => {
  const targets = [promised('0.92', '0.94', '2025-01-01'), promised('0.93', '0.95', '2026-01-01'), promised('0.88', '0.9', '2025-01-01', 'berger')];
  const cell = (target: string | null, period: string, company?: string) => ({ target, period, service: null, company: company ? { id: company, code: company, name: company } : null });
  expect(warningOf(cell('0.92', '2025-12'), targets)).toBe('0.94');
  expect(warningOf(cell('0.93', '2026-02'), targets)).toBe('0.95');
  expect(warningOf(cell('0.88', '2026-02', 'berger'), targets)).toBe('0.9');
  expect(warningOf(cell('1', '2026-02'), targets)).toBeUndefined();
  expect(warningOf(cell(null, '2026-02'), targets)).toBeUndefined();
});
