import { useEffect } from 'react';
import { useNavigate } from 'react-router';

interface Handlers {
  palette(): void;
  help(): void;
  agreement: string | undefined;
}

/** Where `g` and a letter lead. */
export const leads: Record<string, string> = {
  s: 'scorecard',
  d: 'deviations',
  b: 'boundaries',
  c: 'cases',
  m: 'meetings',
  e: 'escalations',
  v: 'voices',
  t: 'teams',
  a: 'agreement',
  l: 'events',
};

const writing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Moves to the next row of a list, or the one before: whatever carries `data-row`. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.offsetParent !== null);
  const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const next = at < 0 ? rows[by === 1 ? 0 : rows.length - 1] : rows[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** The keys that work on every page. */
export function useShortcuts({ palette, help, agreement }: Handlers): void {
  const go = useNavigate();
  useEffect(() => {
    let led = false;
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        palette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || document.querySelector('[role="dialog"]')) return;
      const lead = leads[event.key];
      if (led) {
        led = false;
        if (event.key === 'h') void go('/');
        else if (lead && agreement) void go(`/agreements/${agreement}/${lead}`);
        return;
      }
      if (event.key === 'g') led = true;
      else if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else if (event.key === '/') {
        event.preventDefault();
        palette();
      } else if (event.key === '?') help();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [go, palette, help, agreement]);
}
