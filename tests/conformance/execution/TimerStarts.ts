import type { ProcessGraph } from '../../../packages/bpmn/src/index.ts';
import type { Evaluator } from '../../../packages/expression/src/index.ts';
import { firstFiring, nextFiring, type Firing } from '../../../packages/runtime/src/deploy/timerStart.ts';
import { startsOf, type OutsideStart } from './startsOf.ts';

interface TimerStart {
  readonly processId: string;
  readonly start: OutsideStart;
  firing: Firing | null;
}

/** Which start is due, and where. */
export interface DueStart {
  readonly processId: string;
  readonly startNode: string;
  readonly startEvent: number;
}

/** The timer start events of what is deployed, on the virtual clock. */
export class TimerStarts {
  readonly #evaluator: Evaluator;
  readonly #starts: TimerStart[] = [];

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  /** Arms the timers of a process that is deployed now (epoch milliseconds). Throws a `DealwrightError` for an unreadable one. */
  async arm(graph: ProcessGraph, now: number): Promise<void> {
    for (const start of startsOf(graph)) {
      if (start.event.kind !== 'timer') continue;
      const firing = await firstFiring(this.#evaluator, start.event.timer, now);
      this.#starts.push({ processId: graph.processId, start, firing });
    }
  }

  /** When the next one fires; Infinity when none will. */
  get nextDue(): number {
    return Math.min(Infinity, ...this.#starts.map(({ firing }) => firing?.due ?? Infinity));
  }

  /** Takes the next one, and arms it anew when its cycle goes on. */
  async take(now: number): Promise<DueStart> {
    const next = this.#starts.find(({ firing }) => firing?.due === this.nextDue);
    if (!next?.firing || next.start.event.kind !== 'timer') throw new RangeError('no timer start is armed');
    next.firing = await nextFiring(this.#evaluator, next.start.event.timer, next.firing, now);
    return { processId: next.processId, startNode: next.start.node.id, startEvent: next.start.at };
  }
}
