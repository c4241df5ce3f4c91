import { createHmac } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelDetail } from '@dealwright/api/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../apiClient.ts';
import { ADMIN, removeFolder, type ServerProcess, startServer } from '../serverProcess.ts';
import { launchChromium } from './chromium.ts';
import { DesignerDriver } from './DesignerDriver.ts';
import { signInPage } from './signInPage.ts';

const VALUE = 'tok-1234567890-secret';
let server: ServerProcess;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'en', reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await signInPage(page, server.url, ADMIN);
  await page.goto(`${server.url}/admin/connections`);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (server) await removeFolder(server.folder);
});

it('a secret is entered by keyboard, is never shown again, and is removed', async () => {
  const add = page.getByRole('button', { name: 'Add a secret' });
  await add.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name').fill('crm_token');
  await page.keyboard.press('Tab');
  await page.keyboard.type('short');
  await page.keyboard.press('Enter');
  expect(
    await page.getByLabel('Value').evaluate((input: { validity: { valid: boolean } }) => input.validity.valid),
  ).toBe(false);
  await page.getByLabel('Value').fill(VALUE);
  await page.keyboard.press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'CRM_TOKEN' });
  await row.waitFor();
  await page.reload();
  await row.waitFor();
  expect(await page.content()).not.toContain(VALUE);
  expect(server.output()).not.toContain(VALUE);
  await page.getByRole('button', { name: 'Change CRM_TOKEN' }).click();
  expect(await page.getByLabel('Value').inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove CRM_TOKEN' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No secrets yet').waitFor();
});

it('the key stands in a file beside the data that only its owner may read', async () => {
  const path = join(server.folder, 'dealwright.secret.key');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readFile(path, 'utf8'), 'base64')).toHaveLength(32);
});

it('a webhook shows its secret once, takes what is signed with it, and can be changed and removed', async () => {
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Web shop');
  await page.getByLabel('What it does').selectOption({ label: 'Sends a message' });
  await page.getByLabel('Message name').fill('paid');
  await page.getByLabel('Variables').fill('{order: body.(');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await page.getByLabel('Variables').fill('{order: body.id}');
  await page.getByLabel('Correlation').fill('body.id');
  await page.keyboard.press('Enter');
  const first = await shown();
  expect(first.url).toContain(`${server.url}/hooks/`);
  await page.getByRole('button', { name: 'Done' }).click();
  expect(await page.content()).not.toContain(first.secret);
  expect(await deliver(first, 'd1')).toBe(200);
  expect(await deliver({ ...first, secret: 'whsec_AAAA' }, 'd2')).toBe(401);
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'Web shop' });
  await row.waitFor();
  expect(await row.textContent()).not.toContain('None yet');

  await page.getByRole('button', { name: 'New secret for Web shop' }).click();
  await page.getByLabel('The old one still counts').uncheck();
  await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
  const second = await shown();
  await page.getByRole('button', { name: 'Done' }).click();
  expect(second.secret).not.toBe(first.secret);
  expect(await deliver(first, 'd3')).toBe(401);
  expect(await deliver(second, 'd4')).toBe(200);

  await page.getByRole('button', { name: 'Remove Web shop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No webhooks yet').waitFor();
  expect(await deliver(second, 'd5')).toBe(404);
});

it('the designer asks for what a connector needs, and writes it into the drawing', async () => {
  const admin = await signIn(server.url, ADMIN);
  await admin.mutate('people.update', { id: admin.me.id, changes: { roles: ['admin', 'manager'] } });
  const model = await admin.mutate<ModelDetail>('model.create', { name: 'Calls', from: { kind: 'blank' } });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${server.url}/models/${model.id}`);
  await page.locator('.djs-container svg').first().waitFor();
  const designer = new DesignerDriver(page);
  await designer.clickOnCanvas('Task_1');
  await designer.choose('Type', 'Service task');
  await designer.choose('What it does', 'Send an HTTP request');
  await designer.choose('Method', 'PUT');
  await designer.fill('Address (URL)', '= "https://crm.example/" + name');
  await designer.fill('Headers', '{authorization: "Bearer {{secret.CRM_TOKEN}}"}');
  await designer.fill('Time limit in seconds', '30');
  await designer.fill('Time limit in seconds', '');
  await designer.saved();
  const inputs = async () => {
    const { xml } = await admin.query<ModelDetail>('model.get', { id: model.id });
    return [...xml.matchAll(/<dw:input name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  };
  const kept = [
    ['method', '&#34;PUT&#34;'],
    ['url', '&#34;https://crm.example/&#34; + name'],
    ['headers', '{authorization: &#34;Bearer {{secret.CRM_TOKEN}}&#34;}'],
  ];
  expect(await inputs()).toEqual(kept);
  await designer.choose('What it does', 'Send an e-mail');
  await designer.fill('Subject', 'Your offer');
  await page.getByRole('group', { name: 'Other inputs' }).waitFor();
  await designer.saved();
  expect(await inputs()).toEqual([...kept, ['subject', '&#34;Your offer&#34;']]);
});

async function shown(): Promise<{ url: string; secret: string }> {
  const secret = page.getByLabel('Signing secret', { exact: true });
  await secret.waitFor();
  const url = await page.getByLabel('Address', { exact: true }).inputValue();
  return { url, secret: await secret.inputValue() };
}

/** Sends as the sender of a webhook does. */
async function deliver(hook: { url: string; secret: string }, id: string): Promise<number> {
  const body = JSON.stringify({ id: 'A-1' });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(hook.secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
  return (await fetch(hook.url, { method: 'POST', headers, body })).status;
}
