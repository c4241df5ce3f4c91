import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { signIn } from '../apiClient.ts';
import { ADMIN, removeFolder, startServer } from '../serverProcess.ts';
import { launchChromium } from './chromium.ts';
import { type Screen, screensOf } from './screens.ts';
import { signInPage } from './signInPage.ts';

// A picture of every screen, in both languages and both themes, wide and at a phone's width, from demo data.
// The few that the READMEs show are copied to docs/images.
const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } } as const;
const README = ['pipeline-en-light-wide', 'pipeline-zh-light-wide', 'designer-en-light-wide', 'process-zh-dark-wide'];
const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'test-results/screenshots');
const images = join(root, 'docs/images');

await mkdir(out, { recursive: true });
await mkdir(images, { recursive: true });
const server = await startServer({ args: ['--demo'] });
const browser = await launchChromium();
try {
  const client = await signIn(server.url, ADMIN);
  await client.mutate('people.update', { id: client.me.id, changes: { roles: ['admin', 'manager', 'rep'] } });
  const screens = await screensOf(client);
  for (const language of ['en', 'zh'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await client.mutate('auth.setPreferences', { language, theme });
      for (const size of ['wide', 'phone'] as const) {
        const context = await browser.newContext({
          viewport: SIZES[size],
          reducedMotion: 'reduce',
          colorScheme: theme,
          locale: language,
        });
        const shoot = (screen: Screen, page: Page) =>
          picture(page, screen, `${screen.name}-${language}-${theme}-${size}`);
        await shootSignedOut(context, shoot);
        const page = await context.newPage();
        await signInPage(page, server.url, ADMIN);
        for (const screen of screens) await shoot(screen, page);
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
  await removeFolder(server.folder);
}

async function shootSignedOut(
  context: BrowserContext,
  shoot: (screen: Screen, page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  await shoot({ name: 'sign-in', path: '/' }, page);
  await shoot({ name: 'setup', path: '/setup?token=from-the-console' }, page);
  await shoot({ name: 'invite', path: '/invite?token=from-an-admin' }, page);
  await page.close();
}

async function picture(page: Page, screen: Screen, name: string): Promise<void> {
  await page.goto(`${server.url}${screen.path}`);
  if (screen.ready) await page.locator(screen.ready).first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => {});
  const file = join(out, `${name}.png`);
  await page.screenshot({ path: file });
  if (README.includes(name)) await copyFile(file, join(images, `${name.replace(/-wide$/, '')}.png`));
  console.log(name);
}
