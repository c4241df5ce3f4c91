import type { Message } from '../../../packages/bpmn/src/index.ts';
import { query, type Store } from '../../../packages/store/src/index.ts';
import type { InstanceRecord, RecordedEvent, RecordedIncident } from './Execution.ts';

interface InstanceRow {
  readonly id: string;
  readonly processId: string;
  readonly status: InstanceRecord['status'];
}

interface HistoryRow {
  readonly instanceId: string;
  readonly type: string;
  readonly element: string;
  readonly token: number;
  readonly at: string;
  readonly code: string | null;
}

/** What has happened, as the database tells it: instances in the order of their start. */
export async function readInstances(em: ReturnType<Store['em']>): Promise<readonly InstanceRecord[]> {
  const instances = await query<InstanceRow>(
    em,
    `select id, process_id as "processId", status from instance order by started_at, id`,
  );
  const history = await query<HistoryRow>(
    em,
    `select instance_id as "instanceId", type, element_id as element, token, at, detail ->> 'code' as code
     from history order by instance_id, seq`,
  );
  const incidents = await query<RecordedIncident & { readonly instanceId: string; readonly message: Message }>(
    em,
    `select instance_id as "instanceId", node_id as element, code, message from incident order by raised_at, id`,
  );
  return instances.map(({ id, processId, status }) => {
    const rows = history.filter((row) => row.instanceId === id);
    const error = status === 'failed' ? rows.findLast((row) => row.type === 'error') : undefined;
    return {
      processId,
      status,
      errorCode: error ? (error.code ?? '') : null,
      events: rows.flatMap(eventOf),
      incidents: incidents
        .filter((incident) => incident.instanceId === id)
        .map(({ element, code, message }) => ({ element, code, message })),
    };
  });
}

const TYPES: ReadonlySet<string> = new Set(['enter', 'leave', 'cancel', 'take'] satisfies RecordedEvent['type'][]);

function eventOf({ type, element, token, at }: HistoryRow): RecordedEvent[] {
  return TYPES.has(type) ? [{ type: type as RecordedEvent['type'], element, token, at: Date.parse(at) }] : [];
}
