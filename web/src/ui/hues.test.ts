import { expect, test } from 'vitest';
import { hues, huesOf } from './hues';

/** The relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (one: string, other: string) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

test('every hue is seen on the ground it stands on', () => {
  for (const { light, dark } of hues) {
    expect(contrast(light, '#fbfcfc')).toBeGreaterThanOrEqual(3);
    expect(contrast(dark, '#242424')).toBeGreaterThanOrEqual(3);
  }
});

test('a company that joins later changes nobody’s hue', () => {
  const bound = (code: string, joins: string) => ({ joins, company: { id: code, code } });
  const before = huesOf([bound('nordlicht', '2025-01-01'), bound('castor', '2025-01-01')]);
  const after = huesOf([bound('arnau', '2026-01-01'), bound('nordlicht', '2025-01-01'), bound('castor', '2025-01-01')]);
  expect(before.get('castor')).toEqual(hues[0]);
  expect([...before].every(([company, hue]) => after.get(company) === hue)).toBe(true);
  expect(after.get('arnau')).toEqual(hues[2]);
});
