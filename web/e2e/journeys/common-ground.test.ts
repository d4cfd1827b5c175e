import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AGENT, COORDINATOR, CUSTOMER, within } from '../demo';
import { mouse } from '../hands';
import { accessible, type House, openHouse, settled, type Sitting } from '../house';

const NEIGHBOUR = 'tove.lind@nordlicht.example';

let house: House;
let agent: Sitting;
/** Coordinators of Castor and of Nordlicht. */
let clara: Sitting;
let tove: Sitting;
let customer: Sitting;
beforeAll(async () => {
  house = await openHouse();
  [agent, clara, tove, customer] = [await house.seat(AGENT), await house.seat(COORDINATOR), await house.seat(NEIGHBOUR), await house.seat(CUSTOMER)];
});
afterAll(() => house.close());
afterEach(() => {
  expect([agent, clara, tove, customer].flatMap(({ complaints }) => complaints)).toEqual([]);
});

/** A row of a table, by what stands in it. */
const rowOf = ({ page }: Sitting, table: string, text: string) => page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });

test('what a customer said is taken down with what shows it, answered by the companies concerned, and told the customer', async () => {
  const said = 'Tell us on Friday what is planned for the weekend.';
  const shown = 'Said at the town hall, by the head of the citizens’ office.';
  const answer = 'The plan of the weekend goes out on Fridays at noon.';
  const hand = mouse(agent.page);
  await agent.open(within('voices'));
  await hand.open('Take something down');
  await hand.choose('Kind', 'Preference');
  await hand.write('What was said', said);
  await hand.write('What shows it', shown);
  await hand.press('button', 'Take it down');
  // nobody is asked yet
  await agent.page.getByText(/name at least one of them/).waitFor();
  for (const name of ['Castor Workplace', 'Nordlicht Networks']) await agent.page.getByRole('checkbox', { name }).check();
  expect(await accessible(agent.page, 'what a customer said')).toEqual([]);
  await hand.agree('Take it down');
  await agent.page.getByRole('heading', { level: 1, name: 'What Town of Arnau prefers' }).waitFor();
  await agent.page.getByText('Waits for answers').waitFor();

  // one company acknowledges it, the other one answers; both find it in what waits for them
  for (const { open, page } of [clara, tove]) {
    await open('/');
    await page.getByRole('link', { name: new RegExp(said) }).first().click();
    await page.getByText(shown).waitFor();
  }
  await mouse(clara.page).press('button', 'Acknowledge');
  await clara.page.getByText('Acknowledged', { exact: true }).waitFor();
  expect(await clara.page.getByRole('button', { name: 'Acknowledge' }).count()).toBe(0);
  const other = mouse(tove.page);
  await other.open('Answer…');
  await other.write('What Nordlicht Networks does about it', answer);
  await other.agree('Answer');
  await tove.page.getByText('Heard by all').waitFor();

  await agent.page.reload();
  await settled(agent.page);
  await agent.page.getByText(answer).waitFor();
  await hand.open('Tell the customer…');
  await hand.write('Tell the customer what came of it', 'From next week on you get the plan on Fridays.');
  await hand.agree('Tell the customer');
  await agent.page.getByText('Customer was told', { exact: true }).waitFor();
  expect(await agent.page.getByRole('button', { name: /Tell the customer|Answer|Acknowledge/ }).count()).toBe(0);

  await customer.open(within('voices?tab=customer'));
  await customer.page.getByText('From next week on you get the plan on Fridays.').waitFor();
  const read = await customer.page.locator('main').innerText();
  expect(read).toContain(said);
  for (const inside of [shown, answer, 'Tove', 'Lea']) expect(read).not.toContain(inside);
});

test('a company says what its words mean; one of which nobody has said so is flagged, for all to see', async () => {
  const hand = mouse(clara.page);
  const own = (word: string) => rowOf(clara, 'Words of Castor Workplace', word);
  const head = ({ page }: Sitting) => page.getByRole('columnheader', { name: /Castor Workplace/ });
  await clara.open(within('words'));
  await head(clara).getByText('0 of 9').waitFor();
  for (const [word, means] of [['In Arbeit', 'in-work'], ['Zurückgestellt', 'Nobody knows yet']] as const) {
    await hand.open('Map a word of Castor Workplace');
    await hand.write('Own word', word);
    await hand.choose('Means', means);
    await hand.agree('Keep it');
  }
  await own('In Arbeit').getByText('in-work').waitFor();
  await own('Zurückgestellt').getByText('nobody has said').waitFor();
  await tove.open(within('words'));
  await head(tove).getByText('1 of 9 · 1 without meaning').waitFor();
  await rowOf(tove, 'What each company calls it', 'A team works on it.').getByText('In Arbeit').waitFor();

  await hand.open('Say what Zurückgestellt means');
  await hand.choose('Means', 'waiting');
  await hand.agree('Keep it');
  await head(clara).getByText('2 of 9', { exact: true }).waitFor();
  expect(await clara.page.getByText('nobody has said').count()).toBe(0);
  await hand.press('button', 'Take In Arbeit back');
  await head(clara).getByText('1 of 9', { exact: true }).waitFor();
});

test('a coordinator assesses how another company is aligned, and nobody their own', async () => {
  const question = 'Do its teams hand over as the boundaries say?';
  const { page } = clara;
  const hand = mouse(page);
  await clara.open(within('words?tab=alignment'));
  await page.getByText('Nobody assesses their own company').waitFor();
  expect(await page.getByRole('button', { name: /^Assess/ }).count()).toBe(0);
  await hand.choose('Company', 'Halden Cloud');
  await page.getByRole('table', { name: 'Alignment of Halden Cloud' }).waitFor();
  await hand.open(`Assess: ${question}`);
  await page.getByRole('radio', { name: '2 · in part, with a plan' }).check();
  await hand.write('Note', 'Four of ten offers name the host.');
  await hand.agree('Record it');
  const found = rowOf(clara, 'Alignment of Halden Cloud', question);
  await found.getByText('2 · in part, with a plan').waitFor();
  await found.getByText('Four of ten offers name the host.').waitFor();
  await rowOf(clara, 'Assessments of Halden Cloud', 'Four of ten').getByText('Clara Weiss, Castor Workplace').waitFor();
});
