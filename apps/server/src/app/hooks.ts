import type { Delivery, Received } from '@dealwright/connectors';
import { DealwrightError } from '@dealwright/store';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { problemResponse } from './problemResponse.ts';

export const MOST_HOOK_BYTES = 256 * 1024;

/** What the sender did wrong; anything else is ours, and it may send again. */
const STATUS: Readonly<Record<string, ContentfulStatusCode>> = {
  'webhook-unknown': 404,
  'webhook-signature': 401,
  'webhook-body': 400,
  'webhook-payload': 422,
  'webhook-correlation': 422,
  'not-found': 422,
  'command-rejected': 422,
  'command-id-used': 409,
};

/** Deliveries to webhooks, at the address that ends in the webhook's id. They bring no session: they are signed. */
export function hooks(receive: (delivery: Delivery) => Promise<Received>): Hono {
  const app = new Hono();
  const limit = bodyLimit({
    maxSize: MOST_HOOK_BYTES,
    onError: (c) =>
      problemResponse(c, 413, {
        code: 'body-too-large',
        message: {
          en: `The delivery is larger than ${MOST_HOOK_BYTES / 1024} kB.`,
          zh: `推送内容超过 ${MOST_HOOK_BYTES / 1024} kB。`,
        },
        place: { field: 'body' },
      }),
  });
  app.post('/:id', limit, async (c) => {
    try {
      const received = await receive({
        webhookId: c.req.param('id'),
        id: c.req.header('webhook-id') ?? '',
        timestamp: c.req.header('webhook-timestamp') ?? '',
        signature: c.req.header('webhook-signature') ?? '',
        body: Buffer.from(await c.req.arrayBuffer()),
      });
      return c.json({ delivered: received.delivered });
    } catch (error) {
      const status = error instanceof DealwrightError ? STATUS[error.code] : undefined;
      if (!(error instanceof DealwrightError) || status === undefined) throw error;
      return problemResponse(c, status, { code: error.code, message: error.messages });
    }
  });
  return app;
}
