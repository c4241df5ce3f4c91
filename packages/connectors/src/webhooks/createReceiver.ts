import type { Json, JsonObject } from '@dealwright/engine';
import { type Evaluator, ExpressionError } from '@dealwright/expression';
import type { Runtime } from '@dealwright/runtime';
import type { EntityManager } from '@dealwright/store';
import { storable } from '../storable.ts';
import type { WebhookRow } from '../types.ts';
import type { Webhooks } from './createWebhooks.ts';
import { type DeliveryHeaders, isGenuine } from './signature.ts';
import { webhookProblems } from './webhookProblems.ts';

export interface Delivery extends DeliveryHeaders {
  /** the last part of the address */
  readonly webhookId: string;
  /** as it came, byte for byte: it is what was signed */
  readonly body: Buffer;
}

export interface Received {
  /** `repeated` only for a message: a process that was started before is answered as started */
  readonly delivered: 'started' | 'correlated' | 'buffered' | 'repeated';
  readonly instanceId: string | null;
}

export interface ReceiverNeeds {
  readonly em: () => EntityManager;
  /** epoch milliseconds */
  readonly now: () => number;
  readonly webhooks: Webhooks;
  readonly runtime: Pick<Runtime, 'start' | 'publish'>;
  readonly evaluator: Pick<Evaluator, 'evaluate'>;
}

/** Longer ids are none that a sender makes. */
const LONGEST_ID = 200;

/**
 * Takes deliveries to webhooks: checks who sent them, and starts the process or publishes the message. A delivery with
 * an id that has been there does nothing again. Throws the errors of `webhookProblems` and what the runtime throws.
 */
export function createReceiver({ em, now, webhooks, runtime, evaluator }: ReceiverNeeds) {
  return async function receive(delivery: Delivery): Promise<Received> {
    const webhook = await webhooks.open(em(), delivery.webhookId, now());
    if (webhook === null) throw webhookProblems.unknown();
    const named = delivery.id !== '' && delivery.id.length <= LONGEST_ID && !delivery.id.includes('\0');
    if (!named || !isGenuine(delivery, delivery.body, webhook.secrets, now())) throw webhookProblems.notGenuine();
    const body = parsed(delivery.body);
    const variables = await payloadOf(webhook, body);
    const id = `webhook:${webhook.id}:${delivery.id}`;
    const received =
      webhook.kind === 'start'
        ? await started(webhook.target, variables, id)
        : await runtime.publish({
            messageId: id,
            name: webhook.target,
            correlation: await correlationOf(webhook, body),
            payload: variables,
            actorId: null,
          });
    await webhooks.delivered(em(), webhook.id, now());
    return received;
  };

  async function started(processId: string, variables: JsonObject, commandId: string): Promise<Received> {
    const { instanceId } = await runtime.start({ processId, variables, actorId: null, commandId });
    return { delivered: 'started', instanceId };
  }

  async function payloadOf({ payload }: WebhookRow, body: Json): Promise<JsonObject> {
    if (payload.trim() === '') {
      if (!isObject(body)) throw webhookProblems.notJson();
      return body;
    }
    const value = await evaluated(payload, body, webhookProblems.badPayload);
    if (!isObject(value)) throw webhookProblems.badPayload(typeof value);
    return value;
  }

  async function correlationOf({ correlation }: WebhookRow, body: Json): Promise<string | null> {
    if (correlation.trim() === '') return null;
    const value = await evaluated(correlation, body, webhookProblems.badCorrelation);
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string' || value === '') throw webhookProblems.badCorrelation(JSON.stringify(value));
    return value;
  }

  async function evaluated(expression: string, body: Json, problem: (why: string) => Error): Promise<Json> {
    try {
      return await evaluator.evaluate(expression.trim().replace(/^=/, ''), { body }, now());
    } catch (error) {
      throw error instanceof ExpressionError ? problem(error.message) : error;
    }
  }
}

function parsed(body: Buffer): Json {
  try {
    return storable(JSON.parse(body.toString('utf8')) as Json);
  } catch (error) {
    throw error instanceof SyntaxError ? webhookProblems.notJson() : error;
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
