import { describe, expect, test } from 'vitest';
import {
  boundary,
  compensation,
  error,
  expression,
  flows,
  script,
  signal,
  start,
  sub,
  throwing,
  timer,
  undoing,
  user,
} from './drawing.ts';
import { cancelled, isClean, play, timesEntered } from './play.ts';

const multi = (attributes: string, inner = '') =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inner}</bpmn:multiInstanceLoopCharacteristics>`;
const times = (count: string) => expression('loopCardinality', count);
const until = (condition: string) => expression('completionCondition', condition);
const repeated = (characteristics: string, more = '', lines = '') =>
  start('begin') + user('a', characteristics) + user('after') + more + flows('begin > a > after') + lines;
const EACH = 'dw:collection="= people" dw:item="person"';

describe('how many and in what order', () => {
  test('multi-instance, parallel, by cardinality: all at once, on when all are done', async () => {
    const run = await play(repeated(multi('', times('n + 1'))), { n: 2 });
    expect(run.open).toEqual(['task a', 'task a', 'task a']);
    expect(run.complete('a').complete('a').open).toEqual(['task a']);
    expect(run.complete('a').open).toEqual(['task after']);
    expect(timesEntered(run, 'a')).toBe(3);
  });

  test('multi-instance, sequential, by cardinality: one after another', async () => {
    const run = await play(repeated(multi('isSequential="true"', times('3'))));
    run.complete('a').complete('a');
    expect(run.open).toEqual(['task a']);
    expect(run.complete('a').open).toEqual(['task after']);
  });

  test.each([
    ['multi-instance, parallel, by collection', false],
    ['multi-instance, sequential, by collection', true],
  ])('%s: each instance has its entry, its number and a result of its own', async (_title, sequential) => {
    const run = await play(
      start('begin') +
        sub(
          'scope',
          multi(`isSequential="${sequential}" ${EACH} dw:outputCollection="answers" dw:outputItem="= answer"`) +
            script('work', 'answer', 'string(loopCounter) + person') +
            user('a') +
            flows('work > a'),
        ) +
        user('after') +
        flows('begin > scope > after'),
      { people: ['x', 'y', 'z'] },
    );
    for (let time = 0; time < 3; time++) run.complete('a');
    expect(run.open).toEqual(['task after']);
    expect(run.variables).toEqual({ people: ['x', 'y', 'z'], answers: ['1x', '2y', '3z'] });
  });

  test('results stand in the order of the instances, not of their ends', async () => {
    const run = await play(repeated(multi(`${EACH} dw:outputCollection="answers" dw:outputItem="= answer"`)), {
      people: ['x', 'y'],
    });
    const [first, second] = run.waits.map(({ token }) => token);
    run.dispatch({ type: 'complete', token: second ?? 0, variables: { answer: 'late one' } });
    run.dispatch({ type: 'complete', token: first ?? 0, variables: { answer: 'early one' } });
    expect(run.variables['answers']).toEqual(['early one', 'late one']);
  });

  test('multi-instance with data of the specification: input and output collections and items', async () => {
    const data = `<bpmn:dataObject id="people"/><bpmn:dataObject id="answers"/>`;
    const io = `<bpmn:ioSpecification id="io"><bpmn:dataInput id="in" name="people" isCollection="true"/><bpmn:dataOutput id="out" name="answers" isCollection="true"/>
      <bpmn:inputSet id="is"><bpmn:dataInputRefs>in</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet id="os"><bpmn:dataOutputRefs>out</bpmn:dataOutputRefs></bpmn:outputSet></bpmn:ioSpecification>
      <bpmn:dataInputAssociation id="dia"><bpmn:sourceRef>people</bpmn:sourceRef><bpmn:targetRef>in</bpmn:targetRef></bpmn:dataInputAssociation>
      <bpmn:dataOutputAssociation id="doa"><bpmn:sourceRef>out</bpmn:sourceRef><bpmn:targetRef>answers</bpmn:targetRef></bpmn:dataOutputAssociation>`;
    const loop = multi(
      '',
      `<bpmn:loopDataInputRef>in</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>out</bpmn:loopDataOutputRef>
       <bpmn:inputDataItem id="one" name="person"/><bpmn:outputDataItem id="result" name="answer"/>`,
    );
    const run = await play(
      data +
        start('begin') +
        script('a', 'answer', 'upper case(person)', io + loop) +
        user('after') +
        flows('begin > a > after'),
      { people: ['x', 'y'] },
    );
    expect(run.open).toEqual(['task after']);
    expect(run.variables['answers']).toEqual(['X', 'Y']);
  });

  test('multi-instance without any instance: passed at once', async () => {
    for (const inner of [multi('', times('0')), multi(EACH), multi(`isSequential="true" ${EACH}`)]) {
      expect((await play(repeated(inner), { people: [] })).open).toEqual(['task after']);
    }
  });

  test('what is no number and no list is an incident, tried again once it is one', async () => {
    const run = await play(repeated(multi(EACH)), { people: 'x' });
    expect(run.open).toEqual(['incident a']);
    run.dispatch({ type: 'setVariables', variables: { people: ['x', 'y'] } });
    expect(run.retry('a').open).toEqual(['task a', 'task a']);
  });

  test('multi-instance with a completion condition: the rest is cancelled when it is true', async () => {
    const run = await play(repeated(multi('', times('4') + until('numberOfCompletedInstances >= 2'))));
    expect(run.complete('a').open).toHaveLength(3);
    expect(run.complete('a').open).toEqual(['task after']);
    expect(cancelled(run)).toEqual(['a', 'a']);
    const inOrder = await play(repeated(multi('isSequential="true"', times('4') + until('loopCounter = 2'))));
    expect(inOrder.complete('a').complete('a').open).toEqual(['task after']);
    expect(timesEntered(inOrder, 'a')).toBe(2);
  });
});

describe('its border', () => {
  const border = () =>
    start('begin') +
    sub('scope', multi('', times('3')) + user('a')) +
    boundary('late', 'scope', timer()) +
    boundary('failed', 'scope', error()) +
    user('x') +
    user('y') +
    flows('begin > scope', 'late > x', 'failed > y');

  test('a boundary event interrupts all instances', async () => {
    const run = await play(border());
    run.complete('a');
    expect(run.advance('PT1H').open).toEqual(['task x']);
    expect(cancelled(run).filter((id) => id === 'a')).toHaveLength(2);
    expect(isClean(run.complete('x'))).toBe(true);
  });

  test('an error in one instance ends all of them', async () => {
    const run = await play(border());
    expect(run.error('a', 'E').open).toEqual(['task y']);
  });

  test('multi-instance, compensated: each completed instance is undone, the last first', async () => {
    const run = await play(
      start('begin') +
        script('a', 'last', 'person', multi(`isSequential="true" ${EACH}`)) +
        undoing('a', script('undo_a', 'undone', 'append(undone, person)', '', 'isForCompensation="true"')) +
        throwing('oops', compensation('a')) +
        user('after') +
        flows('begin > a > oops > after'),
      { people: ['x', 'y', 'z'], undone: [] },
    );
    expect(run.open).toEqual(['task after']);
    // each sees the entry of the instance that it undoes
    expect(run.variables['undone']).toEqual(['z', 'y', 'x']);
  });

  test('multi-instance subprocess, compensated: what was completed in each of its instances', async () => {
    const run = await play(
      start('begin') +
        sub('scope', multi(EACH) + user('a') + undoing('a')) +
        throwing('oops', compensation()) +
        user('after') +
        flows('begin > scope > oops > after'),
      { people: ['x', 'y'] },
    );
    run.complete('a').complete('a');
    expect(run.open).toEqual(['task undo_a']);
    expect(run.complete('undo_a').open).toEqual(['task undo_a']);
    expect(run.complete('undo_a').open).toEqual(['task after']);
  });
});

describe('behaviour events (table 10.30)', () => {
  const roots = '<bpmn:signalEventDefinition id="told" signalRef="s"/>';
  const caught = boundary('edge', 'a', signal(), false) + user('aside');
  const thrown = (attributes: string, inner = '') =>
    play(repeated(multi(attributes, times('3') + inner), caught, flows('edge > aside')), {}, { roots });

  test.each([
    ['multi-instance, behaviour none: an event with each instance', 'behavior="None" noneBehaviorEventRef="told"', 3],
    ['multi-instance, behaviour one: an event with the first', 'behavior="One" oneBehaviorEventRef="told"', 1],
    ['multi-instance, behaviour all: no event', 'behavior="All"', 0],
  ])('%s', async (_title, attributes, events) => {
    const run = await thrown(attributes);
    run.complete('a').complete('a').complete('a');
    expect(timesEntered(run, 'aside')).toBe(events);
    expect(run.open.filter((wait) => wait === 'task after')).toHaveLength(1);
  });

  test('multi-instance, behaviour complex: events where their conditions are true', async () => {
    const definition = `<bpmn:complexBehaviorDefinition id="c"><bpmn:condition xsi:type="bpmn:tFormalExpression">numberOfCompletedInstances = 2</bpmn:condition>
      <bpmn:event id="implicit">${signal()}</bpmn:event></bpmn:complexBehaviorDefinition>`;
    const run = await thrown('behavior="Complex"', definition);
    expect(timesEntered(run.complete('a'), 'aside')).toBe(0);
    expect(timesEntered(run.complete('a'), 'aside')).toBe(1);
    expect(timesEntered(run.complete('a'), 'aside')).toBe(1);
  });
});
