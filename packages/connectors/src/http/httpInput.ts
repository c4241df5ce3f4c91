import { z } from 'zod';
import { given } from '../given.ts';
import type { InputWords } from '../readInput.ts';

const MOST_SECONDS = 120;
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** The fields that the protocol or this program sets. */
const OWN_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** RFC 9110, 5.1 and 5.5: a token, and a value without control characters. */
const header = z.record(
  z
    .string()
    .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/)
    .refine((name) => !OWN_HEADERS.has(name.toLowerCase())),
  scalar.pipe(z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/)),
);

export const httpInput = z.strictObject({
  method: given(
    z
      .string()
      .toUpperCase()
      .pipe(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  ),
  url: z.url({ protocol: /^https?$/ }),
  query: given(z.record(z.string(), scalar.nullable())),
  headers: given(header),
  body: z.json().optional(),
  timeout: given(z.number().positive().max(MOST_SECONDS)),
  errors: given(z.record(z.string().regex(/^([45]xx|[45]\d\d)$/), z.string().min(1).max(200))),
});

export type HttpInput = z.infer<typeof httpInput>;

export const httpWords: InputWords = {
  method: { en: 'GET, HEAD, POST, PUT, PATCH or DELETE', zh: ' GET、HEAD、POST、PUT、PATCH 或 DELETE' },
  url: { en: 'an address that begins with http:// or https://', zh: '以 http:// 或 https:// 开头的地址' },
  query: { en: 'a context of texts, numbers or truth values', zh: '由文本、数字或布尔值组成的对象' },
  headers: {
    en: 'a context of header fields and their values; those that the protocol sets are not among them',
    zh: '由请求头及其值组成的对象，不得包含协议自身设置的请求头',
  },
  body: { en: 'a value that JSON can hold', zh: '可用 JSON 表示的值' },
  timeout: { en: `a number of seconds, at most ${MOST_SECONDS}`, zh: `秒数，最大为 ${MOST_SECONDS}` },
  errors: {
    en: 'a context of statuses ("404", "4xx") and the error code that each becomes',
    zh: '由状态码（"404"、"4xx"）及对应错误代码组成的对象',
  },
};
