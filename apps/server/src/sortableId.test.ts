import { expect, it } from 'vitest';
import { createSortableIds } from './sortableId.ts';

it('gives sorted, different UUIDs of version 7, even within one millisecond and when the clock goes back', () => {
  const times = [1000, 1000, 999];
  const newId = createSortableIds(() => times.shift() ?? 1000);
  const ids = Array.from({ length: 10_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[0]).toMatch(/^00000000-03e8-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
