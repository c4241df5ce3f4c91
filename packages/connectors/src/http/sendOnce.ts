import { request as plainRequest } from 'node:http';
import { request as securedRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { CheckedAddress } from './createAddressGuard.ts';

/** One request, to one of the addresses that were checked. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly addresses: readonly CheckedAddress[];
  /** bytes of an answer's body that are read at most */
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  /** names in lower case */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An answer's body has more bytes than are read. */
export class AnswerTooLarge extends Error {}

/**
 * Sends one request over a connection of its own and reads the whole answer. Redirects are answered like anything else.
 * Throws `AnswerTooLarge`, the signal's reason, and what Node throws for a connection that fails or breaks off before
 * the answer is complete.
 */
export function sendOnce({ method, url, headers, body, addresses, mostBytes, signal }: Exchange): Promise<Answer> {
  const send = url.protocol === 'https:' ? securedRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method,
        headers: body ? { ...headers, 'content-length': body.length } : headers,
        agent: false,
        lookup: pinned(addresses),
        signal,
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const tooLarge = () => {
          reject(new AnswerTooLarge());
          request.destroy();
        };
        response.on('error', reject);
        if (Number(response.headers['content-length'] ?? 0) > mostBytes) return tooLarge();
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > mostBytes) tooLarge();
          else chunks.push(chunk);
        });
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: joined(response.headers), body: Buffer.concat(chunks) });
        });
      },
    );
    request.on('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
    request.end(body ?? undefined);
  });
}

/** Answers what was checked, without asking again. */
function pinned(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else if (first) callback(null, first.address, first.family);
    else callback(new Error('the name has no address'), '');
  };
}

function joined(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const cookies = 'set-cookie';
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name !== cookies)
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
