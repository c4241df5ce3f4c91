import type { JsonObject } from '@dealwright/engine';
import { AttemptFailed, BpmnError, JobFault } from '@dealwright/runtime';
import { readInput } from '../readInput.ts';
import type { SecretiveConnector } from '../secrets/withSecrets.ts';
import { storable } from '../storable.ts';
import type { AddressGuard } from './createAddressGuard.ts';
import { follow, type Request } from './follow.ts';
import { httpInput, type HttpInput, httpWords } from './httpInput.ts';
import { readAnswer } from './readAnswer.ts';
import { type Answer, AnswerTooLarge } from './sendOnce.ts';

const TIMEOUT_SECONDS = 10;
const MOST_BYTES = 1024 * 1024;

export interface HttpOptions {
  readonly guard: AddressGuard;
  /** epoch milliseconds */
  readonly now: () => number;
  /** bytes of an answer that are read at most; 1 MiB when absent */
  readonly mostBytes?: number;
}

/**
 * Sends an HTTP request and answers `{ status, headers, body }`.
 *
 * Inputs: `url`; `method` (GET, with a body POST); `query` and `headers`, contexts; `body`, sent as JSON, a text as it is;
 * `timeout` in seconds for all of it, redirects included (10); `errors`, which names BPMN errors by status.
 *
 * `Idempotency-Key` is the job's id, so that a server that knows it does nothing twice.
 */
export function createHttpConnector({ guard, now, mostBytes = MOST_BYTES }: HttpOptions): SecretiveConnector {
  return async ({ idempotencyKey, input: given }, redact) => {
    const input = readInput(httpInput, httpWords, given);
    const seconds = input.timeout ?? TIMEOUT_SECONDS;
    const signal = AbortSignal.timeout(seconds * 1000);
    const answer = await sent({ ...requestOf(input, idempotencyKey), mostBytes, signal }, guard, seconds);
    return storable(readAnswer(answer, { errors: input.errors ?? {}, redact, now: now() })) as JsonObject;
  };
}

function requestOf(input: HttpInput, idempotencyKey: string): Omit<Request, 'mostBytes' | 'signal'> {
  const url = new URL(input.url);
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== null) url.searchParams.append(name, value);
  }
  const body = input.body === undefined || input.body === null ? null : input.body;
  const headers: Record<string, string> = {
    accept: 'application/json, text/*;q=0.9, */*;q=0.8',
    // compressed, a small answer could grow beyond all limits
    'accept-encoding': 'identity',
    'user-agent': 'Dealwright',
    'idempotency-key': idempotencyKey,
    ...(body === null
      ? {}
      : { 'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json' }),
  };
  for (const [name, value] of Object.entries(input.headers ?? {})) headers[name.toLowerCase()] = value;
  return {
    method: input.method ?? (body === null ? 'GET' : 'POST'),
    url,
    headers,
    body: body === null ? null : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

async function sent(request: Request, guard: AddressGuard, seconds: number): Promise<Answer> {
  try {
    return await follow(request, guard);
  } catch (error) {
    if (error instanceof JobFault || error instanceof BpmnError) throw error;
    if (error instanceof AnswerTooLarge) {
      throw new JobFault('http-answer-too-large', {
        en: `The answer is larger than ${request.mostBytes} bytes.`,
        zh: `响应超过 ${request.mostBytes} 字节。`,
      });
    }
    const host = request.url.host;
    if (request.signal.aborted) {
      throw new AttemptFailed('http-timeout', {
        en: `${host} did not answer completely within ${seconds} s.`,
        zh: `${host} 未在 ${seconds} 秒内完整响应。`,
      });
    }
    const reason = reasonOf(error);
    throw new AttemptFailed('http-unreachable', {
      en: `The connection to ${host} failed: ${reason}`,
      zh: `与 ${host} 的连接失败：${reason}`,
    });
  }
}

/** Several addresses, several errors; the code says most and holds no data. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
