import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, COORDINATOR, STEWARD, within } from '../demo';
import { type House, openHouse, settled } from '../house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a token is made, shown once and revoked', async () => {
  const { page, open, complaints } = await house.seat(COORDINATOR);
  await open('/account?tab=tokens');
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog', { name: 'New token' });
  await dialog.getByLabel('What it is for').fill('ticket system');
  await dialog.getByLabel('Report').check();
  await dialog.getByRole('button', { name: 'Make it' }).click();

  const shown = page.getByRole('dialog', { name: 'Your new token' });
  const secret = await shown.getByLabel('Token', { exact: true }).inputValue();
  expect(secret).toMatch(/^token_/);
  const exchange = () => page.request.post('/auth/token', { data: { token: secret }, headers: { origin: house.base } });
  expect((await exchange()).ok()).toBe(true);
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  await page.reload();
  await settled(page);
  expect(await page.content()).not.toContain(secret);

  const row = page.getByRole('row').filter({ hasText: 'ticket system' });
  await row.getByText('works').waitFor();
  await row.getByRole('button', { name: 'Revoke ticket system' }).click();
  await page.getByRole('dialog', { name: 'Revoke ticket system' }).getByRole('button', { name: 'Revoke' }).click();
  await row.getByText('revoked').waitFor();
  expect((await exchange()).status()).toBe(401);
  expect(complaints).toEqual([]);
});

test('an amendment is looked at, applied, proposed, and signed by a signatory who saw what it changes', async () => {
  const steward = await house.seat(STEWARD);
  const { agreement } = await steward.ask(`{ agreement(code: "${AGREEMENT}") { file } }`);
  const amended = String(agreement.file).replace('at least four of five points', 'at least 4.2 of five points');
  expect(amended).not.toBe(agreement.file);

  const { page } = steward;
  await steward.open(within('agreement?tab=file'));
  const file = page.getByLabel('Agreement file (YAML)');
  await file.fill(amended.replace('agreement:\n', 'agreement:\n  colour: blue\n'));
  await page.getByRole('button', { name: 'Show what it would change' }).click();
  await page.getByRole('button', { name: 'Line 2, column 3' }).waitFor();
  await page.getByText(/unknown key/).waitFor();
  await file.fill(amended);
  await page.getByRole('button', { name: 'Show what it would change' }).click();
  await page.getByRole('heading', { name: 'It would change one thing' }).waitFor();
  await page.getByRole('button', { name: 'Apply as a draft' }).click();
  await page.getByText('It was applied').waitFor();
  await page.getByRole('link', { name: 'Read what it changes' }).click();
  await page.getByRole('button', { name: 'Propose version 2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
  await page.getByText('Version 2 is before the parties').waitFor();

  const signatory = await house.seat(COORDINATOR);
  await signatory.open(within('agreement'));
  await signatory.page.getByRole('link', { name: 'Read it and sign for Castor Workplace' }).click();
  await signatory.page.getByRole('button', { name: 'Sign for Castor Workplace' }).click();
  const dialog = signatory.page.getByRole('dialog');
  expect(await dialog.locator('del').innerText()).toBe('four');
  expect(await dialog.locator('ins').innerText()).toBe('4.2');
  const { agreement: proposed } = await signatory.ask(`{ agreement(code: "${AGREEMENT}") { versions { digest state } } }`);
  const digest: string = proposed.versions.find(({ state }: { state: string }) => state === 'PROPOSED').digest;
  await dialog.getByText(digest).waitFor();
  const sign = dialog.getByRole('button', { name: 'Sign', exact: true });
  expect(await sign.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox').check();
  await sign.click();
  await dialog.waitFor({ state: 'detached' });
  await signatory.page.getByRole('table', { name: 'Signatures of version 2' }).getByRole('row').filter({ hasText: 'Castor Workplace' }).getByText('signed').waitFor();
  expect(signatory.complaints).toEqual([]);
});
