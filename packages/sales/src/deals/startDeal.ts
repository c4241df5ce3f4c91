import { type EntityManager, query, queryOne } from '@dealwright/store';
import type { DealDeps } from '../SalesDeps.ts';
import { SalesError } from '../SalesError.ts';
import { writeAudit } from '../writeAudit.ts';
import { dealVariables, type DealFacts } from './dealVariables.ts';
import { settleDeal } from './settleDeal.ts';

export interface StartDealRequest {
  readonly processId: string;
  readonly name: string;
  readonly accountId: string | null;
  /** a new account, or the one of that name, when no id is given */
  readonly accountName: string | null;
  readonly productId: string | null;
  readonly ownerId: string;
  readonly value: number | null;
  /** ISO 4217 */
  readonly currency: string;
  /** YYYY-MM-DD */
  readonly expectedCloseOn: string | null;
  readonly actorId: string;
  /** sent again with the same id, it starts nothing and answers the same */
  readonly commandId: string;
}

/**
 * Starts a process instance and makes the deal that it drives, both in one transaction. A demo person's deal is demo
 * data too, and goes with it. Throws `owner-unknown`,
 * `account-unknown`, `product-unknown`, and what `Runtime.start` throws.
 */
export async function startDeal(
  deps: DealDeps,
  request: StartDealRequest,
): Promise<{ id: string; instanceId: string }> {
  const em = deps.em();
  await checkReferences(em, request);
  const facts: DealFacts = { ...request, id: deps.newId(), nextStep: null };
  const variables = await dealVariables(em, facts);
  const { instanceId } = await deps.runtime.start({
    processId: request.processId,
    variables: request.accountName === null ? variables : { ...variables, accountName: request.accountName },
    actorId: request.actorId,
    commandId: request.commandId,
    within: (inside, id) => insertDeal(inside, deps, request, facts, id),
  });
  const deal = await queryOne<{ id: string }>(deps.em(), `select id from deal where instance_id = $1`, [instanceId]);
  if (!deal) throw new Error(`the instance ${instanceId} was started without its deal`);
  return { id: deal.id, instanceId };
}

async function insertDeal(
  em: EntityManager,
  deps: DealDeps,
  request: StartDealRequest,
  facts: DealFacts,
  instanceId: string,
): Promise<void> {
  const at = new Date(deps.now());
  const accountId = request.accountId ?? (await accountNamed(em, deps, request));
  await query(
    em,
    `insert into deal (id, name, account_id, product_id, owner_id, instance_id, value, currency, expected_close_on,
                       created_at, updated_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, (select demo from person where id = $5))`,
    [
      facts.id,
      facts.name,
      accountId,
      facts.productId,
      facts.ownerId,
      instanceId,
      facts.value,
      facts.currency,
      facts.expectedCloseOn,
      at,
    ],
  );
  await settleDeal(em, instanceId);
  const { name, productId, ownerId, value, currency, expectedCloseOn } = facts;
  await writeAudit(em, deps, {
    actorId: request.actorId,
    action: 'deal.start',
    subjectType: 'deal',
    subjectId: facts.id,
    before: null,
    after: { name, accountId, productId, ownerId, value, currency, expectedCloseOn },
  });
}

async function accountNamed(em: EntityManager, deps: DealDeps, request: StartDealRequest): Promise<string | null> {
  if (request.accountName === null) return null;
  const id = deps.newId();
  const made = await queryOne<{ id: string }>(
    em,
    `insert into account (id, name, created_at) values ($1, $2, $3) on conflict (name) do nothing returning id`,
    [id, request.accountName, new Date(deps.now())],
  );
  if (made) {
    await writeAudit(em, deps, {
      actorId: request.actorId,
      action: 'account.create',
      subjectType: 'account',
      subjectId: id,
      before: null,
      after: { name: request.accountName },
    });
    return id;
  }
  const known = await queryOne<{ id: string }>(em, `select id from account where name = $1`, [request.accountName]);
  return known?.id ?? null;
}

/** Read before the start, so that a wrong id is told as what it is instead of as a broken foreign key. */
export async function checkReferences(
  em: EntityManager,
  refs: {
    readonly ownerId?: string | undefined;
    readonly accountId?: string | null | undefined;
    readonly productId?: string | null | undefined;
  },
): Promise<void> {
  const found = await queryOne<{ owner: boolean; account: boolean; product: boolean }>(
    em,
    `select exists(select 1 from person where id = $1 and active and roles && '{rep,manager}') as owner,
            exists(select 1 from account where id = $2) as account,
            exists(select 1 from product where id = $3) as product`,
    [refs.ownerId ?? null, refs.accountId ?? null, refs.productId ?? null],
  );
  if (refs.ownerId !== undefined && !found?.owner)
    throw unknownReference(
      'owner-unknown',
      'ownerId',
      'The owner is not an active person who sells.',
      '负责人须为在职的销售或经理。',
    );
  if (refs.accountId && !found?.account)
    throw unknownReference('account-unknown', 'accountId', 'There is no such account.', '找不到所选客户。');
  if (refs.productId && !found?.product)
    throw unknownReference('product-unknown', 'productId', 'There is no such product.', '找不到所选产品。');
}

function unknownReference(code: string, field: string, en: string, zh: string): SalesError {
  return new SalesError(code, { en, zh }, { place: { field } });
}
