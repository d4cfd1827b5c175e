import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { COORDINATOR } from '../demo';
import { type Hand, keyboard, mouse } from '../hands';
import { type House, openHouse, settled, type Sitting } from '../house';

const NEIGHBOUR = 'paul.amsel@meridian.example';

// two promises that Castor missed in February; of the days of March that are over, the third was good and the fourth was not
const worked = { name: 'Cases resolved in time, Castor Workplace, February 2026', plan: 'Spare devices on every floor', day: '2026-03-03', told: 'Tue 3 Mar 2026' };
const failed = { name: 'Hours to resolution, on average, Castor Workplace, February 2026', plan: 'A second desk at noon', day: '2026-03-04', told: 'Wed 4 Mar 2026' };

describe.each([
  ['with the mouse', mouse],
  ['with the keyboard alone', keyboard],
])('%s', (_, handOf) => {
  let house: House;
  let manager: Sitting;
  let neighbour: Sitting;
  beforeAll(async () => {
    house = await openHouse();
    manager = await house.seat(COORDINATOR);
    neighbour = await house.seat(NEIGHBOUR);
  });
  afterAll(() => house.close());

  /** From the board to the deviation, which is accepted and gets a plan that two companies carry. */
  async function plan(hand: Hand, { name, plan: title, day }: typeof worked): Promise<void> {
    const { page } = manager;
    await hand.press('link', 'Deviations');
    await settled(page);
    await hand.choose('Company', 'Castor Workplace');
    await page.waitForURL(/company=castor/);
    await hand.press('link', name);
    await page.getByRole('heading', { name: 'Evidence' }).waitFor();
    await hand.open('Give the verdict');
    await hand.agree('Give the verdict for Castor Workplace');
    await page.getByRole('heading', { name: 'Verdict' }).waitFor();

    await hand.open('Plan a corrective action');
    await hand.write('Title', title);
    await hand.write('What is to be done', 'Put them there');
    await hand.choose('Owner', 'Nina Falk');
    await hand.date('Due', '2026-03-06');
    await hand.press('button', 'Another task');
    await hand.write('What is to be done', 'Tell the users');
    await hand.choose('Company', 'Meridian Service Integration');
    await hand.choose('Owner', 'Paul Amsel');
    await hand.date('Due', '2026-03-06');
    await hand.choose('In each', 'Day');
    await hand.date('From', day);
    await hand.write('How many in a row', '1');
    await hand.agree('Draft it');
    await hand.open('Propose');
    await hand.agree('Propose');
    await page.getByText('Meridian Service Integration has not').first().waitFor();
  }

  /** The other company finds it in its inbox, and says yes to it and to its task. */
  async function consent(hand: Hand, { plan: title }: typeof worked): Promise<void> {
    const { page } = neighbour;
    await page.goto('/');
    await settled(page);
    await page.getByRole('link', { name: title, exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: title }).waitFor();
    await hand.open('Consent for Meridian Service Integration');
    await hand.agree('Consent');
    await hand.open('Accept the task Tell the users');
    await hand.agree('Accept');
  }

  /** The work begins, is done, and the day of the criterion is assessed. */
  async function prove(hand: Hand, other: Hand, { told }: typeof worked): Promise<void> {
    // what the other company said appears by itself
    await manager.page.getByText('Meridian Service Integration has not').first().waitFor({ state: 'detached' });
    await hand.open('Consent for Castor Workplace');
    await hand.agree('Consent');
    await hand.open('Accept the task Put them there');
    await hand.agree('Accept');
    await hand.open('Start');
    await hand.agree('Start');
    await hand.open('Report the task Put them there as done');
    await hand.write('What shows that it is done', 'A photo of each shelf');
    await hand.agree('Report as done');
    await other.open('Report the task Tell the users as done');
    await other.write('What shows that it is done', 'The mail of today');
    await other.agree('Report as done');
    await hand.open('Assess a period');
    await hand.choose('Period', told);
    await hand.agree('Assess');
  }

  const stands = (state: string) => manager.page.locator('[aria-current="step"]').getByText(state).waitFor();
  afterEach(() => {
    expect([...manager.complaints, ...neighbour.complaints]).toEqual([]);
  });

  test('a deviation whose action worked is closed by the day that proves it', async () => {
    const [hand, other] = [handOf(manager.page), mouse(neighbour.page)];
    await plan(hand, worked);
    await consent(other, worked);
    await prove(hand, other, worked);
    await stands('Closed');
    await manager.page.getByText('Every period of its criterion met it.').waitFor();
  }, 300_000);

  test('one whose action did not work is sent back one level up, and waits for another verdict', async () => {
    const [hand, other] = [handOf(manager.page), mouse(neighbour.page)];
    await plan(hand, failed);
    await consent(other, failed);
    await prove(hand, other, failed);
    await stands('Open');
    await manager.page.getByText('Level 2: an action against it did not work').waitFor();
    await hand.open('Give the verdict');
    await hand.agree('Give the verdict for Castor Workplace');
    await stands('Reviewed');
  }, 300_000);
});
