/**
 * Where a database is: a folder of the embedded one, or a PostgreSQL connection string, and when a silent connection is
 * asked after (see `StoreOptions.silentMs`).
 */
export type Place = { readonly folder: string } | { readonly url: string; readonly silentMs?: number };
