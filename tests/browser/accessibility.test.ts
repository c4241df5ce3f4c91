import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '@dealwright/api/contract';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { signIn, type ApiClient } from '../apiClient.ts';
import { ADMIN, removeFolder, startServer, type ServerProcess } from '../serverProcess.ts';
import { launchChromium } from './chromium.ts';
import { type Screen, screensOf } from './screens.ts';
import { signInPage } from './signInPage.ts';

// WCAG 2.2 A and AA by machine, on every screen with demo data: both themes, wide and at a phone's width. What a
// machine can't judge by rules (focus, keys, live regions) is done here as a person does it.
const SOON = { timeout: 15_000 };
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
/** WCAG 1.4.10: nothing scrolls in two directions at this width. */
const REFLOW = { width: 320, height: 640 };
const SIGNED_OUT: readonly Screen[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'setup', path: '/setup?token=unknown' },
  { name: 'invite', path: '/invite?token=unknown' },
];
/** Drawn by bpmn-js: its palette and canvas can't be changed from here; the outline beside it does the same work. */
const NOT_OURS = ['.djs-palette', '.djs-context-pad', '.djs-canvas > svg', '.bjs-powered-by', '.djs-minimap'];
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

let server: ServerProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let client: ApiClient;
let screens: readonly Screen[];
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  server = await startServer({ args: ['--demo'] });
  browser = await launchChromium();
  client = await signIn(server.url, ADMIN);
  await client.mutate('people.update', { id: client.me.id, changes: { roles: ['admin', 'manager', 'rep'] } });
  screens = await screensOf(client);
  context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', locale: 'en' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await signInPage(page, server.url, ADMIN);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (server) await removeFolder(server.folder);
});

describe('every screen, in both themes, wide and on a phone', () => {
  it.each(SIGNED_OUT.map((screen) => [screen.name, screen] as const))('%s', async (_name, screen) => {
    const stranger = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', locale: 'en' });
    const visited = await stranger.newPage();
    await open(visited, screen);
    expect(await violations(visited)).toEqual([]);
    await stranger.close();
  });

  it('all that one sees when signed in', async () => {
    const found: string[] = [];
    for (const screen of screens) {
      await open(page, screen);
      for (const line of await violations(page)) found.push(`${screen.name} ${line}`);
    }
    expect(found).toEqual([]);
  });
});

