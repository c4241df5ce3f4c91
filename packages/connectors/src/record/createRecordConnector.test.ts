import type { JsonObject } from '@dealwright/engine';
import type { Connector } from '@dealwright/runtime';
import type { Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, expect, it } from 'vitest';
import { createRecordConnector } from './createRecordConnector.ts';

const drawn = { type: 'record', retries: 3, backoff: 'PT1M', inputs: [], outputs: [] };

eachDatabase('the record connector', (open) => {
  let store: Store;
  let connector: Connector;
  beforeEach(async () => {
    store = await open();
    connector = createRecordConnector({ em: () => store.em(), now: () => 0 });
  });
  const run = (idempotencyKey: string, input: JsonObject) =>
    connector({ idempotencyKey, instanceId: 'i', input: { collection: 'orders', key: 'A-1', ...input } }, drawn);

  it('adds to a row field by field, replaces it, reads it, deletes it', async () => {
    expect(await run('1', { data: { a: 1, b: { c: [1] } } })).toEqual({
      found: true,
      data: { a: 1, b: { c: [1] } },
      revision: 1,
    });
    expect(await run('2', { operation: 'save', data: { a: 2 } })).toMatchObject({
      data: { a: 2, b: { c: [1] } },
      revision: 2,
    });
    expect(await run('3', { operation: 'replace', data: { d: null } })).toEqual({
      found: true,
      data: { d: null },
      revision: 3,
    });
    expect(await run('4', { operation: 'read' })).toEqual({ found: true, data: { d: null }, revision: 3 });
    expect(await run('5', { operation: 'read', key: 'A-2' })).toEqual({ found: false, data: null, revision: 0 });
    expect(await run('6', { operation: 'delete' })).toMatchObject({ found: true, revision: 3 });
    expect(await run('7', { operation: 'delete' })).toMatchObject({ found: false });
  });

  it('a job that is tried again does not undo what came after it', async () => {
    await run('1', { data: { stage: 'new' } });
    await run('2', { data: { stage: 'paid' } });
    expect(await run('1', { data: { stage: 'new' } })).toEqual({ found: true, data: { stage: 'paid' }, revision: 2 });
    await run('3', { operation: 'delete' });
    await run('4', { data: { stage: 'again' } });
    await run('3', { operation: 'delete' });
    expect(await run('5', { operation: 'read' })).toMatchObject({ found: true, data: { stage: 'again' } });
  });

  it('writes at once both count', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => run(name, { data: { [name]: true } })));
    expect(await run('read', { operation: 'read' })).toEqual({
      found: true,
      data: { a: true, b: true, c: true },
      revision: 3,
    });
  });

  it('a key may be a number, collections do not mix', async () => {
    await run('1', { key: 7, data: { n: 7 } });
    expect(await run('2', { operation: 'read', key: '7' })).toMatchObject({ found: true });
    expect(await run('3', { operation: 'read', key: '7', collection: 'others' })).toMatchObject({ found: false });
  });

  it.each<[string, JsonObject]>([
    ['operation', { operation: 'drop', data: {} }],
    ['collection', { collection: '', data: {} }],
    ['key', { key: null, data: {} }],
    ['data', { data: [1] }],
    ['data', {}],
    ['table', { table: 'person', data: {} }],
  ])('a wrong %s is a fault that names it', async (name, input) => {
    await expect(run('1', input)).rejects.toMatchObject({ name: 'JobFault', code: 'connector-input' });
    await expect(run('1', input)).rejects.toThrow(`"${name}"`);
  });

  it('has room for no more than a row should hold', async () => {
    const refused = run('1', { data: { text: 'x'.repeat(300_000) } });
    await expect(refused).rejects.toMatchObject({ name: 'JobFault', code: 'record-too-large' });
  });
});
