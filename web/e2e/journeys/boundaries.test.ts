import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AGREEMENT, SME, within } from '../demo';
import { accessible, type House, openHouse, settled, type Sitting, tabTo } from '../house';

const NEIGHBOUR = 'sara.myhre@halden.example';
const GAP = 'Gap: Network and hosting';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** What is found that is wrong with the network: kinds of findings, as the API tells them. */
async function found({ ask }: Sitting): Promise<string[]> {
  const { agreement } = await ask(`{ agreement(code: "${AGREEMENT}") { coverage { findings(first: 20, filter: { state: [OPEN] }) { nodes { kind service { code } } } } } }`);
  return agreement.coverage.findings.nodes.filter((one: { service: { code: string } }) => one.service.code === 'network').map(({ kind }: { kind: string }) => kind);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Waits until the preview tells that something would close. */
const foretells = (page: Page, kind: string) => page.getByRole('list', { name: 'Would close' }).getByText(kind, { exact: true }).waitFor();

test('an expert proposes a boundary, a neighbour objects, it is mended and approved, and the gap is gone', async () => {
  const [mira, sara] = [await house.seat(SME), await house.seat(NEIGHBOUR)];
  expect(await found(mira)).toContain('GAP');

  // from the gap to the boundary that leaves it open
  await mira.page.getByRole('link', { name: 'Boundaries' }).click();
  await mira.page.getByRole('link', { name: 'Findings', exact: true }).click();
  await mira.page.getByRole('listitem').filter({ hasText: 'Gap' }).getByRole('link', { name: 'Network and hosting' }).click();
  await heading(mira.page, GAP);
  await mira.page.getByRole('link', { name: 'Who answers for Network and hosting' }).click();
  await mira.page.getByRole('link', { name: 'The network, in shifts' }).click();
  await mira.page.getByRole('link', { name: 'Change it' }).click();

  // round the clock, so that nobody has to take over; the editor tells what that closes before it is saved
  await mira.page.getByLabel('Open hours').selectOption({ label: 'Network operations' });
  await mira.page.getByLabel('Title').fill('The network, round the clock');
  await foretells(mira.page, 'Gap');
  await mira.page.getByRole('button', { name: 'Save and close' }).click();
  await heading(mira.page, 'The network, round the clock');
  await mira.page.getByText('changed').first().waitFor();
  await mira.page.getByRole('button', { name: 'Propose' }).click();
  await mira.page.getByText('These are asked: Halden Cloud.').waitFor();
  await mira.page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
  await mira.page.getByText('Being agreed on').waitFor();
  expect(await accessible(mira.page, 'a proposal')).toEqual([]);

  // the neighbour finds it in what waits for her, says what is missing at the field, and objects
  await sara.open('/');
  await sara.page.getByRole('link', { name: /network, round the clock/i }).click();
  await heading(sara.page, 'The network, round the clock');
  await sara.page.getByRole('button', { name: 'Comment on “Hours: has to be told”' }).click();
  await sara.page.getByRole('textbox', { name: 'Comment' }).fill('At night we need the host, too.');
  await sara.page.getByRole('button', { name: 'Say it' }).click();
  await sara.page.getByText('At night we need the host, too.').waitFor();
  await sara.page.getByRole('button', { name: 'Object' }).click();
  await sara.page.getByLabel('Reason').fill('See what I said about the night.');
  await sara.page.getByRole('dialog').getByRole('button', { name: 'Object' }).click();
  await sara.page.getByRole('dialog').waitFor({ state: 'detached' });

  // it comes back by itself, is mended, and proposed again
  await mira.page.getByText('Objected to').waitFor();
  await mira.page.getByRole('link', { name: 'Edit the draft' }).click();
  await mira.page.getByText('At night we need the host, too.').waitFor();
  expect(await accessible(mira.page, 'the editor')).toEqual([]);
  await mira.page.getByRole('button', { name: 'Add: To be told' }).click();
  await mira.page.getByRole('textbox', { name: 'To be told 3' }).fill('The host');
  await mira.page.getByRole('button', { name: 'Save and close' }).click();
  await mira.page.getByRole('button', { name: 'Settle it' }).click();
  await mira.page.getByText(/settled by/).waitFor();
  await mira.page.getByRole('button', { name: 'Propose' }).click();
  await mira.page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();

  await sara.page.getByRole('button', { name: 'Approve' }).click();
  await sara.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await sara.page.getByText('Version 2 in force').waitFor();
  expect(await found(mira)).not.toContain('GAP');
  await mira.page.getByText('Version 2 in force').waitFor();
  await mira.open(within('findings'));
  await mira.page.getByRole('listitem').filter({ hasText: 'Overlap' }).waitFor();
  expect(await mira.page.getByRole('listitem').filter({ hasText: 'Gap' }).count()).toBe(0);
  expect([...mira.complaints, ...sara.complaints]).toEqual([]);
});

/** Goes to something with Tab alone, and presses it. */
async function press(page: Page, role: string, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press(key);
}

test('the same with the keyboard alone', async () => {
  const [mira, sara] = [await house.seat(SME), await house.seat(NEIGHBOUR)];
  await mira.page.keyboard.press('g');
  await mira.page.keyboard.press('b');
  await heading(mira.page, 'Boundaries');
  await settled(mira.page);
  await press(mira.page, 'link', 'The network, in shifts');
  await heading(mira.page, 'The network, in shifts');
  await press(mira.page, 'link', 'Change it');
  await heading(mira.page, /^Draft/);
  await tabTo(mira.page, 'combobox', 'Open hours');
  await mira.page.keyboard.press('ArrowUp');
  await foretells(mira.page, 'Gap');
  await mira.page.keyboard.press('Control+s');
  await mira.page.getByText('Saved: this is what the draft says.').waitFor();
  await press(mira.page, 'link', 'The network, in shifts');
  await press(mira.page, 'button', 'Propose');
  await mira.page.getByRole('dialog', { name: 'Propose to the neighbours' }).waitFor();
  await mira.page.keyboard.press('Enter');
  await mira.page.getByText('Being agreed on').waitFor();

  await sara.open('/');
  await press(sara.page, 'link', /network, in shifts/i);
  await heading(sara.page, 'The network, in shifts');
  await press(sara.page, 'button', 'Object');
  await sara.page.getByRole('dialog').getByLabel('Reason').waitFor();
  await sara.page.keyboard.type('Say that it is round the clock.');
  await press(sara.page, 'button', 'Object');
  await sara.page.getByText('Objected to').waitFor();

  await mira.page.getByText('Objected to').waitFor();
  await press(mira.page, 'link', 'Edit the draft');
  await heading(mira.page, /^Draft/);
  await tabTo(mira.page, 'textbox', 'Title');
  await mira.page.keyboard.press('Control+a');
  await mira.page.keyboard.type('The network, round the clock');
  await mira.page.keyboard.press('Control+s');
  await mira.page.getByText('Saved: this is what the draft says.').waitFor();
  await press(mira.page, 'link', 'The network, round the clock');
  await press(mira.page, 'button', 'Propose');
  await mira.page.getByRole('dialog', { name: 'Propose to the neighbours' }).waitFor();
  await mira.page.keyboard.press('Enter');

  await press(sara.page, 'button', 'Approve');
  await sara.page.getByRole('dialog').waitFor();
  await press(sara.page, 'button', 'Approve');
  await sara.page.getByText('Version 2 in force').waitFor();
  expect(await found(mira)).not.toContain('GAP');
  expect([...mira.complaints, ...sara.complaints]).toEqual([]);
});
