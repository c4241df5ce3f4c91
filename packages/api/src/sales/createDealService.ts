import {
  activateInDeal,
  board,
  boardColumn,
  dealTimeline,
  getDeal,
  lookups,
  moveDeal,
  searchDeals,
  startDeal,
  updateDeal,
  viewerOf,
  type Viewer as SalesViewer,
} from '@dealwright/sales';
import { queryOne } from '@dealwright/store';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { DealService, Viewer } from '../Services.ts';

type Needs = Pick<Platform, 'em' | 'now' | 'newId' | 'runtime' | 'bus'>;

/** What the sales side sees of a signed-in person: whose records they may see, and as whom they may claim. */
export function salesViewer(platform: Pick<Platform, 'em'>, viewer: Viewer): Promise<SalesViewer> {
  return viewerOf(platform.em, {
    id: viewer.personId,
    roles: viewer.roles,
    membership: viewer.membership,
  });
}

/** Deals, each call within what the viewer may see. */
export function createDealService(platform: Needs): DealService {
  const reading = { ...platform, graph: (deploymentId: string) => platform.runtime.graph(deploymentId) };
  const as = (viewer: Viewer) => salesViewer(platform, viewer);

  return {
    board: async (viewer, input) => board(reading, await as(viewer), input),
    column: async (viewer, input) => boardColumn(reading, await as(viewer), input),
    get: async (viewer, id) => getDeal(reading, await as(viewer), id),
    timeline: async (viewer, id, cursor) => dealTimeline(reading, await as(viewer), { id, cursor }),
    lookups: async (viewer) => lookups(reading, await as(viewer)),
    search: async (viewer, text) => searchDeals(reading, await as(viewer), text),
    async move(viewer, input) {
      const { scope } = await as(viewer);
      await moveDeal(platform, { ...input, actorId: viewer.personId, scope });
    },
    async activate(viewer, input) {
      const { scope } = await as(viewer);
      return activateInDeal(platform, { ...input, actorId: viewer.personId, scope });
    },
    async start(viewer, input) {
      const ownerId = input.ownerId ?? viewer.personId;
      const { scope } = await as(viewer);
      if (ownerId !== viewer.personId && scope.kind === 'owners' && !scope.ownerIds.includes(ownerId)) {
        throw refusals.badField('owner-not-yours', 'ownerId', {
          en: 'You can start deals for yourself and for people who report to you.',
          zh: '只能为自己或下属新建商机。',
        });
      }
      const { id } = await startDeal(platform, {
        ...input,
        ownerId,
        actorId: viewer.personId,
      });
      return { id };
    },
    async update(viewer, input) {
      const { scope } = await as(viewer);
      const saved = await updateDeal(platform, { ...input, actorId: viewer.personId, scope });
      const row = await queryOne<{ processId: string }>(
        platform.em(),
        'select i.process_id as "processId" from deal d join instance i on i.id = d.instance_id where d.id = $1',
        [input.id],
      );
      if (row !== null) platform.bus.publish({ kind: 'deal', dealId: input.id, processId: row.processId });
      return saved;
    },
  };
}
