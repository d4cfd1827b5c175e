import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, COORDINATOR, within } from '../demo';
import { type House, openHouse, settled, type Sitting, tabTo } from '../house';

let house: House;
let clara: Sitting;
beforeAll(async () => {
  house = await openHouse();
  clara = await house.seat(COORDINATOR);
});
afterAll(() => house.close());

interface Told {
  kpi: { name: string };
  company: { name: string };
  value: string | null;
  verdict: string | null;
  withheld: string | null;
}

/** The cells of a month by company, as the API tells them. */
async function cells(period: string): Promise<Told[]> {
  const asked = `{ agreement(code: "${AGREEMENT}") { scorecard(period: "${period}", by: COMPANY) { kpi { name } company { name } value verdict withheld } } }`;
  return (await clara.ask(asked)).agreement.scorecard;
}

/** The cell of the heat map in a row and a column. */
async function cellAt(kpi: string, company: string) {
  const table = clara.page.getByRole('table');
  const heads = await table.locator('thead th').evaluateAll((all) => all.map((head) => head.textContent));
  const column = heads.findIndex((head) => head?.startsWith(company));
  expect(column, company).toBeGreaterThan(0);
  return table.getByRole('row').filter({ has: clara.page.getByRole('link', { name: kpi, exact: true }) }).locator('th, td').nth(column);
}

test('what has no data is hatched and never green, what is concealed has no figure', async () => {
  const { page } = clara;
  await clara.open(within('scorecard?period=2025-11'));
  const told = await cells('2025-11');
  const silent = told.filter(({ verdict }) => verdict === 'NO_DATA');
  const concealed = told.filter(({ withheld }) => withheld);
  expect([silent.length, concealed.length].map((count) => count > 0)).toEqual([true, true]);
  const met = await page.locator('td[data-standing="met"]').first().evaluate((cell) => getComputedStyle(cell).backgroundColor);
  for (const { kpi, company } of silent) {
    const cell = await cellAt(kpi.name, company.name);
    const { backgroundImage, backgroundColor } = await cell.evaluate((td) => getComputedStyle(td));
    expect(backgroundImage, kpi.name).toContain('repeating-linear-gradient');
    expect(backgroundColor).not.toBe(met);
    expect(await cell.innerText()).toContain('no data');
  }
  for (const { kpi, company } of concealed) {
    const cell = await cellAt(kpi.name, company.name);
    expect(await cell.getAttribute('data-standing'), kpi.name).toBe('concealed');
    expect((await cell.innerText()).replace(/target .*/, '')).not.toMatch(/\d/);
  }
});

test('a concealed figure says why', async () => {
  const concealed = (await cells('2026-02')).find(({ withheld }) => withheld);
  await clara.open(within('scorecard?period=2026-02'));
  const cell = await cellAt(concealed?.kpi.name ?? '', concealed?.company.name ?? '');
  await cell.getByRole('link').click();
  await clara.page.getByText('This figure is concealed').waitFor();
  await clara.page.getByText(/(Joint|Own) only: each company sees its own figure/).first().waitFor();
});

test('from home to what is off and to its deviation with the keyboard alone', async () => {
  const { page, complaints } = clara;
  complaints.length = 0;
  await clara.open('/');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('heading', { level: 1, name: 'Scorecard' }).waitFor();
  await page.getByRole('row').nth(1).waitFor();
  await tabTo(page, 'radio', /^All/);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/show=off/);
  await tabTo(page, 'link', 'Cases resolved in time');
  const missed = page.locator('td[data-standing="missed"]').getByRole('link', { name: /Castor Workplace, missed/ });
  for (let steps = 0; steps < 12 && !(await missed.last().evaluate((link) => link === document.activeElement)); steps += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Cases resolved in time' }).waitFor();
  await settled(page);
  await page.getByRole('img', { name: /over time/ }).locator('canvas').waitFor();
  await page.getByRole('img', { name: /Parts of the gap/ }).locator('canvas').waitFor();
  await tabTo(page, 'link', 'What is done about it');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/deviations\//);
  await settled(page);
  expect(complaints).toEqual([]);
});

test('the parts of a gap add up to it in the table beside the chart', async () => {
  const { page } = clara;
  await clara.open(within('scorecard/sla-met?period=2026-02'));
  await page.getByText('Show as a table').last().click();
  const figures = await page.getByRole('table', { name: 'Parts of the gap' }).locator('tbody td').allInnerTexts();
  const points = figures.map((text) => Math.round(Number(text.replace('−', '-').replace(' pp', '')) * 10_000));
  const gap = points.pop();
  expect(points.length).toBeGreaterThan(2);
  expect(points.reduce((sum, part) => sum + part, 0)).toBe(gap);
});

test('what was restated shows what the group saw, and the file holds the same figures', async () => {
  const { page } = clara;
  await clara.open(within('scorecard/availability?period=2025-12&company=halden'));
  await page.getByText('It was corrected after the period was assessed.').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const address = await page.getByRole('menuitem', { name: 'Each company as CSV' }).getAttribute('href');
  const file = await (await page.request.get(address ?? '')).text();
  expect(file).toMatch(/^availability,halden,,2025-12,0\.\d+,/m);
});

test('the scorecard is there within a second', async () => {
  const { page } = clara;
  await clara.open('/');
  const begun = Date.now();
  await page.getByRole('link', { name: 'Scorecard' }).click();
  await page.locator('td[data-standing="met"]').first().waitFor();
  expect(Date.now() - begun).toBeLessThan(1_000);
});
