import type { Pool } from 'pg';

const names = new Map<string, string>();

/**
 * Marks a statement to be parsed and planned once per connection to PostgreSQL, wherever `query` runs it. For constant
 * texts that run often and are best served by one plan, whatever their parameters: a statement with filters that may
 * be absent is not.
 */
export function prepared(sql: string): string {
  if (!names.has(sql)) names.set(sql, `dw_${names.size}`);
  return sql;
}

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown;

/** Lets the connections of a pool name the statements that were marked by `prepared`. */
export function prepareStatements(pool: Pool): void {
  // the pool makes its connections by this class; its types do not say so
  const holder = pool as unknown as { Client: new (...options: unknown[]) => { query: Query } };
  const Plain = holder.Client;
  holder.Client = class extends Plain {
    constructor(...options: unknown[]) {
      super(...options);
      const plain: Query = this.query.bind(this);
      this.query = (text, values, callback) => {
        const name = typeof text === 'string' && Array.isArray(values) ? names.get(text) : undefined;
        return name === undefined ? plain(text, values, callback) : plain({ name, text, values }, callback);
      };
    }
  };
}
