import { Alert, Anchor, Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ColumnDef, columnSizingFeature, createColumnHelper, FlexRender, type Row, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from 'react';
import type { Pages } from '~/lib/pages';
import classes from './DataTable.module.css';

const features = tableFeatures({ columnSizingFeature });
type Features = typeof features;

/** A column of rows of one kind, made by `columnsOf`. */
type Column<Noun extends object> = ColumnDef<Features, Noun>;

/** Makes the columns of rows of one kind; `size` is the width in pixels that a column has at least. */
export const columnsOf = <Noun extends object>() => createColumnHelper<Features, Noun>();

/** How high a row is: always the same, so that nothing has to be measured while somebody scrolls. */
const HEIGHT = 40;
/** When so few rows are left below, the next page is read. */
const AHEAD = 150;

interface DataTableProps<Noun extends { id: string }> {
  label: string;
  /** Of the same identity as long as they say the same, such as kept by `useMemo`. The first one's cell holds the row's link with `data-row`. */
  columns: Column<Noun>[];
  pages: Pages<Noun>;
}

/**
 * A long list as a table: only the rows in sight are drawn, further pages are read as one scrolls, the header stays. Arrow keys,
 * Home and End move from row to row, Enter follows the row's link.
 */
export function DataTable<Noun extends { id: string }>({ label, columns, pages }: DataTableProps<Noun>) {
  const box = useRef<HTMLDivElement>(null);
  const table = useTable({ features, columns, data: pages.nodes, getRowId: ({ id }) => id });
  const { rows } = table.getRowModel();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    scrollPaddingEnd: HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const end = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (end > rows.length - AHEAD) pages.load();
  });

  /** Moves the focus to a row once it is drawn. */
  const enter = (index: number) => {
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[aria-rowindex="${index + 2}"] [data-row]`)?.focus({ preventScroll: true }));
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = event.target instanceof Element ? event.target.closest('[aria-rowindex]') : null;
    const to = target(event.key, row ? Number(row.getAttribute('aria-rowindex')) - 2 : undefined, rows.length);
    if (to === undefined) return;
    event.preventDefault();
    enter(to);
  };

  const top = items[0]?.start ?? 0;
  const bottom = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const width = table.getTotalSize();
  return (
    <>
      {pages.behind && (
        <Text size="sm" role="status" className="no-print">
          <Trans>This list has changed since you read it.</Trans>{' '}
          <Anchor component="button" size="sm" onClick={() => (box.current?.scrollTo({ top: 0 }), pages.again())}>
            <Trans>Read it again from the top</Trans>
          </Anchor>
        </Text>
      )}
      <div
        ref={box}
        className={classes['box']}
        role="region"
        aria-label={label}
        tabIndex={0}
        data-rows
        onKeyDown={press}
        style={{ height: `min(calc(100dvh - 250px), ${(rows.length + 1) * HEIGHT + 4}px)`, minHeight: 3 * HEIGHT }}
      >
        <table style={{ minWidth: width }} aria-rowcount={(pages.total ?? rows.length) + 1} aria-label={label}>
          <colgroup>
            {table.getAllLeafColumns().map((column) => (
              <col key={column.id} style={{ width: `${(100 * column.getSize()) / width}%` }} />
            ))}
          </colgroup>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} aria-rowindex={1}>
                {group.headers.map((header) => (
                  <th key={header.id} scope="col">
                    <FlexRender header={header} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            <Gap height={top} />
            {items.map(({ index, key }) => {
              const row = rows[index];
              return row && <Line key={key} row={row} index={index} columns={columns} />;
            })}
            <Gap height={bottom} />
          </tbody>
        </table>
      </div>
      <Foot pages={pages} />
    </>
  );
}

/** The row to which a key leads; nothing where it leads nowhere. */
export function target(key: string, from: number | undefined, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min((from ?? -1) + 1, count - 1);
    case 'ArrowUp':
      return from === undefined ? undefined : Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden className={classes['gap']}>
      <td style={{ height }} />
    </tr>
  );
}

interface LineProps<Noun extends object> {
  row: Row<Features, Noun>;
  index: number;
  columns: Column<Noun>[];
}

/** A row is drawn again only when what it shows has changed. */
const Line = memo(
  function Line<Noun extends object>({ row, index }: LineProps<Noun>) {
    return (
      <tr className={classes['row']} aria-rowindex={index + 2} style={{ height: HEIGHT }}>
        {row.getAllCells().map((cell) => (
          <td key={cell.id}>
            <FlexRender cell={cell} />
          </td>
        ))}
      </tr>
    );
  },
  (before, after) => before.index === after.index && before.row.original === after.row.original && before.columns === after.columns,
) as <Noun extends object>(props: LineProps<Noun>) => ReactNode;

function Foot<Noun>({ pages }: { pages: Pages<Noun> }) {
  const { t } = useLingui();
  const { nodes, total, busy, more, error, load } = pages;
  if (error) {
    return (
      <Alert color="red" role="alert" title={t`The rest could not be loaded`}>
        <Button size="xs" variant="default" onClick={load}>
          <Trans>Try again</Trans>
        </Button>
      </Alert>
    );
  }
  const count = nodes.length.toLocaleString();
  const all = total?.toLocaleString();
  return (
    <Text size="xs" c="dimmed" aria-live="polite">
      {more ? (all ? t`${count} of ${all} read; more as you scroll` : t`${count} read; more as you scroll`) : t`${count} in all`}
      {busy && more ? '…' : ''}
    </Text>
  );
}
