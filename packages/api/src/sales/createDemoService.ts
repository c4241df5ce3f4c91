import { DEMO_PROCESSES, loadDemo, removeDemo } from '@dealwright/sales';
import { query } from '@dealwright/store';
import type { DemoPerson } from '../contract/index.ts';
import { ensureDeployed } from '../models/ensureDeployed.ts';
import type { Platform } from '../Platform.ts';
import type { DemoService } from '../Services.ts';

/**
 * Loads the demo team with its deals, and its processes where they have no version yet.
 *
 * @param request.passwordHash what every demo person signs in with; null: none of them can, until invited
 * @throws "demo-loaded" when it is there already
 */
export async function loadDemoTeam(
  platform: Platform,
  request: { readonly actorId: string | null; readonly passwordHash: string | null },
): Promise<{ readonly people: number; readonly deals: number }> {
  for (const processId of Object.values(DEMO_PROCESSES)) await ensureDeployed(platform, processId, request.actorId);
  const graph = (deploymentId: string) => platform.runtime.graph(deploymentId);
  const loaded = await loadDemo({ ...platform, graph }, request);
  tellAll(platform);
  return loaded;
}

/** The demo team: whether it is there, loading it, removing it. */
export function createDemoService(platform: Platform): DemoService {
  const demoPeople = () =>
    query<DemoPerson & { readonly id: string }>(
      platform.em(),
      'select id, name, email, roles from person where demo order by name',
    );
  return {
    async status() {
      const people = await demoPeople();
      return { loaded: people.length > 0, people: people.map(({ name, email, roles }) => ({ name, email, roles })) };
    },
    async load(viewer) {
      await loadDemoTeam(platform, { actorId: viewer.personId, passwordHash: null });
    },
    async remove(viewer) {
      const people = await demoPeople();
      await removeDemo(platform, { actorId: viewer.personId });
      for (const { id } of people) platform.bus.publish({ kind: 'session-ended', personId: id });
      tellAll(platform);
    },
  };
}

function tellAll({ bus }: Platform): void {
  for (const processId of Object.values(DEMO_PROCESSES)) bus.publish({ kind: 'deal', dealId: null, processId });
  bus.publish({ kind: 'tasks' });
  bus.publish({ kind: 'models' });
}
