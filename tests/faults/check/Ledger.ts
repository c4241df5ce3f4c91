import type { JsonObject } from '../../../packages/engine/src/index.ts';

/** What a caller has asked for, with all that is needed to ask again. */
export type Sent =
  | { readonly kind: 'start'; readonly id: string; readonly key: string }
  | { readonly kind: 'complete'; readonly id: string; readonly taskId: string }
  | { readonly kind: 'message'; readonly id: string; readonly key: string };

export interface Entry {
  readonly sent: Sent;
  /** what was answered first; null while nothing has been */
  answer: JsonObject | null;
}

/**
 * What was sent and what was acknowledged, kept by whoever sends and never in the database: the only witness when a
 * server dies. `id` is the command's or the message's; `key` names an instance, and is what its message correlates by.
 */
export class Ledger {
  readonly entries = new Map<string, Entry>();
  /** Answers that contradict the ones before; told by the check. */
  readonly contradictions: string[] = [];
  #acknowledged = 0;

  get acknowledged(): number {
    return this.#acknowledged;
  }

  note(sent: Sent): Entry {
    const known = this.entries.get(sent.id);
    if (known) return known;
    const entry: Entry = { sent, answer: null };
    this.entries.set(sent.id, entry);
    return entry;
  }

  acknowledge(sent: Sent, answer: JsonObject): void {
    const entry = this.note(sent);
    if (entry.answer === null) {
      entry.answer = answer;
      this.#acknowledged += 1;
      return;
    }
    if (sent.kind === 'message') return;
    if (canonical(entry.answer) !== canonical(answer))
      this.contradictions.push(
        `${sent.kind} ${sent.id} was answered ${canonical(entry.answer)}, and again ${canonical(answer)}`,
      );
  }

  /** The server refused it for good: nothing is promised, and it is not sent again. */
  withdraw(sent: Sent): void {
    this.entries.delete(sent.id);
  }

  unanswered(): readonly Sent[] {
    return [...this.entries.values()].filter((entry) => entry.answer === null).map((entry) => entry.sent);
  }

  of<Kind extends Sent['kind']>(kind: Kind): readonly (Entry & { readonly sent: Extract<Sent, { kind: Kind }> })[] {
    return [...this.entries.values()].filter((entry) => entry.sent.kind === kind) as never;
  }
}

/** JSON with the keys in order: databases keep them in their own. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
