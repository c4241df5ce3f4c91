import type { Calendar, ModelDetail } from '@dealwright/api/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiClient, signIn } from '../apiClient.ts';
import { ADMIN, removeFolder, type ServerProcess, startServer } from '../serverProcess.ts';
import { launchChromium } from './chromium.ts';
import { DesignerDriver } from './DesignerDriver.ts';
import { signInPage } from './signInPage.ts';

let server: ServerProcess;
let browser: Browser;
let page: Page;
let admin: ApiClient;
beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'en', reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(15_000);
  await signInPage(page, server.url, ADMIN);
  admin = await signIn(server.url, ADMIN);
  await page.goto(`${server.url}/admin/calendars`);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (server) await removeFolder(server.folder);
});

it('a calendar is made with its holidays pasted, told what is wrong where it is, and changed', async () => {
  await page.getByRole('button', { name: 'Add a calendar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Head office');
  await dialog.getByLabel('Time zone').fill('Asia/Shanghai');
  await dialog.getByLabel('Short name').fill('office');
  await dialog.getByLabel('Monday').fill('9-12');
  await dialog.getByLabel('Holidays and make-up days').fill('2026-10-01..2026-10-07 休\nsome day');
  const save = dialog.getByRole('button', { name: 'Save' });
  await save.click();
  await dialog.getByText('Write hours in their order').waitFor();
  await dialog.getByLabel('Monday').fill('09:00-12:00, 13:30-18:00');
  await save.click();
  await dialog.getByText('Line 2 says nothing of a day: some day').waitFor();
  await dialog.getByLabel('Holidays and make-up days').fill('2026-10-01..2026-10-07 休\n2026-10-10 班');
  await save.click();
  await page.getByRole('row').filter({ hasText: 'Head office' }).waitFor();
  const [made] = await admin.query<Calendar[]>('calendar.list');
  expect(made).toMatchObject({ id: 'office', timeZone: 'Asia/Shanghai', workdays: ['2026-10-10'] });
  expect(made?.holidays).toHaveLength(7);
  expect(made?.week[0]).toEqual([
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ]);
  await page.getByRole('button', { name: 'Change Head office' }).click();
  expect(await dialog.getByLabel('Holidays and make-up days').inputValue()).toContain('2026-10-10 班');
  await page.keyboard.press('Escape');
});

it('the designer writes it into the drawing, for the process and around the clock for a task', async () => {
  await admin.mutate('people.update', { id: admin.me.id, changes: { roles: ['admin', 'manager'] } });
  const model = await admin.mutate<ModelDetail>('model.create', { name: 'Calls', from: { kind: 'blank' } });
  await page.goto(`${server.url}/models/${model.id}`);
  await page.locator('.djs-container svg').first().waitFor();
  const designer = new DesignerDriver(page);
  await designer.choose('Working calendar', 'Head office');
  await designer.clickOnCanvas('Task_1');
  await designer.choose('Working calendar', 'Around the clock');
  await designer.saved();
  const { xml } = await admin.query<ModelDetail>('model.get', { id: model.id });
  expect(xml).toMatch(/<bpmn:process [^>]*dw:calendar="office"/);
  expect(xml).toMatch(/id="Task_1"[^>]*dw:calendar="always"/);
});
