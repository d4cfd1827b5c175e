import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, type House, openHouse, settled, type Sitting } from './house';
import { pages } from './pages';

const folder = fileURLToPath(new URL('./pictures/', import.meta.url));
/** What stands on a page that shows nothing, to whoever may see it or not. */
const NOTHING = /^(Not here|There is nothing here for you|This could not be loaded|This page failed)$/;
const wide = { width: 1360, height: 900 };
const narrow = { width: 390, height: 844 };

let house: House;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  house = await openHouse();
});
afterAll(() => house.close());

const sittings = new Map<string, Sitting>();
async function seat(email: string): Promise<Sitting> {
  const sitting = sittings.get(email) ?? (await house.seat(email));
  sittings.set(email, sitting);
  return sitting;
}

test.each(pages)('$name', async ({ name, as, path }) => {
  const sitting = await seat(as);
  const { page, complaints } = sitting;
  complaints.length = 0;
  await page.setViewportSize(wide);
  await sitting.open(typeof path === 'string' ? path : await path(sitting));
  await page.waitForLoadState('networkidle');
  const told: string[] = [];
  if ((await page.getByText(NOTHING).count()) > 0) told.push(`${name}: there is nothing on it`);
  for (const [look, viewport] of Object.entries({ wide, narrow })) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      await page.screenshot({ path: `${folder}${name}-${colorScheme}-${look}.png`, fullPage: true });
      if (look === 'wide') told.push(...(await accessible(page, `${name}, ${colorScheme}`)));
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (beyond > 0) told.push(`${name}, ${look}: the page scrolls sideways by ${beyond} px`);
  }
  expect([...told, ...complaints]).toEqual([]);
});
