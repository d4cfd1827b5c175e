import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** What lies above a page, and gives the focus back when it goes. */
const ABOVE = '[role="dialog"], [role="menu"]';

/** A list that draws only the rows in sight: it has the focus itself when the row that had it is scrolled away. */
const LIST = '[data-rows]';

/** Something that had the focus, whether it lay above the page, and in which long list. */
interface Held {
  element: HTMLElement;
  above: boolean;
  list: HTMLElement | null;
}

/** Enough to find the way back from a dialog that another one followed. */
const KEPT = 40;

/** What a page begins with: its heading or, as long as it has none yet, the page itself. */
const beginning = (): HTMLElement | null => document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');

function focus(element: HTMLElement | null): void {
  if (!element) return;
  if (element.matches('h1')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

const usable = (element: HTMLElement): boolean => element.isConnected && !element.matches(':disabled') && element.checkVisibility();

/** Where the focus goes when what held it last is gone: from a dialog to what opened it, and to the page's heading where that is gone, too. */
function back(held: Held[]): HTMLElement | null {
  while (held.at(-1)?.above && !held.at(-1)?.element.isConnected) held.pop();
  const last = held.at(-1);
  return [last?.element, last?.list].find((one) => one && usable(one)) ?? beginning();
}

/**
 * Keeps the focus where the reader is: it goes to the heading of a page that one has gone to, back to what opened a dialog that has closed,
 * and to the page's heading when what had it is gone, such as a row that somebody else has moved elsewhere.
 */
export function useFocus(): void {
  const { pathname } = useLocation();
  const how = useNavigationType();
  const held = useRef<Held[]>([]);
  const here = useRef(pathname);
  useEffect(() => {
    const enter = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      held.current = [...held.current, { element: target, above: target.closest(ABOVE) !== null, list: target.closest<HTMLElement>(LIST) }].slice(-KEPT);
    };
    // whoever clicks beside everything has left it; out of a dialog nobody gets like that
    const leave = ({ target, relatedTarget }: FocusEvent) =>
      setTimeout(() => {
        const last = held.current.at(-1);
        if (relatedTarget === null && last?.element === target && !last.above && last.element.isConnected) held.current = [];
      });
    const changed = new MutationObserver(() => {
      const { activeElement: now, body } = document;
      const last = held.current.at(-1);
      if (now?.matches('main')) focus(beginning());
      else if (now === body && last && !last.element.isConnected) focus(back(held.current));
    });
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    changed.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
      changed.disconnect();
    };
  }, []);
  useEffect(() => {
    if (here.current === pathname) return;
    here.current = pathname;
    // the browser itself goes back to where one was
    if (how !== 'POP') window.scrollTo(0, 0);
    focus(beginning());
  }, [pathname, how]);
}
