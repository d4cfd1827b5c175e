import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, COORDINATOR, within } from '../demo';
import { mouse } from '../hands';
import { accessible, type House, openHouse, settled, type Sitting } from '../house';

/** A message as it came. */
interface Message {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A company's own system: what came. */
const system = { came: [] as Message[] };

let house: House;
let clara: Sitting;
let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      system.came.push({ headers: request.headers, body });
      response.writeHead(200).end('thank you');
    });
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/concordat`;
  // the system is on this machine, and not on the open network
  house = await openHouse(['--webhooks-anywhere', 'true']);
  clara = await house.seat(COORDINATOR);
});
afterAll(async () => {
  await house.close();
  server.close();
});
afterEach(() => {
  expect(clara.complaints).toEqual([]);
});

/** How a message is signed with a secret (https://www.standardwebhooks.com). */
function signed({ headers, body }: Message, secret: string): string {
  const content = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`;
  return `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(content).digest('base64')}`;
}

/** The signatures of the message that came last. */
const signatures = () => (system.came.at(-1)?.headers['webhook-signature'] as string).split(' ');

/** Waits until so many messages have come. */
const come = (count: number) => expect.poll(() => system.came.length, { timeout: 30_000 }).toBe(count);

/** Reads the secret that is shown, and puts it away. */
async function secretShown(title: string): Promise<string> {
  const dialog = clara.page.getByRole('dialog', { name: title });
  const secret = await dialog.getByLabel('Secret', { exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await dialog.waitFor({ state: 'detached' });
  return secret;
}

/** Makes something happen of which the webhook is told: a coordinator maps a word of their company. */
async function happen(own: string): Promise<void> {
  const { agreement } = await clara.ask(`{ agreement(code: "${AGREEMENT}") { id vocabularies { revision company { id code } } } }`);
  const { company, revision } = agreement.vocabularies.find((words: any) => words.company.code === 'castor');
  const input = { agreement: agreement.id, company: company.id, revision, kind: 'TERM', own, code: 'outage' };
  expect((await clara.ask('mutation ($input: MapWordInput!) { mapWord(input: $input) { refusals { message } } }', { input })).mapWord.refusals).toEqual([]);
}

/** Reads the page of a webhook again until a message stands there as it should. */
async function reads(state: string): Promise<void> {
  const again = async () => {
    await clara.page.reload();
    await settled(clara.page);
    return clara.page.getByRole('table', { name: 'Messages' }).getByText(state, { exact: true }).count();
  };
  await expect.poll(again, { timeout: 30_000, interval: 1000 }).toBe(1);
}

test('a webhook is added, told of what happens, given another secret, and switched off; a message is sent again', async () => {
  const { page } = clara;
  const hand = mouse(page);
  await clara.open(within('notifications'));
  await hand.open('Add a webhook');
  await hand.write('Address', address);
  await page.getByRole('dialog').getByRole('combobox').fill('word.*');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await hand.press('button', 'Add it');
  const secret = await secretShown("The webhook's secret");
  expect(secret).toMatch(/^whsec_/);
  await page.reload();
  await settled(page);
  expect(await page.content()).not.toContain(secret);

  await happen('Ausfall');
  await come(1);
  expect(JSON.parse(system.came[0]?.body ?? '')).toMatchObject({ type: 'word.mapped', data: { agreement: AGREEMENT } });
  expect(signatures()).toEqual([signed(system.came[0] as Message, secret)]);

  // the message is looked at, and sent again
  await page.getByRole('link', { name: address }).click();
  await page.getByRole('heading', { name: 'Messages' }).waitFor();
  const row = page.getByRole('table', { name: 'Messages' }).getByRole('row').filter({ hasText: 'word.mapped' });
  await reads('taken');
  await row.getByText('One try, 200').click();
  await row.getByText('thank you').waitFor();
  expect(await accessible(page, 'a webhook')).toEqual([]);
  await hand.press('button', 'Send again');
  await come(2);
  expect(system.came[1]?.headers['webhook-id']).toBe(system.came[0]?.headers['webhook-id']);

  await hand.open('New secret');
  await hand.press('button', 'Make a new one');
  const other = await secretShown("The webhook's new secret");
  expect(other).not.toBe(secret);
  await page.getByText(/counts until/).waitFor();
  await happen('Störung');
  await come(3);
  expect(signatures()).toEqual([signed(system.came[2] as Message, other), signed(system.came[2] as Message, secret)]);
  await hand.open('New secret');
  await hand.press('button', 'Make a new one');
  await page.getByRole('alert').getByText(/less than 24 hours ago/).waitFor();
  await hand.press('button', 'Not now');

  // switched off nothing is sent to it, until it is switched on again
  await hand.open('Change');
  await page.getByRole('dialog').getByRole('switch', { name: 'It is told' }).click();
  await hand.agree('Keep it');
  await page.getByText('It is told nothing').waitFor();
  expect(await page.getByRole('button', { name: 'Send again' }).count()).toBe(0);
  await hand.open('Change');
  await page.getByRole('dialog').getByRole('switch', { name: 'It is told' }).click();
  await hand.agree('Keep it');
  await page.getByText('It is told nothing').waitFor({ state: 'detached' });
});
