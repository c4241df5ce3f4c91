import type { TestProject } from 'vitest/node';
import { makePostgresServer } from './postgresServer.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** a PostgreSQL server that tests may make databases on; every test makes its own */
    postgresUrl: string;
  }
}

/** Gives every test file a PostgreSQL: the one `DATABASE_URL` names, else real binaries from npm on a free port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    return async () => {};
  }
  const server = await makePostgresServer();
  await server.start();
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await server.remove();
  };
}
