import type { ProcessGraph } from '@dealwright/bpmn';
import { createPlanner, type TaskAssignment } from '@dealwright/runtime';
import {
  commit,
  type CommitPlan,
  type EntityManager,
  latestDeploymentId,
  query,
  queryOne,
  transaction,
} from '@dealwright/store';
import { settleDeal } from '../deals/settleDeal.ts';
import { variablesOf } from '../deals/dealVariables.ts';
import type { ImportDeps } from '../import/ImportDeps.ts';
import { SalesError } from '../SalesError.ts';
import { writeAudit } from '../writeAudit.ts';
import { DEMO_ACCOUNTS, DEMO_PRODUCTS } from './cast.ts';
import { FAST_SALE_STORY } from './fastSaleStory.ts';
import { type DemoPeople, insertPeople } from './insertPeople.ts';
import { playDeal } from './playDeal.ts';
import { chance, pick, type Random } from './random.ts';
import { script, type ScriptedDeal } from './script.ts';
import { STANDARD_SALE_STORY } from './standardSaleStory.ts';

export interface DemoDeps extends ImportDeps {
  readonly random: Random;
}

/** Process ids that the demo plays; both must be deployed. */
export const DEMO_PROCESSES = { standard: 'standard_sale', fast: 'inbound_fast_sale' } as const;

interface Stage {
  readonly graph: ProcessGraph;
  readonly deploymentId: string;
}

/**
 * Loads a small team and about sixty deals of the past year, all marked `demo`, in one transaction. The deals are
 * played through the real executor with forms filled in, so that every KPI has figures; one step is a planted
 * bottleneck. The team reports to `actorId`, who can therefore see it. Throws `demo-loaded` when it is there already
 * and `process-not-deployed`.
 */
export async function loadDemo(
  deps: DemoDeps,
  request: { readonly actorId: string | null; readonly passwordHash?: string | null },
): Promise<{ readonly people: number; readonly deals: number }> {
  const stages = {
    standard: await stageOf(deps, DEMO_PROCESSES.standard),
    fast: await stageOf(deps, DEMO_PROCESSES.fast),
  };
  return transaction(deps.em(), async (em) => {
    // two at once: the second waits, and is then told that it is there
    await query(em, `select pg_advisory_xact_lock(hashtext('demo'))`);
    const there = await queryOne(em, `select id from person where demo limit 1`);
    if (there) throw new SalesError('demo-loaded', { en: 'The demo data is there already.', zh: '演示数据已加载。' });
    const people = await insertPeople(em, deps, request.actorId, request.passwordHash ?? null);
    const accounts = await insertAccounts(em, deps);
    const products = await insertProducts(em, deps);
    const deals = script(deps.random, deps.now());
    const played: PlayedDeal[] = [];
    for (const deal of deals)
      played.push(await play(em, deps, { deal, stage: stages[deal.process], people, accounts, products }));
    await commit(
      em,
      played.map(({ plan }) => plan),
    );
    await insertDeals(em, deps, played);
    for (const { plan } of played) await settleDeal(em, plan.instance.id);
    await writeAudit(em, deps, {
      actorId: request.actorId,
      action: 'demo.load',
      subjectType: 'demo',
      subjectId: 'demo',
      before: null,
      after: { people: people.count, deals: deals.length },
    });
    return { people: people.count, deals: deals.length };
  });
}

async function stageOf(deps: DemoDeps, processId: string): Promise<Stage> {
  const deploymentId = await latestDeploymentId(deps.em(), processId);
  if (deploymentId === null)
    throw new SalesError(
      'process-not-deployed',
      {
        en: `The process "${processId}" is not deployed. Deploy the template first.`,
        zh: `流程“${processId}”尚未发布，请先发布对应模板。`,
      },
      { details: { processId } },
    );
  return { graph: await deps.graph(deploymentId), deploymentId };
}

interface PlayedDeal {
  readonly plan: CommitPlan;
  readonly record: object;
}
interface Product {
  readonly id: string;
  readonly name: string;
  readonly listPrice: number;
}

