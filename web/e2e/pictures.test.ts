import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible, type House, openHouse, settled, type Sitting } from './house';
import { pages } from './pages';

const folder = fileURLToPath(new URL('./pictures/', import.meta.url));
const looks = [
  { look: 'light-wide', colorScheme: 'light', viewport: { width: 1360, height: 900 } },
  { look: 'dark-wide', colorScheme: 'dark', viewport: { width: 1360, height: 900 } },
  { look: 'light-narrow', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { look: 'dark-narrow', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

let house: House;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  house = await openHouse();
});
afterAll(() => house.close());

describe.each(looks)('$look', ({ look, ...options }) => {
  const sittings = new Map<string, Sitting>();
  const seat = async (email: string) => {
    const sitting = sittings.get(email) ?? (await house.seat(email, options));
    sittings.set(email, sitting);
    return sitting;
  };
  afterAll(async () => {
    for (const { page } of sittings.values()) await page.context().close();
  });

  test.each(pages)('$name', async ({ name, as, path }) => {
    const sitting = await seat(as);
    const { page, complaints } = sitting;
    complaints.length = 0;
    await sitting.open(typeof path === 'string' ? path : await path(sitting));
    await page.waitForLoadState('networkidle');
    await settled(page);
    await page.screenshot({ path: `${folder}${name}-${look}.png`, fullPage: true });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(beyond, 'the page scrolls sideways').toBeLessThanOrEqual(0);
    await accessible(page, name);
    expect(complaints).toEqual([]);
  });
});
