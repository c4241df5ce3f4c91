import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { DealDetail, ModelDetail } from '@dealwright/api/contract';
import { acceptInvite, signIn, type ApiClient } from '../apiClient.ts';
import { ADMIN, freePort, removeFolder, startServer, type ServerProcess } from '../serverProcess.ts';
import { launchChromium } from './chromium.ts';
import { signInPage } from './signInPage.ts';

// A rep's day in a real browser: by keys, with lost connections, and with somebody else at the same tasks. The process
// has two tasks: "Call" for the group, with a note; "Offer" for the deal's owner, without a form.
const SOON = { timeout: 15_000 };
const PASSWORD = 'a password for tests';
const ANN = { email: 'ann@example.com', password: PASSWORD };
const BO = { email: 'bo@example.com', password: PASSWORD };
/** what the server takes of a text; the browser's form knows no limit */
const TOO_LONG = 'x'.repeat(20_001);

let server: ServerProcess;
let browser: Browser;
let ann: ApiClient;
let page: Page;

beforeAll(async () => {
  server = await startServer({ port: await freePort() });
  browser = await launchChromium();
  const admin = await signIn(server.url, ADMIN);
  await admin.mutate('people.update', { id: admin.me.id, changes: { roles: ['admin', 'manager'] } });
  for (const [name, { email }] of [
    ['Ann', ANN],
    ['Bo', BO],
  ] as const) {
    const person = { name, email, roles: ['rep'], groups: ['desk'] };
    const { inviteUrl } = await admin.mutate<{ inviteUrl: string }>('people.create', person);
    await acceptInvite(server.url, inviteUrl, PASSWORD);
  }
  const xml = await readFile(fileURLToPath(new URL('desk.bpmn', import.meta.url)), 'utf8');
  const model = await admin.mutate<ModelDetail>('model.create', { name: 'Desk', from: { kind: 'file', xml } });
  await admin.mutate('model.deploy', { id: model.id, revision: model.revision, note: 'for the test' });
  ann = await signIn(server.url, ANN);
  page = await openFor(ANN);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (server) await removeFolder(server.folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await page.screenshot({ path: `test-results/${task.name.replaceAll(/\W+/g, '-')}.png` });
});

describe('the worklist', () => {
  it('is worked off by keys alone, and goes on to the deal’s next task', async () => {
    const first = await startDeal('First');
    const second = await startDeal('Second');
    await page.goto(`${server.url}/worklist?view=unclaimed`);
    await taskOf('First').waitFor();
    await page.keyboard.press('j');
    await selected('First');
    await page.keyboard.press('j');
    await selected('Second');
    await page.keyboard.press('k');
    await selected('First');
    await page.locator('.task-facts', { hasText: 'First' }).waitFor();
    await settled();
    await page.keyboard.press('c');
    await said('The task is yours');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => noteField().evaluate((field) => field === field.ownerDocument.activeElement), SOON)
      .toBe(true);
    await page.keyboard.type('jk ce: typed, not pressed');
    expect(await noteField().inputValue()).toBe('jk ce: typed, not pressed');
    expect(page.url()).toContain('task=');
    await page.keyboard.press('Tab');
    await page.locator('#content').focus();
    await page.keyboard.press('e');
    await said('Done: Call');
    await page.locator('.task-pane__name', { hasText: 'Offer' }).waitFor();
    expect((await dealOf(first)).openTasks.map((task) => task.name)).toEqual(['Offer']);
    expect((await dealOf(second)).openTasks.map((task) => task.name)).toEqual(['Call']);
  });

  it('claims and completes the task that is shown, however fast one went through the list', async () => {
    const shown = await startDeal('Shown');
    const passed = await startDeal('Passed');
    await page.goto(`${server.url}/worklist?view=unclaimed`);
    await taskOf('Passed').waitFor();
    await taskOf('Shown').click();
    await settled();
    await taskOf('Passed').click();
    await page.locator('.task-facts', { hasText: 'Passed' }).waitFor();
    // Both have been read by now: going back and forth shows what is kept, and reads it again.
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await selected('Shown');
    await page.locator('.task-facts', { hasText: 'Shown' }).waitFor();
    await settled();
    await page.keyboard.press('c');
    await said('The task is yours');
    await noteField().fill('Called');
    await page.locator('#content').focus();
    await page.keyboard.press('e');
    await said('Done: Call');
    await page.locator('.task-pane__name', { hasText: 'Offer' }).waitFor();
    expect((await dealOf(shown)).openTasks.map((task) => task.name)).toEqual(['Offer']);
    expect((await dealOf(passed)).openTasks.map((task) => task.name)).toEqual(['Call']);
  });

  it('completes once when Complete is pressed twice, and leaves the task that follows alone', async () => {
    const id = await startDeal('Twice');
    await openTask('Twice');
    await noteField().fill('once');
    await page.getByRole('button', { name: /^Complete/ }).dblclick();
    await said('Done: Call');
    await page.locator('.task-pane__name', { hasText: 'Offer' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await dealOf(id)).toMatchObject({ status: 'open', openTasks: [{ name: 'Offer' }] });
  });

  it('loses no letter that is typed while the task is read again', async () => {
    await startDeal('Typing');
    await openTask('Typing');
    for (let round = 0; round < 4; round += 1) {
      await noteField().fill(`round ${round}`);
      await startDeal(`Noise ${round}`);
      await page.waitForResponse((response) => response.url().includes('task.get'));
      expect(await noteField().inputValue()).toBe(`round ${round}`);
    }
  });

  it('keeps a half-filled form over a reload', async () => {
    await startDeal('Draft');
    await openTask('Draft');
    await page.getByRole('button', { name: 'Claim' }).click();
    await said('The task is yours');
    await noteField().fill('half a though');
    await page.locator('[role="status"]', { hasText: 'Draft saved' }).waitFor();
    await page.reload();
    await expect.poll(() => noteField().inputValue(), SOON).toBe('half a though');
  });

  it('says at the field what the server refuses', async () => {
    await startDeal('Refused');
    await openTask('Refused');
    await noteField().fill(TOO_LONG);
    await page.getByRole('button', { name: /^Complete/ }).click();
    await page.locator('.fjs-form-field', { hasText: 'Note' }).getByText('At most 20000 characters.').waitFor();
    expect(await noteField().inputValue()).toBe(TOO_LONG);
    await noteField().fill('shorter');
    await page.getByRole('button', { name: /^Complete/ }).click();
    await said('Done: Call');
  });

  it('tells the second of two people who has the task, and who did it', async () => {
    await startDeal('Both');
    const other = await openFor(BO);
    await other.goto(`${server.url}/worklist?view=unclaimed&q=Both`);
    await other.locator('.task-item', { hasText: 'Both' }).click();
    await other.getByRole('button', { name: 'Claim' }).waitFor();
    await openTask('Both');
    await page.getByRole('button', { name: 'Claim' }).click();
    await other.getByText('This task is with Ann.').waitFor();
    await noteField().fill('mine');
    await page.getByRole('button', { name: /^Complete/ }).click();
    await other.getByText(/^Ann completed this /).waitFor();
    await other.context().close();
  });

  it('loses nothing while the server is away, and goes on when it is back', async () => {
    const id = await startDeal('Offline');
    await openTask('Offline');
    await page.getByRole('button', { name: 'Claim' }).click();
    await said('The task is yours');
    await server.kill();
    await noteField().fill('typed without a server');
    await page.getByRole('button', { name: /^Complete/ }).click();
    await page.locator('.task-pane__refusal', { hasText: /\S/ }).waitFor();
    expect(await noteField().inputValue()).toBe('typed without a server');
    server = await startServer({ folder: server.folder, port: Number(new URL(server.url).port) });
    await page.getByRole('button', { name: /^Complete/ }).click();
    await said('Done: Call');
    expect((await dealOf(id)).openTasks.map((task) => task.name)).toEqual(['Offer']);
  });

  it('says so after the last task, and names what to do next', async () => {
    await page.goto(`${server.url}/worklist?view=mine&q=Offline`);
    await page.locator('.task-item').first().click();
    await page.locator('.task-pane__name', { hasText: 'Offer' }).waitFor();
    await pressComplete();
    await said('Done: Offer. The process has ended.');
    await page.getByText('No task matches').waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).waitFor();
  });

  it('pages a long list in as one goes down, by scrolling and by key', async () => {
    for (let index = 0; index < 130; index += 10)
      await Promise.all(Array.from({ length: 10 }, (_, at) => startDeal(`Many ${index + at}`)));
    await page.goto(`${server.url}/worklist?view=unclaimed&q=Many`);
    await expect.poll(() => page.locator('.task-item').count(), SOON).toBe(50);
    await page.locator('.task-item').last().scrollIntoViewIfNeeded();
    await page.locator('.worklist__rows').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect.poll(() => page.locator('.task-item').count(), SOON).toBe(100);
    await page.locator('.task-item').last().click();
    await page.locator('#content').focus();
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.task-item').count(), SOON).toBe(130);
  });
});

