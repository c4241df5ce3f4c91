import { expect, test } from 'vitest';
import { boundary, element, error, flows, io, script, start, task, timer, user } from './drawing.ts';
import { cancelled, graphOf, isClean, play, simulate, timesEntered } from './play.ts';

const around = (activity: string, more = '') =>
  start('begin') + activity + user('after') + more + flows('begin > a > after');
const CONNECTOR = `<bpmn:extensionElements><dw:connector type="notify">
  <dw:input name="to" value="= owner"/><dw:output name="sent" value="result.ok"/></dw:connector></bpmn:extensionElements>`;

test('task without a type: passed at once', async () => {
  const run = await play(around(task('a') + boundary('edge', 'a', timer()) + user('late'), flows('edge > late')));
  expect(run.open).toEqual(['task after']);
  expect(run.entered).toEqual(['begin', 'a', 'after']);
});

test.each([
  ['user task: waits for a person, whose entries are written', 'userTask'],
  ['manual task: someone ticks it off', 'manualTask'],
])('%s', async (_title, type) => {
  const run = await play(around(element(type, 'a')), { kept: 1 });
  expect(run.open).toEqual(['task a']);
  const { token } = run.wait('a');
  run.complete('a', { amount: 5 });
  expect(run.open).toEqual(['task after']);
  expect(run.variables).toEqual({ kept: 1, amount: 5 });
  // pressed twice, or answered late: refused, and nothing changes
  expect(() => run.dispatch({ type: 'complete', token, variables: { amount: 6 } })).toThrow(
    expect.objectContaining({ code: 'token-unknown' }),
  );
  expect(run.variables).toEqual({ kept: 1, amount: 5 });
});

test.each([
  ['service task: a machine’s work, with mapped input and output', 'serviceTask'],
  ['send task with a connector: a machine’s work', 'sendTask'],
  ['business rule task with a connector: a machine’s work', 'businessRuleTask'],
])('%s', async (_title, type) => {
  const run = await play(around(element(type, 'a', CONNECTOR)), { owner: 'ann' });
  expect(run.open).toEqual(['job a']);
  expect(run.wait('a').variables).toEqual({ to: 'ann' });
  run.complete('a', { ok: true, noise: 1 });
  expect(run.open).toEqual(['task after']);
  expect(run.variables).toEqual({ owner: 'ann', sent: true });
});

test('service task: a BPMN error of its work is caught on its border', async () => {
  const run = await play(
    around(
      element('serviceTask', 'a', CONNECTOR) + boundary('edge', 'a', error()) + user('aside'),
      flows('edge > aside'),
    ),
    { owner: 'ann' },
  );
  run.error('a', 'E');
  expect(run.open).toEqual(['task aside']);
  expect(cancelled(run)).toEqual(['a']);
});

test('send task: sends its message and goes on', async () => {
  const run = await play(around(element('sendTask', 'a', io({ price: '= n * 2' }), 'messageRef="m"')), { n: 4 });
  expect(run.open).toEqual(['task after']);
  expect(run.sent).toMatchObject([{ name: 'm', payload: { price: 8 } }]);
  expect(run.variables).toEqual({ n: 4 });
});

test('receive task: waits for its message', async () => {
  const run = await play(
    around(
      element('receiveTask', 'a', '', 'messageRef="m"') + boundary('edge', 'a', timer()) + user('aside'),
      flows('edge > aside'),
    ),
  );
  expect(run.open).toEqual(['message a', 'timer edge']);
  run.message('m', null, { paid: 3 });
  expect(run.open).toEqual(['task after']);
  expect(run.variables).toEqual({ paid: 3 });
});

test('receive task: its border may end the wait', async () => {
  const run = await play(
    around(
      element('receiveTask', 'a', '', 'messageRef="m"') + boundary('edge', 'a', timer()) + user('aside'),
      flows('edge > aside'),
    ),
  );
  expect(run.advance('PT1H').open).toEqual(['task aside']);
  expect(() => run.message('m')).toThrow('nothing waits');
});

test('receive task that instantiates: its message starts the process', async () => {
  const content = element('receiveTask', 'a', '', 'messageRef="m" instantiate="true"') + user('b') + flows('a > b');
  const run = simulate(await graphOf(content)).start({ paid: 1 }, 'a');
  expect(run.open).toEqual(['task b']);
  expect(run.entered).toEqual(['a', 'b']);
});

test('script task: its result goes into its variable', async () => {
  const run = await play(around(script('a', 'total', 'sum([n, 2])')), { n: 3 });
  expect(run.open).toEqual(['task after']);
  expect(run.variables).toEqual({ n: 3, total: 5 });
});

test('script task: one that fails is an incident, tried again once it can succeed', async () => {
  const run = await play(
    around(script('a', 'total', 'amount + 2') + boundary('edge', 'a', timer()) + user('aside'), flows('edge > aside')),
  );
  expect(run.open).toEqual(['incident a']);
  expect(run.retry('a').open).toEqual(['incident a']);
  run.dispatch({ type: 'setVariables', variables: { amount: 3 } });
  expect(run.retry('a').open).toEqual(['task after']);
  expect(run.variables).toEqual({ amount: 3, total: 5 });
  expect(timesEntered(run, 'a')).toBe(1);
  expect(isClean(run.complete('after'))).toBe(true);
});

test('business rule task: runs the DMN decision that it names', async () => {
  const run = await play(
    around(element('businessRuleTask', 'a', '', 'dw:decision="discount" dw:decisionResult="percent"')),
    { n: 4 },
    { decide: (id, variables) => (id === 'discount' ? Number(variables['n']) * 10 : null) },
  );
  expect(run.open).toEqual(['task after']);
  expect(run.variables).toEqual({ n: 4, percent: 40 });
});

test('business rule task: a decision that is not there is an incident', async () => {
  const run = await play(around(element('businessRuleTask', 'a', '', 'dw:decision="gone"')));
  expect(run.open).toEqual(['incident a']);
  expect(run.wait('a').code).toBe('decision-missing');
});

test('a message of a receive task is not the one of another', async () => {
  const run = await play(
    around(
      element('receiveTask', 'a', '', 'messageRef="m"'),
      `${start('beginToo')}${element('receiveTask', 'b', '', 'messageRef="m2"')}${flows('beginToo > b')}`,
    ),
  );
  expect(run.message('m2').open).toEqual(['message a']);
});
