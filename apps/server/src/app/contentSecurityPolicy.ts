import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Hashes of the scripts that stand in the page itself, as the policy names them. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc\s*=)[^>]*>([\s\S]*?)<\/script>/gi)];
  return scripts.map(([, source = '']) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`);
}

/**
 * Headers against injected scripts, framing and sniffing. bpmn-js and form-js set styles on elements, hence
 * 'unsafe-inline' for styles; scripts come from this server only and none is evaluated from text.
 */
export function securityHeaders(readPage: () => string | null, https: boolean): MiddlewareHandler {
  let page: string | null | undefined;
  let headers: MiddlewareHandler | undefined;
  return (c, next) => {
    // what is no page runs no script: for a call it may be that of a moment ago
    if (headers === undefined || !c.req.path.startsWith('/trpc/')) {
      const now = readPage();
      if (headers === undefined || now !== page) headers = headersFor(now ?? '', https);
      page = now;
    }
    return headers(c, next);
  };
}

function headersFor(indexHtml: string, https: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...inlineScriptHashes(indexHtml)],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? 'max-age=31536000' : false,
  });
}
