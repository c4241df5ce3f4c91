import { setImmediate } from 'node:timers/promises';
import type { ProcessGraph } from '@dealwright/bpmn';
import { commit, type EntityManager, query, transaction } from '@dealwright/store';
import { variablesOf } from '../../deals/dealVariables.ts';
import type { CrmExport, PipelineRow } from '../CrmExport.ts';
import type { ImportDeps } from '../ImportDeps.ts';
import type { CheckedMapping } from '../mapping.ts';
import { externalKey } from './externalKey.ts';
import type { ProductRef } from './importCatalogue.ts';
import { type DealToPlan, dealTimes, planDeal } from './planDeal.ts';
import type { Facts, Tally } from './Tally.ts';

/** Deals that are planned and then committed together, in one transaction. */
export const BATCH = 200;

export interface DealImport {
  readonly data: CrmExport;
  readonly process: { readonly graph: ProcessGraph; readonly deploymentId: string; readonly mapping: CheckedMapping };
  readonly people: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, ProductRef>;
  readonly actorId: string | null;
  readonly tally: Tally;
  /** in the batch's transaction, so that what is told as done is done */
  readonly onBatch: (em: EntityManager, done: number) => Promise<void>;
  /** told once the batch is committed */
  readonly onCommitted: (done: number) => void;
}

/**
 * Makes a deal and its process instance of every row, batch by batch, each batch wholly or not at all. A row imported
 * before is compared with what it said then and left alone, so a run that failed half-way can simply be run again.
 */
export async function importDeals(deps: ImportDeps, request: DealImport): Promise<void> {
  const rows = request.data.pipeline;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await transaction(deps.em(), async (em) => {
      const fresh = await freshRows(em, batch, request.tally);
      const deals = fresh.map((row) => dealOf(deps, request, row));
      const plans = [];
      for (const deal of deals) plans.push(await planDeal(em, deps, request.process, deal.toPlan));
      await commit(em, plans);
      await insertDeals(em, deps, deals);
      request.tally.created += deals.length;
      await request.onBatch(em, from + batch.length);
    });
    request.onCommitted(from + batch.length);
    // PGlite answers without ever leaving this turn of the event loop: a server would answer nobody else until the end
    await setImmediate();
  }
}

/** The facts of a row by which a later import tells whether the file has changed. */
function sourceOf(row: PipelineRow) {
  const { opportunityId, agent, product, account, stage, engageDate, closeDate, closeValue } = row;
  return { opportunityId, agent, product, account, stage, engageDate, closeDate, closeValue };
}

async function freshRows(em: EntityManager, batch: readonly PipelineRow[], tally: Tally): Promise<PipelineRow[]> {
  const found = await query<{ key: string; source: Facts | null }>(
    em,
    `select external_key as key, fields->'source' as source from deal where external_key = any($1::text[])`,
    [batch.map((row) => externalKey.deal(row.key))],
  );
  const known = new Map(found.map((row) => [row.key, row.source ?? {}]));
  return batch.filter((row) => {
    const was = known.get(externalKey.deal(row.key));
    if (was) tally.compare(row, row.key, was, sourceOf(row));
    return was === undefined;
  });
}

interface PlannedDeal {
  readonly toPlan: DealToPlan;
  readonly record: object;
}

function dealOf(deps: ImportDeps, request: DealImport, row: PipelineRow): PlannedDeal {
  const closed = request.process.mapping.target.get(row.stage)?.kind !== 'live';
  const times = dealTimes(row, closed, deps.now());
  const product = request.products.get(row.product ?? '') ?? null;
  const facts = {
    id: deps.newId(),
    name: [row.account ?? row.opportunityId, product?.name ?? row.product].filter((part) => part !== null).join(' · '),
    ownerId: ownerOf(request, row),
    accountId: request.accounts.get(row.account ?? '') ?? null,
    productId: product?.id ?? null,
    value: row.closeValue,
    currency: 'USD',
    expectedCloseOn: null,
    nextStep: null,
  };
  const instanceId = deps.newId();
  const importedAt = new Date(deps.now()).toISOString();
  return {
    toPlan: {
      row,
      instanceId,
      ownerId: facts.ownerId,
      times,
      variables: variablesOf(facts, {
        ownerName: row.agent,
        accountName: row.account,
        productName: product?.name ?? null,
        listPrice: product?.listPrice ?? null,
      }),
      audit: {
        id: deps.newId(),
        at: importedAt,
        actorId: request.actorId,
        action: 'deal.import',
        subjectType: 'deal',
        subjectId: facts.id,
        before: null,
        after: { ...sourceOf(row), file: row.file, line: row.line },
      },
    },
    record: {
      ...facts,
      instanceId,
      closeValue: closed ? row.closeValue : null,
      closedAt: times.closedAt === null ? null : new Date(times.closedAt).toISOString(),
      fields: { source: { ...sourceOf(row), file: row.file, line: row.line } },
      key: externalKey.deal(row.key),
      createdAt: new Date(times.startedAt).toISOString(),
    },
  };
}

function ownerOf(request: DealImport, row: PipelineRow): string {
  const owner = request.people.get(row.agent);
  if (owner === undefined) throw new Error(`${row.file}, line ${row.line}: the agent was not imported`);
  return owner;
}

async function insertDeals(em: EntityManager, deps: ImportDeps, deals: readonly PlannedDeal[]): Promise<void> {
  if (deals.length === 0) return;
  await query(
    em,
    `insert into deal (id, name, account_id, product_id, owner_id, instance_id, value, currency, close_value, closed_at,
                       fields, external_key, created_at, updated_at)
     select id, name, "accountId", "productId", "ownerId", "instanceId", value, currency, "closeValue", "closedAt",
            fields, key, "createdAt", $2
     from jsonb_to_recordset($1::jsonb) as r(id text, name text, "accountId" text, "productId" text, "ownerId" text,
       "instanceId" text, value numeric, currency text, "closeValue" numeric, "closedAt" timestamptz, fields jsonb,
       key text, "createdAt" timestamptz)`,
    [JSON.stringify(deals.map((deal) => deal.record)), new Date(deps.now())],
  );
}
