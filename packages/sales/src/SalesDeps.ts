import type { Runtime } from '@dealwright/runtime';
import type { EntityManager } from '@dealwright/store';

/** What the sales side is given from outside: its database, the clock and new ids. */
export interface SalesDeps {
  /** a fresh EntityManager per call */
  readonly em: () => EntityManager;
  /** epoch milliseconds */
  readonly now: () => number;
  readonly newId: () => string;
}

/** For whatever also moves process instances. */
export interface DealDeps extends SalesDeps {
  readonly runtime: Runtime;
}
