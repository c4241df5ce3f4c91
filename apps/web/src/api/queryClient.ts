import { QueryClient } from '@tanstack/solid-query';
import { problemOf } from './ApiProblem.ts';

/** One cache for all screens. A refusal is final; only an unanswered call is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => problemOf(error) === null && failures < 2,
    },
    mutations: { retry: false },
  },
});
