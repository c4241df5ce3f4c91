import { randomBytes } from 'node:crypto';
import type { ConnectorDefinition } from '@dealwright/bpmn';
import type { JsonObject } from '@dealwright/engine';
import { AttemptFailed, BpmnError, JobFault } from '@dealwright/runtime';
import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, expect, it } from 'vitest';
import { createSecretBox } from './createSecretBox.ts';
import { createSecrets, type Secrets } from './createSecrets.ts';
import { type SecretiveConnector, withSecrets } from './withSecrets.ts';

const TOKEN = 'tok-1234567890';
const drawn = (inputs: Readonly<Record<string, string>>): ConnectorDefinition => ({
  type: 'http',
  retries: 3,
  backoff: 'PT1M',
  inputs: Object.entries(inputs).map(([name, value]) => ({ name, value })),
  outputs: [],
});

eachDatabase('secrets', (open) => {
  let store: Store;
  let secrets: Secrets;
  beforeEach(async () => {
    store = await open();
    secrets = createSecrets(createSecretBox(Buffer.alloc(32, 1), randomBytes));
    await secrets.set(store.em(), { name: 'TOKEN', value: TOKEN, actorId: 'ann', at: 0 });
  });
  const run = (connector: SecretiveConnector, input: JsonObject, expressions: Readonly<Record<string, string>>) =>
    withSecrets(connector, secrets, () => store.em())(
      { idempotencyKey: 'i:1', instanceId: 'i', input },
      drawn(expressions),
    );

  it('are kept encrypted, listed without their values, replaced and removed', async () => {
    await query(
      store.em(),
      `insert into person (id, name, email, created_at) values ('ann', 'Ann', 'a@example.com', now())`,
    );
    const [row] = await query<{ sealed: string }>(store.em(), 'select * from secret');
    expect(JSON.stringify(row)).not.toContain(TOKEN);
    const listed = { name: 'TOKEN', updatedAt: '1970-01-01T00:00:00.000Z', updatedBy: 'Ann' };
    expect(await secrets.list(store.em())).toEqual([listed]);
    const again = await secrets.set(store.em(), { name: 'TOKEN', value: 'another value', actorId: 'ann', at: 1000 });
    expect(again).toBe(false);
    expect(await secrets.value(store.em(), 'TOKEN')).toBe('another value');
    expect(await secrets.remove(store.em(), 'TOKEN')).toBe(true);
    expect(await secrets.remove(store.em(), 'TOKEN')).toBe(false);
    expect(await secrets.value(store.em(), 'TOKEN')).toBeNull();
  });

  it('one does not open under the name of another', async () => {
    await query(
      store.em(),
      `insert into secret (name, sealed, updated_at) select 'OTHER', sealed, updated_at from secret`,
    );
    await expect(secrets.value(store.em(), 'OTHER')).rejects.toMatchObject({ code: 'secret-unreadable' });
  });

  it('are put in where the drawing names them, and nowhere else', async () => {
    const inputs: JsonObject[] = [];
    const note: SecretiveConnector = async ({ input }) => {
      inputs.push(input);
      return {};
    };
    await run(
      note,
      { headers: { authorization: 'Bearer {{secret.TOKEN}}' }, body: 'I am {{secret.TOKEN}}', url: 'x' },
      { headers: '{authorization: "Bearer {{secret.TOKEN}}"}', body: 'comment', url: '"x"' },
    );
    expect(inputs).toEqual([
      { headers: { authorization: `Bearer ${TOKEN}` }, body: 'I am {{secret.TOKEN}}', url: 'x' },
    ]);
  });

  it('a value never comes out in a result', async () => {
    const echo: SecretiveConnector = ({ input }) =>
      Promise.resolve({ body: { [JSON.stringify(input['url'])]: [input] } });
    const result = await run(echo, { url: 'k={{secret.TOKEN}}' }, { url: '"k={{secret.TOKEN}}"' });
    expect(result).toEqual({ body: { '"k=***"': [{ url: 'k=***' }] } });
  });

  it.each([
    ['a BPMN error', () => new BpmnError('NO', TOKEN)],
    ['a fault', () => new JobFault('refused', { en: TOKEN, zh: TOKEN })],
    ['a failed attempt', () => new AttemptFailed('failed', { en: TOKEN, zh: TOKEN }, 5)],
    ['any other error', () => new Error(`no route to ${TOKEN}`, { cause: TOKEN })],
  ])('a value never comes out in %s', async (_, make) => {
    const failing: SecretiveConnector = () => Promise.reject(make());
    const error = await run(failing, { url: '{{secret.TOKEN}}' }, { url: '"{{secret.TOKEN}}"' }).then(
      () => null,
      (thrown: unknown) => thrown as Error,
    );
    expect(error?.constructor).toBe(make().constructor);
    expect(error?.message).toContain('***');
    expect(JSON.stringify([error, error?.message, error?.stack, error?.cause])).not.toContain(TOKEN);
  });

  it('one that is not there is a fault that names it', async () => {
    const never: SecretiveConnector = () => Promise.reject(new Error('was called'));
    const asked = run(never, { url: '{{secret.NOPE}}' }, { url: '"{{secret.NOPE}}"' });
    await expect(asked).rejects.toBeInstanceOf(JobFault);
    await expect(asked).rejects.toThrow('"NOPE"');
  });
});
