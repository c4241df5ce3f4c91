import { describe, expect, test } from 'vitest';
import { step, type Effect } from '../../packages/engine/src/index.ts';
import { boundary, element, end, error, escalation, flows, io, script, signal, start, user } from './drawing.ts';
import { cancelled, graphOf, play, simulate } from './play.ts';

const call = (inner = '', attributes = '') =>
  element('callActivity', 'call', inner, `calledElement="child" ${attributes}`);
const caller = (activity: string, more = '', lines = '') =>
  start('begin') + activity + user('after') + more + flows('begin > call > after') + lines;
const child = () =>
  graphOf(start('in') + user('work') + script('double', 'out', 'x * 2') + flows('in > work > double'));

describe('another process', () => {
  test('call activity: all variables go in and come back', async () => {
    const run = await play(caller(call()), { x: 4 }, { called: { child: await child() } });
    expect(run.open).toEqual(['process call']);
    run.called('call').complete('work', { note: 'ok' });
    expect(run.open).toEqual(['task after']);
    expect(run.variables).toEqual({ x: 4, note: 'ok', out: 8 });
  });

  test('call activity: a mapping says what goes in and what comes back', async () => {
    const run = await play(
      caller(call(io({ x: '= amount + 1' }, { result: '= out' }))),
      { amount: 4 },
      { called: { child: await child() } },
    );
    expect(run.wait('call').variables).toEqual({ x: 5 });
    expect(run.called('call').variables).toEqual({ x: 5 });
    run.called('call').complete('work', { note: 'stays there' });
    expect(run.variables).toEqual({ amount: 4, result: 10 });
  });

  test.each([
    ['call activity: the latest version, when nothing is said', '', null],
    ['call activity: the version deployed with the caller', 'dw:binding="deployment"', { type: 'deployment' }],
    ['call activity: a numbered version', 'dw:binding="version" dw:version="3"', { type: 'version', version: 3 }],
  ])('%s', async (_title, attributes, binding) => {
    const graph = await graphOf(caller(call('', attributes)));
    const env = { now: 0, evaluate: () => null, script: () => null };
    const { effects } = step(graph, null, { type: 'start', variables: {} }, env);
    const starts: Effect[] = effects.filter(({ type }) => type === 'startProcess');
    expect(starts).toMatchObject([{ processId: 'child', binding }]);
  });

  test('call activity: an error that ends the called process is caught on the border', async () => {
    const fails = await graphOf(start('in') + user('work') + end('out', error()) + flows('in > work > out'));
    const run = await play(
      caller(call(), boundary('edge', 'call', error()) + user('aside'), flows('edge > aside')),
      {},
      { called: { child: fails } },
    );
    run.called('call').complete('work');
    expect(run.open).toEqual(['task aside']);
  });

  test('call activity: an escalation of the called process is caught on the border', async () => {
    const run = await play(
      caller(call(), boundary('edge', 'call', escalation(), false) + user('aside'), flows('edge > aside')),
      {},
      { called: { child: await child() } },
    );
    run.dispatch({ type: 'escalate', token: run.wait('call').token, code: 'X', variables: {} });
    expect(run.open).toEqual(['process call', 'task aside']);
  });

  test('call activity: interrupting it cancels the called process', async () => {
    const run = await play(
      caller(call(), boundary('edge', 'call', signal()) + user('aside'), flows('edge > aside')),
      { x: 1 },
      { called: { child: await child() } },
    );
    const called = run.called('call');
    run.signal('s');
    expect(run.open).toEqual(['task aside']);
    expect(called.state.status).toBe('cancelled');
    expect(cancelled(called)).toEqual(['work']);
  });
});

describe('global tasks: done in the place of their call (10.3.7)', () => {
  const called = (root: string) => graphOf(caller(call()), root);

  test.each([
    ['global user task', 'globalUserTask', 'task call'],
    ['global manual task', 'globalManualTask', 'task call'],
    ['global business rule task', 'globalBusinessRuleTask', 'job call'],
  ])('%s', async (_title, type, waits) => {
    const run = simulate(await called(element(type, 'child'))).start();
    expect(run.open).toEqual([waits]);
    expect(run.complete('call', { a: 1 }).open).toEqual(['task after']);
    expect(run.variables).toEqual({ a: 1 });
  });

  test('global task without a type: passed at once', async () => {
    const run = simulate(await called(element('globalTask', 'child'))).start();
    expect(run.entered).toEqual(['begin', 'call', 'after']);
  });

  test('global script task', async () => {
    const source = '<bpmn:script>{ out: x + 1 }</bpmn:script>';
    const run = simulate(await called(element('globalScriptTask', 'child', source, 'scriptLanguage="feel"'))).start({
      x: 1,
    });
    expect(run.open).toEqual(['task after']);
    expect(run.variables).toEqual({ x: 1, out: 2 });
  });
});
