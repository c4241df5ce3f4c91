import type { ProcessGraph } from '@dealwright/bpmn';
import { query, transaction, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeAll, expect, it, vi } from 'vitest';
import { createProcessViews } from './createProcessViews.ts';
import type { ProcessFigures } from './ProcessFigures.ts';
import type { ProcessViewRequest } from './processView.ts';

const NOW = Date.parse('2026-01-05T09:00:00Z');

eachDatabase('createProcessViews', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  /** Figures that hold how many teams there are, and how often they were computed. */
  function counting() {
    const compute = vi.fn(async ({ em }: ProcessViewRequest) => {
      const [row] = await query<{ teams: number }>(em, 'select count(*) as teams from team');
      return { asOf: `${row?.teams} teams` } as ProcessFigures;
    });
    const views = createProcessViews(compute);
    const view = (changes: Partial<ProcessViewRequest> = {}) =>
      views({
        em: store.em(),
        now: NOW,
        graph: {} as ProcessGraph,
        drawnDeploymentId: 'd1',
        processId: 'p1',
        owners: null,
        ...changes,
      });
    return { compute, view };
  }
  let teams = 0;
  const addTeam = (em = store.em()) => query(em, 'insert into team (id, name) values ($1, $1)', [`t${++teams}`]);

  it('computes once while nothing changes, for callers at the same time too', async () => {
    const { compute, view } = counting();
    const [first, second] = await Promise.all([view(), view()]);
    expect(await view()).toBe(first);
    expect(second).toEqual(first);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it('shows what was committed before the call, and not what was rolled back', async () => {
    const { view } = counting();
    const before = teams;
    expect(await view()).toEqual({ asOf: `${before} teams` });
    await addTeam();
    expect(await view()).toEqual({ asOf: `${before + 1} teams` });
    await transaction(store.em(), async (em) => {
      await addTeam(em);
      throw new Error('rolled back');
    }).catch(() => {});
    teams -= 1;
    expect(await view()).toEqual({ asOf: `${before + 1} teams` });
  });

  it('keeps cohorts apart', async () => {
    const { compute, view } = counting();
    await view();
    await view({ owners: [] });
    await view({ owners: ['ann'] });
    await view({ from: '2026-01-05' });
    await view({ to: '2026-01-05' });
    await view({ deploymentId: 'd1' });
    await view({ drawnDeploymentId: 'd2' });
    expect(compute).toHaveBeenCalledTimes(7);
  });

  it('lets no deadline pass unseen for longer than ten seconds', async () => {
    const { compute, view } = counting();
    await view();
    await view({ now: NOW + 9_999 });
    expect(compute).toHaveBeenCalledTimes(1);
    await view({ now: NOW + 10_000 });
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('keeps no failure', async () => {
    const { compute, view } = counting();
    compute.mockRejectedValueOnce(new Error('the database went away'));
    await expect(view()).rejects.toThrow('went away');
    expect(await view()).toEqual({ asOf: `${teams} teams` });
  });
});

eachDatabase('createProcessViews beside a transaction that is open', (open, kind) => {
  it.runIf(kind === 'postgresql')('shows its work once it commits', async () => {
    const store = await open();
    let computed = 0;
    const views = createProcessViews(async ({ em }) => {
      computed += 1;
      const [row] = await query<{ teams: number }>(em, 'select count(*) as teams from team');
      return { asOf: String(row?.teams) } as ProcessFigures;
    });
    const view = () =>
      views({
        em: store.em(),
        now: NOW,
        graph: {} as ProcessGraph,
        drawnDeploymentId: 'd',
        processId: 'p',
        owners: null,
      });
    await transaction(store.em(), async (em) => {
      await query(em, `insert into team (id, name) values ('late', 'late')`);
      expect(await view()).toEqual({ asOf: '0' });
      expect(await view()).toEqual({ asOf: '0' });
    });
    expect(await view()).toEqual({ asOf: '1' });
    expect(computed).toBe(2);
  });
});
