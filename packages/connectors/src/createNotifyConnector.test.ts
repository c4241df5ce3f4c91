import { JobFault } from '@dealwright/runtime';
import { query } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { expect, it } from 'vitest';
import { createNotifyConnector } from './createNotifyConnector.ts';

const drawn = { type: 'notify', retries: 3, backoff: 'PT1M', inputs: [], outputs: [] };

eachDatabase('the notify connector', (open) => {
  it('leaves one note, however often it is tried, and refuses one that says nothing', async () => {
    const store = await open();
    const em = () => store.em();
    const notify = createNotifyConnector({ em, now: () => 0 });
    const request = { idempotencyKey: 'i:7', instanceId: 'i', input: { to: 'manager', message: '已等待 8 小时' } };
    await notify(request, drawn);
    await notify(request, drawn);
    expect(await query(em(), `select subject_id, after from audit where action = 'instance.notify'`)).toEqual([
      { subject_id: 'i', after: { to: 'manager', message: '已等待 8 小时' } },
    ]);
    const empty = notify({ ...request, input: { to: 'manager', message: null } }, drawn);
    await expect(empty).rejects.toThrow('message');
    await expect(empty).rejects.toBeInstanceOf(JobFault);
  });
});
