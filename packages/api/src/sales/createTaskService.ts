import type { JsonObject } from '@dealwright/engine';
import { completeDealTask, countTasks, findTaskAccess, getTask, listTasks, type TaskAccess } from '@dealwright/sales';
import { queryOne } from '@dealwright/store';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { TaskService, Viewer } from '../Services.ts';
import { salesViewer } from './createDealService.ts';
import { taskRefusals } from './taskRefusals.ts';

type Needs = Pick<Platform, 'em' | 'now' | 'newId' | 'runtime' | 'evaluator'>;

/** The worklist, and what may be done with a task by whom. */
export function createTaskService(platform: Needs): TaskService {
  const { em, now, runtime } = platform;
  const reading = { ...platform, graph: (deploymentId: string) => runtime.graph(deploymentId) };
  const as = (viewer: Viewer) => salesViewer(platform, viewer);

  /**
   * Refuses what the viewer has no right to. A task that is closed or somebody else's is let through to the runtime,
   * which says who has it and since when; one that the viewer may not even see is not found.
   */
  async function mayChange(viewer: Viewer, id: string, right: keyof TaskAccess): Promise<void> {
    const { task, access } = await findTaskAccess(em, await as(viewer), id);
    const runtimeRefuses = task.status !== 'open' || (right !== 'canAssign' && task.assigneeId !== null);
    if (!runtimeRefuses && !access[right]) throw refusals.forbidden();
  }

  return {
    list: async (viewer, input) => listTasks(reading, await as(viewer), input),
    counts: async (viewer) => countTasks(reading, await as(viewer)),
    get: async (viewer, id) => getTask(reading, await as(viewer), id),
    async claim(viewer, id) {
      await mayChange(viewer, id, 'canClaim');
      await taskRefusals(em, () => runtime.claim({ taskId: id, actorId: viewer.personId }));
    },
    async release(viewer, id) {
      await mayChange(viewer, id, 'canComplete');
      await taskRefusals(em, () => runtime.release({ taskId: id, actorId: viewer.personId }));
    },
    async assign(viewer, { id, personId }) {
      await mayChange(viewer, id, 'canAssign');
      // whoever neither sells nor manages has no list on which they would find it
      const person = await queryOne(
        em(),
        `select 1 as one from person where id = $1 and active and roles && '{rep,manager}'`,
        [personId],
      );
      if (person === null) {
        throw refusals.badField('person-unknown', 'personId', {
          en: 'That is not an active person who works on deals.',
          zh: '所选人员不存在、已停用，或不参与销售工作。',
        });
      }
      const request = { taskId: id, assigneeId: personId, actorId: viewer.personId };
      await taskRefusals(em, () => runtime.assign(request));
    },
    async saveDraft(viewer, { id, values }) {
      await mayChange(viewer, id, 'canComplete');
      const draft = values as JsonObject;
      await taskRefusals(em, () => runtime.saveDraft({ taskId: id, draft, actorId: viewer.personId }));
      return { savedAt: new Date(now()).toISOString() };
    },
    async complete(viewer, { id, values, commandId }) {
      const me = await as(viewer);
      const request = { id, values: values as JsonObject, commandId };
      return taskRefusals(em, () => completeDealTask(platform, me, request));
    },
  };
}
