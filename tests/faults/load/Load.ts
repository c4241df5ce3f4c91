import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger, Sent } from '../check/Ledger.ts';
import type { Problem } from '../FaultLine.ts';
import type { Dice } from './dice.ts';
import { Refusal, type Target, Unanswered } from './Target.ts';

/** Instances that are kept under way; more only make the checks slower. */
const MOST_ACTIVE = 40;

/** Longer than any answer may take, a time-out of the database's connection included. */
const SILENCE_MS = 60_000;

const ATTEMPTS = 300;

export interface Until {
  readonly done: () => boolean;
  readonly patient?: boolean;
}

export interface Moment {
  /** answers before the fault, and after it */
  readonly after: number;
  readonly more: number;
  readonly fault: () => Promise<void>;
  readonly patient?: boolean;
}

/**
 * Callers that start instances, complete tasks and publish messages, each with an id; some twice, some before anybody
 * waits. What is sent and what is answered goes into the ledger.
 */
export class Load {
  readonly problems: Problem[] = [];
  /** refusals that the fault explains: what was sent is sent again later */
  tolerates: (refusal: Refusal) => boolean = () => false;
  readonly #ledger: Ledger;
  readonly #dice: Dice;
  /** keys of instances whose message has not been sent */
  readonly #unpaid: string[] = [];
  /** keys whose message was sent before the instance is started */
  readonly #early: string[] = [];
  readonly #taken = new Set<string>();
  #tasks: string[] = [];
  #started = 0;
  #finished = 0;
  #answers = 0;

  constructor(ledger: Ledger, dice: Dice) {
    this.#ledger = ledger;
    this.#dice = dice;
  }

  /** commands answered since the beginning */
  get answers(): number {
    return this.#answers;
  }

  /**
   * Works with so many callers, spread over the targets, until `done` says so. A caller whose server no longer answers
   * stops, or, when it is `patient`, goes on after a moment: what was not answered is sent again by `repeat`.
   */
  async run(targets: readonly Target[], callers: number, until: Until): Promise<void> {
    const silence = { fell: false };
    const work = async (target: Target): Promise<void> => {
      while (!until.done() && !silence.fell) {
        try {
          const sent = await this.#next(target);
          if (sent === null) continue;
          await this.perform(target, sent);
          if (this.#dice.chance(0.05)) await this.perform(target, sent);
        } catch (error) {
          if (error instanceof Refusal && !this.tolerates(error))
            this.problems.push({ kind: 'unexplained', text: `open tasks were not told: ${error.message}` });
          else if (!(error instanceof Unanswered || error instanceof Refusal)) throw error;
          if (error instanceof Unanswered && !until.patient) return;
          await pause(20);
        }
      }
    };
    let heard = this.#answers;
    const listening = setInterval(() => {
      silence.fell = heard === this.#answers;
      if (silence.fell) this.problems.push({ kind: 'stuck', text: `nothing was answered for ${SILENCE_MS / 1000} s` });
      heard = this.#answers;
    }, SILENCE_MS);
    await Promise.all(Array.from({ length: callers }, (_, caller) => work(targets[caller % targets.length] as Target)));
    clearInterval(listening);
  }

  /** Works until so many answers have come, brings the fault about meanwhile, and goes on for so many more. */
  async through(targets: readonly Target[], callers: number, moment: Moment): Promise<void> {
    const comes = this.answered(moment.after);
    const state: { fault: Promise<void> | null; over: (() => boolean) | null } = { fault: null, over: null };
    const bring = async () => {
      await moment.fault();
      state.over = this.answered(moment.more);
    };
    await this.run(targets, callers, {
      patient: moment.patient ?? false,
      done: () => {
        if (comes()) state.fault ??= bring();
        return state.over?.() ?? false;
      },
    });
    await state.fault;
  }

  /** `done` after so many answers more. */
  answered(more: number): () => boolean {
    const last = this.#answers + more;
    return () => this.#answers >= last;
  }

  /** Sends again what was not answered, and a few of those that were: each must be done once, and answer the same. */
  async repeat(target: Target): Promise<void> {
    for (const sent of this.#ledger.unanswered()) await this.insist(target, sent);
    const answered = [...this.#ledger.entries.values()].filter((entry) => entry.answer !== null);
    for (let again = 0; again < 5 && answered.length > 0; again += 1) {
      const entry = this.#dice.take(answered);
      if (entry) await this.insist(target, entry.sent);
    }
    this.#tasks = [];
  }

  /** Sends a command until it is answered: what the fault has broken may take a moment to mend. */
  async insist(target: Target, sent: Sent): Promise<void> {
    for (let attempt = 1; ; attempt += 1)
      try {
        await this.perform(target, sent);
        return;
      } catch (error) {
        if (!(error instanceof Unanswered) || attempt === ATTEMPTS) throw error;
        await pause(100);
      }
  }

  /** What must still be sent so that every instance can end: messages, and starts of those whose message came first. */
  leftOver(): readonly Sent[] {
    const starts = this.#early.splice(0).map((key): Sent => ({ kind: 'start', id: this.#dice.id(), key }));
    const messages = this.#unpaid.splice(0).map((key) => this.message(key));
    return [...starts, ...messages];
  }

  message(key: string): Sent {
    return { kind: 'message', id: this.#dice.id(), key };
  }

  /** A completion of a task that nobody else is to complete; null when somebody has been asked to. */
  completion(taskId: string): Sent | null {
    if (this.#taken.has(taskId)) return null;
    this.#taken.add(taskId);
    return { kind: 'complete', id: this.#dice.id(), taskId };
  }

  /** Sends a command and notes what comes of it. Throws `Unanswered`. */
  async perform(target: Target, sent: Sent): Promise<void> {
    this.#ledger.note(sent);
    try {
      const answer = await target.send(sent);
      this.#ledger.acknowledge(sent, answer);
      this.#answers += 1;
      if (sent.kind === 'complete' && answer['finished'] === true) this.#finished += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (this.tolerates(error)) throw new Unanswered(error.message);
      this.#ledger.withdraw(sent);
      this.problems.push({ kind: 'unexplained', text: `${sent.kind} ${sent.id} was refused: ${error.message}` });
    }
  }

  /** Null: there is nothing to do at the moment. */
  async #next(target: Target): Promise<Sent | null> {
    const dice = this.#dice;
    // each instance calls another, and both end
    const active = this.#started - this.#finished / 2;
    if (this.#tasks.length === 0 && active > 0 && (active >= MOST_ACTIVE || dice.chance(0.5))) {
      this.#tasks = (await target.tasks()).filter((id) => !this.#taken.has(id));
    }
    if (dice.chance(0.25)) {
      const key = dice.take(this.#unpaid);
      if (key !== undefined) return this.message(key);
    }
    const taskId = dice.chance(active < MOST_ACTIVE ? 0.8 : 1) ? dice.take(this.#tasks) : undefined;
    if (taskId !== undefined) return this.completion(taskId);
    if (active >= MOST_ACTIVE) return null;
    const key = dice.key();
    if (dice.chance(0.2)) {
      this.#early.push(key);
      return this.message(key);
    }
    this.#started += 1;
    const early = this.#early.shift();
    if (early === undefined) this.#unpaid.push(key);
    return { kind: 'start', id: dice.id(), key: early ?? key };
  }
}
