import { query } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { expect, it } from 'vitest';
import { createTestPlatform } from '../testing/testPlatform.ts';
import { endInterruptedImports } from './endInterruptedImports.ts';

eachDatabase('imports at start', (open, kind) => {
  it('ends those whose server is gone, and leaves one that another server may be running', async () => {
    const platform = createTestPlatform(await open());
    const started = (minutesAgo: number) => new Date(platform.time - minutesAgo * 60_000);
    for (const [id, minutesAgo, status] of [
      ['old', 90, 'running'],
      ['new', 5, 'running'],
      ['done', 5, 'done'],
    ] as const)
      await query(platform.em(), `insert into import_run (id, kind, status, started_at) values ($1, 'crm', $2, $3)`, [
        id,
        status,
        started(minutesAgo),
      ]);
    await endInterruptedImports(platform);
    const rows = await query(platform.em(), 'select id, status from import_run order by id');
    expect(rows).toEqual([
      { id: 'done', status: 'done' },
      { id: 'new', status: kind === 'pglite' ? 'failed' : 'running' },
      { id: 'old', status: 'failed' },
    ]);
  });
});
