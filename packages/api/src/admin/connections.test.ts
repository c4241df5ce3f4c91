import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, expect, it } from 'vitest';
import { createWebhookInput, saveSecretInput } from '../contract/index.ts';
import type { Viewer } from '../Services.ts';
import { createTestPlatform, type TestPlatform } from '../testing/testPlatform.ts';
import { createSecretService } from './createSecretService.ts';
import { createWebhookService } from './createWebhookService.ts';

const admin: Viewer = { personId: 'ann', roles: ['admin'] };
const VALUE = 'tok-1234567890';

eachDatabase('connections', (open) => {
  let store: Store;
  let platform: TestPlatform;
  beforeEach(async () => {
    store = await open();
    platform = createTestPlatform(store);
    await query(
      store.em(),
      `insert into person (id, name, email, created_at) values ('ann', 'Ann', 'ann@example.com', now())`,
    );
  });
  const audited = () => query(store.em(), 'select action, subject_type, subject_id, actor_id from audit order by id');

  it('a secret is entered, listed without its value, and removed; the trail has its name', async () => {
    const secrets = createSecretService(platform);
    await secrets.save(admin, { name: 'CRM_TOKEN', value: VALUE });
    await secrets.save(admin, { name: 'CRM_TOKEN', value: `${VALUE}-2` });
    expect(await secrets.list()).toEqual([
      { name: 'CRM_TOKEN', updatedAt: '2026-01-05T08:00:00.000Z', updatedBy: 'Ann' },
    ]);
    await secrets.remove(admin, 'CRM_TOKEN');
    expect(await secrets.list()).toEqual([]);
    await expect(secrets.remove(admin, 'CRM_TOKEN')).rejects.toMatchObject({ problem: { code: 'not-found' } });
    const entry = { subject_type: 'secret', subject_id: 'CRM_TOKEN', actor_id: 'ann' };
    expect(await audited()).toEqual([
      { action: 'secret.save', ...entry },
      { action: 'secret.save', ...entry },
      { action: 'secret.remove', ...entry },
    ]);
    const everything = await query(store.em(), 'select before, after from audit');
    expect(JSON.stringify(everything)).not.toContain(VALUE);
  });

  it('a webhook tells its secret when it is made or changed, and never again', async () => {
    const webhooks = createWebhookService(platform);
    const input = { name: 'Shop', kind: 'start' as const, target: 'order', payload: '{a: body.a}', correlation: '' };
    const made = await webhooks.create(admin, input);
    expect(made.url).toBe(`http://localhost:3000/hooks/${made.id}`);
    const renewed = await webhooks.rotate(admin, { id: made.id, overlap: true });
    expect(renewed).toMatchObject({ id: made.id, url: made.url });
    const listed = await webhooks.list();
    expect(listed).toMatchObject([{ ...input, url: made.url, previousUntil: '2026-01-06T08:00:00.000Z' }]);
    const audit = await query(store.em(), 'select * from audit');
    for (const { secret } of [made, renewed]) expect(JSON.stringify([listed, audit])).not.toContain(secret.slice(6));
    await webhooks.remove(admin, made.id);
    await expect(webhooks.remove(admin, made.id)).rejects.toMatchObject({ problem: { code: 'not-found' } });
    await expect(webhooks.rotate(admin, { id: made.id, overlap: false })).rejects.toMatchObject({
      refusal: 'NOT_FOUND',
    });
    expect(await audited()).toMatchObject([
      { action: 'webhook.create', subject_id: made.id },
      { action: 'webhook.rotate', subject_id: made.id },
      { action: 'webhook.remove', subject_id: made.id },
    ]);
  });

  it.each(['payload', 'correlation'])('a wrong %s is refused before anybody sends to it', async (field) => {
    const webhooks = createWebhookService(platform);
    const input = {
      name: 'Shop',
      kind: 'start' as const,
      target: 'order',
      payload: '',
      correlation: '',
      [field]: '= body.(',
    };
    await expect(webhooks.create(admin, input)).rejects.toMatchObject({
      problem: { code: 'bad-expression', place: { field } },
    });
    expect(await webhooks.list()).toEqual([]);
  });
});

it.each(['lower', '1A', 'A-B', '', 'A'.repeat(65)])('a secret can’t be called "%s"', (name) => {
  expect(saveSecretInput.safeParse({ name, value: VALUE }).success).toBe(false);
});

it('a secret that is too short to be blacked out is refused', () => {
  expect(saveSecretInput.safeParse({ name: 'A', value: 'short' }).success).toBe(false);
});

it('a webhook needs no expressions', () => {
  expect(createWebhookInput.parse({ name: ' Shop ', kind: 'message', target: 'paid' })).toEqual({
    name: 'Shop',
    kind: 'message',
    target: 'paid',
    payload: '',
    correlation: '',
  });
});
