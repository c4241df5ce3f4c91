/** Whose deals somebody may see. Decided once per request (`visibleOwners`), handed to every query. */
export type DealScope = { readonly kind: 'all' } | { readonly kind: 'owners'; readonly ownerIds: readonly string[] };

/** The owners as a query parameter: null means everybody's. */
export function ownersOf(scope: DealScope): readonly string[] | null {
  return scope.kind === 'all' ? null : scope.ownerIds;
}

/** The part of `scope` that belongs to one owner: for a filter that must never widen what may be seen. */
export function narrow(scope: DealScope, ownerId: string | undefined): DealScope {
  if (ownerId === undefined) return scope;
  const allowed = scope.kind === 'all' || scope.ownerIds.includes(ownerId);
  return { kind: 'owners', ownerIds: allowed ? [ownerId] : [] };
}
