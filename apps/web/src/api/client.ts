import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import type { Procedures } from './Procedures.ts';
import { csrfToken } from './csrfToken.ts';

const url = '/trpc';

/**
 * The server. Calls of one tick travel together; a changing call carries the session's CSRF token; live changes come
 * over one event stream.
 */
export const api: Procedures = createTRPCClient({
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
}) as unknown as Procedures; // The proxy has every path; `Procedures` says which of them the contract allows.
