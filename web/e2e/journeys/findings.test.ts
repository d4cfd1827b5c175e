import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { COORDINATOR, SME, within } from '../demo';
import { mouse } from '../hands';
import { accessible, type House, openHouse, type Sitting } from '../house';

const NEIGHBOUR = 'tove.lind@nordlicht.example';

let house: House;
/** A coordinator of Castor, one of Nordlicht, and an expert of Nordlicht. */
let clara: Sitting;
let tove: Sitting;
let expert: Sitting;
beforeAll(async () => {
  house = await openHouse();
  [clara, tove, expert] = [await house.seat(COORDINATOR), await house.seat(NEIGHBOUR), await house.seat(SME)];
});
afterAll(() => house.close());
afterEach(() => {
  expect([clara, tove, expert].flatMap(({ complaints }) => complaints)).toEqual([]);
});

test('the group lives with a finding for a reason that everybody reads, until it does no more', async () => {
  const reason = 'By day two are better than one.';
  const { page } = clara;
  const hand = mouse(page);
  const line = ({ page }: Sitting) => page.getByRole('listitem').filter({ hasText: 'Overlap' });
  await tove.open(within('findings'));
  await line(tove).waitFor();
  await clara.open(within('findings'));
  await line(clara).getByRole('link', { name: 'Network and hosting' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overlap: Network and hosting' }).waitFor();

  await hand.open('Live with it');
  await hand.press('button', 'Accept it');
  expect(await page.getByLabel('Reason').evaluate((field) => field.matches(':invalid:focus'))).toBe(true);
  await hand.write('Reason', reason);
  expect(await accessible(page, 'accepting a finding')).toEqual([]);
  await hand.agree('Accept it');
  await page.getByText(reason).waitFor();
  await page.getByText('Clara Weiss (Castor Workplace) accepted it').waitFor();

  // it counts as decided for the others, too
  const other = mouse(tove.page);
  await line(tove).waitFor({ state: 'detached' });
  await other.choose('State', 'Accepted');
  await line(tove).getByRole('link', { name: 'Network and hosting' }).click();
  await tove.page.getByText(reason).waitFor();
  await other.open('Live with it no more');
  await other.agree('Open it again');
  await page.getByText(reason).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Live with it', exact: true }).waitFor();
});

test('an expert plans what a team learns, a coordinator lets one of their own off who has not learnt it, and the expert records that she has', async () => {
  const { page } = expert;
  const hand = mouse(page);
  await expert.open(within('training'));
  await hand.open('Plan a training');
  await hand.choose('Boundary', 'The network, in shifts');
  await hand.choose('Team that learns', 'Service desk of the town');
  await hand.write('What is taught', 'Which lines are whose\nWhom to call at night');
  await hand.write('A completion counts for so many days', '180');
  await hand.agree('Plan it');
  const card = (of: Sitting) => of.page.getByRole('region', { name: 'Service desk of the town' });
  const member = (name: string) => card(clara).getByRole('row').filter({ hasText: name });
  await card(expert).getByText('Whom to call at night').waitFor();
  await card(expert).getByText('Counts for 180 days.').waitFor();
  expect(await accessible(page, 'a training')).toEqual([]);

  // a coordinator sees those of their own company
  await clara.open(within('training'));
  await member('Nina Falk').getByText('may not').waitFor();
  const other = mouse(clara.page);
  await other.open('Let Nina Falk off');
  await other.date('Last day', '2026-04-30');
  await other.write('Reason', 'She joins the next course.');
  expect(await accessible(clara.page, 'a waiver')).toEqual([]);
  await other.agree('Let off');
  await member('Nina Falk').getByText('Clara Weiss: She joins the next course.').waitFor();
  await member('Nina Falk').getByText('may take it').waitFor();

  await hand.open('Plan it otherwise');
  await hand.write('A completion counts for so many days', '90');
  await hand.agree('Plan it so');
  await card(expert).getByText('Counts for 90 days.').waitFor();

  // whoever teaches sees whom they teach, and records who has learnt it
  await hand.open('Record that Nina Falk completed it');
  await hand.write('What shows it', 'The list of the course');
  await hand.agree('Record it');
  const taught = card(expert).getByRole('row').filter({ hasText: 'Nina Falk' });
  await taught.getByText('The list of the course').waitFor();
  await taught.getByText('may take it').waitFor();
});
