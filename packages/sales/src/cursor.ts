import type { Page } from './Page.ts';
import { SalesError } from './SalesError.ts';

/** A place in a sorted list, opaque to clients: the sort key of the last row shown. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Throws `cursor-invalid` for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string, length: number): readonly (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const plain = (part: unknown) => part === null || typeof part === 'string' || typeof part === 'number';
    if (Array.isArray(key) && key.length === length && key.every(plain)) return key;
  } catch {
    // told below
  }
  throw new SalesError('cursor-invalid', {
    en: 'This page of the list does not exist. Open the list again.',
    zh: '列表页不存在，请重新打开列表。',
  });
}

/** Cuts `limit + 1` rows that were asked for to a page. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number | null)[],
): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, cursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
