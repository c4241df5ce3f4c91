import { QueryCache, QueryClient } from '@tanstack/solid-query';
import { isProblem, problemOf } from './ApiProblem.ts';

let onSignedOut: () => void = () => {};

/** Hears that the session has ended on the server (expired, signed out elsewhere, switched off by an admin). */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** One cache for all screens. A refusal is final; only an unanswered call is tried again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isProblem(error, 'not-signed-in')) onSignedOut();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => problemOf(error) === null && failures < 2,
    },
    mutations: { retry: false },
  },
});
