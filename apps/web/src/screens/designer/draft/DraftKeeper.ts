import type { PersonRef } from '@dealwright/api/contract';

export type DraftState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'conflict'; readonly by: PersonRef | null; readonly at: string | null };

export interface DraftKeeperParts {
  /** the drawing as it is now */
  readonly write: () => Promise<string>;
  /** stores it on the server; rejects with the server's refusal */
  readonly save: (xml: string, revision: number) => Promise<{ readonly revision: number }>;
  /** who saved in between, when that is why the server refused */
  readonly conflictIn: (error: unknown) => { readonly by: PersonRef | null; readonly at: string | null } | null;
  /** keeps a copy in the browser until the server has it; null forgets it */
  readonly keepCopy: (xml: string | null) => void;
  readonly onState: (state: DraftState) => void;
  /** runs something later and answers how to call it off */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

/** Drawing rests this long before the draft is sent, and a failed try is repeated after this long. */
const REST_MS = 1000;
const RETRY_MS = 10_000;

/**
 * Saves a draft by itself. Only one call is under way at a time; a conflict stops it until someone decides; a failure
 * keeps a copy in the browser and is tried again.
 */
export class DraftKeeper {
  readonly #parts: DraftKeeperParts;
  #revision: number;
  #state: DraftState = { kind: 'saved' };
  #changes = 0;
  #running: Promise<void> | null = null;
  #callOff: () => void = () => {};
  #closed = false;

  constructor(revision: number, parts: DraftKeeperParts) {
    this.#revision = revision;
    this.#parts = parts;
  }

  /** the revision that the server holds */
  get revision(): number {
    return this.#revision;
  }

  get state(): DraftState {
    return this.#state;
  }

  /** Something was drawn. */
  changed(): void {
    this.#changes += 1;
    if (this.#state.kind === 'conflict' || this.#closed) return;
    if (this.#state.kind !== 'saving') this.#tell({ kind: 'changed' });
    this.#schedule(REST_MS);
  }

  /** Saves now. True when the server holds what is on the screen. */
  async saveNow(): Promise<boolean> {
    this.#callOff();
    while (this.#running) await this.#running;
    if (this.#state.kind === 'conflict' || this.#closed) return false;
    if (this.#state.kind === 'saved') return true;
    this.#running = this.#send();
    await this.#running;
    return (this.#state as DraftState).kind === 'saved';
  }

  /**
   * Changes what else belongs to the draft on the server, between two savings of the drawing: both count one revision.
   *
   * @param change gets the revision that the server holds; rejects with the server's refusal, which is thrown on
   * @returns what the server answered; null in a conflict, which stops everything until someone decides
   */
  async alongside<Saved extends { readonly revision: number }>(
    change: (revision: number) => Promise<Saved>,
  ): Promise<Saved | null> {
    while (this.#running) await this.#running;
    if (this.#closed) return null;
    if (this.#state.kind === 'conflict') {
      // asked once more, since whoever put the question away is stopped by it again
      this.#tell(this.#state);
      return null;
    }
    let end: () => void = () => {};
    this.#running = new Promise((resolve) => (end = resolve));
    try {
      const saved = await change(this.#revision);
      this.#revision = saved.revision;
      return saved;
    } catch (error) {
      const conflict = this.#parts.conflictIn(error);
      if (!conflict) throw error;
      this.#callOff();
      this.#tell({ kind: 'conflict', ...conflict });
      return null;
    } finally {
      this.#running = null;
      end();
    }
  }

  /** The server's draft was taken: this is its revision, and nothing of ours is left to save. */
  reset(revision: number): void {
    this.#callOff();
    this.#revision = revision;
    this.#parts.keepCopy(null);
    this.#tell({ kind: 'saved' });
  }

  /** Nothing is sent any more. */
  close(): void {
    this.#closed = true;
    this.#callOff();
  }

  async #send(): Promise<void> {
    this.#tell({ kind: 'saving' });
    const seen = this.#changes;
    let xml: string | null = null;
    try {
      xml = await this.#parts.write();
      const { revision } = await this.#parts.save(xml, this.#revision);
      this.#revision = revision;
      this.#parts.keepCopy(null);
      this.#running = null;
      if (this.#changes === seen) this.#tell({ kind: 'saved' });
      else {
        this.#tell({ kind: 'changed' });
        this.#schedule(REST_MS);
      }
    } catch (error) {
      this.#running = null;
      if (xml !== null) this.#parts.keepCopy(xml);
      const conflict = this.#parts.conflictIn(error);
      this.#tell(conflict ? { kind: 'conflict', ...conflict } : { kind: 'failed', error });
      if (!conflict) this.#schedule(RETRY_MS);
    }
  }

  #schedule(milliseconds: number): void {
    this.#callOff();
    if (this.#closed) return;
    this.#callOff = this.#parts.later(() => void this.saveNow(), milliseconds);
  }

  #tell(state: DraftState): void {
    this.#state = state;
    this.#parts.onState(state);
  }
}
