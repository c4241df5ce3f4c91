import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelDetail, VersionSummary } from '@dealwright/api/contract';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signIn, type ApiClient } from '../apiClient.ts';
import { ADMIN, removeFolder, startServer, type ServerProcess } from '../serverProcess.ts';
import { launchChromium } from './chromium.ts';
import { DesignerDriver } from './DesignerDriver.ts';
import { signInPage } from './signInPage.ts';

// A manager's way with decisions: a drawing from elsewhere asks for one, the file is attached, read, tried and deployed.
const DMN = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="n">
<decision id="dealClass" name="Deal class"><variable name="dealClass" /><literalExpression><text>if amount &gt; 1000 then "large" else "small"</text></literalExpression></decision>
<decision id="approval" name="Approval level"><variable name="Approval level" />
<informationRequirement><requiredDecision href="#dealClass" /></informationRequirement>
<decisionTable hitPolicy="UNIQUE">
<input label="Class"><inputExpression><text>dealClass</text></inputExpression></input>
<input label="Discount"><inputExpression typeRef="number"><text>deal.discount</text></inputExpression></input>
<output name="level" typeRef="string" />
<rule><inputEntry><text>"large"</text></inputEntry><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>"director"</text></outputEntry></rule>
<rule><inputEntry><text>-</text></inputEntry><inputEntry><text>&lt;= 20</text></inputEntry><outputEntry><text>"manager"</text></outputEntry></rule>
</decisionTable></decision></definitions>`;
const BROKEN = DMN.replace('&lt;= 20', '&lt;=')
  .replaceAll('id="dealClass"', 'id="other"')
  .replaceAll('#dealClass', '#other');

/** Camunda's modeler would write it so. */
const drawing = (processId: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
<bpmn:process id="${processId}" name="Sale" isExecutable="true"><bpmn:startEvent id="s" name="Start" /><bpmn:businessRuleTask id="rule" name="Discount" camunda:decisionRef="approval" camunda:resultVariable="level" /><bpmn:endEvent id="e" name="End" /><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="rule" /><bpmn:sequenceFlow id="f2" sourceRef="rule" targetRef="e" /></bpmn:process>
<bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="P" bpmnElement="${processId}"><bpmndi:BPMNShape id="s_di" bpmnElement="s"><dc:Bounds x="150" y="102" width="36" height="36" /></bpmndi:BPMNShape><bpmndi:BPMNShape id="r_di" bpmnElement="rule"><dc:Bounds x="250" y="80" width="100" height="80" /></bpmndi:BPMNShape><bpmndi:BPMNShape id="e_di" bpmnElement="e"><dc:Bounds x="420" y="102" width="36" height="36" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id="f1_di" bpmnElement="f1"><di:waypoint x="186" y="120" /><di:waypoint x="250" y="120" /></bpmndi:BPMNEdge><bpmndi:BPMNEdge id="f2_di" bpmnElement="f2"><di:waypoint x="350" y="120" /><di:waypoint x="420" y="120" /></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;

let server: ServerProcess;
let browser: Browser;
let admin: ApiClient;
let files: string;
let axe: string;
const problems: string[] = [];

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  server = await startServer();
  browser = await launchChromium();
  admin = await signIn(server.url, ADMIN);
  await admin.mutate('people.update', { id: admin.me.id, changes: { roles: ['admin', 'manager'] } });
  files = await mkdtemp(join(tmpdir(), 'dealwright-files-'));
  await writeFile(join(files, 'approval.dmn'), DMN);
  await writeFile(join(files, 'broken.dmn'), BROKEN);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (server) await removeFolder(server.folder);
  if (files) await rm(files, { recursive: true });
});

afterEach(async ({ task }) => {
  const pages = browser.contexts().flatMap((context) => context.pages());
  if (task.result?.state === 'fail') {
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: `test-results/${task.name.replaceAll(/\W+/g, '-')}-${index}.png` });
  }
  for (const context of browser.contexts()) await context.close();
});

describe('decisions on the manager’s screen', () => {
  it('a task that asks for a decision that is not there is told so, until the file is attached', async () => {
    const { page, designer, model } = await open('asks');
    await designer.clickOnCanvas('rule');
    await page.getByText('runs the decision "approval", which is not there; no DMN file is attached').waitFor();
    await page.getByRole('button', { name: 'Attach DMN files…' }).click();
    await attach(page, 'broken.dmn');
    await page
      .getByRole('alert')
      .getByText(/broken\.dmn, line \d+: Decision "Approval level": .*rule 2, input 2/)
      .waitFor();
    expect((await read(model)).decisions).toEqual([]);
    await attach(page, 'approval.dmn');
    await page.getByText('1 file is in the draft: approval.dmn.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByText('which is not there').count()).toBe(0);

    // the drawing's own saving goes on from the revision that the files left
    await designer.rename('Discount level');
    await designer.saved();
    expect(await page.getByRole('dialog').count()).toBe(0);
    const saved = await read(model);
    expect(saved.xml).toContain('name="Discount level"');
    expect(saved.decisions).toEqual([{ name: 'approval.dmn', xml: DMN }]);
  });

  it('a decision is chosen with a name for its result, and shown as its table', async () => {
    const { page, designer, model } = await open('chosen', [{ name: 'approval.dmn', xml: DMN }]);
    await designer.clickOnCanvas('rule');
    const panel = page.getByRole('complementary', { name: 'Properties' });
    await panel.getByText('Named by the imported file.').waitFor();
    await designer.choose('Decision that it runs', 'Deal class');
    await panel.locator('.decisions__code', { hasText: 'if amount > 1000' }).waitFor();
    // what the file said stays: somebody had chosen it
    expect(await panel.getByLabel('Result goes into').inputValue()).toBe('level');
    await designer.fill('Result goes into', '');
    await designer.choose('Decision that it runs', 'Approval level');
    expect(await panel.getByLabel('Result goes into').inputValue()).toBe('approvalLevel');
    const table = panel.getByRole('table', { name: 'Decision table of Approval level' });
    await expect.poll(() => table.getByRole('row').count()).toBe(4);
    await designer.saved();
    expect((await read(model)).xml).toMatch(/dw:decision="approval" dw:decisionResult="approvalLevel"/);
  });

  it('it is tried by keyboard alone: the result, or in words why there is none', async () => {
    const { page, designer } = await open('tried', [{ name: 'approval.dmn', xml: DMN }]);
    await designer.clickOnCanvas('rule');
    await page.getByRole('button', { name: 'Show all and try it' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Approval level' });
    await dialog.getByRole('heading', { name: 'It needs the result of “Deal class”' }).waitFor();
    await dialog.getByRole('button', { name: 'Try it' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Discount (deal.discount)');
    await page.keyboard.type('thirty');
    await page.keyboard.press('Enter');
    await dialog.getByText('This is not a number.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    await page.keyboard.type('5000');
    await page.keyboard.press('Enter');
    await dialog.getByRole('status').getByText('"director"').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('15');
    await page.keyboard.press('Enter');
    await dialog.getByRole('status').getByText('rules 1 and 2 match').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Show all and try it');
  });

  it('a file is replaced and removed, and each is taken back', async () => {
    const { page, model } = await open('files', [{ name: 'approval.dmn', xml: DMN }]);
    await page.getByRole('button', { name: 'File', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Decisions (DMN)…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Decisions' });
    const renamed = join(files, 'other-name.dmn');
    await writeFile(renamed, DMN.replace('Deal class', 'Deal size'));
    await dialog.locator('.decisions__file input').setInputFiles(renamed);
    await dialog.getByRole('button', { name: 'Show what “Deal size” decides' }).waitFor();
    expect((await read(model)).decisions.map(({ name }) => name)).toEqual(['approval.dmn']);
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByRole('button', { name: 'Show what “Deal class” decides' }).waitFor();

    await dialog.getByRole('button', { name: 'Remove approval.dmn' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('approval.dmn is no longer in the draft.').waitFor();
    await expect.poll(() => focused(page)).toBe('Undo');
    expect((await read(model)).decisions).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.getByText('The files are as they were before.').waitFor();
    expect((await read(model)).decisions).toEqual([{ name: 'approval.dmn', xml: DMN }]);

    const other = DMN.replaceAll('dealClass', 'size').replaceAll('"approval"', '"limit"');
    // as a text: nothing here knows the browser's own types
    const dropped = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(other)}], 'dropped.dmn')); return data; })()`,
    );
    await dialog.locator('.decisions__drop').dispatchEvent('drop', { dataTransfer: dropped });
    await dialog.getByText('1 file is in the draft: dropped.dmn.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('two windows: whose files come second is told who was first', async () => {
    const { page, model } = await open('conflict');
    await admin.mutate('model.saveDecisions', { id: model.id, revision: model.revision, files: [] });
    await page.getByRole('button', { name: 'File', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Decisions (DMN)…' }).click();
    await attach(page, 'approval.dmn');
    const question = page.getByRole('dialog', { name: 'Someone else changed this draft' });
    await question.waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
    expect((await read(model)).decisions).toEqual([]);
  });

  it('a version shows the decisions that it was deployed with', async () => {
    const { page, designer, model } = await open('version', [{ name: 'approval.dmn', xml: DMN }]);
    await designer.deploy('With its rules', 1);
    const [version] = await admin.query<readonly VersionSummary[]>('model.versions', { id: model.id });
    await page.goto(`${server.url}/models/${model.id}/versions/${version?.deploymentId ?? ''}`);
    await page.locator('.decisions__version summary').click();
    await page.getByRole('button', { name: 'Show what “Approval level” decides' }).click();
    await page.getByRole('dialog', { name: 'Approval level' }).getByRole('table').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('no page threw an error', () => {
    expect(problems).toEqual([]);
  });
});

async function open(processId: string, decisions: ModelDetail['decisions'] = []) {
  const made = await admin.mutate<ModelDetail>('model.create', {
    name: processId,
    from: { kind: 'file', xml: drawing(processId) },
  });
  if (decisions.length > 0)
    await admin.mutate('model.saveDecisions', { id: made.id, revision: made.revision, files: decisions });
  const model = await read(made);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => problems.push(error.message));
  await signInPage(page, server.url, ADMIN);
  await page.goto(`${server.url}/models/${model.id}`);
  await page.locator('.djs-container svg').first().waitFor();
  await page.locator('.designer__panel').waitFor();
  return { page, designer: new DesignerDriver(page), model };
}

