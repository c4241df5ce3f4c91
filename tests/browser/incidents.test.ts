import { randomUUID } from 'node:crypto';
import type { AuditRow, Board, DealDetail, IncidentAnswer, Page as Rows } from '@dealwright/api/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiClient, signIn } from '../apiClient.ts';
import { ADMIN, removeFolder, type ServerProcess, startServer } from '../serverProcess.ts';
import { launchChromium } from './chromium.ts';
import { signInPage } from './signInPage.ts';

const GATE = 'Which way?';
const NOTHING = 'connector-unknown';
const file = (id: string, name: string, elements: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="urn:test">
  <bpmn:process id="${id}" name="${name}" isExecutable="true"><bpmn:startEvent id="Start" />${elements}</bpmn:process>
</bpmn:definitions>`;
const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${
    condition === ''
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;
const SORTING = file(
  'sorting',
  'Sorting',
  `<bpmn:exclusiveGateway id="Gate" name="${GATE}" />
   <bpmn:userTask id="Left" name="Go left" /><bpmn:userTask id="Right" name="Go right" /><bpmn:endEvent id="End" />
   ${flow('Start', 'Gate')}${flow('Gate', 'Left', 'side = "left"')}${flow('Gate', 'Right', 'side = "right"')}
   ${flow('Left', 'End')}${flow('Right', 'End')}`,
);
const SENDING = file(
  'sending',
  'Sending',
  `<bpmn:serviceTask id="Send" name="Send it">
     <bpmn:extensionElements><dw:connector type="carrier-pigeon" retries="1" /></bpmn:extensionElements>
   </bpmn:serviceTask>
   <bpmn:endEvent id="End" dw:outcome="won" />${flow('Start', 'Send')}${flow('Send', 'End')}`,
);

let server: ServerProcess;
let browser: Browser;
let page: Page;
let admin: ApiClient;
const deals = new Map<string, string>();
beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
  admin = await signIn(server.url, ADMIN);
  await admin.mutate('people.update', { id: admin.me.id, changes: { roles: ['admin', 'manager'] } });
  for (const [name, xml] of [
    ['Sorting', SORTING],
    ['Sending', SENDING],
  ] as const) {
    const model = await admin.mutate<{ id: string }>('model.create', { name, from: { kind: 'file', xml } });
    await admin.mutate('model.deploy', { id: model.id, revision: 1, note: 'first' });
  }
  for (const [processId, name] of [
    ['sorting', 'Sorted deal'],
    ['sorting', 'Lost deal'],
    ['sending', 'First letter'],
    ['sending', 'Second letter'],
    ['sending', 'Third letter'],
  ] as const) {
    const deal = await admin.mutate<{ id: string }>('deal.start', { processId, name, commandId: randomUUID() });
    deals.set(name, deal.id);
  }
  page = await browser.newPage({ locale: 'en', reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(15_000);
  await signInPage(page, server.url, ADMIN);
  await page.goto(`${server.url}/admin/incidents`);
  // they appear as they are raised
  for (const name of deals.keys()) await row(name).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (server) await removeFolder(server.folder);
});

const row = (deal: string) => page.getByRole('row').filter({ hasText: deal });
const dialog = () => page.getByRole('dialog');

it('a step is tried again with changed variables, by keyboard, and only what was changed is written', async () => {
  await row('Sorted deal')
    .getByRole('button', { name: `More for ${GATE}` })
    .focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('[role=menuitem]:focus').filter({ hasText: 'Change variables and retry' }).waitFor();
  await page.keyboard.press('Enter');
  await dialog().getByLabel('New variable').waitFor();
  await dialog().getByRole('button', { name: 'Write and retry' }).click();
  await dialog().getByText('Nothing is changed yet').waitFor();
  await dialog().getByLabel('New variable').fill('side');
  await dialog().getByLabel('Its value').fill('right');
  await page.keyboard.press('Enter');
  await dialog().getByText('This is not JSON').waitFor();
  await dialog().getByLabel('Its value').fill('"right"');
  await page.keyboard.press('Enter');
  await row('Sorted deal').getByText('Tried again').waitFor();
  const deal = await admin.query<DealDetail>('deal.get', { id: deals.get('Sorted deal') });
  expect(deal.openTasks.map(({ name }) => name)).toEqual(['Go right']);
  const [entry] = (await admin.query<Rows<AuditRow>>('audit.list', {})).rows.filter(
    ({ action }) => action === 'incident.retry',
  );
  expect(entry?.after).toEqual({ variables: { side: 'right' } });
});

it('many are filtered, selected and skipped at once, and each row says what became of it', async () => {
  await page.getByLabel('Process', { exact: true }).selectOption('sending');
  await row('Lost deal').waitFor({ state: 'detached' });
  await page.getByLabel('Kind of incident').selectOption(NOTHING);
  await page.getByLabel('Select all that are shown').check();
  await row('Third letter').getByRole('checkbox').uncheck();
  await page.getByText('2 selected').waitFor();
  await page.getByRole('group', { name: 'What to do' }).getByRole('button', { name: 'Skip step' }).click();
  await dialog().getByText('Skip 2 steps?').waitFor();
  await dialog().getByLabel('Reason').fill('sent by hand');
  await page.keyboard.press('Enter');
  await row('First letter').getByText('Skipped').waitFor();
  await row('Second letter').getByText('Skipped').waitFor();
  expect(await row('Third letter').getByText('Skipped').count()).toBe(0);
  expect((await admin.query<Board>('deal.board', { processId: 'sending' })).totals.won.count).toBe(2);
  const audit = await admin.query<Rows<AuditRow>>('audit.list', {});
  const skips = audit.rows.filter(({ action }) => action === 'incident.skip');
  expect(skips).toHaveLength(2);
  for (const { after } of skips) expect(after).toEqual({ variables: {}, reason: 'sent by hand' });
  await page.getByRole('button', { name: 'Hide what is done' }).click();
  await row('First letter').waitFor({ state: 'detached' });
});

it('what can not be skipped says why in its row, in the reader’s language, and its process can be cancelled', async () => {
  await page.getByLabel('Process', { exact: true }).selectOption('');
  await page.getByLabel('Kind of incident').selectOption('');
  await row('Lost deal')
    .getByRole('button', { name: `More for ${GATE}` })
    .click();
  await page.getByRole('menuitem', { name: 'Skip step' }).click();
  await dialog().getByRole('button', { name: 'Skip step' }).click();
  await row('Lost deal').getByText('nothing says which way to go on').waitFor();
  await admin.mutate('auth.setPreferences', { language: 'zh' });
  await page.reload();
  await row('Lost deal').getByText('没有条件成立').waitFor();
  await row('Lost deal').getByRole('checkbox').check();
  await page.getByRole('group', { name: '操作' }).getByRole('button', { name: '取消流程' }).click();
  await dialog().getByText('取消 1 个异常所在的流程？').waitFor();
  await dialog().getByRole('button', { name: '取消流程' }).click();
  await row('Lost deal').getByText('已取消').waitFor();
  const [left] = (await admin.query<Rows<{ id: string }>>('incident.list', {})).rows;
  expect(await admin.mutate<IncidentAnswer[]>('incident.cancel', { ids: [left?.id] })).toMatchObject([
    { problem: null },
  ]);
  await page.getByRole('button', { name: '隐藏已处理项' }).click();
  await page.getByText('没有异常').waitFor();
});
