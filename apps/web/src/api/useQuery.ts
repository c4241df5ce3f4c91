import { useInfiniteQuery as infiniteQuery, useQuery as query } from '@tanstack/solid-query';

/**
 * The library's `useQuery` and `useInfiniteQuery`, whose `data` never suspends the page. Theirs does while a query is
 * first asked for, and, once it was read from the cache at mounting, at any later refetch too: the whole screen is taken
 * out of the page for a moment and put back, and what had the focus has lost it. Here data that is not there yet is
 * `undefined`, and stays what it was while it is asked for anew.
 */
export const useQuery = ((...args: Parameters<typeof query>) => withoutSuspense(query(...args))) as typeof query;

export const useInfiniteQuery = ((...args: Parameters<typeof infiniteQuery>) =>
  withoutSuspense(infiniteQuery(...args))) as typeof infiniteQuery;

function withoutSuspense<Result extends object>(result: Result): Result {
  return new Proxy(result, {
    get(target, name) {
      // `in` and the property's getter ask the store beneath, and are tracked as any reading of it
      if (name !== 'data') return Reflect.get(target, name) as unknown;
      if (!('data' in target)) return undefined;
      return Object.getOwnPropertyDescriptor(target, 'data')?.get?.() as unknown;
    },
  });
}
