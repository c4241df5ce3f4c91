import { DatabaseError, DealwrightError } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { expect, test } from 'vitest';
import { AttemptFailed } from '../errors/AttemptFailed.ts';
import type { Connector } from '../Runtime.ts';
import { flows, model } from '../testing/model.ts';
import { openRuntime } from '../testing/openRuntime.ts';
import { JobFault } from './JobFault.ts';

const xml = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="call">
      <bpmn:extensionElements>
        <dw:connector type="crm" retries="1" backoff="PT1M"><dw:input name="text" value="=&quot;n&quot;" /></dw:connector>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:endEvent id="end" />
    ${flows('start>call>end')}`,
  { id: 'calls' },
);
const text = { en: 'no', zh: '不' };

eachDatabase('attempts of a connector', (open) => {
  const begin = async (crm: Connector) => {
    const t = await openRuntime(await open(), { connectors: { crm } });
    await t.runtime.deploy({ xml, note: '', actorId: null });
    await t.runtime.start({ processId: 'calls', variables: {}, actorId: null });
    return t;
  };

  test.each([
    ['is kept', 90_000, 90_000],
    ['is never longer than an hour', 9e9, 3_600_000],
    ['is no reason to try sooner', 1, 60_000],
  ])('a pause that the other side asks for %s', async (_, asked, kept) => {
    const t = await begin(() => Promise.reject(new AttemptFailed('busy', text, asked)));
    await t.runtime.runDueJobs();
    expect(await t.runtime.nextDue()).toBe(t.clock + kept);
  });

  test('after the last attempt the incident says what the connector said, in both languages', async () => {
    const t = await begin(() => Promise.reject(new AttemptFailed('busy', text)));
    await t.runtime.runDueJobs();
    expect(await t.rows('select code from incident')).toEqual([]);
    t.clock += 60_000;
    await t.runtime.runDueJobs();
    expect(await t.rows('select code, message from incident')).toEqual([{ code: 'busy', message: text }]);
  });

  test('an attempt that the database was not there for does not count', async () => {
    const outages = [
      new DatabaseError('could not extend file', '53100', null),
      new DealwrightError('database-unreachable', text),
    ];
    const t = await begin(() => Promise.reject(outages.pop() ?? new AttemptFailed('busy', text)));
    for (let outage = 0; outage < 2; outage++) {
      await t.runtime.runDueJobs();
      expect(await t.runtime.nextDue()).toBe(t.clock + 5_000);
      t.clock += 5_000;
    }
    // the first of two that count
    await t.runtime.runDueJobs();
    expect(await t.runtime.nextDue()).toBe(t.clock + 60_000);
    expect(await t.rows('select code from incident')).toEqual([]);
  });

  test('what no repetition can help is an incident at once', async () => {
    const t = await begin(() => Promise.reject(new JobFault('refused', text)));
    await t.runtime.runDueJobs();
    expect(await t.rows('select code, message from incident')).toEqual([{ code: 'refused', message: text }]);
  });

  test('a connector is told what the drawing says of it', async () => {
    const drawings: unknown[] = [];
    const t = await begin(async (_, drawn) => {
      drawings.push(drawn);
      return {};
    });
    await t.runtime.runDueJobs();
    expect(drawings).toMatchObject([{ type: 'crm', retries: 1, inputs: [{ name: 'text', value: '"n"' }] }]);
  });
});
