import type { ApiProblem } from '@dealwright/api/contract';
import type { Context, Log, Services, Session, Bus } from '@dealwright/api/server';
import { appRouter, toApiError } from '@dealwright/api/server';
import type { Delivery, Received } from '@dealwright/connectors';
import { trpcServer } from '@hono/trpc-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Metrics } from '../operations/createMetrics.ts';
import type { NotReady } from '../operations/createReadiness.ts';
import { mayReadMetrics } from '../operations/mayReadMetrics.ts';
import { routeOf } from '../operations/routeOf.ts';
import type { Tracing } from '../operations/Tracing.ts';
import { securityHeaders } from './contentSecurityPolicy.ts';
import { hooks } from './hooks.ts';
import { limitBody } from './limitBody.ts';
import { problemResponse } from './problemResponse.ts';
import { addressOf, isSameOrigin } from './requestFacts.ts';
import { readSessionCookie, writeSessionCookie } from './sessionCookie.ts';
import { readIndexHtml, webFiles } from './webFiles.ts';

export interface AppOptions {
  readonly services: Services;
  readonly bus: Bus;
  readonly log: Log;
  readonly newId: () => string;
  /** epoch milliseconds */
  readonly now: () => number;
  /** the address people use, without a slash at the end */
  readonly origin: string;
  readonly trustProxy: boolean;
  /** the built web app */
  readonly webFolder: string;
  /** a session by its cookie's token */
  readonly findSession: (token: string) => Promise<Session | null>;
  /** takes a delivery to a webhook */
  readonly receive: (delivery: Delivery) => Promise<Received>;
  /** why no requests should be sent here; empty when they are welcome */
  readonly readiness: () => Promise<readonly NotReady[]>;
  readonly metrics: Pick<Metrics, 'request' | 'text'>;
  /** lets other machines read the metrics */
  readonly metricsToken: string | null;
  readonly tracing: Tracing | null;
}

interface Env {
  Variables: {
    session: Session | null;
    requestId: string;
    /** what the call wants of the session's cookie: a token to set, null to remove it, undefined to leave it */
    cookie: string | null | undefined;
  };
}

const METRICS_FORBIDDEN: ApiProblem = {
  code: 'metrics-forbidden',
  message: {
    en: 'Metrics are read from the same machine, or with the bearer token of DEALWRIGHT_METRICS_TOKEN.',
    zh: '只能在本机读取指标，或使用 DEALWRIGHT_METRICS_TOKEN 的 Bearer 令牌。',
  },
};

/** Everything that answers over HTTP: calls under /trpc, health and metrics, and the web app for all the rest. */
export function createApp(options: AppOptions): Hono<Env> {
  const { log, origin } = options;
  const https = origin.startsWith('https:');
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    const started = options.now();
    c.set('requestId', options.newId());
    c.set('session', null);
    const { method } = c.req;
    const route = routeOf(c.req.path);
    await (options.tracing ? options.tracing.span(`${method} ${route}`, next) : next());
    // `c.header` would make the response anew, and its body a stream
    c.res.headers.set('X-Request-Id', c.get('requestId'));
    options.metrics.request({ method, route, status: c.res.status }, (options.now() - started) / 1000);
    // pictures and health checks say nothing worth keeping
    if (!c.req.path.startsWith('/trpc/') && c.res.status < 400) return;
    // the path alone: a query's input may hold a person's or a customer's name
    const fields = { request: c.get('requestId'), method: c.req.method, path: c.req.path, status: c.res.status };
    log.info({ ...fields, ms: options.now() - started, person: c.get('session')?.personId ?? null }, 'request');
  });
  app.use(securityHeaders(() => readIndexHtml(options.webFolder), https));
  app.use(compress());

  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const reasons = await options.readiness();
    return reasons.length === 0 ? c.json({ status: 'ok' }) : c.json({ status: 'not ready', reasons }, 503);
  });
  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(c, options.metricsToken)) return problemResponse(c, 403, METRICS_FORBIDDEN);
    const { type, body } = await options.metrics.text();
    return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  });

  app.route('/hooks', hooks(options.receive));

  app.use('/trpc/*', async (c, next) => {
    const token = readSessionCookie(c);
    if (token !== undefined) c.set('session', await options.findSession(token));
    await next();
    // tRPC answers with a response of its own, which drops headers that were set before
    c.res.headers.set('Cache-Control', 'no-store');
    // where it is missing, `compress` sets it, and makes the response anew
    c.res.headers.append('Vary', 'Accept-Encoding');
    const cookie = c.get('cookie');
    if (cookie !== undefined) writeSessionCookie(c, cookie, https);
  });
  app.use('/trpc/*', limitBody());
  app.use(
    '/trpc/*',
    trpcServer({
      endpoint: '/trpc',
      // a screen asks for a handful; thousands in one request would be an attack
      maxBatchSize: 30,
      router: appRouter,
      createContext: (_, c): Context & Record<string, unknown> => ({
        services: options.services,
        bus: options.bus,
        log,
        session: c.get('session') as Session | null,
        request: {
          id: c.get('requestId') as string,
          address: addressOf(c, options.trustProxy),
          csrfToken: c.req.header('x-dealwright-csrf') ?? null,
          sameOrigin: isSameOrigin(c, origin),
        },
        setSessionCookie: (token: string | null) => c.set('cookie', token),
      }),
    }),
  );

  app.route('/', webFiles(options.webFolder));
  app.onError((error, c) => {
    const id = c.get('requestId');
    const refused = toApiError(error, id);
    if (refused.refusal === 'SERVICE_UNAVAILABLE') return problemResponse(c, 503, refused.problem);
    log.error({ request: id, error: error.message.slice(0, 2000) }, 'a request failed');
    return problemResponse(c, 500, {
      code: 'internal',
      message: {
        en: `Something went wrong on the server. Quote ${id} when you report it.`,
        zh: `服务器出错。反馈问题时请提供编号 ${id}。`,
      },
      details: { id },
    });
  });
  return app;
}
