import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AGENT, COORDINATOR, within } from '../demo';
import { mouse } from '../hands';
import { accessible, type House, openHouse, settled, type Sitting } from '../house';

const NEIGHBOUR = 'tove.lind@nordlicht.example';

let house: House;
/** Who has the case, a coordinator of the company that is waited for, and one of another company. */
let agent: Sitting;
let asked: Sitting;
let clara: Sitting;
beforeAll(async () => {
  house = await openHouse();
  [agent, asked, clara] = [await house.seat(AGENT), await house.seat(NEIGHBOUR), await house.seat(COORDINATOR)];
});
afterAll(() => house.close());
afterEach(() => {
  expect([agent, asked, clara].flatMap(({ complaints }) => complaints)).toEqual([]);
});

/** Takes a case in and pauses it for what only the other company can do, who is led to it by what waits for them. */
async function pause(title: string): Promise<void> {
  const { page } = agent;
  const hand = mouse(page);
  await agent.open(within('cases/new'));
  await hand.write('What it is about', title);
  await hand.choose('Service', 'Network and hosting');
  await hand.press('button', 'Take it in');
  await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
  await hand.open('Pause');
  await hand.choose('Why', 'Waits for the network supplier');
  await page.getByText('It counts only once Nordlicht Networks consents').waitFor();
  await hand.write('More about it', 'The line has to be measured first.');
  await hand.agree('Pause');
  await page.getByText('It does not count yet: Nordlicht Networks has not consented. The clocks run.').waitFor();
  await page.getByText('Does not count', { exact: true }).first().waitFor();
  const [reference = ''] = /C-\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText()) ?? [];
  await asked.open('/');
  await asked.page.getByRole('listitem').filter({ hasText: 'Pause' }).getByRole('link', { name: reference }).click();
  await asked.page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
  await settled(asked.page);
}

test('a pause that needs another company’s consent counts once they have given it', async () => {
  const hand = mouse(asked.page);
  await pause('The cash desk waits for its line');
  await hand.open('Consent to the pause');
  await hand.agree('Consent');
  await asked.page.getByText('Consented to:').first().waitFor();
  await asked.page.getByText('Counts', { exact: true }).first().waitFor();
  expect(await asked.page.getByRole('button', { name: 'Consent to the pause' }).count()).toBe(0);
  await agent.page.reload();
  await settled(agent.page);
  await agent.page.getByText('Counts', { exact: true }).first().waitFor();
  expect(await agent.page.getByText('The clocks run.').count()).toBe(0);
  expect(await accessible(agent.page, 'a paused case')).toEqual([]);
});

test('a company that refuses disputes the time, and another one decides', async () => {
  const hand = mouse(asked.page);
  await pause('The meeting room waits for its line');
  await hand.open('Dispute time');
  await hand.write('Reason', 'Nobody has ever ordered the line from us.');
  await hand.agree('Dispute it');
  await asked.page.getByText('Nobody has ever ordered the line from us.').first().waitFor();
  expect(await asked.page.getByRole('button', { name: 'Decide' }).count()).toBe(0);

  await clara.page.goto(asked.page.url());
  await clara.page.getByText('Nobody has ever ordered the line from us.').first().waitFor();
  const other = mouse(clara.page);
  await other.open('Decide');
  await other.choose('Where the time goes', 'It stays where it is');
  await other.write('Reason', 'There is no order.');
  await other.agree('Decide');
  await clara.page.getByText('There is no order.').first().waitFor();
  await clara.page.getByText('Does not count', { exact: true }).first().waitFor();
});

test('what would have been under another target is compared with what was, and taken away again', async () => {
  const { page } = clara;
  const hand = mouse(page);
  await clara.open(within('cases?queue=all'));
  await hand.press('link', 'What if');
  await page.getByText(/^Change something above/).waitFor();
  const kept = page.getByRole('region', { name: 'Targets kept, before and after' }).getByRole('row');
  const cells = () => kept.filter({ has: page.getByText('network', { exact: true }) }).getByRole('cell').allInnerTexts();
  expect(await cells()).toEqual(['0% (0 of 1)', '0% (0 of 1)', '–']);
  await hand.choose('Clock', 'network: Nordlicht Networks, Resolution, 6 h');
  await hand.write('Target in hours', '100');
  await hand.press('button', 'Try it');
  await page.getByText(/^[1-9]\d* of \d+ cases would have come to something else/).waitFor();
  expect(await cells()).toEqual(['0% (0 of 1)', '100% (1 of 1)', '+100 pp']);
  expect(await accessible(page, 'a comparison')).toEqual([]);

  // the address keeps what is tried
  await page.reload();
  await page.getByText(/^[1-9]\d* of \d+ cases would have come to something else/).waitFor();
  await hand.press('button', 'Take target.network away');
  await expect.poll(cells).toEqual(['0% (0 of 1)', '0% (0 of 1)', '–']);
});
