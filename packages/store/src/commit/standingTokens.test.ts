import type { TokenData } from '@dealwright/engine';
import { expect, test } from 'vitest';
import { standingTokens } from './standingTokens.ts';

function standing(data: TokenData): boolean {
  const state = { v: 2, status: 'active', next: 2, scopes: [], tokens: [{ id: 1, node: 1, scope: 0, data }] } as const;
  return standingTokens(state).length === 1;
}

test('a token that does or waits for something stands, whatever it carries', () => {
  for (const data of [{}, { scope: 3 }, { turn: 1, local: { a: 1 } }, { stuck: 'enter' }] as const) {
    expect(standing(data)).toBe(true);
  }
});

test('a throw event stands while what it compensates is waited for', () => {
  expect(standing({ compensating: [], afterwards: 'leave' })).toBe(true);
  expect(standing({ compensating: [], afterwards: 'end' })).toBe(false);
});

test('watchers, whole loops, gathered tokens and reopened subprocesses stand nowhere', () => {
  const loop = { total: 2, started: 1, completed: 0 };
  for (const data of [{ on: 0 }, { on: 4 }, { loop }, { gathering: true }, { reopened: true }] as const) {
    expect(standing(data)).toBe(false);
  }
});
