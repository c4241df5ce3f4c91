import { createHash, type Hash } from 'node:crypto';
import { backupBroken } from './backupErrors.ts';

/** Lines out of pieces of text, and the digest of all that were taken. */
export class LineReader {
  readonly #pieces: AsyncIterator<string>;
  readonly #hash: Hash = createHash('sha256');
  #lines: string[] = [];
  #at = 0;
  /** pieces of a line whose end is not here yet */
  #begun: string[] = [];

  constructor(pieces: AsyncIterable<string>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next line, or null at the end. A last line without its end counts as cut short. */
  async next(): Promise<string | null> {
    while (this.#at === this.#lines.length) {
      const piece = await this.#pieces.next();
      if (piece.done === true) {
        if (this.#begun.length > 0) throw cutShort();
        return null;
      }
      const [first = '', ...others] = piece.value.split('\n');
      if (first !== '') this.#begun.push(first);
      const last = others.pop();
      if (last === undefined) continue;
      this.#lines = [this.#begun.join(''), ...others];
      this.#begun = last === '' ? [] : [last];
      this.#at = 0;
    }
    return this.#lines[this.#at++] ?? null;
  }

  /** The next line, which must be there and goes into the digest. */
  async take(): Promise<string> {
    const line = await this.next();
    if (line === null) throw cutShort();
    this.#hash.update(`${line}\n`);
    return line;
  }

  /** hex, of all lines taken; only once */
  digest(): string {
    return this.#hash.digest('hex');
  }

  /** Lets go of what the pieces come from. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}

export function cutShort() {
  return backupBroken({ en: 'it is cut short', zh: '文件不完整' });
}
