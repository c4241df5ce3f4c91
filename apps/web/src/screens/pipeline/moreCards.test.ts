import type { BoardColumn, DealCard } from '@dealwright/api/contract';
import { expect, it } from 'vitest';
import { withMore } from './moreCards.ts';

const card = (id: string) => ({ id }) as DealCard;
const column: BoardColumn = { stage: 's', labels: {}, count: 5, sum: 9, cards: [card('a'), card('b')], cursor: 'next' };

it('adds further pages and goes on from their cursor', () => {
  const shown = withMore(column, { cards: [card('c')], cursor: null });
  expect(shown.cards.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(shown.cursor).toBe(null);
});

it('shows a deal once that moved into the first page', () => {
  const shown = withMore(column, { cards: [card('b'), card('c')], cursor: 'later' });
  expect(shown.cards.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it('is the board’s own column before anything more was asked for', () => {
  expect(withMore(column, undefined)).toBe(column);
});
