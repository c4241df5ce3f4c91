import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeFolder, type ServerProcess, startServer } from '../serverProcess.ts';
import { launchChromium } from './chromium.ts';

let server: ServerProcess;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await removeFolder(server.folder);
});

it('tells what is missing in the language of the product, not of the browser, and forgets it once it is filled in', async () => {
  const page = await browser.newPage({ locale: 'en-US' });
  await page.goto(server.url);
  await page.getByRole('button', { name: '中文' }).click();
  const email = page.locator('input[type="email"]');
  const message = () => email.evaluate((input: { validationMessage: string }) => input.validationMessage);
  await page.locator('form button[type="submit"]').click();
  expect(await message()).toBe('请填写此项。');
  await email.fill('nobody');
  await page.locator('form button[type="submit"]').click();
  expect(await message()).toBe('邮箱格式不正确。');
  await email.fill('nobody@example.com');
  expect(await message()).toBe('');
  await page.close();
});
