import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type MiddlewareHandler } from 'hono';

/** The web app's page as it stands now, or null when it has not been built. A build while the server runs is seen. */
export function readIndexHtml(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8');
  } catch {
    return null;
  }
}

/**
 * The built web app. Files with a hash in their name never change, so browsers keep them; the page itself is asked for
 * anew each time, and answers for every address of the app's own (/deals/…).
 */
export function webFiles(folder: string): Hono {
  const app = new Hono();
  const page = (c: Context) => {
    const html = readIndexHtml(folder);
    if (html === null) return c.text('The web app has not been built. Run: node scripts/build-web.ts\n', 503);
    return c.html(html, 200, { 'Cache-Control': 'no-cache' });
  };
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  let files: MiddlewareHandler | undefined;
  // made when first needed: the folder may be built after the server has started
  const file: MiddlewareHandler = (c, next) => {
    files ??= readIndexHtml(folder) === null ? undefined : serveStatic({ root: folder });
    return files === undefined ? next() : files(c, next);
  };
  app.get('/assets/*', file, (c) => c.text('Not found\n', 404));
  app.get('/index.html', (c) => c.redirect('/'));
  app.get('/', page);
  app.get('*', file, (c) =>
    // a name with an ending is a file that is missing, not an address of the app
    /\.[a-z0-9]{1,8}$/i.test(c.req.path) ? c.text('Not found\n', 404) : page(c),
  );
  return app;
}
