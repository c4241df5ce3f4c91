import type { Simulation } from '../../packages/engine/src/testing/index.ts';
import { conditional, message, signal, timer } from './drawing.ts';

/** A trigger that comes from outside the scope that waits for it, and how a test makes it happen. */
export interface Trigger {
  readonly definition: string;
  /** attributes of the catching event */
  readonly attributes?: string;
  readonly happens: (run: Simulation) => void;
  /** a second time, for what may be caught again */
  readonly again: (run: Simulation) => void;
  /** waits that stand outside for one catching event */
  readonly waits: number;
}

const set = (run: Simulation, n: number) => void run.dispatch({ type: 'setVariables', variables: { n } });
const both = (run: Simulation) => void run.message('m').signal('s');

export const TRIGGERS = {
  message: {
    definition: message(),
    happens: (run) => void run.message('m'),
    again: (run) => void run.message('m'),
    waits: 1,
  },
  signal: {
    definition: signal(),
    happens: (run) => void run.signal('s'),
    again: (run) => void run.signal('s'),
    waits: 1,
  },
  timer: {
    definition: timer('R2/PT1H', 'timeCycle'),
    happens: (run) => void run.advance('PT1H'),
    again: (run) => void run.advance('PT1H'),
    waits: 1,
  },
  conditional: {
    definition: conditional(),
    happens: (run) => set(run, 11),
    // only a change from false to true is caught
    again: (run) => {
      set(run, 12);
      set(run, 1);
      set(run, 13);
    },
    waits: 0,
  },
  multiple: {
    definition: message() + signal(),
    happens: (run) => void run.signal('s'),
    again: (run) => void run.message('m'),
    waits: 2,
  },
  'parallel multiple': {
    definition: message() + signal(),
    attributes: 'parallelMultiple="true"',
    happens: both,
    again: both,
    waits: 2,
  },
} as const satisfies Readonly<Record<string, Trigger>>;
