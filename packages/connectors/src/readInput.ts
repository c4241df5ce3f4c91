import { JobFault } from '@dealwright/runtime';
import type { JsonObject } from '@dealwright/engine';
import type { Message } from '@dealwright/store';
import type { z } from 'zod';

/** What each input must be, to be read after "must be" and after “应为”. */
export type InputWords = Readonly<Record<string, Message>>;

/**
 * A connector's input as its schema has it. Throws a `JobFault` that names the first input that is wrong and what it
 * must be; never its value, which may be a person's, or a secret.
 */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  words: InputWords,
  input: JsonObject,
): z.infer<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === 'unrecognized_keys') throw unknownInput(issue.keys[0] ?? '', Object.keys(words));
  const name = String(issue?.path[0] ?? '');
  const must = words[name];
  throw new JobFault('connector-input', {
    en: `The input "${name}" must be ${must?.en ?? 'something else'}.`,
    zh: `输入“${name}”应为${must?.zh ?? '其他内容'}。`,
  });
}

function unknownInput(name: string, known: readonly string[]): JobFault {
  return new JobFault('connector-input', {
    en: `The connector has no input "${name}" (it has: ${known.join(', ')}).`,
    zh: `该连接器没有输入“${name}”（可用：${known.join('、')}）。`,
  });
}
