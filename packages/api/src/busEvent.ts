import { z } from 'zod';
import type { BusEvent } from './Bus.ts';

/** An event of a bus as another server sent it: only what both know is passed on. */
export const busEvent: z.ZodType<BusEvent> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deal'), dealId: z.string().nullable(), processId: z.string() }),
  z.object({ kind: z.literal('tasks') }),
  z.object({ kind: z.literal('models') }),
  z.object({ kind: z.literal('incidents') }),
  z.object({
    kind: z.literal('import'),
    runId: z.string(),
    done: z.number(),
    total: z.number(),
    status: z.string(),
  }),
  z.object({ kind: z.literal('session-ended'), personId: z.string() }),
]);
