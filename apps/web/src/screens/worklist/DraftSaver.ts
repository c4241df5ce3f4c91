export type DraftState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Typing rests this long before a draft is sent. */
const REST_MS = 900;

/** Saves a half-filled form when typing rests; only ever one call under way, and the last values win. */
export class DraftSaver<Values> {
  readonly #save: (values: Values) => Promise<{ readonly savedAt: string }>;
  readonly #onState: (state: DraftState) => void;
  #waiting: { values: Values } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(save: (values: Values) => Promise<{ readonly savedAt: string }>, onState: (state: DraftState) => void) {
    this.#save = save;
    this.#onState = onState;
  }

  /** New values; they are sent when no newer ones come for a moment. */
  change(values: Values): void {
    if (this.#closed) return;
    this.#waiting = { values };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
  }

  /** Sends what waits, now. Failures are told through the state, never thrown. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = null;
    this.#running = this.#send(waiting.values);
    await this.#running;
  }

  async #send(values: Values): Promise<void> {
    this.#onState({ kind: 'saving' });
    try {
      const { savedAt } = await this.#save(values);
      this.#onState({ kind: 'saved', at: savedAt });
    } catch (error) {
      this.#onState({ kind: 'failed', error });
    } finally {
      this.#running = null;
    }
  }

  /** No draft any more: the task is completed. What waits is dropped. */
  close(): void {
    this.#closed = true;
    this.#waiting = null;
    clearTimeout(this.#timer);
  }
}
