import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { demo, PASSWORD } from './server';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Somebody at their browser. */
export interface Sitting {
  page: Page;
  email: string;
  /** Asks the API as they would. */
  ask<Data = any>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** What should not have happened: errors in the console, requests to elsewhere, answers that failed. */
  complaints: string[];
  /** Opens a page, and waits until it shows what it has. */
  open(path: string): Promise<void>;
}

/** The server, a browser, and whoever sits before it. */
export interface House {
  base: string;
  /** Signs somebody in, in a browser context of their own. */
  seat(email: string, options?: BrowserContextOptions): Promise<Sitting>;
  /** Somebody who is not signed in. */
  stranger(options?: BrowserContextOptions): Promise<Sitting>;
  close(): Promise<void>;
}

/** Opens a house with the demo's data: everything in it is fresh. `settings` are the server's, such as `--webhooks-anywhere true`. */
export async function openHouse(settings: readonly string[] = []): Promise<House> {
  const executablePath = process.env['CHROMIUM'] ?? places.find(existsSync);
  if (!executablePath) throw new Error('there is no Chromium here; CHROMIUM may say where one is');
  const server = await demo(settings);
  const browser = await chromium.launch({ executablePath, args: quiet });
  const stranger = (options?: BrowserContextOptions) => sit(browser, server.base, '', options);
  return {
    base: server.base,
    stranger,
    async seat(email, options) {
      const sitting = await sit(browser, server.base, email, options);
      await signIn(sitting.page, email);
      return sitting;
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

async function sit(browser: Browser, base: string, email: string, options?: BrowserContextOptions): Promise<Sitting> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1360, height: 900 }, reducedMotion: 'reduce', timezoneId: 'Europe/Berlin', locale: 'en-GB', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  watch(page, base, complaints);
  return {
    page,
    email,
    complaints,
    async ask(query, variables = {}) {
      const answer = await page.request.post('/graphql', { data: { query, variables }, headers: { origin: base } });
      const told = await answer.json();
      if (told.errors) throw new Error(JSON.stringify(told.errors));
      return told.data;
    },
    async open(path) {
      await page.goto(path);
      await settled(page);
    },
  };
}

function watch(page: Page, base: string, complaints: string[]): void {
  const ours = [base, base.replace(/^http/, 'ws'), 'data:', 'blob:'];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  page.on('request', (request) => {
    if (!ours.some((origin) => request.url().startsWith(origin))) complaints.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
}

/** Signs in as anybody would: address, password, Enter. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await settled(page);
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-label="Loading"], [aria-busy="true"]'));
  await page.evaluate(() => document.fonts.ready);
}

/** Moves with Tab until something with that role and name has the focus: what a hand without a mouse does. */
export async function tabTo(page: Page, role: string, name: string | RegExp, most = 200): Promise<void> {
  const wanted = page.getByRole(role as 'button', typeof name === 'string' ? { name, exact: true } : { name });
  for (let times = 0; times < most; times += 1) {
    if ((await wanted.count()) > 0 && (await wanted.evaluateAll((all) => all.includes(document.activeElement as HTMLElement)))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${role} ${String(name)}`);
}

/** What axe has to say about a page; nothing, if it is as it should be. */
export async function accessible(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`.slice(0, 800));
}
