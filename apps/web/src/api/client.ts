import type { AppRouter } from '@dealwright/api';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { csrfToken } from './csrfToken.ts';

const url = '/trpc';

/**
 * The server, typed by its own router. Calls of one tick travel together; a changing call carries the session's CSRF
 * token; live changes come over one event stream.
 */
export const api = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: httpBatchLink({
        url,
        maxURLLength: 4000,
        headers: () => {
          const token = csrfToken();
          return token === null ? {} : { 'x-dealwright-csrf': token };
        },
      }),
    }),
  ],
});
