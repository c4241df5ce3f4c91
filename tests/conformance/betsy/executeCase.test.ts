import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../packages/store/src/index.ts';
import { createEvaluator } from '../../../packages/expression/src/index.ts';
import { eachDatabase } from '../../../packages/store/src/testing/index.ts';
import { emptyTables } from '../../../packages/store/src/testing/emptyTables.ts';
import { DurableExecution } from '../execution/DurableExecution.ts';
import { withExecutions, type OpenExecution } from '../execution/openExecution.ts';
import { file, flows, formal, processFile, script, timer } from '../testing/model.ts';
import { execute, refuse } from './executeCase.ts';
import type { ExecutionCase } from './readSuite.ts';

const CASE: ExecutionCase = {
  input: null,
  integerVariable: 0,
  startParallelProcess: false,
  delayMs: 0,
  expectedTrace: [],
};

const START_END = '<startEvent id="s"/><endEvent id="e"/>';

/** Models of every kind of binding, with what they log; the same on every executor. */
const MODELS: Readonly<Record<string, readonly [xml: string, given: Partial<ExecutionCase>, trace: string[]]>> = {
  'words that are done at once, in loops and by conditions in Java': [
    processFile(
      'p',
      `${START_END}${script('log', 'CREATE_LOG_FILE')}<exclusiveGateway id="g"/>${script('t2', 'SCRIPT_task2')}
      ${script('t3', 'SCRIPT_task3')}${script('inc', 'INCREMENT_INTEGER_VARIABLE_AND_LOG', `<standardLoopCharacteristics>${formal('loopCondition', 'integerVariable<3')}</standardLoopCharacteristics>`)}
      ${flows('s > log', 'log > g', 'g > t2: test.contains("a") && integerVariable == 1', 'g > t3: !test.contains("a")', 't2 > inc', 't3 > inc', 'inc > e')}`,
    ),
    { input: 'ab', integerVariable: 1 },
    ['Increment', 'Increment', 'Task2'],
  ],
  'data that one task writes and another reads': [
    processFile(
      'p',
      `${START_END}<dataObject id="d"/><dataObjectReference id="r" dataObjectRef="d"/>
      ${script('set', 'SET_STRING_DATA', '<ioSpecification><dataOutput id="out" name="what goes out"/><inputSet/><outputSet><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification><dataOutputAssociation id="a1"><sourceRef>out</sourceRef><targetRef>r</targetRef></dataOutputAssociation>')}
      ${script('get', 'LOG_DATA', '<ioSpecification><dataInput id="in" name="what comes in"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet/></ioSpecification><dataInputAssociation id="a2"><sourceRef>r</sourceRef><targetRef>in</targetRef></dataInputAssociation>')}
      ${flows('s > set', 'set > get', 'get > e')}`,
    ),
    {},
    ['DataCorrect'],
  ],
  'data that nobody wrote': [
    processFile('p', `${START_END}${script('get', 'LOG_DATA')}${flows('s > get', 'get > e')}`),
    {},
    ['RuntimeException'],
  ],
  'a script that takes ten seconds, interrupted after two': [
    processFile(
      'p',
      `${START_END}${script('w', 'WAIT_TEN_SECONDS')}${script('t1', 'SCRIPT_task1')}${script('t2', 'SCRIPT_task2')}<endEvent id="e2"/>
      <boundaryEvent id="b" attachedToRef="w">${timer('timeDuration', 'PT2S')}</boundaryEvent>
      ${flows('s > w', 'w > t1', 't1 > e', 'b > t2', 't2 > e2')}`,
    ),
    {},
    ['Task2'],
  ],
  'a timer that is due after the wait': [
    processFile(
      'p',
      `${START_END}<intermediateCatchEvent id="c">${timer('timeDuration', 'PT3S')}</intermediateCatchEvent>
      ${script('t1', 'SCRIPT_task1')}${flows('s > c', 'c > t1', 't1 > e')}`,
    ),
    { delayMs: 2000 },
    [],
  ],
  'two branches side by side': [
    processFile(
      'p',
      `${START_END}<parallelGateway id="g"/><endEvent id="e2"/>${script('a', 'CREATE_TIMESTAMP_LOG_1')}${script('b', 'CREATE_TIMESTAMP_LOG_2')}
      ${flows('s > g', 'g > a', 'g > b', 'a > e', 'b > e2')}`,
    ),
    {},
    ['ExecutionParallel'],
  ],
  'two tasks one after the other': [
    processFile(
      'p',
      `${START_END}${script('a', 'CREATE_TIMESTAMP_LOG_1')}${script('b', 'CREATE_TIMESTAMP_LOG_2')}${flows('s > a', 'a > b', 'b > e')}`,
    ),
    {},
    [],
  ],
  'an error that a script throws and its boundary catches': [
    processFile(
      'p',
      `${START_END}${script('x', 'THROW_ERROR')}${script('t1', 'SCRIPT_task1')}<endEvent id="e2"/>
      <boundaryEvent id="b" attachedToRef="x"><errorEventDefinition id="be"/></boundaryEvent>
      ${flows('s > x', 'x > e', 'b > t1', 't1 > e2')}`,
    ),
    {},
    ['Task1'],
  ],
  'an error that nothing catches': [
    processFile('p', `${START_END}${script('x', 'THROW_ERROR')}${flows('s > x', 'x > e')}`),
    {},
    ['ErrorThrownErrorEvent'],
  ],
  'no flow to take': [
    processFile(
      'p',
      `${START_END}<exclusiveGateway id="g"/><endEvent id="e2"/>${flows('s > g', 'g > e: test.equals("a")', 'g > e2: test.equals("b")')}`,
    ),
    { input: 'c' },
    ['RuntimeException'],
  ],
  'a message to the parallel process, and a signal to a third that starts by it': [
    file(`<message id="m" name="m"/><interface id="i" name="i"><operation id="op" name="op"><inMessageRef>m</inMessageRef></operation></interface><signal id="sig" name="sig"/>
      <process id="p" isExecutable="true">${START_END}<intermediateThrowEvent id="th"><messageEventDefinition id="d1" messageRef="m"><operationRef>op</operationRef></messageEventDefinition></intermediateThrowEvent>
        <intermediateThrowEvent id="th2"><signalEventDefinition id="d2" signalRef="sig"/></intermediateThrowEvent>${flows('s > th', 'th > th2', 'th2 > e')}</process>
      <process id="ParallelProcess" isExecutable="true"><startEvent id="s2"/><receiveTask id="r" messageRef="m" operationRef="op"/>${script('mark', 'CREATE_MARKER_FILE')}<endEvent id="e2"/>${flows('s2 > r', 'r > mark', 'mark > e2')}</process>
      <process id="third" isExecutable="true"><startEvent id="s3"><signalEventDefinition id="d3" signalRef="sig"/></startEvent>${script('t5', 'SCRIPT_task5')}<endEvent id="e3"/>${flows('s3 > t5', 't5 > e3')}</process>`),
    { startParallelProcess: true },
    ['MarkerExists', 'Task5'],
  ],
  'work that the suite says nothing about': [
    processFile(
      'p',
      `${START_END}<serviceTask id="a"/><userTask id="b"/>${script('t1', 'SCRIPT_task1')}${flows('s > a', 'a > b', 'b > t1', 't1 > e')}`,
    ),
    {},
    ['Task1'],
  ],
  'a word that the runner does not know': [
    processFile('p', `${START_END}${script('x', 'DANCE')}${flows('s > x', 'x > e')}`),
    {},
    ['NotSupported'],
  ],
};

