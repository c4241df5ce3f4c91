import { z } from 'zod';
import { given } from '../given.ts';
import type { InputWords } from '../readInput.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const MOST_RECIPIENTS = 50;
const address = z.email().max(320);
const words = { en: 'an e-mail address, or a list of them', zh: '邮箱地址或其列表' };

/** "ann@example.com", "Ann <ann@example.com>", several in one text with commas between, or a list of those. */
const mailboxes = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((text) => text.split(/[,;]/)))
  .transform((texts) => texts.map((text) => text.trim()).filter((text) => text !== ''))
  .pipe(
    z
      .array(
        z
          .string()
          .transform(mailboxOf)
          .pipe(z.object({ name: z.string(), address })),
      )
      .max(MOST_RECIPIENTS),
  );

function mailboxOf(text: string): Mailbox {
  const named = /^(?<name>[^<>]*)<(?<address>[^<>]+)>$/.exec(text)?.groups;
  if (!named) return { name: '', address: text };
  return { name: (named['name'] ?? '').trim().replace(/^"|"$/g, ''), address: (named['address'] ?? '').trim() };
}

export const emailInput = z.strictObject({
  to: mailboxes.refine((list) => list.length > 0),
  cc: given(mailboxes),
  replyTo: given(mailboxes),
  // a line break would begin another header field
  subject: z
    .string()
    .max(500)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1)),
  text: given(z.string().max(500_000)),
  html: given(z.string().max(500_000)),
});

export type EmailInput = z.infer<typeof emailInput>;

export const emailWords: InputWords = {
  to: words,
  cc: words,
  replyTo: words,
  subject: { en: 'a text', zh: '文本' },
  text: { en: 'a text', zh: '文本' },
  html: { en: 'a text', zh: '文本' },
};
