/** Where a database is: a folder of the embedded one, or a PostgreSQL connection string. */
export type Place = { readonly folder: string } | { readonly url: string };
