/** Arrow keys on the board: up and down within a column, left and right to the nearest card of the next one. */
export function moveFocus(event: KeyboardEvent): void {
  const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null;
  if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
  const column = from.closest('[data-column]');
  if (!column) return;
  const cards = cardsOf(column);
  const row = cards.indexOf(from);
  const target =
    event.key === 'ArrowDown'
      ? cards[row + 1]
      : event.key === 'ArrowUp'
        ? cards[row - 1]
        : event.key === 'ArrowRight'
          ? beside(column, row, 1)
          : event.key === 'ArrowLeft'
            ? beside(column, row, -1)
            : undefined;
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function cardsOf(column: Element): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-card]')];
}

/** Empty columns are stepped over. */
function beside(column: Element, row: number, by: 1 | -1): HTMLElement | undefined {
  const columns = [...(column.parentElement?.querySelectorAll('[data-column]') ?? [])];
  for (let at = columns.indexOf(column) + by; at >= 0 && at < columns.length; at += by) {
    const cards = cardsOf(columns[at] as Element);
    if (cards.length > 0) return cards[Math.min(row, cards.length - 1)];
  }
  return undefined;
}
