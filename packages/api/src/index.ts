/**
 * What a client needs: the router's type and the contract. Safe for a browser. The server's side of this package is
 * `@dealwright/api/server`.
 */
export type { AppRouter } from './router.ts';
export * from './contract/index.ts';
