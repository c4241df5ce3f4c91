import { afterAll, beforeEach, expect, test } from 'vitest';
import { createEvaluator } from '../../../packages/expression/src/index.ts';
import { eachDatabase } from '../../../packages/store/src/testing/index.ts';
import { flows, processFile } from '../testing/model.ts';
import { DurableExecution } from './DurableExecution.ts';

/** A drawing that leaves open what it waits for; nothing of it happens by itself. */
const DRAWING = processFile(
  'p',
  `<startEvent id="s"/><userTask id="held"/><boundaryEvent id="b" attachedToRef="held" cancelActivity="false">
    <timerEventDefinition><timeCycle>R/P1000Y</timeCycle></timerEventDefinition></boundaryEvent>
  <intermediateCatchEvent id="c"><signalEventDefinition/></intermediateCatchEvent><endEvent id="e"/><endEvent id="x"/>
  ${flows('s > held', 'held > c', 'c > e', 'b > x')}`,
);

eachDatabase('a drawing played durably', (open) => {
  const evaluator = createEvaluator();
  let execution: DurableExecution;
  beforeEach(async () => {
    execution = new DurableExecution(await open(), evaluator, { held: new Set(['held']), drawings: true });
  });
  afterAll(() => evaluator.dispose());

  test('whatever waits at an element can be made to happen, as often as it waits', async () => {
    expect(await execution.deploy(DRAWING)).toBeNull();
    await execution.start('p', {});
    const happened: boolean[] = [];
    for (const element of ['b', 'b', 'held', 'b', 'c', 'e']) happened.push(await execution.trigger(element));
    expect(happened).toEqual([true, true, true, false, true, false]);
    const [instance] = await execution.instances();
    const left = instance?.events.flatMap(({ type, element }) => (type === 'leave' ? [element] : []));
    expect([instance?.status, left?.toSorted()]).toEqual(['completed', ['b', 'b', 'c', 'e', 'held', 's', 'x', 'x']]);
  });

  test('a model that runs, and does not only play, must be allowed', async () => {
    execution = new DurableExecution(await open(), evaluator, {});
    const refusal = await execution.deploy(DRAWING);
    expect(refusal?.message.en).not.toBe('');
  });

  test('a start that the executor refuses is noted', async () => {
    await execution.deploy(processFile('p', `<startEvent id="s"><signalEventDefinition/></startEvent>`));
    await execution.start('p', {});
    expect(await execution.instances()).toMatchObject([{ status: 'failed', incidents: [{ element: 'p' }] }]);
  });
});
