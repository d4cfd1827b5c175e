import { Box, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useState } from 'react';
import { now } from '~/lib/time';
import { css, useHues } from '~/ui/hues';
import { Wide } from '~/ui/Wide';
import { stretchEverywhere } from '../when';
import { Axis } from './Axis';
import { pieceWords } from './pieces';
import type { ShownLane } from './ServiceStrip';
import { laneOf, type Piece, type Span } from './strip';
import classes from './strip.module.css';

interface StripProps {
  name: string;
  pieces: readonly Piece[];
  lanes: readonly ShownLane[];
  span: Span;
  /** The agreement's zone first, then those of the teams. */
  zones: readonly string[];
}

/** A week as lanes: on top what is wrong with it, below who covers when, under the days of every zone concerned. */
export function Strip({ name, pieces, lanes, span, zones }: StripProps) {
  const { t } = useLingui();
  const [at, setAt] = useState('0 0');
  const hueOf = useHues();
  const rows = [{ id: '', label: t`Together`, pieces }, ...lanes.map(({ id, title, company, owner }) => ({ id, label: title, company, owner, pieces: laneOf(pieces, id, span) }))];
  const clock = ((now() - span[0]) / (span[1] - span[0])) * 100;
  return (
    <Wide label={t`The week of ${name}`}>
      <div className={classes['strip']} role="group" aria-label={t`Stretches of ${name}; the arrow keys walk through them`} onKeyDown={walk}>
        {zones.map((zone) => (
          <Axis key={zone} zone={zone} span={span} />
        ))}
        {rows.map((row, line) => (
          <div key={row.id} className={classes['row']}>
            <div className={classes['label']}>
              {'company' in row && <span className={classes['company']}>{row.company}</span>}
              <span>{row.label}</span>
            </div>
            <Box className={classes['track']} data-lane={row.id !== '' || undefined} __vars={'owner' in row ? { '--hue': css(hueOf(row.owner)) } : {}}>
              {row.pieces.map((piece, place) => (
                <PieceButton
                  key={piece.from}
                  piece={piece}
                  place={`${line} ${place}`}
                  reached={at === `${line} ${place}`}
                  onReach={setAt}
                  who={lanes.filter(({ id }) => piece.by.includes(id))}
                  zones={zones}
                />
              ))}
              {clock > 0 && clock < 100 && <Box className={classes['now']} style={{ left: `${clock}%` }} aria-hidden />}
            </Box>
          </div>
        ))}
      </div>
    </Wide>
  );
}

interface PieceButtonProps {
  piece: Piece;
  place: string;
  reached: boolean;
  onReach(place: string): void;
  who: readonly ShownLane[];
  zones: readonly string[];
}

function PieceButton({ piece: { from, until, left, width, kind }, place, reached, onReach, who, zones }: PieceButtonProps) {
  const { i18n } = useLingui();
  const word = i18n._(pieceWords[kind]);
  const lines = [word, ...who.map(({ company, title }) => `${company}: ${title}`), ...stretchEverywhere(zones, from, until)];
  return (
    <Tooltip label={lines.join('\n')} multiline style={{ whiteSpace: 'pre' }} events={{ hover: true, focus: true, touch: true }}>
      <button
        type="button"
        className={classes['piece']}
        data-kind={kind}
        data-place={place}
        tabIndex={reached ? 0 : -1}
        onFocus={() => onReach(place)}
        aria-label={lines.join('; ')}
        style={{ left: `${left}%`, width: `${width}%` }}
      >
        {width > 4 && (kind === 'gap' || kind === 'overlap') && <span className={classes['word']}>{word}</span>}
      </button>
    </Tooltip>
  );
}

const steps: Record<string, readonly [lines: number, places: number]> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** The arrow keys go from stretch to stretch, and from lane to lane. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const step = steps[event.key];
  const [line, place] = (event.target instanceof HTMLElement ? (event.target.dataset['place'] ?? '') : '').split(' ').map(Number);
  if (!step || line === undefined || place === undefined) return;
  event.preventDefault();
  const pieceAt = (of: number, at: number) => event.currentTarget.querySelector<HTMLElement>(`[data-place="${of} ${at}"]`);
  const [lines, places] = step;
  (pieceAt(line + lines, place + places) ?? (lines === 0 ? null : pieceAt(line + lines, 0)))?.focus();
}
