import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { DealDetail, ModelSummary } from '@dealwright/api/contract';
import { acceptInvite, signIn, type ApiClient } from '../apiClient.ts';
import { ADMIN, removeFolder, startServer, type ServerProcess } from '../serverProcess.ts';
import { launchChromium } from './chromium.ts';
import { DesignerDriver } from './DesignerDriver.ts';
import { signInPage } from './signInPage.ts';

const PASSWORD = 'a password for tests';
const MANAGER = { email: 'manager@example.com', password: PASSWORD };
const ANN = { email: 'ann@example.com', password: PASSWORD };
const BO = { email: 'bo@example.com', password: PASSWORD };
const PROCESS = 'Widget sale';

let server: ServerProcess;
let browser: Browser;
let admin: ApiClient;
const problems: string[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
  admin = await signIn(server.url, ADMIN);
  const managerId = await invite('Mia Manager', MANAGER.email, ['manager'], null);
  await invite('Ann Rep', ANN.email, ['rep'], managerId);
  await invite('Bo Rep', BO.email, ['rep'], managerId);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (server) await removeFolder(server.folder);
});

/** A picture of what each window showed when a test failed, to look at afterwards. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [index, page] of browser
    .contexts()
    .flatMap((context) => context.pages())
    .entries())
    await page.screenshot({ path: `test-results/${task.name.replaceAll(/\W+/g, '-')}-${index}.png` });
});

describe('the main job', () => {
  it('a manager draws a process and deploys it', async () => {
    const page = await openFor(MANAGER);
    await page.goto(`${server.url}/models`);
    await page.getByRole('button', { name: 'New process' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill(PROCESS);
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await page.locator('.djs-container svg').first().waitFor();
    const designer = new DesignerDriver(page);
    await designer.openOutline();
    await drawWidgetSale(page, designer);
    await designer.saved();
    expect(await page.locator('.designer__outline li').count()).toBeGreaterThanOrEqual(20);
    await designer.deploy('The first version', 1);
    await page.context().close();
  });

  it('deals are started and two reps work off both branches', async () => {
    const ann = await openFor(ANN);
    await startDeal(ann, 'Large order', '5000');
    const bo = await openFor(BO);
    await startDeal(bo, 'Small order', '200');
    await startDeal(bo, 'Waiting order', '300');

    await completeTask(ann, 'Large order', 'Qualify', async (pane) => {
      await pane.getByLabel(/Deal value/).fill('5000');
    });
    await completeTask(ann, 'Large order', 'Write proposal', async (pane) => {
      await pane.getByLabel(/What we offer/).fill('A hundred widgets');
    });
    await completeTask(bo, 'Small order', 'Qualify', async (pane) => {
      await pane.getByLabel(/Deal value/).fill('200');
    });
    await completeTask(bo, 'Small order', 'Quick offer', async () => {});
    await ann.context().close();
    await bo.context().close();

    const [large, small, waiting] = await Promise.all(['Large order', 'Small order', 'Waiting order'].map(dealByName));
    expect(large).toMatchObject({ status: 'won', closeValue: 5000 });
    expect(small).toMatchObject({ status: 'won', closeValue: 200 });
    expect(waiting).toMatchObject({ status: 'open' });
    expect(waiting?.openTasks.map((task) => task.name)).toEqual(['Qualify']);
  });

  it('the manager sees the KPI figures and the path of a deal on the drawing', async () => {
    const page = await openFor(MANAGER);
    const model = await modelOf();
    await page.goto(`${server.url}/processes/${model.processId}`);
    await page.locator('.djs-container svg').first().waitFor();
    await page.locator('.djs-overlay').first().waitFor();
    const badges = (await page.locator('.djs-overlay').allInnerTexts()).join('\n');
    expect(badges).toMatch(/n\s*=?\s*2/);
    // A badge's frame used to lie over its task and take the clicks.
    await page.locator('.djs-element[data-element-id="Task_1"] > .djs-hit').first().click();
    await page.getByRole('complementary', { name: 'Qualify' }).waitFor();

    const deal = await dealByName('Large order');
    await page.goto(`${server.url}/deals/${deal.id}`);
    await page.locator('.djs-container svg').first().waitFor();
    const visited = await page
      .locator('.djs-element.dw-visited')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-element-id') ?? ''));
    expect(new Set(visited)).toEqual(new Set([...deal.visited, ...deal.taken]));
    await page.context().close();
  });

  it('a second version is deployed and running deals stay on the first', async () => {
    const page = await openFor(ADMIN);
    const model = await modelOf();
    await page.goto(`${server.url}/models/${model.id}`);
    await page.locator('.djs-container svg').first().waitFor();
    const designer = new DesignerDriver(page);
    await designer.openOutline();
    await designer.select('Qualify');
    await designer.rename('Qualify with care');
    await designer.saved();
    await designer.deploy('A more careful start', 2);
    await page.context().close();

    const waiting = await dealByName('Waiting order');
    expect(waiting.version).toBe(1);
    const bo = await openFor(BO);
    await startDeal(bo, 'New order', '100');
    const fresh = await dealByName('New order');
    expect(fresh.version).toBe(2);
    expect(fresh.openTasks.map((task) => task.name)).toEqual(['Qualify with care']);
    await completeTask(bo, 'Waiting order', 'Qualify', async (pane) => {
      await pane.getByLabel(/Deal value/).fill('300');
    });
    expect((await dealByName('Waiting order')).version).toBe(1);
    await bo.context().close();
  });

  it('no page threw an error or logged one', () => {
    expect(problems).toEqual([]);
  });
});

/** Ten elements: start, qualify with a boundary timer to a chase by the manager, a gateway, two branches, three ends. */
async function drawWidgetSale(page: Page, designer: DesignerDriver): Promise<void> {
  await designer.select('Sales');
  await designer.press('Add lane');
  await designer.rename('Manager');
  await designer.choose('Role', 'Manager of the owner');

  await designer.clickOnCanvas('EndEvent_1');
  await page.keyboard.press('Delete');
  await designer.clickOnCanvas('Task_1');
  await designer.rename('Qualify');
  await designer.addField('Deal value');
  await addKpi(designer, '24');
  await designer.append('exclusive gateway', 'Large?');
  await designer.append('user task', 'Write proposal');
  await designer.addField('Text');
  await nameField(designer, 'What we offer', '我们的报价');
  await addKpi(designer, '48');
  await designer.append('end event', 'Won large');
  await designer.choose('Outcome', 'Won');

  await designer.select('Large?');
  await designer.append('user task', 'Quick offer');
  await appendByContextPad(page, 'append.end-event');
  await designer.rename('Won small');
  await designer.choose('Outcome', 'Won');

  await designer.select('Large? → Write proposal');
  await designer.fill('Condition', 'deal_value > 1000');
  await designer.select('Large? → Quick offer');
  await designer.check('Default flow: taken when no condition is true', true);

  await designer.select('Qualify');
  await designer.press('Add boundary timer');
  await designer.rename('Too slow');
  await designer.fill('After: amount', '2');
  await designer.choose('After: unit', 'days');
  await designer.check('Interrupts the activity', false);
  await designer.append('user task', 'Chase');
  await designer.choose('Move to lane', 'Manager');
  await designer.append('end event', 'Chased');
}

