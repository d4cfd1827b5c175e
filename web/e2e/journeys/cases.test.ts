import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT } from '../demo';
import { keyboard, mouse } from '../hands';
import { accessible, type House, openHouse, settled, type Sitting, tabTo } from '../house';

const NEIGHBOUR = 'nina.falk@castor.example';
const title = 'The plotter of the building office stopped';

/** Chooses to whom a case goes. */
type Choose = (page: Page, name: string) => Promise<void>;

const byMouse: Choose = (page, name) => page.getByRole('radio', { name, exact: true }).click();

const byKeys: Choose = async (page, name) => {
  await tabTo(page, 'radio', /./);
  const wanted = page.getByRole('radio', { name, exact: true });
  for (let times = 0; times < 20; times += 1) {
    await page.keyboard.press(times === 0 ? 'Space' : 'ArrowDown');
    if ((await wanted.getAttribute('aria-checked')) === 'true') return;
  }
  throw new Error(`the arrow keys do not lead to ${name}`);
};

describe.each([
  ['with the mouse', mouse, byMouse],
  ['with the keyboard alone', keyboard, byKeys],
])('%s', (_, handOf, choose) => {
  let house: House;
  let agent: Sitting;
  let neighbour: Sitting;
  beforeAll(async () => {
    house = await openHouse();
    agent = await house.seat(AGENT);
    neighbour = await house.seat(NEIGHBOUR);
  });
  afterAll(() => house.close());

  test('an agent hands a case over, is warned, and picks the neighbour, who takes it on', async () => {
    const [hand, other] = [handOf(agent.page), handOf(neighbour.page)];
    const { page } = agent;
    await hand.press('link', 'Cases');
    await settled(page);
    await hand.press('link', 'Take in a case');
    await settled(page);
    await hand.write('What it is about', title);
    await hand.choose('Service', 'Devices and repair');
    await hand.press('button', 'Take it in');
    await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();

    await hand.open('Hand over');
    await page.getByRole('radio').first().waitFor();
    await choose(page, 'Network and hosting, Nordlicht Networks');
    await page.getByText('This is outside of what Network and hosting, Nordlicht Networks has agreed to').waitFor();
    expect(await accessible(page, 'the hand-over with its warning')).toEqual([]);
    await hand.agree('Offer it to Devices, Castor Workplace');
    await page.getByText('Offered to Devices, Castor Workplace').waitFor();

    // the neighbour finds it in what waits for them
    await neighbour.open('/');
    await neighbour.page.getByRole('link', { name: new RegExp(title) }).first().focus();
    await neighbour.page.keyboard.press('Enter');
    await neighbour.page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
    await other.open('Take it on');
    await other.agree('Take it on');
    await neighbour.page.getByRole('button', { name: 'Hand over' }).waitFor();
    await neighbour.page.getByText('Taken on · Devices, Castor Workplace').waitFor();

    expect([...agent.complaints, ...neighbour.complaints]).toEqual([]);
  });
});
