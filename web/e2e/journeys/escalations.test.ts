import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, COORDINATOR, CUSTOMER, SME, within } from '../demo';
import { mouse } from '../hands';
import { accessible, type House, openHouse, type Sitting } from '../house';

const UNANSWERED = 'The escalation has no answer that stands; it cannot be accepted, rejected or closed without one.';
const HOLDER = "Those who stand at the escalation's level for the company concerned acknowledge, answer and close it; let one of them do it.";
const RAISER = 'Whoever raised the matter may still accept or reject the answer; it is closed for them only once their time is over.';

let house: House;
/** Who raises a matter, to whom it comes first, and whose case it is. */
let raiser: Sitting;
let expert: Sitting;
let customer: Sitting;
beforeAll(async () => {
  house = await openHouse();
  [raiser, expert, customer] = [await house.seat(COORDINATOR), await house.seat(SME), await house.seat(CUSTOMER)];
});
afterAll(() => house.close());
afterEach(() => {
  expect([...raiser.complaints, ...expert.complaints, ...customer.complaints]).toEqual([]);
});

/** Waits until a page says how the matter stands. */
const stands = (page: Page, state: string) => page.locator('main').getByText(state, { exact: true }).first().waitFor();

/** Raises a matter that Nordlicht is to answer, which leads to its page; the expert opens it from what waits for them. */
async function raise(title: string, about?: string): Promise<void> {
  const hand = mouse(raiser.page);
  await raiser.open(within('escalations'));
  await hand.open('Raise a matter');
  await hand.write('Title', title);
  if (about) {
    await hand.choose('About', 'A case');
    await hand.write('Reference of the case', about);
  }
  await hand.choose('Company that is to answer', 'Nordlicht Networks');
  await hand.write('What there is to say about it', 'Third week in a row.');
  await hand.agree('Raise it');
  await raiser.page.getByRole('heading', { level: 1, name: title }).waitFor();
  await expert.open('/');
  await expert.page.getByRole('link', { name: new RegExp(title) }).first().click();
  await expert.page.getByRole('heading', { level: 1, name: title }).waitFor();
  await expert.page.getByText('This waits for you').waitFor();
}

/** Closes a matter without an answer past the page, as a script would; answers what it was told. */
async function closeUnseen({ page, ask }: Sitting): Promise<string[]> {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { node } = await ask('query ($id: ID!) { node(id: $id) { ... on Escalation { revision } } }', { id });
  const input = { escalation: id, revision: node.revision };
  const { closeEscalation } = await ask('mutation ($input: EscalationInput!) { closeEscalation(input: $input) { refusals { message } } }', { input });
  return closeEscalation.refusals.map(({ message }: { message: string }) => message);
}

test('a matter about a customer’s case is seen, answered and closed, and the customer reads how it stands and nothing from inside', async () => {
  const [title, answer] = ['The shared drive is slow again', 'A second line is switched on tonight.'];
  const { agreement } = await raiser.ask(`{ agreement(code: "${AGREEMENT}") { cases(first: 20) { nodes { reference title holder { company { code } } } } } }`);
  const { reference } = agreement.cases.nodes.find(({ holder }: any) => holder.company.code === 'nordlicht');
  await raise(title, reference);
  const hand = mouse(expert.page);

  // the customer follows the same matter by its case
  await customer.open(within('escalations?tab=customer'));
  const row = customer.page.getByRole('row').filter({ hasText: reference });
  await row.getByText('Waits for an answer').waitFor();

  expect(await expert.page.getByRole('button', { name: 'Close…' }).count()).toBe(0);
  expect(await closeUnseen(expert)).toEqual([UNANSWERED]);
  await hand.open('I have seen it');
  await hand.agree('I have seen it');
  await raiser.page.getByText('Seen by Mira Holm').waitFor();
  await row.getByText('Seen', { exact: true }).waitFor();

  await hand.open('Answer…');
  await hand.write('Answer', answer);
  await hand.agree('Answer');
  await row.getByText('Answered', { exact: true }).waitFor();

  // its level does not close over the head of whoever raised it
  await hand.open('Close…');
  await hand.press('button', 'Close it');
  await expert.page.getByRole('alert').getByText(RAISER).waitFor();
  await hand.press('button', 'Not now');

  const other = mouse(raiser.page);
  await raiser.page.getByText(answer).waitFor();
  expect(await accessible(raiser.page, 'an answered matter')).toEqual([]);
  await other.open('Accept the answer');
  await other.agree('Accept it');
  await stands(raiser.page, 'Closed');
  await stands(expert.page, 'Closed');
  await row.getByText('Closed', { exact: true }).waitFor();
  expect(await raiser.page.getByRole('button', { name: /Take it back|Accept|Reject/ }).count()).toBe(0);

  await row.getByRole('link').click();
  await customer.page.getByRole('heading', { level: 2, name: 'Level 1 of 3' }).waitFor();
  const read = await customer.page.locator('main').innerText();
  for (const inside of [title, answer, 'Third week', 'Clara', 'Mira', 'Castor', 'Nordlicht']) expect(read).not.toContain(inside);
});

test('an answer that is rejected climbs, and whoever meant to close it learns that it has gone on', async () => {
  await raise('Nobody says when the line is worked on');
  const [hand, other] = [mouse(expert.page), mouse(raiser.page)];
  await hand.open('Answer…');
  await hand.write('Answer', 'It is in the calendar.');
  await hand.agree('Answer');
  await hand.open('Close…');

  await other.open('Reject the answer…');
  await other.write('Reason', 'Not in the one that we read.');
  await other.agree('Reject it');
  await raiser.page.getByText('Level 2 of 3: Coordination group').waitFor();
  await raiser.page.getByText('Not in the one that we read.').waitFor();

  // what happened meanwhile is not decided on unseen
  await expert.page.getByText('Level 2 of 3: Coordination group').waitFor();
  await hand.press('button', 'Close it');
  await expert.page.getByRole('alert').getByText('Somebody was faster').waitFor();
  await hand.press('button', 'Read it again');
  await hand.press('button', 'Close it');
  await expert.page.getByRole('alert').getByText(HOLDER).waitFor();
  await hand.press('button', 'Not now');

  await other.open('Take it back…');
  await other.write('Reason', 'They told us by telephone.');
  await other.agree('Take it back');
  await stands(expert.page, 'Withdrawn');
});
