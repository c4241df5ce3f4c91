/** What has become of a deal. Never typed by anybody: it follows from where the process instance ended. */
export const DEAL_STATUSES = ['open', 'won', 'lost', 'ended'] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

/**
 * From the instance: open while it is active, then what the end event reached says. "disqualified" and any other word,
 * a cancelled and a failed instance are "ended": they count as neither won nor lost.
 */
export function dealStatus(instance: { readonly status: string; readonly outcome: string | null }): DealStatus {
  if (instance.status === 'active') return 'open';
  if (instance.status === 'cancelled' || instance.status === 'failed') return 'ended';
  return instance.outcome === 'won' || instance.outcome === 'lost' ? instance.outcome : 'ended';
}

/** The same rule in SQL, over an instance under the alias `i`. */
export const DEAL_STATUS_SQL = `case
  when i.status = 'active' then 'open'
  when i.status in ('cancelled', 'failed') then 'ended'
  when i.outcome in ('won', 'lost') then i.outcome
  else 'ended' end`;
