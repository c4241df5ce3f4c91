import type { JsonObject } from '@dealwright/engine';
import { type EntityManager, queryOne } from '@dealwright/store';

/** A deal's facts as they stand in its row. */
export interface DealFacts {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly accountId: string | null;
  readonly productId: string | null;
  readonly value: number | null;
  readonly currency: string;
  /** YYYY-MM-DD */
  readonly expectedCloseOn: string | null;
  readonly nextStep: string | null;
}

/** What the ids among the facts are called. */
export interface DealNames {
  readonly ownerName: string | null;
  readonly accountName: string | null;
  readonly productName: string | null;
  readonly listPrice: number | null;
}

/**
 * The variables by which a process sees its deal: conditions and rules may use each of them. The value is `amount`,
 * and `deal_value` too, the key under which forms write it.
 */
export function variablesOf(deal: DealFacts, names: DealNames): JsonObject {
  return {
    dealId: deal.id,
    dealName: deal.name,
    ownerId: deal.ownerId,
    ownerName: names.ownerName,
    accountName: names.accountName,
    productName: names.productName,
    listPrice: names.listPrice,
    currency: deal.currency,
    amount: deal.value,
    deal_value: deal.value,
    deal_expected_close: deal.expectedCloseOn,
    deal_next_step: deal.nextStep,
  };
}

/** The same, with the names looked up. */
export async function dealVariables(em: EntityManager, deal: DealFacts): Promise<JsonObject> {
  const names = await queryOne<DealNames>(
    em,
    `select (select name from account where id = $1) as "accountName", p.name as "productName",
            p.list_price as "listPrice", (select name from person where id = $3) as "ownerName"
     from (select 1) one left join product p on p.id = $2`,
    [deal.accountId, deal.productId, deal.ownerId],
  );
  return variablesOf(deal, names ?? { ownerName: null, accountName: null, productName: null, listPrice: null });
}
