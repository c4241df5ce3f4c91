import { TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import { CommandOnce } from './CommandOnce.ts';

const lost = () => Promise.reject(new TypeError('network'));

it('repeats the id when the answer was lost and the input is the same', async () => {
  const once = new CommandOnce();
  const seen: string[] = [];
  await once.run({ a: 1 }, (id) => (seen.push(id), lost())).catch(() => null);
  await once.run({ a: 1 }, (id) => (seen.push(id), Promise.resolve()));
  await once.run({ a: 1 }, (id) => (seen.push(id), Promise.resolve()));
  expect(seen[1]).toBe(seen[0]);
  expect(seen[2]).not.toBe(seen[0]);
});

it('makes a new id when the input changed', async () => {
  const once = new CommandOnce();
  const seen: string[] = [];
  await once.run({ a: 1 }, (id) => (seen.push(id), lost())).catch(() => null);
  await once.run({ a: 2 }, (id) => (seen.push(id), lost())).catch(() => null);
  expect(seen[1]).not.toBe(seen[0]);
});

it('makes a new id after the server refused', async () => {
  const once = new CommandOnce();
  const seen: string[] = [];
  const problem = { code: 'form-invalid', message: { en: 'no', zh: '否' } };
  const refusal = TRPCClientError.from({ error: { code: -32_600, message: 'no', data: { problem } } } as never);
  await once.run({ a: 1 }, (id) => (seen.push(id), Promise.reject(refusal))).catch(() => null);
  await once.run({ a: 1 }, (id) => (seen.push(id), Promise.resolve()));
  expect(seen[1]).not.toBe(seen[0]);
});