async function addKpi(designer: DesignerDriver, target: string): Promise<void> {
  await designer.press('Add KPI');
  await designer.choose('Measure', 'Time taken');
  await designer.fill('Target', target);
}

/** Labels the field that was added last, in both languages. */
async function nameField(designer: DesignerDriver, en: string, zh: string): Promise<void> {
  await designer.fillIn('Field 1', 'Label (English)', en);
  await designer.fillIn('Field 1', 'Label (Chinese)', zh);
}

async function appendByContextPad(page: Page, action: string): Promise<void> {
  await page.locator(`.djs-context-pad .entry[data-action="${action}"]`).click();
}

async function invite(
  name: string,
  email: string,
  roles: readonly string[],
  managerId: string | null,
): Promise<string> {
  const { id, inviteUrl } = await admin.mutate<{ id: string; inviteUrl: string }>('people.create', {
    name,
    email,
    roles,
    managerId,
  });
  await acceptInvite(server.url, inviteUrl, PASSWORD);
  return id;
}

/** A window of one's own, signed in; whatever goes wrong in it is remembered. */
async function openFor(person: { email: string; password: string }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => problems.push(`${person.email}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${person.email}: ${message.text()}`);
  });
  await signInPage(page, server.url, person);
  return page;
}

async function startDeal(page: Page, name: string, value: string): Promise<void> {
  await page.goto(`${server.url}/pipeline`);
  await page.getByRole('button', { name: 'Start a deal' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Deal').fill(name);
  await dialog.getByLabel(/^Value/).fill(value);
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/deals\//);
}

async function completeTask(
  page: Page,
  deal: string,
  task: string,
  fill: (pane: ReturnType<Page['locator']>) => Promise<void>,
): Promise<void> {
  await page.goto(`${server.url}/worklist`);
  await page.locator('.task-item', { hasText: deal }).filter({ hasText: task }).click();
  const pane = page.locator('.task-pane', { hasText: task });
  await pane.getByRole('button', { name: /^Complete/ }).waitFor();
  await fill(pane);
  await pane.getByRole('button', { name: /^Complete/ }).click();
  await page.getByText(`Done: ${task}`).first().waitFor();
}

async function modelOf(): Promise<ModelSummary> {
  const model = (await admin.query<readonly ModelSummary[]>('model.list')).find(
    (candidate) => candidate.name === PROCESS,
  );
  if (!model) throw new Error('The process is not among the models.');
  return model;
}

async function dealByName(name: string): Promise<DealDetail> {
  const [found] = await admin.query<readonly { id: string; name: string }[]>('deal.search', { text: name });
  if (!found) throw new Error(`There is no deal "${name}".`);
  return admin.query<DealDetail>('deal.get', { id: found.id });
}
