import type { KeyboardEvent } from 'react';

const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * Moves the focus over a table's links with the arrow keys: to the next link of the row, or up and down to the nearest row that has one in
 * this column.
 */
export function moveByArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const by = steps[event.key];
  const here = document.activeElement;
  const cell = here?.closest<HTMLTableCellElement>('td, th');
  const row = cell?.closest('tr');
  if (!by || !cell || !row || event.altKey || event.ctrlKey || event.metaKey) return;
  const [down, right] = by;
  const next = right ? beside(row, here, right) : below(event.currentTarget, row, cell.cellIndex, down);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function beside(row: HTMLTableRowElement, here: Element | null, by: number): HTMLElement | undefined {
  const links = [...row.querySelectorAll<HTMLElement>('a, button')];
  return links[links.findIndex((link) => link === here) + by];
}

function below(table: HTMLTableElement, from: HTMLTableRowElement, column: number, by: number): HTMLElement | undefined {
  const rows = [...table.rows];
  for (let at = from.rowIndex + by; at >= 0 && at < rows.length; at += by) {
    const link = rows[at]?.cells[column]?.querySelector<HTMLElement>('a, button');
    if (link) return link;
  }
  return undefined;
}
