import type { Locator, Page } from 'playwright-core';

type Role = 'button' | 'link';

/** How somebody works a page: everything by what it is called, in the dialog where one is open. */
export interface Hand {
  /** Uses a button or follows a link. */
  press(role: Role, name: string): Promise<void>;
  /** Opens a dialog by its button. */
  open(name: string): Promise<void>;
  /** Presses a dialog's button, and waits until the dialog has closed; where somebody was faster, reads what they made of it and means it still. */
  agree(name: string): Promise<void>;
  write(label: string, text: string): Promise<void>;
  /** Chooses an option of a list by what it is called. */
  choose(label: string, option: string): Promise<void>;
  /** Writes a day, such as `2026-03-04`. */
  date(label: string, day: string): Promise<void>;
}

/** How a hand gets to what it wants, and what it does there. */
interface Ways {
  use(wanted: Locator): Promise<void>;
  write(wanted: Locator, text: string): Promise<void>;
  choose(wanted: Locator, option: string): Promise<void>;
  date(wanted: Locator, day: string): Promise<void>;
}

/** What became of a dialog: that it has closed, or that somebody was faster and there is something to `read`; nothing yet. Runs in the page. */
function answer(read: string): 'done' | 'stale' | null {
  const dialog = document.querySelector('[role="dialog"]');
  if (!dialog) return 'done';
  return [...dialog.querySelectorAll('button')].some(({ textContent }) => textContent === read) ? 'stale' : null;
}

function handOf(page: Page, { use, write, choose, date }: Ways): Hand {
  const dialog = page.getByRole('dialog');
  const within = async () => ((await dialog.count()) > 0 ? dialog : page);
  // a star marks what has to be filled in; of fields that are called the same, such as those of each task, the last one
  const field = async (label: string) => (await within()).getByLabel(new RegExp(`^${label}\\s*\\*?$`)).last();
  const press = async (role: Role, name: string) => use((await within()).getByRole(role, { name, exact: true }).first());
  const opened = () => page.waitForFunction(() => document.querySelector('[role="dialog"]')?.contains(document.activeElement), undefined, { timeout: 8000 });
  return {
    press,
    async open(name) {
      // a button may move away under the hand when what stands above it changes by itself; a person presses it again
      for (let times = 0; times < 3; times += 1) {
        await press('button', name);
        if (await opened().catch(() => false)) return;
      }
      const [there, at] = [await dialog.count(), await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))];
      throw new Error(`“${name}” leads into no dialog: there is ${there}, the focus is at ${at}`);
    },
    async agree(name) {
      const again = dialog.getByRole('button', { name: 'Read it again' });
      for (let times = 0; times < 5; times += 1) {
        await press('button', name);
        const answered = page.waitForFunction(answer, 'Read it again', { timeout: 15_000 });
        const told = await answered.then((found) => found.jsonValue()).catch(async () => {
          throw new Error(`“${name}” was not done: ${await dialog.innerText()}`);
        });
        if (told === 'done') return;
        await press('button', 'Read it again');
        await again.waitFor({ state: 'detached' });
      }
      throw new Error(`somebody is always faster than “${name}”`);
    },
    write: async (label, text) => write(await field(label), text),
    choose: async (label, option) => choose(await field(label), option),
    date: async (label, day) => date(await field(label), day),
  };
}

/** Points and clicks. */
export const mouse = (page: Page): Hand =>
  handOf(page, {
    use: (wanted) => wanted.click(),
    write: (wanted, text) => wanted.fill(text),
    choose: async (wanted, option) => {
      await wanted.selectOption({ label: option });
    },
    date: (wanted, day) => wanted.fill(day),
  });

/** Never touches the mouse: Tab, Enter, and letters. */
export function keyboard(page: Page): Hand {
  const reach = async (wanted: Locator) => {
    const found = await wanted.elementHandle();
    for (let times = 0; times < 300; times += 1) {
      if (await found?.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${String(wanted)}`);
  };
  const at = (wanted: Locator, keys: () => Promise<void>) => reach(wanted).then(keys);
  return handOf(page, {
    use: (wanted) => at(wanted, () => page.keyboard.press('Enter')),
    write: (wanted, text) =>
      at(wanted, async () => {
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type(text);
      }),
    choose: (wanted, option) => at(wanted, () => page.keyboard.type(option)),
    // day or month first, as the browser's own language has it
    date: (wanted, day) =>
      at(wanted, async () => {
        const [year = '', month = '', dayOfMonth = ''] = day.split('-');
        for (const order of [[dayOfMonth, month, year], [month, dayOfMonth, year]]) {
          await page.keyboard.type(order.join(''));
          if ((await wanted.inputValue()) === day) return;
          await page.keyboard.press('ArrowLeft');
          await page.keyboard.press('ArrowLeft');
        }
        throw new Error(`${day} cannot be written into ${String(wanted)}`);
      }),
  });
}
