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
 * 'unsafe-inline' for styles; scripts come from this server only and none is evaluated from text. A call's answer is no
 * page: it gets those that keep it from being taken for one.
 */
export function securityHeaders(readPage: () => string | null, https: boolean): MiddlewareHandler {
  const ofCalls = secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    xFrameOptions: 'DENY',
    strictTransportSecurity: hsts(https),
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  let page: string | null | undefined;
  let ofPages: MiddlewareHandler | undefined;
  return (c, next) => {
    if (c.req.path.startsWith('/trpc/')) return ofCalls(c, next);
    const now = readPage();
    if (ofPages === undefined || now !== page) ofPages = headersFor(now ?? '', https);
    page = now;
    return ofPages(c, next);
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
    strictTransportSecurity: hsts(https),
  });
}

function hsts(https: boolean): string | false {
  return https ? 'max-age=31536000' : false;
}
