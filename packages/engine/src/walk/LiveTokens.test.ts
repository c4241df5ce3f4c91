import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { LiveTokens } from './LiveTokens.ts';
import { newScope, newToken, nodeAt } from './openWalk.ts';
import type { LiveToken } from './Walk.ts';

const node = nodeAt(graphOf({ a: 'task' }, []), 1);
const scope = newScope(0, node, null, {});

function filled(ids: readonly number[]): { readonly list: LiveTokens; readonly tokens: readonly LiveToken[] } {
  const list = new LiveTokens();
  const tokens = ids.map((id) => newToken(id, node, scope, -1, {}));
  for (const token of tokens) list.add(token);
  return { list, tokens };
}

function kill(list: LiveTokens, token: LiveToken): void {
  token.dead = true;
  list.lost();
}

test('finds the living by their ids, whatever gaps lie between', () => {
  const { list, tokens } = filled([1, 4, 5, 9]);
  for (const token of tokens) expect(list.get(token.id)).toBe(token);
  for (const id of [0, 2, 6, 10]) expect(list.get(id)).toBeUndefined();
  kill(list, tokens[1]!);
  expect(list.get(4)).toBeUndefined();
  expect(list.size).toBe(3);
});

test('keeps order and count when most have died and others come', () => {
  const { list, tokens } = filled(Array.from({ length: 500 }, (_, id) => id));
  for (const token of tokens) if (token.id % 50 !== 0) kill(list, token);
  list.add(newToken(1000, node, scope, -1, {}));
  expect(list.size).toBe(11);
  expect(Array.from(list, ({ id }) => id)).toEqual([0, 50, 100, 150, 200, 250, 300, 350, 400, 450, 1000]);
  expect(list.get(350)).toBe(tokens[350]);
});

test('who goes through it may end tokens and add others', () => {
  const { list, tokens } = filled([1, 2, 3]);
  const seen: number[] = [];
  for (const token of list) {
    seen.push(token.id);
    kill(list, token);
    list.add(newToken(token.id + 10, node, scope, -1, {}));
  }
  expect(seen).toEqual([1, 2, 3]);
  expect(tokens.every(({ dead }) => dead)).toBe(true);
  expect(Array.from(list, ({ id }) => id)).toEqual([11, 12, 13]);
});
