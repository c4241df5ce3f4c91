import { defineEntity, p } from '@mikro-orm/core';
import { instant, texts } from './columns.ts';

/**
 * What happened in an instance at one moment and by one person, event by event; the view `history` has a row for each.
 * Partitioned by the month of `at`, in UTC. An instance's may lie before its start: clocks differ and are set back.
 */
export const Step = defineEntity({
  name: 'Step',
  tableName: 'step',
  properties: {
    instanceId: p.text().primary(),
    /** of the first event; the others follow */
    seq: p.bigint('number').primary(),
    processId: p.text(),
    at: instant().primary(),
    actorId: p.text().nullable(),
    /** a letter an event */
    types: p.text(),
    /** ids of elements and flows */
    elements: texts(),
    tokens: p.array().columnType('integer[]'),
    /** by the event's place in the step, from 0 */
    detail: p.json<Readonly<Record<string, unknown>>>().nullable(),
  },
  indexes: [{ name: 'step_process_at', properties: ['processId', 'at'] }],
});
