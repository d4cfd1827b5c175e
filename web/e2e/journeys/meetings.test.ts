import { afterAll, beforeAll, expect, test } from 'vitest';
import { COORDINATOR, within } from '../demo';
import { type House, openHouse, settled, type Sitting } from '../house';

const CHAIR = 'paul.amsel@meridian.example';

let house: House;
let chair: Sitting;
let other: Sitting;
beforeAll(async () => {
  house = await openHouse();
  chair = await house.seat(CHAIR);
  other = await house.seat(COORDINATOR);
});
afterAll(() => house.close());

const dialog = ({ page }: Sitting) => page.getByRole('dialog');

/** Does what the open dialog asks for, and waits until it has closed. */
async function agree(sitting: Sitting, label: string): Promise<void> {
  await dialog(sitting).getByRole('button', { name: label, exact: true }).click();
  await dialog(sitting).waitFor({ state: 'detached' });
}

/** Calls a meeting for the next full hour, which leads to its page; the other one opens it, too. */
async function call(title: string): Promise<void> {
  const { page } = chair;
  await chair.open(within('meetings'));
  await page.getByRole('button', { name: 'Call a meeting' }).click();
  await dialog(chair).getByLabel('Title').fill(title);
  await agree(chair, 'Call it');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await settled(page);
  await other.open(new URL(page.url()).pathname);
}

test('a coordinator holds a meeting from its call to proposed minutes, and another one sees it happen', async () => {
  const { page } = chair;
  await call('Cash desks, an extra meeting');

  await page.getByRole('button', { name: 'Add a matter' }).click();
  await dialog(chair).getByLabel('Title').fill('Terminals that stand still');
  await agree(chair, 'Add it');
  await other.page.getByText('Terminals that stand still').waitFor();

  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await agree(chair, 'Start it');
  await other.page.getByText('Under way', { exact: true }).waitFor();

  // everybody is there, one of them by the deputy
  await page.getByRole('button', { name: 'Everybody is here' }).click();
  await other.page.getByText('Quorum', { exact: true }).waitFor();
  await page.getByRole('radiogroup', { name: 'Attendance of Oskar Dahl' }).getByText('Deputy').click();
  await other.page.getByText('Deputy Knut Solem').waitFor();

  // the matter is decided by a new decision
  await page.getByRole('button', { name: 'Outcome of Terminals that stand still' }).click();
  await page.getByRole('menuitem', { name: 'Decided, by a new decision…' }).click();
  await dialog(chair).getByLabel('What is to hold').fill('Halden restarts the terminal pool each night.');
  await agree(chair, 'Propose');
  await other.page.getByText('Halden restarts the terminal pool each night.').waitFor();
  await page.getByRole('button', { name: 'Consent to Terminals that stand still' }).click();

  // the other one speaks for their own company, and the chair sees it
  await other.page.getByRole('button', { name: 'Consent to Terminals that stand still' }).click();
  await page.getByRole('row', { name: /Castor Workplace Consents Clara Weiss .* in the meeting/ }).waitFor();

  await page.getByRole('button', { name: 'Assign an action item', exact: true }).click();
  await dialog(chair).getByLabel('What is to be done').fill('Restart the pool');
  await dialog(chair).getByLabel('Company').selectOption({ label: 'Halden Cloud' });
  await dialog(chair).getByLabel('Person').selectOption({ label: 'Oskar Dahl' });
  await dialog(chair).getByLabel('Done by').fill('2026-03-12');
  await agree(chair, 'Assign');
  await other.page.getByText('Restart the pool').waitFor();

  // minutes save themselves
  await page.getByLabel('Minutes').fill('The pool of terminals is restarted each night.');
  await page.getByText('Saved', { exact: true }).waitFor();
  await expect.poll(() => other.page.getByLabel('Minutes').inputValue(), { timeout: 15_000 }).toBe('The pool of terminals is restarted each night.');

  await page.getByRole('button', { name: 'End the meeting' }).click();
  await agree(chair, 'End it');
  await page.getByRole('button', { name: 'Propose the minutes' }).click();
  await other.page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByText('Approves', { exact: true }).waitFor();

  expect([...chair.complaints, ...other.complaints]).toEqual([]);
});

test('of minutes that two write at once nothing is lost', async () => {
  const { page } = chair;
  await call('Two who write');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await agree(chair, 'Start it');
  const theirs = other.page.getByLabel('Minutes');
  await theirs.waitFor();
  // the other one's line is down while the chair writes
  await other.page.context().setOffline(true);
  await theirs.fill('What the other one wrote.');
  await page.getByLabel('Minutes').fill('What the chair wrote.');
  await page.getByText('Saved', { exact: true }).waitFor();
  await other.page.context().setOffline(false);
  await other.page.getByText('Paul Amsel has written meanwhile').waitFor();
  await other.page.getByRole('button', { name: 'Put it below mine' }).click();
  await expect.poll(() => page.getByLabel('Minutes').inputValue(), { timeout: 15_000 }).toBe('What the other one wrote.\n\nWhat the chair wrote.');
});
