import type { Message } from '@dealwright/bpmn';
import type { CommitPlan, InstanceRow, JobRow } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { observedCommit } from '../observed.ts';
import { historySeq } from '../plan/historyRows.ts';

/** Shows that a job needs help: an incident at its node, in the instance's history too. The executor's state stays. */
export async function raiseJobIncident(
  core: Core,
  unit: Unit,
  instance: InstanceRow,
  job: JobRow,
  what: { readonly code: string; readonly message: Message },
): Promise<void> {
  const at = core.nowIso();
  const named = job.payload['nodeId'];
  const nodeId = typeof named === 'string' ? named : instance.processId;
  // the call activity's, which waits here for what cannot be started; a delivery to elsewhere has none
  const caller = job.kind === 'start' ? job.payload['parentToken'] : undefined;
  const token = typeof caller === 'number' ? caller : job.token;
  const plan: CommitPlan = {
    instance,
    released: [],
    positions: [],
    tasks: [],
    jobs: [],
    subscriptions: [],
    incidents: [{ id: core.options.newId(), token, nodeId, ...what, jobId: job.id }],
    history: [
      { seq: historySeq(instance.revision, 0), type: 'incident', elementId: nodeId, token, at, detail: { ...what } },
    ],
    audit: [],
    actorId: null,
    at,
    command: null,
  };
  await observedCommit(core.options.observe, unit.em, [plan]);
  unit.committed(plan);
}
