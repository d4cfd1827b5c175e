import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, SME, STEWARD, within } from './demo';
import { type House, openHouse, settled } from './house';

/** Cases of one team, written as another system would export them. */
const CASES = 10_000;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The log of many cases that a team holds: taken in, passed on, taken on. */
function log(): string {
  const rows = ['case,at,event,team,company,priority,service,customer,reason,source_key'];
  const start = Date.parse('2026-03-01T06:00:00Z');
  for (let number = 0; number < CASES; number += 1) {
    const at = (minutes: number) => new Date(start + (number * 30 + minutes * 60) * 1000).toISOString();
    const priority = ['critical', 'high', 'normal'][number % 3];
    rows.push(`INC${number},${at(0)},opened,,,${priority},network,arnau,No line in hall ${number % 7},1`);
    rows.push(`INC${number},${at(5)},accepted,service-desk,meridian,,,,,2`);
    rows.push(`INC${number},${at(20)},offered,network-team,nordlicht,,,,,3`);
    rows.push(`INC${number},${at(30)},accepted,network-team,nordlicht,,,,,4`);
  }
  return rows.join('\n');
}

/** Brings a log in with the session of whoever sits at a page. */
const bring = (page: Page, body: string) =>
  page.evaluate(
    async ({ body, agreement }) => {
      const answer = await fetch(`/import/cases?agreement=${agreement}&source=elsewhere`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body });
      return { status: answer.status, said: await answer.text() };
    },
    { body, agreement: AGREEMENT },
  );

/** Scrolls as a hand on a wheel does until all was read, and tells how long each frame took, in milliseconds, and what was drawn. Runs in the page. */
async function scroll() {
  const box = document.querySelector('[role="region"][aria-label^="Queue of"]');
  const frames: number[] = [];
  let [last, still, drawn] = [performance.now(), 0, 0];
  while (box && still < 120) {
    const before = box.scrollTop;
    box.scrollTop += 240;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
    still = box.scrollTop === before ? still + 1 : 0;
    drawn = Math.max(drawn, box.querySelectorAll('tbody tr').length);
  }
  frames.sort((one, other) => one - other);
  // the head is a row, too
  const rows = Number(box?.querySelector('table')?.getAttribute('aria-rowcount')) - 1;
  return { frames, drawn, rows };
}

test('a queue of 10,000 cases is read to its end, and draws what is seen of it', async () => {
  const steward = await house.seat(STEWARD);
  const brought = await bring(steward.page, log());
  expect(brought.status, brought.said).toBe(200);
  const { page, complaints } = await house.seat(SME);
  await page.goto(within('cases?queue=network-team'));
  await settled(page);
  await page.locator('[role="region"][aria-label^="Queue of"]').waitFor();
  const { frames, drawn, rows } = await page.evaluate(scroll);
  const at = (share: number) => Math.round(frames[Math.floor(share * (frames.length - 1))] ?? NaN);
  console.log(`a queue of ${rows} cases in ${frames.length} frames: half within ${at(0.5)} ms, 95 % within ${at(0.95)} ms, 99 % within ${at(0.99)} ms, the longest ${at(1)} ms`);
  expect(rows).toBeGreaterThanOrEqual(CASES);
  expect(drawn).toBeGreaterThan(10);
  expect(drawn).toBeLessThan(100);
  expect(complaints).toEqual([]);
}, 400_000);