describe('by keyboard and ear', () => {
  it('a dialog takes the focus, keeps it, and gives it back', async () => {
    await page.goto(`${server.url}/pipeline`);
    const opener = page.getByRole('button', { name: 'Start a deal' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('[role="dialog"]:focus-within').waitFor();
    for (let presses = 0; presses < 25; presses += 1) {
      // The trap brings the focus back from the edge of the dialog, one event later.
      await expect.poll(() => page.locator('[role="dialog"]:focus-within').count(), SOON).toBe(1);
      await page.keyboard.press('Tab');
    }
    const cancel = page.getByRole('dialog').getByRole('button', { name: 'Cancel' });
    for (let presses = 0; presses < 25 && !(await focused(cancel)); presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(opener), SOON).toBe(true);
  });

  it('what has the focus shows it, and is not hidden behind a bar', async () => {
    await page.goto(`${server.url}/admin`);
    await page.locator('table').first().waitFor();
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.locator('html').evaluate(({ ownerDocument }) => {
        const element = ownerDocument.activeElement;
        if (!element || element === ownerDocument.body) return null;
        const box = element.getBoundingClientRect();
        const at = ownerDocument.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const style = ownerDocument.defaultView.getComputedStyle(element);
        return {
          what: element.outerHTML.slice(0, 120),
          outlined: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
          uncovered: at !== null && (element.contains(at) || at.contains(element)),
        };
      });
      if (seen) expect(seen).toMatchObject({ outlined: true, uncovered: true });
    }
  });

  it('the first stop skips the navigation', async () => {
    await page.goto(`${server.url}/pipeline`);
    await page.locator('[data-column]').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page.locator('#content')), SOON).toBe(true);
  });

  it('the page says its language, and says it anew when it is switched', async () => {
    expect(await page.getAttribute('html', 'lang')).toMatch(/^en/);
    await chooseInUserMenu('中文');
    expect(await page.getAttribute('html', 'lang')).toMatch(/^zh/);
    await chooseInUserMenu('English');
    expect(await page.getAttribute('html', 'lang')).toMatch(/^en/);
  });

  it('single keys do nothing when they are switched off', async () => {
    await page.goto(`${server.url}/worklist?view=team`);
    await page.locator('[data-task]').first().waitFor();
    await page.keyboard.press('j');
    await expect.poll(() => page.url(), SOON).toMatch(/task=/);
    await chooseInUserMenu('Off');
    await page.goto(`${server.url}/worklist?view=team`);
    await page.locator('[data-task]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    expect(page.url()).toBe(`${server.url}/worklist?view=team`);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await chooseInUserMenu('On');
  });

  it('what was done is said in a live region', async () => {
    const { processId } = await client.query<Board>('deal.board', {});
    await client.mutate('deal.start', { processId, name: 'A deal of my own', commandId: randomUUID() });
    await page.goto(`${server.url}/worklist?view=mine`);
    await page.locator('[data-task]').first().click();
    const field = page.locator('.fjs-container :is(input[type="text"], textarea)').first();
    await field.fill('a first word');
    await page.locator('[role="status"]').filter({ hasText: 'Draft saved' }).waitFor();
    await page.getByRole('button', { name: 'Release' }).click();
    await page.locator('[role="status"]').filter({ hasText: 'The task is free again' }).first().waitFor();
  });

  it('nothing moves for who asked for less motion', async () => {
    await page.goto(`${server.url}/pipeline`);
    await page.getByRole('button', { name: 'Start a deal' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const moving = await page
      .locator('html')
      .evaluate(({ ownerDocument }) =>
        (ownerDocument.getAnimations() as { effect: { getComputedTiming(): { duration: number } } }[])
          .map((animation) => animation.effect.getComputedTiming().duration)
          .filter((duration) => duration > 1),
      );
    expect(moving).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

async function open(at: Page, screen: Screen): Promise<void> {
  await at.setViewportSize(WIDE);
  await at.goto(`${server.url}${screen.path}`);
  await at
    .locator(screen.ready ?? 'h1')
    .first()
    .waitFor({ state: 'attached' });
  await at.waitForLoadState('networkidle');
  await at.evaluate(axe);
}

/** One line for each thing wrong, with where: the theme, the width, the rule, the element. */
async function violations(at: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await at.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of [WIDE, PHONE]) {
      await at.setViewportSize(size);
      await painted(at);
      const result = await at.evaluate(
        // the library was put into the page as a text, so nothing here knows its global
        ([options, exclude]) =>
          (globalThis as unknown as { axe: { run(scope: object, options: object): Promise<AxeResults> } }).axe.run(
            { include: [['html']], exclude: exclude.map((selector) => [selector]) },
            options,
          ),
        [RULES, NOT_OURS] as const,
      );
      for (const { id, nodes } of result.violations)
        for (const node of nodes) found.push(`${colorScheme} ${size.width}: ${id} at ${node.target.join(' ')}`);
    }
  }
  await at.setViewportSize(REFLOW);
  const wide = await at
    .locator('html, #app, main')
    .evaluateAll((elements) =>
      elements.filter((element) => element.scrollWidth > element.clientWidth).map((element) => element.tagName),
    );
  return [...found, ...wide.map((name) => `scrolls sideways at ${REFLOW.width}: ${name}`)];
}

/** A colour that is still on its way to the other theme is no fault of it. */
async function painted(at: Page): Promise<void> {
  await at.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
       .then(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))))
       .then(() => null)`,
  );
}

function focused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === element.ownerDocument.activeElement);
}

async function chooseInUserMenu(choice: string): Promise<void> {
  await page.locator('.user-menu').click();
  await page.getByRole('menuitemradio', { name: choice, exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
}
