import { processVariables } from '@dealwright/runtime';
import { decodeCursor, pageOf } from '@dealwright/sales';
import { type InstanceRow, query, queryOne } from '@dealwright/store';
import type { ApiProblem, Incident, IncidentKinds } from '../contract/index.ts';
import { briefly } from '../errors/briefly.ts';
import { refusals } from '../errors/refusals.ts';
import { toApiError } from '../errors/toApiError.ts';
import type { Platform } from '../Platform.ts';
import type { IncidentService } from '../Services.ts';

const PAGE = 50;
const COMMANDS = { retry: 'retryIncident', skip: 'skipIncident', cancel: 'cancelIncident' } as const;

interface IncidentRow extends Omit<Incident, 'deal' | 'nodeName' | 'nodeLabels'> {
  readonly dealId: string | null;
  readonly dealName: string | null;
  readonly deploymentId: string;
}

/** Open incidents, newest first, and what is done about them. */
export function createIncidentService(platform: Pick<Platform, 'em' | 'runtime' | 'bus' | 'log'>): IncidentService {
  const { em, runtime, bus, log } = platform;

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

  /** Which instance each holds, of those that there are. */
  async function instancesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await query<{ id: string; instanceId: string }>(
      em(),
      'select id, instance_id as "instanceId" from incident where id = any($1::text[])',
      [[...ids]],
    );
    return new Map(rows.map((row) => [row.id, row.instanceId]));
  }

  return {
    async list({ cursor, processId, code }) {
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
           and ($4::text is null or i.process_id = $4) and ($5::text is null or c.code = $5)
         order by c.raised_at desc, c.id desc limit $3`,
        [at, id, PAGE + 1, processId ?? null, code ?? null],
      );
      const page = pageOf(rows, PAGE, (row) => [row.raisedAt, row.id]);
      return { rows: await Promise.all(page.rows.map(named)), cursor: page.cursor };
    },
    async kinds() {
      const processes = await query<IncidentKinds['processes'][number]>(
        em(),
        `select i.process_id as id, (array_agg(m.name order by v.version desc))[1] as name,
                (array_agg(m.labels order by v.version desc))[1] as labels, count(*)::integer as count
         from incident c
         join instance i on i.id = c.instance_id
         join deployment v on v.id = i.deployment_id
         join model m on m.id = v.model_id
         where c.resolved_at is null group by i.process_id order by count(*) desc, i.process_id`,
      );
      const codes = await query<IncidentKinds['codes'][number]>(
        em(),
        `select code, count(*)::integer as count from incident where resolved_at is null
         group by code order by count(*) desc, code`,
      );
      return { processes, codes };
    },
    async variables(id) {
      const row = await queryOne<Pick<InstanceRow, 'state'>>(
        em(),
        `select i.state from incident c join instance i on i.id = c.instance_id
         where c.id = $1 and c.resolved_at is null`,
        [id],
      );
      if (row === null) throw refusals.notFound('incident');
      return processVariables(row.state);
    },
    async resolve(viewer, way, { ids, reason, variables }, requestId) {
      const actorId = viewer.personId;
      const one = async (incidentId: string): Promise<ApiProblem | null> => {
        try {
          await runtime[COMMANDS[way]]({ incidentId, actorId, reason, ...(variables ? { variables } : {}) });
          return null;
        } catch (error) {
          const { refusal, problem } = toApiError(error, requestId);
          if (refusal === 'INTERNAL_SERVER_ERROR') {
            log.error({ request: requestId, incident: incidentId, way, error: briefly(error) }, 'an incident stays');
          }
          return problem;
        }
      };
      const instances = way === 'cancel' ? await instancesOf(ids) : new Map<string, string>();
      const ended = new Set<string>();
      const answers = [];
      for (const id of new Set(ids)) {
        const instance = instances.get(id);
        // the process has gone with another of its incidents
        const problem = instance !== undefined && ended.has(instance) ? null : await one(id);
        if (instance !== undefined && problem === null) ended.add(instance);
        answers.push({ id, problem });
      }
      bus.publish({ kind: 'incidents' });
      return answers;
    },
  };
}
