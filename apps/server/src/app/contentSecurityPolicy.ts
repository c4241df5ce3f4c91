import { createHash } from 'node:crypto';
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
export function securityHeaders(indexHtml: string, https: boolean) {
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
