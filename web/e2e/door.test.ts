import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COORDINATOR, within } from './demo';
import { accessible, type House, openHouse, settled } from './house';
import { PASSWORD } from './server';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a wrong password is told, a right one leads to the page that was asked for', async () => {
  const { page } = await house.stranger();
  await page.goto(within('deviations'));
  await page.waitForURL(/sign-in/);
  await page.getByLabel('E-mail address').fill(COORDINATOR);
  await page.locator('input[name=password]').fill('not this one');
  await page.keyboard.press('Enter');
  await page.getByText('The address or the password is wrong.').waitFor();
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(within('deviations')));
});

test('nobody is led to another site after a sign-in', async () => {
  const { page } = await house.stranger();
  await page.goto('/sign-in?to=//elsewhere.example/');
  await page.getByLabel('E-mail address').fill(COORDINATOR);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  expect(new URL(page.url()).origin).toBe(house.base);
});

test('an ended session asks for the password and goes on where it was', async () => {
  const { page } = await house.seat(COORDINATOR);
  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Scorecard' }).click();
  await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
  await page.getByLabel(`Password of ${COORDINATOR}`).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(within('scorecard'));
  // what was asked for when the session had ended is asked for again
  await page.getByRole('table').first().waitFor();
});

test.each(['sign-in', 'set-up', 'invitation'])('%s is accessible, light and dark', async (path) => {
  const folder = fileURLToPath(new URL('./pictures/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, complaints } = await house.stranger({ colorScheme });
    await page.goto(`/${path}`);
    await settled(page);
    await page.screenshot({ path: `${folder}${path}-${colorScheme}.png` });
    expect(await accessible(page, path)).toEqual([]);
    expect(complaints).toEqual([]);
  }
});
