import type { BoardColumn, DealCard } from '@dealwright/api/contract';

/** The further pages of one column that were asked for, beyond the board's own first page. */
export interface MoreCards {
  readonly cards: readonly DealCard[];
  readonly cursor: string | null;
}

/**
 * A column with its further pages behind the first. A deal that moved up into the first page since is shown once; when
 * nothing more was asked for, the board's own cursor holds.
 */
export function withMore(column: BoardColumn, more: MoreCards | undefined): BoardColumn {
  if (!more) return column;
  const first = new Set(column.cards.map((card) => card.id));
  return {
    ...column,
    cards: [...column.cards, ...more.cards.filter((card) => !first.has(card.id))],
    cursor: more.cursor,
  };
}
