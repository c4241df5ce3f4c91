import type { Board, ModelSummary, Page as RowPage, TaskRow, VersionSummary } from '@dealwright/api/contract';
import type { ApiClient } from '../apiClient.ts';

/** A screen to look at, with an address that shows something. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  /** what must be there before it is looked at */
  readonly ready?: string;
}

/** Every signed-in screen, filled from the demo data. The viewer needs all three roles. */
export async function screensOf(client: ApiClient): Promise<readonly Screen[]> {
  const board = await client.query<Board>('deal.board', {});
  const dealId = board.columns.flatMap((column) => column.cards)[0]?.id;
  const model = (await client.query<readonly ModelSummary[]>('model.list')).find(
    (candidate) => candidate.processId === board.processId,
  );
  const task = (await client.query<RowPage<TaskRow>>('task.list', { view: 'team' })).rows[0];
  const [version] = await client.query<readonly VersionSummary[]>('model.versions', { id: model?.id });
  if (!dealId || !model || !task || !version) throw new Error('The demo left no deal, model, version or task to show.');
  return [
    { name: 'worklist', path: '/worklist?view=team' },
    { name: 'task', path: `/worklist?view=team&task=${encodeURIComponent(task.id)}`, ready: '.fjs-container' },
    { name: 'pipeline', path: '/pipeline' },
    { name: 'deal', path: `/deals/${dealId}`, ready: '.djs-container svg' },
    { name: 'models', path: '/models' },
    { name: 'designer', path: `/models/${model.id}`, ready: '.djs-container svg' },
    { name: 'version', path: `/models/${model.id}/versions/${version.deploymentId}`, ready: '.djs-container svg' },
    { name: 'process', path: `/processes/${model.processId}`, ready: '.djs-container svg' },
    { name: 'import', path: '/import' },
    { name: 'admin', path: '/admin' },
    { name: 'admin-versions', path: '/admin/versions' },
    { name: 'admin-incidents', path: '/admin/incidents' },
    { name: 'admin-connections', path: '/admin/connections' },
    { name: 'admin-audit', path: '/admin/audit' },
    { name: 'admin-system', path: '/admin/system' },
  ];
}
