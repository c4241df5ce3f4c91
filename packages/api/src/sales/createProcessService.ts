import { createProcessViews } from '@dealwright/insight';
import { narrow, ownersOf } from '@dealwright/sales';
import { queryOne } from '@dealwright/store';
import type { Labels } from '../contract/index.ts';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { ProcessService } from '../Services.ts';
import { salesViewer } from './createDealService.ts';

interface Drawn {
  readonly deploymentId: string;
  readonly version: number;
  readonly xml: string;
  readonly name: string;
  readonly labels: Labels;
}

/** The figures of a process on its drawing, of the deals that the viewer may see. */
export function createProcessService(platform: Pick<Platform, 'em' | 'now' | 'runtime'>): ProcessService {
  const { em, now, runtime } = platform;
  const processView = createProcessViews();
  return {
    evaluateConditions: (viewer, { variables, commandId }) =>
      runtime.evaluateConditions({ variables, commandId, actorId: viewer.personId }),
    async view(viewer, input) {
      const drawn = await queryOne<Drawn>(
        em(),
        `select v.id as "deploymentId", v.version, v.xml, m.name, m.labels
         from deployment v join model m on m.id = v.model_id
         where v.process_id = $1 and ($2::text is null or v.id = $2)
         order by v.version desc limit 1`,
        [input.processId, input.deploymentId ?? null],
      );
      if (drawn === null) throw refusals.notFound('version');
      const { scope } = await salesViewer(platform, viewer);
      // a manager sees all of a process: its figures name no deal, and a team's bottleneck is seldom its own
      const seesAll = viewer.roles.includes('manager') || viewer.roles.includes('admin');
      const owners = ownersOf(narrow(seesAll ? { kind: 'all' } : scope, input.ownerId));
      const { processId, deploymentId, from, to } = input;
      const figures = await processView({
        em: em(),
        now: now(),
        graph: await runtime.graph(drawn.deploymentId),
        drawnDeploymentId: drawn.deploymentId,
        processId,
        deploymentId,
        from,
        to,
        owners,
      });
      return { ...figures, name: drawn.name, labels: drawn.labels, version: drawn.version, xml: drawn.xml };
    },
  };
}
