import { expect, it } from 'vitest';
import { isGenuine, newWebhookSecret, signatureOf } from './signature.ts';

const NOW = Date.parse('2026-01-05T08:00:00Z');
const secret = newWebhookSecret((size) => Buffer.alloc(size, 5));
const body = Buffer.from('{"a":1}');
const head = { id: 'msg_1', timestamp: String(NOW / 1000) };
const signature = signatureOf(secret, head, body);

it('signs as Standard Webhooks has it in its own example', () => {
  const example = signatureOf(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: '1614265330' },
    Buffer.from('{"test": 2432232314}'),
  );
  expect(example).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

it('takes what one of the secrets signed, also among other signatures', () => {
  expect(isGenuine({ ...head, signature }, body, [secret], NOW)).toBe(true);
  expect(isGenuine({ ...head, signature: `v1,xyz v2,abc ${signature}` }, body, ['whsec_AAAA', secret], NOW)).toBe(true);
});

it.each([
  ['another body', { ...head, signature }, '{"a":2}', NOW],
  ['another id', { ...head, id: 'msg_2', signature }, '{"a":1}', NOW],
  ['another time', { ...head, timestamp: String(NOW / 1000 + 1), signature }, '{"a":1}', NOW],
  ['a time that is none', { ...head, timestamp: 'now', signature }, '{"a":1}', NOW],
  ['no signature', { ...head, signature: '' }, '{"a":1}', NOW],
  ['half a signature', { ...head, signature: signature.slice(0, 20) }, '{"a":1}', NOW],
  ['a delivery that is more than five minutes old', { ...head, signature }, '{"a":1}', NOW + 300_001],
  ['a delivery from the future', { ...head, signature }, '{"a":1}', NOW - 300_001],
])('refuses %s', (_, delivery, text, now) => {
  expect(isGenuine(delivery, Buffer.from(text), [secret], now)).toBe(false);
});

it('refuses what nobody’s secret signed', () => {
  expect(isGenuine({ ...head, signature }, body, [], NOW)).toBe(false);
});
