import { expect, test, vi } from 'vitest';
import { readLocalCopy, writeLocalCopy } from './localCopy.ts';

function storage(overrides: Partial<Storage> = {}): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    ...overrides,
  } as Storage;
}

test('what is kept is read again, by model, and can be forgotten', () => {
  const store = storage();
  writeLocalCopy('a', { xml: '<x/>', at: '2026-11-23T10:00:00Z' }, store);
  expect(readLocalCopy('a', store)).toEqual({ xml: '<x/>', at: '2026-11-23T10:00:00Z' });
  expect(readLocalCopy('b', store)).toBeNull();
  writeLocalCopy('a', null, store);
  expect(readLocalCopy('a', store)).toBeNull();
});

test('something else under our key is no copy', () => {
  const store = storage();
  store.setItem('dealwright.draft.a', '{"xml":3}');
  expect(readLocalCopy('a', store)).toBeNull();
  store.setItem('dealwright.draft.a', 'not json');
  expect(readLocalCopy('a', store)).toBeNull();
});

test('a full storage does not stop the drawing', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const full = storage({
    setItem: () => {
      throw new Error('quota');
    },
  });
  expect(() => writeLocalCopy('a', { xml: '<x/>', at: '' }, full)).not.toThrow();
  warn.mockRestore();
});
