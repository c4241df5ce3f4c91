import { expect, it } from 'vitest';
import { newCommandId } from './newCommandId.ts';

it('makes a new version 4 UUID each time', () => {
  const pattern = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
  const ids = Array.from({ length: 50 }, newCommandId);
  for (const id of ids) expect(id).toMatch(pattern);
  expect(new Set(ids).size).toBe(50);
});