async function traceOf(open: OpenExecution, xml: string, given: Partial<ExecutionCase>): Promise<string[]> {
  const { trace } = await execute(xml, 'p', { ...CASE, ...given }, 1, open);
  return trace.toSorted();
}

describe('a case of betsy on the pure engine', () => {
  it.each(Object.entries(MODELS))('%s', async (_name, [xml, given, trace]) => {
    await withExecutions('pure', null, async (open) => {
      expect(await traceOf(open, xml, given)).toEqual(trace);
    });
  });

  it('names the word that it does not know', async () => {
    await withExecutions('pure', null, async (open) => {
      const [xml] = MODELS['a word that the runner does not know'] ?? [''];
      const { why } = await execute(xml, 'p', CASE, 1, open);
      expect(why?.en).toContain('DANCE');
      expect(why?.zh).toMatch(/\p{Script=Han}/u);
    });
  });

  it('says why a model was refused', async () => {
    const { trace, why } = await refuse(processFile('p', '<startEvent id="s"/><sequenceFlow id="f" sourceRef="s"/>'));
    expect(trace).toEqual(['DeploymentFailed']);
    expect(why?.en).not.toBe('');
  });
});

eachDatabase('a case of betsy, durably', (openStore) => {
  const evaluator = createEvaluator();
  let store: Store;
  beforeAll(async () => {
    store = await openStore();
  });
  afterAll(() => evaluator.dispose());

  it.each(Object.entries(MODELS))('%s', async (_name, [xml, given, trace]) => {
    await emptyTables(store);
    expect(await traceOf(async (options) => new DurableExecution(store, evaluator, options), xml, given)).toEqual(
      trace,
    );
  });
});
