/** How many jobs of a queue this server runs at once. */
export interface Slots {
  /** free slots of each queue that has some taken */
  readonly free: Readonly<Record<string, number>>;
  /** queues without a free slot */
  readonly full: readonly string[];
  take(queue: string): void;
  give(queue: string): void;
}

/** Timers share statements: as many as go into a few. */
const TIMERS = 200;
const DELIVERIES = 8;
/** of one type: one that hangs takes slots only from itself */
const CONNECTORS = 25;

/** The slots of a queue, see `Slots`. */
export function slotsOf(queue: string): number {
  if (queue === 'timer') return TIMERS;
  return queue === 'delivery' ? DELIVERIES : CONNECTORS;
}

/** All slots free. A queue that nothing runs of is not listed: see `OTHER_SLOTS`. */
export function createSlots(): Slots {
  const taken = new Map<string, number>([
    ['timer', 0],
    ['delivery', 0],
  ]);
  const free = () => [...taken].map(([queue, count]): [string, number] => [queue, slotsOf(queue) - count]);
  return {
    get free() {
      return Object.fromEntries(free());
    },
    get full() {
      return free().flatMap(([queue, count]) => (count <= 0 ? [queue] : []));
    },
    take: (queue) => void taken.set(queue, (taken.get(queue) ?? 0) + 1),
    give: (queue) => void taken.set(queue, (taken.get(queue) ?? 1) - 1),
  };
}

/** The slots of a queue that is not listed: a connector's that nothing was run of yet. */
export const OTHER_SLOTS = CONNECTORS;