async function openFor(person: { email: string; password: string }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const opened = await context.newPage();
  opened.setDefaultTimeout(15_000);
  await signInPage(opened, server.url, person);
  return opened;
}

async function startDeal(name: string): Promise<string> {
  const deal = { processId: 'desk', name, value: 100, commandId: randomUUID() };
  return (await ann.mutate<{ id: string }>('deal.start', deal)).id;
}

async function dealOf(id: string): Promise<DealDetail> {
  return ann.query<DealDetail>('deal.get', { id });
}

const taskOf = (deal: string) => page.locator('.task-item', { hasText: deal });
const noteField = () => page.locator('.task-pane .fjs-container input[type="text"]');

/** The unclaimed task of a deal, its form ready to be filled in. */
async function openTask(deal: string): Promise<void> {
  await page.goto(`${server.url}/worklist?view=unclaimed&q=${deal}`);
  await taskOf(deal).click();
  await noteField().waitFor();
  await settled();
}

async function pressComplete(): Promise<void> {
  await settled();
  await page.getByRole('button', { name: /^Complete/ }).click();
}

/** A task that has only just come up takes no press: it may have been meant for the one before. */
async function settled(): Promise<void> {
  await page.locator('.task-pane--ready').waitFor();
}

async function selected(deal: string): Promise<void> {
  await page.locator('.task-item[aria-current="true"]', { hasText: deal }).waitFor();
}

async function said(text: string): Promise<void> {
  await page.locator('.toast', { hasText: text }).first().waitFor();
}