function read({ id }: { readonly id: string }): Promise<ModelDetail> {
  return admin.query<ModelDetail>('model.get', { id });
}

async function attach(page: Page, name: string): Promise<void> {
  await page.locator('.decisions__drop input').setInputFiles(join(files, name));
}

/** The name of what has the focus: a field's label, or what stands on a button. */
async function focused(page: Page): Promise<string> {
  const at = page.locator(':focus');
  const id = (await at.count()) === 0 ? null : await at.getAttribute('id');
  const label = page.locator(`label[for="${id ?? ''}"]`);
  if ((await label.count()) > 0) return label.innerText();
  return (await at.count()) === 0 ? '' : at.innerText();
}

/** WCAG 2.2 A and AA by machine, of the open dialog, in both themes. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // as a text: nothing here knows the browser's own types
    await page.evaluate(
      `Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))).then(() => null)`,
    );
    const result = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(scope: string, options: object): Promise<AxeResults> } }).axe.run(
        '[role="dialog"]',
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          rules: { 'target-size': { enabled: true } },
          resultTypes: ['violations'],
        },
      ),
    );
    for (const { id, nodes } of result.violations)
      for (const node of nodes) found.push(`${colorScheme}: ${id} at ${node.target.join(' ')}`);
  }
  return found;
}
