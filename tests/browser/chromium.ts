import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A real Chromium: the one `CHROMIUM_PATH` names, else one that is installed, else the one that an npm package carries,
 * so that the tests need nothing on the machine.
 */
export async function launchChromium(): Promise<Browser> {
  const installed = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path));
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  if (installed) return chromium.launch({ executablePath: installed, args: quiet });
  return carriedChromium(quiet);
}

/**
 * The Chromium inside the npm package, with the system libraries that the package carries for machines without them.
 * Not with the package's own list of arguments: `--single-process` ends the browser when its first window closes.
 */
async function carriedChromium(args: string[]): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  const libraries = await inflate(
    fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))),
  );
  const env = { ...process.env, LD_LIBRARY_PATH: join(libraries, 'lib'), FONTCONFIG_PATH: join(tmpdir(), 'fonts') };
  return chromium.launch({ executablePath, args, env });
}
