import { DealwrightError } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { expect, test } from 'vitest';
import { flows, model } from '../testing/model.ts';
import { openRuntime } from '../testing/openRuntime.ts';

const caller = model(
  `<bpmn:startEvent id="start" /><bpmn:callActivity id="call" calledElement="called" /><bpmn:endEvent id="end" />
   ${flows('start>call>end')}`,
  { id: 'caller' },
);
const called = model(
  `<bpmn:startEvent id="start" /><bpmn:userTask id="inside" /><bpmn:endEvent id="end" />${flows('start>inside>end')}`,
  { id: 'called' },
);

eachDatabase('what follows from a command', (open) => {
  test('is done later, when the database went away after it was begun and not even that could be noted', async () => {
    const store = await open();
    // the command and the claim of what follows from it
    let left = Infinity;
    const em = () => {
      if (left-- > 0) return store.em();
      throw new DealwrightError('database-unreachable', { en: 'away', zh: '不在' });
    };
    const t = await openRuntime(store, { em });
    for (const xml of [called, caller]) await t.runtime.deploy({ xml, note: '', actorId: null });
    left = 2;
    await t.runtime.start({ processId: 'caller', variables: {}, actorId: 'ann' });
    expect(left).toBeLessThan(0);
    left = Infinity;
    expect(await t.openTasks('inside')).toEqual([]);
    await t.runtime.runDueJobs();
    expect(await t.openTasks('inside')).toHaveLength(1);
  });
});