async function play(
  em: EntityManager,
  deps: DemoDeps,
  with_: {
    readonly deal: ScriptedDeal;
    readonly stage: Stage;
    readonly people: DemoPeople;
    readonly accounts: readonly { readonly id: string; readonly name: string }[];
    readonly products: readonly [Product, ...Product[]];
  },
): Promise<PlayedDeal> {
  const { deal, stage, people } = with_;
  const { graph, deploymentId } = stage;
  const { random, newId, evaluator } = deps;
  const account = with_.accounts[Math.floor(random() * with_.accounts.length)] ?? null;
  const product = deal.process === 'fast' ? with_.products[0] : pick(random, with_.products);
  const owner = pick(random, people.reps);
  const facts = {
    id: newId(),
    name: `${account?.name ?? 'Demo'} · ${product.name.replace(' (demo)', '')}`,
    ownerId: owner.id,
    accountId: account?.id ?? null,
    productId: product.id,
    value: chance(random, 0.8) ? product.listPrice : null,
    currency: 'USD',
    expectedCloseOn: null,
    nextStep: null,
  };
  const instanceId = newId();
  const planner = createPlanner({ graph, deploymentId, instanceId, evaluator, newId });
  const names = { ownerName: owner.name, accountName: account?.name ?? null, productName: product.name };
  const variables = variablesOf(facts, { ...names, listPrice: product.listPrice });
  const laneOf = (nodeId: string) => graph.lanes[graph.nodes[graph.nodeIndex.get(nodeId) ?? -1]?.lane ?? -1]?.role;
  const entered = await playDeal({
    planner,
    story: deal.process === 'fast' ? FAST_SALE_STORY : STANDARD_SALE_STORY,
    scene: { random, listPrice: product.listPrice, fate: deal.fate, lostAt: deal.lostAt, heldAt: deal.heldAt },
    variables,
    startedAt: deal.startedAt,
    now: deps.now(),
    actorOf(nodeId) {
      const role = laneOf(nodeId);
      return role === 'manager' ? people.managerId : role === 'finance' ? people.financeId : owner.id;
    },
  });
  const assignments = new Map<number, TaskAssignment>();
  for (const { token, node, at } of planner.tasks)
    assignments.set(
      token,
      await deps.assign(em, { graph, node, instanceId, variables, at: new Date(at).toISOString() }),
    );
  const record = {
    ...facts,
    instanceId,
    value: entered['deal_value'] ?? facts.value,
    expectedCloseOn: entered['deal_expected_close'] ?? null,
    nextStep: entered['deal_next_step'] ?? null,
    lossReason: entered['loss_reason'] ?? null,
    createdAt: new Date(deal.startedAt).toISOString(),
  };
  return { plan: planner.plan({ assignments }), record };
}

async function insertAccounts(em: EntityManager, deps: DemoDeps): Promise<{ id: string; name: string }[]> {
  return query(
    em,
    // a real account of that name is used and stays unmarked
    `insert into account (id, name, demo, created_at) select id, name, true, $3
     from unnest($1::text[], $2::text[]) as r(id, name)
     on conflict (name) do update set name = excluded.name returning id, name`,
    [DEMO_ACCOUNTS.map(() => deps.newId()), [...DEMO_ACCOUNTS], new Date(deps.now())],
  );
}

async function insertProducts(em: EntityManager, deps: DemoDeps): Promise<[Product, ...Product[]]> {
  const rows = DEMO_PRODUCTS.map((product) => ({ ...product, id: deps.newId() }));
  const products = await query<Product>(
    em,
    `insert into product (id, name, series, list_price, demo) select id, name, series, "listPrice", true
     from jsonb_to_recordset($1::jsonb) as r(id text, name text, series text, "listPrice" numeric)
     on conflict (name) do update set name = excluded.name returning id, name, list_price as "listPrice"`,
    [JSON.stringify(rows)],
  );
  const [cheapest, ...others] = products.toSorted((a, b) => a.listPrice - b.listPrice);
  if (!cheapest) throw new Error('no product was made');
  return [cheapest, ...others];
}

async function insertDeals(em: EntityManager, deps: DemoDeps, played: readonly PlayedDeal[]): Promise<void> {
  await query(
    em,
    `insert into deal (id, name, account_id, product_id, owner_id, instance_id, value, currency, expected_close_on,
                       next_step, loss_reason, demo, created_at, updated_at)
     select id, name, "accountId", "productId", "ownerId", "instanceId", value, currency, "expectedCloseOn", "nextStep",
            "lossReason", true, "createdAt", $2
     from jsonb_to_recordset($1::jsonb) as r(id text, name text, "accountId" text, "productId" text, "ownerId" text,
       "instanceId" text, value numeric, currency text, "expectedCloseOn" date, "nextStep" text, "lossReason" text,
       "createdAt" timestamptz)`,
    [JSON.stringify(played.map(({ record }) => record)), new Date(deps.now())],
  );
}
