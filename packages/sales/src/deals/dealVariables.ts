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

/**
 * The variables by which a process sees its deal: conditions and rules may use each of them. The value is `amount`,
 * and `deal_value` too, the key under which forms write it.
 */
export async function dealVariables(em: EntityManager, deal: DealFacts): Promise<JsonObject> {
  const names = await queryOne<{
    account: string | null;
    product: string | null;
    listPrice: number | null;
    owner: string;
  }>(
    em,
    `select (select name from account where id = $1) as account, p.name as product, p.list_price as "listPrice",
            (select name from person where id = $3) as owner
     from (select 1) one left join product p on p.id = $2`,
    [deal.accountId, deal.productId, deal.ownerId],
  );
  return {
    dealId: deal.id,
    dealName: deal.name,
    ownerId: deal.ownerId,
    ownerName: names?.owner ?? null,
    accountName: names?.account ?? null,
    productName: names?.product ?? null,
    listPrice: names?.listPrice ?? null,
    currency: deal.currency,
    amount: deal.value,
    deal_value: deal.value,
    deal_expected_close: deal.expectedCloseOn,
    deal_next_step: deal.nextStep,
  };
}
