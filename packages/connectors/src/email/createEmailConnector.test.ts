import type { JsonObject } from '@dealwright/engine';
import { AttemptFailed, JobFault } from '@dealwright/runtime';
import { afterEach, expect, it } from 'vitest';
import { type SmtpServer, startSmtpServer } from '../testing/startSmtpServer.ts';
import { createEmailConnector } from './createEmailConnector.ts';
import { readSmtpSettings } from './readSmtpSettings.ts';

let server: SmtpServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});
const start = async (reply?: Parameters<typeof startSmtpServer>[0]) => (server = await startSmtpServer(reply));

interface Options {
  readonly key?: string;
  readonly account?: string;
  readonly query?: string;
  readonly timeoutMs?: number;
}

function send(input: JsonObject, { key = 'i:7', account = '', query = '', timeoutMs = 25_000 }: Options = {}) {
  const url = server ? `smtp://${account}127.0.0.1:${server.port}${query}` : null;
  const connector = createEmailConnector({
    smtpUrl: () => Promise.resolve(url),
    from: 'Sales <sales@firm.example>',
    timeoutMs,
  });
  return connector({ idempotencyKey: key, instanceId: 'i', input }, (text) => text);
}
const mail = { to: 'ann@example.com', subject: '报价 3', text: '您好' };

it('hands the mail in, with a message id that is the same each time the job is tried', async () => {
  const { mails } = await start();
  const input = {
    to: ['Ann Lee <ann@example.com>', 'bo@example.com'],
    cc: 'cy@example.com; dee@example.com',
    replyTo: null,
    subject: 'Offer\r\nBcc: eve@example.com',
    text: 'Hello',
    html: '<b>Hello</b>',
  };
  const first = await send(input);
  const again = await send(input);
  const other = await send(input, { key: 'i:8' });
  expect(first).toEqual({
    messageId: expect.stringMatching(/^<[0-9a-f]{32}@firm\.example>$/) as string,
    accepted: ['ann@example.com', 'bo@example.com', 'cy@example.com', 'dee@example.com'],
    rejected: [],
  });
  expect(again['messageId']).toBe(first['messageId']);
  expect(other['messageId']).not.toBe(first['messageId']);
  expect(mails).toHaveLength(3);
  expect(mails[0]?.recipients).toEqual(first['accepted']);
  expect(mails[0]?.source).toMatch(/^Message-ID: <[0-9a-f]{32}@firm\.example>$/m);
  expect(mails[0]?.source).toContain('From: Sales <sales@firm.example>');
  expect(mails[0]?.source).toContain('multipart/alternative');
  expect(mails[0]?.source).toContain('Subject: Offer Bcc: eve@example.com');
});

it.each<[string, JsonObject]>([
  ['to', { ...mail, to: 'nobody' }],
  ['to', { ...mail, to: [] }],
  ['to', { ...mail, to: null }],
  ['cc', { ...mail, cc: 'Ann <ann@example.com>, <eve' }],
  ['subject', { ...mail, subject: ' ' }],
  ['text', { ...mail, text: { path: '/etc/passwd' } }],
  ['text', { to: mail.to, subject: 'x' }],
  ['html', { ...mail, html: { href: 'http://x.example' } }],
  ['attachments', { ...mail, attachments: [{ path: '/etc/passwd' }] }],
])('a wrong %s is a fault that names it', async (name, input) => {
  await start();
  await expect(send(input)).rejects.toMatchObject({ name: 'JobFault', code: 'connector-input' });
  await expect(send(input)).rejects.toThrow(`"${name}"`);
  expect(server?.mails).toEqual([]);
});

it('tells who got it when not all do', async () => {
  await start((line) => (line.includes('bo@') ? '550 no such person' : undefined));
  const sent = await send({ ...mail, to: 'ann@example.com, bo@example.com' });
  expect(sent).toMatchObject({ accepted: ['ann@example.com'], rejected: ['bo@example.com'] });
});

it.each([
  ['550 no such person', JobFault, 'email-refused'],
  ['451 try later', AttemptFailed, 'email-failed'],
])('a recipient answered by %s', async (answer, type, code) => {
  await start((line) => (line.startsWith('RCPT') ? answer : undefined));
  await expect(send(mail)).rejects.toBeInstanceOf(type);
  await expect(send(mail)).rejects.toMatchObject({ code });
});

it.each(['', 'DATA', '.'])('a server that goes silent at "%s" is given up, and tried again', async (at) => {
  await start((line) => (line === at ? null : undefined));
  await expect(send(mail, { timeoutMs: 300 })).rejects.toMatchObject({ name: 'AttemptFailed' });
});

it('nobody there is tried again, nothing set up is a fault', async () => {
  const { port } = await start();
  await server?.close();
  const gone = createEmailConnector({ smtpUrl: async () => `smtp://127.0.0.1:${port}`, from: 'a@b.example' });
  const request = { idempotencyKey: 'k', instanceId: 'i', input: mail };
  await expect(gone(request, (text) => text)).rejects.toMatchObject({ name: 'AttemptFailed', code: 'email-failed' });
  server = null;
  await expect(send(mail)).rejects.toMatchObject({ name: 'JobFault', code: 'email-not-set-up' });
});

it('never sends the password in the clear unless that is allowed', async () => {
  await start();
  await expect(send(mail, { account: 'user:s3cret-pass@' })).rejects.toThrow();
  expect(server?.lines.some((line) => line.startsWith('AUTH'))).toBe(false);
  await send(mail, { account: 'user:s3cret-pass@', query: '?tls=none' });
  expect(server?.lines.some((line) => line.startsWith('AUTH'))).toBe(true);
});

it('an account that is refused is a fault that does not repeat the password', async () => {
  await start((line) => (line.startsWith('AUTH') ? '535 wrong: s3cret-pass' : undefined));
  const refused = send(mail, { account: 'user:s3cret-pass@', query: '?tls=none' });
  await expect(refused).rejects.toMatchObject({ name: 'JobFault', code: 'email-refused' });
  await expect(refused).rejects.not.toThrow('s3cret-pass');
});

it.each([
  ['smtps://u%40x:p%2F@h', { host: 'h', port: 465, secure: true, user: 'u@x', password: 'p/', requireTls: true }],
  ['smtp://h:25', { host: 'h', port: 25, secure: false, user: null, password: null, requireTls: false }],
  ['smtp://u:p@[::1]?tls=none', { host: '::1', port: 587, requireTls: false }],
])('reads %s', (text, settings) => {
  expect(readSmtpSettings(text)).toMatchObject(settings);
});

it.each(['', 'h:25', 'http://h', 'smtp://'])('takes "%s" for none', (text) => {
  expect(readSmtpSettings(text)).toBeNull();
});
