import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGENT, COORDINATOR, within } from './demo';
import { keyboard } from './hands';
import { type House, openHouse, settled, type Sitting } from './house';
import { offered } from './paths';

let house: House;
let clara: Sitting;
beforeAll(async () => {
  house = await openHouse();
  clara = await house.seat(COORDINATOR);
});
afterAll(() => house.close());

/** What has the focus: its element, and what it says. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const held = document.activeElement;
    return `${held?.localName}: ${held?.getAttribute('aria-label') ?? held?.textContent}`;
  });

const focusIsOn = (page: Page, what: string) => expect.poll(() => focused(page), { timeout: 5_000 }).toBe(what);

test('a page that one goes to begins at its heading', async () => {
  const { page, open } = clara;
  await open('/');
  await page.getByRole('link', { name: 'Deviations' }).click();
  await focusIsOn(page, 'h1: Deviations');
  // one whose heading is known only once it was read
  await page.locator('main [data-row]').first().press('Enter');
  await page.waitForURL(/deviations\/./);
  await settled(page);
  await focusIsOn(page, `h1: ${await page.getByRole('heading', { level: 1 }).innerText()}`);
});

test('a tab keeps the focus', async () => {
  const { page, open } = clara;
  await open(within('meetings'));
  await page.getByRole('tab', { name: 'Decisions' }).click();
  await page.waitForURL(/tab=decisions/);
  await settled(page);
  await focusIsOn(page, 'button: Decisions');
});

test('a dialog that closes gives the focus back to what opened it', async () => {
  const { page, open } = clara;
  const hand = keyboard(page);
  await open('/account?tab=tokens');
  await hand.open('New token');
  await page.keyboard.press('Escape');
  await focusIsOn(page, 'button: New token');
  // one dialog leads to another
  await hand.open('New token');
  await hand.write('What it is for', 'focus');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Your new token' }).waitFor();
  await hand.press('button', 'I have kept it');
  await focusIsOn(page, 'button: New token');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await focusIsOn(page, 'button: New token');
});

test('what was refused leads to what is to be mended', async () => {
  const { page, open } = clara;
  const hand = keyboard(page);
  await open('/account?tab=tokens');
  await hand.open('New token');
  await hand.write('What it is for', '   ');
  await hand.press('button', 'Make it');
  const field = page.getByRole('textbox', { name: 'What it is for' });
  await expect.poll(() => field.evaluate((one) => one === document.activeElement && one.getAttribute('aria-invalid') === 'true'), { timeout: 5_000 }).toBe(true);
});

test('where what opened a dialog is gone with it, the focus is on the heading', async () => {
  const { page, open, ask } = clara;
  const hand = keyboard(page);
  await ask('mutation { createToken(input: { name: "an old system", scopes: [READ], days: 9 }) { created { token { id } } } }');
  await open('/account?tab=tokens');
  await page.getByRole('button', { name: 'Revoke an old system' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await hand.agree('Revoke');
  await page.getByRole('row').filter({ hasText: 'an old system' }).getByText('revoked').waitFor();
  await focusIsOn(page, `h1: ${await page.getByRole('heading', { level: 1 }).innerText()}`);
});

test('what somebody else changes is told to those who listen', async () => {
  const agent = await house.seat(AGENT);
  const { page } = agent;
  await agent.open(await offered(agent));
  const id = page.url().split('/').at(-1);
  const { node } = await agent.ask('query ($id: ID!) { node(id: $id) { ... on Case { revision } } }', { id });
  // a region that was there before: what comes together with its region is told to nobody
  const mark = await page.locator('main [aria-live="polite"]').filter({ hasText: /./ }).first().elementHandle();
  const log = await page.getByRole('log', { name: 'What happened' }).elementHandle();
  const lines = () => log?.evaluate((one) => (one.isConnected ? one.querySelectorAll('li').length : 0));
  const before = (await lines()) ?? 0;
  expect(before).toBeGreaterThan(0);
  await agent.ask('mutation ($input: CaseReasonInput!) { cancelCase(input: $input) { case { id } refusals { message } } }', { input: { case: id, revision: node.revision, reason: 'It was a cable.' } });
  await expect.poll(() => mark?.evaluate((one) => (one.isConnected ? one.textContent : 'gone')), { timeout: 10_000 }).toContain('Withdrawn');
  await expect.poll(lines, { timeout: 10_000 }).toBeGreaterThan(before);
});
