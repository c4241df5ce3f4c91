import type { JsonObject } from '@dealwright/engine';
import { type Connector, JobFault } from '@dealwright/runtime';
import { type EntityManager, logCommand, query, queryOne, transaction } from '@dealwright/store';
import { z } from 'zod';
import { given } from '../given.ts';
import { type InputWords, readInput } from '../readInput.ts';

const MOST_CHARACTERS = 256 * 1024;
const name = z.string().trim().min(1).max(200);

const recordInput = z.strictObject({
  operation: given(z.enum(['save', 'replace', 'read', 'delete'])),
  collection: name,
  key: z.union([name, z.number().transform(String)]),
  data: given(z.record(z.string(), z.json())),
});

const words: InputWords = {
  operation: { en: '"save", "replace", "read" or "delete"', zh: ' "save"、"replace"、"read" 或 "delete"' },
  collection: { en: 'a text, at most 200 characters', zh: '不超过 200 个字符的文本' },
  key: { en: 'a text of at most 200 characters, or a number', zh: '不超过 200 个字符的文本或数字' },
  data: { en: 'a context', zh: '对象' },
};

export interface RecordOptions {
  readonly em: () => EntityManager;
  /** epoch milliseconds */
  readonly now: () => number;
}

interface Row {
  readonly data: JsonObject;
  readonly revision: number;
}

/**
 * Keeps a row in a collection of one's own (orders, licences, contact persons) and answers `{ found, data, revision }`:
 * the row as it stands then, or what was deleted.
 *
 * Inputs: `collection`, `key`; `operation`: "save" adds `data` to what is there, field by field (when absent), "replace"
 * puts it in its place, "read", "delete". Each is done once for its job, however often that is tried.
 */
export function createRecordConnector({ em, now }: RecordOptions): Connector {
  return async ({ idempotencyKey, instanceId, input: written }) => {
    const { operation = 'save', collection, key, data } = readInput(recordInput, words, written);
    const writes = operation === 'save' || operation === 'replace';
    if (writes && data === undefined) {
      throw new JobFault('connector-input', {
        en: 'A record that is written needs "data".',
        zh: '写入记录需要“data”。',
      });
    }
    const json = JSON.stringify(data ?? {});
    if (json.length > MOST_CHARACTERS) {
      throw new JobFault('record-too-large', {
        en: `The record has ${json.length} characters; ${MOST_CHARACTERS} is the most.`,
        zh: `记录有 ${json.length} 个字符，最多 ${MOST_CHARACTERS} 个。`,
      });
    }
    return transaction(em(), async (within) => {
      const at = new Date(now()).toISOString();
      const command = { id: `record:${idempotencyKey}`, instanceId, result: {}, at };
      const first = operation === 'read' || (await logCommand(within, command));
      if (writes && first)
        return answer(await save(within, { collection, key, json, at, merge: operation === 'save' }));
      if (operation === 'delete' && first) return answer(await remove(within, collection, key));
      return answer(await read(within, collection, key));
    });
  };
}

function answer(row: Row | null): JsonObject {
  return { found: row !== null, data: row?.data ?? null, revision: row?.revision ?? 0 };
}

function save(
  em: EntityManager,
  row: { collection: string; key: string; json: string; at: string; merge: boolean },
): Promise<Row | null> {
  return queryOne<Row>(
    em,
    `insert into record (collection, key, data, updated_at) values ($1, $2, $3::jsonb, $4::timestamptz)
     on conflict (collection, key) do update set
       data = case when $5 then record.data || excluded.data else excluded.data end,
       revision = record.revision + 1, updated_at = excluded.updated_at
     returning data, revision`,
    [row.collection, row.key, row.json, row.at, row.merge],
  );
}

function remove(em: EntityManager, collection: string, key: string): Promise<Row | null> {
  return queryOne<Row>(em, 'delete from record where collection = $1 and key = $2 returning data, revision', [
    collection,
    key,
  ]);
}

async function read(em: EntityManager, collection: string, key: string): Promise<Row | null> {
  const [row] = await query<Row>(em, 'select data, revision from record where collection = $1 and key = $2', [
    collection,
    key,
  ]);
  return row ?? null;
}
