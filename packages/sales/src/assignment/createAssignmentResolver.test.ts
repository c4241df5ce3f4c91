import type { Assignment, ProcessGraph } from '@dealwright/bpmn';
import { graphOf } from '@dealwright/engine/testing';
import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { updatePerson } from '../people/savePerson.ts';
import { openSales, type TestSales } from '../testing/index.ts';

/** A graph with one task, in a lane of that role or in none. */
function graphWith(options: { readonly lane?: string; readonly assignment?: Assignment }): ProcessGraph {
  const graph = graphOf({ work: { type: 'userTask', business: { assignment: options.assignment ?? null } } }, []);
  if (options.lane === undefined) return graph;
  return {
    ...graph,
    lanes: [{ id: 'lane', name: options.lane, role: options.lane, labels: {} }],
    nodes: graph.nodes.map((node) => (node.id === 'work' ? { ...node, lane: 0 } : node)),
  };
}

eachDatabase('createAssignmentResolver', (open) => {
  let store: Store;
  let sales: TestSales;
  let mia: string;
  let ada: string;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    mia = await sales.person('Mia', { roles: ['manager'] });
    ada = await sales.person('Ada', { managerId: mia });
  });
  const assigned = (graph: ProcessGraph, variables: Record<string, string> = { ownerId: ada }) =>
    sales.assign(store.em(), { graph, node: 1, instanceId: 'none', variables, at: '2026-01-05T09:00:00Z' });
  const rule = (name: Assignment['rule'], value: string | null = null) =>
    graphWith({ assignment: { rule: name, value, approve: 'any' } });
  const MANAGERS = { assigneeId: null, candidates: ['r:manager'] };

  it.each(['owner', 'Rep', '销售'])('lane %s is the deal owner’s', async (lane) => {
    expect(await assigned(graphWith({ lane }))).toEqual({ assigneeId: ada, candidates: [`p:${ada}`] });
  });

  it('a task in no lane is the owner’s', async () => {
    expect((await assigned(graphWith({}))).assigneeId).toBe(ada);
  });

  it('lane manager is the owner’s manager, or all managers when there is none', async () => {
    expect((await assigned(graphWith({ lane: 'manager' }))).assigneeId).toBe(mia);
    expect(await assigned(graphWith({ lane: 'manager' }), { ownerId: mia })).toEqual(MANAGERS);
  });

  it('another lane is a group’s, or the managers’ while the group is empty', async () => {
    expect(await assigned(graphWith({ lane: 'legal' }))).toEqual(MANAGERS);
    expect(sales.fallbacks).toEqual(['the group "legal" has no active members']);
    await sales.person('Lex', { groups: ['legal'] });
    expect(await assigned(graphWith({ lane: 'legal' }))).toEqual({ assigneeId: null, candidates: ['g:legal'] });
  });

  it('an owner who has left leaves the work to their manager', async () => {
    await updatePerson(sales, { id: ada, changes: { active: false }, actorId: null });
    expect((await assigned(graphWith({ lane: 'owner' }))).assigneeId).toBe(mia);
    await updatePerson(sales, { id: mia, changes: { active: false }, actorId: null });
    expect(await assigned(graphWith({ lane: 'owner' }))).toEqual(MANAGERS);
  });

  it('no owner at all: the managers', async () => {
    expect(await assigned(graphWith({ lane: 'owner' }), {})).toEqual(MANAGERS);
  });

  it('rule person finds the e-mail address, whatever its case', async () => {
    expect((await assigned(rule('person', 'ADA@example.com'))).assigneeId).toBe(ada);
    expect(await assigned(rule('person', 'nobody@example.com'))).toEqual(MANAGERS);
  });

  it('rule roundRobin gives each member their turn', async () => {
    const one = await sales.person('One', { groups: ['desk'] });
    const two = await sales.person('Two', { groups: ['desk'] });
    expect(await assigned(rule('roundRobin', 'desk'))).toEqual({ assigneeId: one, candidates: ['g:desk'] });
    await giveTask(one);
    expect((await assigned(rule('roundRobin', 'desk'))).assigneeId).toBe(two);
    await giveTask(two);
    expect((await assigned(rule('roundRobin', 'desk'))).assigneeId).toBe(one);
  });

  it('rule leastLoaded gives it to who has the fewest open tasks', async () => {
    const one = await sales.person('One', { groups: ['desk'] });
    const two = await sales.person('Two', { groups: ['desk'] });
    await giveTask(one);
    expect((await assigned(rule('leastLoaded', 'desk'))).assigneeId).toBe(two);
    expect(await assigned(rule('leastLoaded', 'nobody'))).toEqual(MANAGERS);
  });

  it('rule expression may give an e-mail address or a group', async () => {
    await sales.person('Lex', { groups: ['legal'] });
    expect((await assigned(rule('expression', '"ada@example.com"'))).assigneeId).toBe(ada);
    expect((await assigned(rule('expression', 'team'), { team: 'legal' })).candidates).toEqual(['g:legal']);
    expect(await assigned(rule('expression', '1 +'))).toEqual(MANAGERS);
    expect(await assigned(rule('expression', '42'))).toEqual(MANAGERS);
  });

  /** An open task at the node, of some instance. */
  async function giveTask(assigneeId: string): Promise<void> {
    await sales.rows(
      `with m as (insert into model (id, process_id, name, draft_xml, created_at, updated_at)
         values ('m', 'process', 'm', '', now(), now()) on conflict do nothing),
       v as (insert into deployment (id, model_id, process_id, version, xml, note, deployed_at)
         values ('v', 'm', 'process', 1, '', '', now()) on conflict do nothing),
       i as (insert into instance (id, deployment_id, process_id, status, state, revision, started_at)
         values ('i', 'v', 'process', 'active', '{}', 1, now()) on conflict do nothing)
       insert into open_task (id, instance_id, token, deployment_id, process_id, node_id, assignee_id, created_at)
       select $1, 'i', 1, 'v', 'process', 'work', $2, now()`,
      [sales.newId(), assigneeId],
    );
  }
});
