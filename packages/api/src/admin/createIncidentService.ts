import { decodeCursor, pageOf } from '@dealwright/sales';
import { query, queryOne } from '@dealwright/store';
import type { Incident, Message } from '../contract/index.ts';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { IncidentService } from '../Services.ts';

const PAGE = 50;

interface IncidentRow extends Omit<Incident, 'deal' | 'nodeName' | 'nodeLabels'> {
  readonly dealId: string | null;
  readonly dealName: string | null;
  readonly deploymentId: string;
}

/** Open incidents, newest first; retrying one, or ending the instance it stopped. */
export function createIncidentService(platform: Pick<Platform, 'em' | 'runtime' | 'bus'>): IncidentService {
  const { em, runtime, bus } = platform;

  async function named({ dealId, dealName, deploymentId, ...row }: IncidentRow): Promise<Incident> {
    const graph = await runtime.graph(deploymentId);
    const node = graph.nodes[graph.nodeIndex.get(row.nodeId) ?? -1];
    return {
      ...row,
      nodeName: node?.name || row.nodeId,
      nodeLabels: node?.business.labels ?? {},
      deal: dealId === null ? null : { id: dealId, name: dealName ?? dealId },
    };
  }

  return {
    async list(cursor) {
      const [at = null, id = null] = cursor === undefined ? [] : decodeCursor(cursor, 2);
      const rows = await query<IncidentRow>(
        em(),
        `select c.id, c.instance_id as "instanceId", c.node_id as "nodeId", c.code, c.message,
                c.raised_at as "raisedAt", i.process_id as "processId", i.deployment_id as "deploymentId",
                m.name as "processName", m.labels as "processLabels",
                v.version, d.id as "dealId", d.name as "dealName"
         from incident c
         join instance i on i.id = c.instance_id
         join deployment v on v.id = i.deployment_id
         join model m on m.id = v.model_id
         left join deal d on d.instance_id = i.id
         where c.resolved_at is null
           and ($1::timestamptz is null or (c.raised_at, c.id) < ($1::timestamptz, $2::text))
         order by c.raised_at desc, c.id desc limit $3`,
        [at, id, PAGE + 1],
      );
      const page = pageOf(rows, PAGE, (row) => [row.raisedAt, row.id]);
      return { rows: await Promise.all(page.rows.map(named)), cursor: page.cursor };
    },
    async retry(viewer, id) {
      await runtime.retryIncident({ incidentId: id, actorId: viewer.personId });
      bus.publish({ kind: 'incidents' });
    },
    async cancel(viewer, id) {
      const incident = await queryOne<{ instanceId: string; message: Message }>(
        em(),
        'select instance_id as "instanceId", message from incident where id = $1 and resolved_at is null',
        [id],
      );
      if (incident === null) throw refusals.notFound('incident');
      await runtime.cancel({
        instanceId: incident.instanceId,
        reason: `incident: ${incident.message.en}`,
        actorId: viewer.personId,
      });
      bus.publish({ kind: 'incidents' });
    },
  };
}
