import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { file, flows, formal, processFile, timer } from '../testing/model.ts';
import { Restless } from './Execution.ts';
import { PureExecution } from './PureExecution.ts';

let execution: PureExecution;
beforeEach(() => {
  execution = new PureExecution();
});
afterEach(() => execution.close());

async function entered(): Promise<string[]> {
  const all = await execution.instances();
  return all.flatMap(({ events }) => events.flatMap(({ type, element }) => (type === 'enter' ? [element] : [])));
}

describe('many instances on the pure engine', () => {
  it('keeps a message that nobody waits for yet', async () => {
    await execution.deploy(
      file(`<message id="m" name="m"/>
        <process id="sender" isExecutable="true"><startEvent id="s"/><sendTask id="send" messageRef="m"/>${flows('s > send')}</process>
        <process id="receiver" isExecutable="true"><startEvent id="s2"/><receiveTask id="get" messageRef="m"/><task id="after"/>${flows('s2 > get', 'get > after')}</process>`),
    );
    await execution.start('sender', {});
    await execution.start('receiver', {});
    expect(await entered()).toContain('after');
  });

  it('runs a called process and hands its error to the caller', async () => {
    await execution.deploy(
      file(`<error id="err" name="err" errorCode="E1"/>
        <process id="outer" isExecutable="true"><startEvent id="s"/><callActivity id="call" calledElement="inner"/>
          <boundaryEvent id="caught" attachedToRef="call"><errorEventDefinition errorRef="err"/></boundaryEvent><endEvent id="e"/><endEvent id="x"/>
          ${flows('s > call', 'call > e', 'caught > x')}</process>
        <process id="inner" isExecutable="true"><startEvent id="s2"/><endEvent id="e2"><errorEventDefinition errorRef="err"/></endEvent>${flows('s2 > e2')}</process>`),
    );
    await execution.start('outer', {});
    expect(await entered()).toContain('x');
    expect(
      (await execution.instances()).map(({ processId, status, errorCode }) => [processId, status, errorCode]),
    ).toEqual([
      ['outer', 'completed', null],
      ['inner', 'failed', 'E1'],
    ]);
  });

  it('says that a called process is not there', async () => {
    await execution.deploy(
      processFile('p', `<startEvent id="s"/><callActivity id="call" calledElement="gone"/>${flows('s > call')}`),
    );
    await execution.start('p', {});
    const [instance] = await execution.instances();
    expect(instance?.incidents).toMatchObject([{ element: 'call', code: 'called-process-unknown' }]);
  });

  it('starts by a timer as often as its cycle says, and fires what falls due in its order', async () => {
    await execution.deploy(
      processFile(
        'p',
        `<startEvent id="s">${timer('timeCycle', 'R3/PT10S')}</startEvent><intermediateCatchEvent id="c">${timer('timeDuration', 'PT3S')}</intermediateCatchEvent>${flows('s > c')}`,
      ),
    );
    const from = execution.now;
    await execution.advanceTo(from + 60_000);
    const instances = await execution.instances();
    expect(instances.map(({ status, events }) => [status, events.map(({ at }) => (at - from) / 1000).at(-1)])).toEqual([
      ['completed', 13],
      ['completed', 23],
      ['completed', 33],
    ]);
  });

  it('holds a task until it is triggered, and completes every other one when nothing else moves', async () => {
    execution = new PureExecution({ held: new Set(['held']) });
    await execution.deploy(
      processFile(
        'p',
        `<startEvent id="s"/><userTask id="open"/><userTask id="held"/><endEvent id="e"/>${flows('s > open', 'open > held', 'held > e')}`,
      ),
    );
    await execution.start('p', {});
    expect(await entered()).toEqual(['s', 'open', 'held']);
    expect(await execution.trigger('held')).toBe(true);
    expect(await execution.trigger('held')).toBe(false);
    expect(await entered()).toContain('e');
  });

  it('gives up a run that never comes to rest', async () => {
    await execution.deploy(
      processFile(
        'p',
        `<startEvent id="s"/><exclusiveGateway id="g"/><userTask id="u"/>${flows('s > g', 'g > u', 'u > g')}`,
      ),
    );
    await expect(execution.start('p', {})).rejects.toThrow(Restless);
  });

  it('notes a start that the executor refuses', async () => {
    await execution.deploy(
      processFile(
        'p',
        `<startEvent id="s"><conditionalEventDefinition>${formal('condition', 'false')}</conditionalEventDefinition></startEvent>`,
      ),
    );
    await execution.start('p', {});
    const [instance] = await execution.instances();
    expect(instance).toMatchObject({ status: 'failed', incidents: [{ code: 'start-node-needed' }] });
  });

  it('answers why a file can not be put to work', async () => {
    const refusal = await execution.deploy('<definitions');
    expect(refusal?.message.zh).toMatch(/\p{Script=Han}/u);
  });
});
