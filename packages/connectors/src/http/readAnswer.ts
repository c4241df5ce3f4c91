import type { Json, JsonObject } from '@dealwright/engine';
import { AttemptFailed, BpmnError, JobFault } from '@dealwright/runtime';
import type { Answer } from './sendOnce.ts';

/** characters of an answer that an incident repeats */
const EXCERPT = 300;

interface Reading {
  /** by status or class of statuses: the error that the drawing makes of it */
  readonly errors: Readonly<Record<string, string>>;
  /** blacks out secrets */
  readonly redact: (text: string) => string;
  /** epoch milliseconds */
  readonly now: number;
}

/**
 * What an answer means. 2xx is a result. Of the rest, what the drawing has an error for becomes that error; 408, 425,
 * 429 and 5xx (RFC 9110, 15) may go away and are tried again, after the pause that `Retry-After` asks for; any other
 * status would be the same the next time, and is an incident at once.
 */
export function readAnswer(answer: Answer, { errors, redact, now }: Reading): JsonObject {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { status, headers, body: bodyOf(answer) };
  const said = excerpt(redact(answer.body.toString('utf8')));
  const code = errors[String(status)] ?? errors[`${String(status)[0]}xx`];
  if (code !== undefined) throw new BpmnError(code, `${status} ${said}`.trim());
  const text = {
    en: `The server answered ${status}${said === '' ? '' : `: ${said}`}`,
    zh: `服务器返回 ${status}${said === '' ? '' : `：${said}`}`,
  };
  if (status >= 500 || [408, 425, 429].includes(status)) {
    throw new AttemptFailed('http-failed', text, pauseOf(headers['retry-after'], now));
  }
  throw new JobFault('http-refused', text);
}

/** JSON where the answer says that it is, else text. */
function bodyOf({ headers, body }: Answer): Json {
  if (body.length === 0) return null;
  const text = body.toString('utf8');
  if (!/^application\/([^;\s]*\+)?json\b/i.test(headers['content-type'] ?? '')) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new JobFault('http-answer-not-json', {
      en: 'The answer says that it is JSON, but it is not.',
      zh: '响应声明为 JSON，但内容不是有效的 JSON。',
    });
  }
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}

/** Milliseconds, from seconds or a date (RFC 9110, 10.2.3); null when none is asked for. */
function pauseOf(retryAfter: string | undefined, now: number): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter) * 1000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(at - now, 0);
}
