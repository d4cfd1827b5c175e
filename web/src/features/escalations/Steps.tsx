import { useLingui } from '@lingui/react/macro';
import css from './ladder.module.css';

/** How far up a matter stands, as stairs; the level stands beside it in words. */
export function Steps({ level, levels }: { level: number; levels: number }) {
  const { t } = useLingui();
  return (
    <span className={css['steps']} role="img" aria-label={t`level ${level} of ${levels}`}>
      {Array.from({ length: levels }, (_, at) => (
        <span key={at} data-on={at < level || undefined} style={{ height: 6 + at * 5 }} />
      ))}
    </span>
  );
}
