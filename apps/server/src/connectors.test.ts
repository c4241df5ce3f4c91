import { query } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { connectors } from './connectors.ts';

eachDatabase('the notify connector', (open) => {
  it('leaves one note, however often it is tried, and refuses one that says nothing', async () => {
    const store = await open();
    const em = () => store.em();
    const { notify } = connectors({ em, now: () => 0, log: pino({ level: 'silent' }) });
    const request = { idempotencyKey: 'i:7', instanceId: 'i', input: { to: 'manager', message: '已等待 8 小时' } };
    await notify?.(request);
    await notify?.(request);
    expect(await query(em(), `select subject_id, after from audit where action = 'instance.notify'`)).toEqual([
      { subject_id: 'i', after: { to: 'manager', message: '已等待 8 小时' } },
    ]);
    await expect(notify?.({ ...request, input: { to: 'manager', message: null } })).rejects.toThrow('message');
  });
});
