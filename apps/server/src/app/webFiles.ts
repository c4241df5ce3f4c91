import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** The web app's page, or words that say how to build it. */
export function readIndexHtml(folder: string): string | null {
  const file = join(folder, 'index.html');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/**
 * The built web app. Files with a hash in their name never change, so browsers keep them; the page itself is asked for
 * anew each time, and answers for every address of the app's own (/deals/…).
 */
export function webFiles(folder: string, indexHtml: string | null): Hono {
  const app = new Hono();
  if (indexHtml === null) {
    app.get('*', (c) => c.text('The web app has not been built. Run: node scripts/build-web.ts\n', 503));
    return app;
  }
  const page = indexHtml;
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.get('/assets/*', serveStatic({ root: folder }), (c) => c.text('Not found\n', 404));
  app.get('/index.html', (c) => c.redirect('/'));
  app.get('/', (c) => c.html(page, 200, { 'Cache-Control': 'no-cache' }));
  app.get('*', serveStatic({ root: folder }), (c) =>
    // a name with an ending is a file that is missing, not an address of the app
    /\.[a-z0-9]{1,8}$/i.test(c.req.path)
      ? c.text('Not found\n', 404)
      : c.html(page, 200, { 'Cache-Control': 'no-cache' }),
  );
  return app;
}
