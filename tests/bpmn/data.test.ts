import { expect, test } from 'vitest';
import { element, end, catching, flows, io, message, script, start, sub, throwing, user } from './drawing.ts';
import { play } from './play.ts';

const object = (id: string, name = id) => `<bpmn:dataObject id="${id}" name="${name}"/>`;
const expressionOf = (tag: string, source: string) =>
  `<bpmn:${tag} xsi:type="bpmn:tFormalExpression">${source}</bpmn:${tag}>`;
/** One input and one output, each with a set. */
const specification = (input: string, output: string) =>
  `<bpmn:ioSpecification id="io_${input}"><bpmn:dataInput id="${input}" name="${input}"/><bpmn:dataOutput id="${output}" name="${output}"/>
   <bpmn:inputSet id="is_${input}"><bpmn:dataInputRefs>${input}</bpmn:dataInputRefs></bpmn:inputSet>
   <bpmn:outputSet id="os_${output}"><bpmn:dataOutputRefs>${output}</bpmn:dataOutputRefs></bpmn:outputSet></bpmn:ioSpecification>`;
const into = (source: string, target: string, how = '') =>
  `<bpmn:dataInputAssociation id="in_${source}_${target}"><bpmn:sourceRef>${source}</bpmn:sourceRef><bpmn:targetRef>${target}</bpmn:targetRef>${how}</bpmn:dataInputAssociation>`;
const out = (source: string, target: string, how = '') =>
  `<bpmn:dataOutputAssociation id="out_${source}_${target}"><bpmn:sourceRef>${source}</bpmn:sourceRef><bpmn:targetRef>${target}</bpmn:targetRef>${how}</bpmn:dataOutputAssociation>`;
const from = (source: string) => expressionOf('from', source);
const to = (target: string) => expressionOf('to', target);

const worker = (inner: string, source = 'given * 2') =>
  object('order') +
  object('bill') +
  start('begin') +
  script('a', 'made', source, specification('given', 'made') + inner) +
  user('after') +
  flows('begin > a > after');

test('input and output specification with data associations: copied into the activity and out of it', async () => {
  const run = await play(worker(into('order', 'given') + out('made', 'bill')), { order: 4 });
  // neither the input nor the output itself is left in the process
  expect(run.variables).toEqual({ order: 4, bill: 8 });
});

test('data association with a transformation', async () => {
  const twice = expressionOf('transformation', 'order + 1');
  const run = await play(
    worker(into('order', 'given', twice) + out('made', 'bill', expressionOf('transformation', 'string(made)'))),
    { order: 4 },
  );
  expect(run.variables).toEqual({ order: 4, bill: '10' });
});

test('data association with assignments: each writes what it names', async () => {
  const assigned = `<bpmn:assignment id="x1">${from('order.price')}${to('given')}</bpmn:assignment>`;
  const back = `<bpmn:assignment id="x2">${from('made')}${to('bill')}</bpmn:assignment><bpmn:assignment id="x3">${from('made > 5')}${to('isBig')}</bpmn:assignment>`;
  const run = await play(worker(into('order', 'given', assigned) + out('made', 'bill', back)), { order: { price: 4 } });
  expect(run.variables).toEqual({ order: { price: 4 }, bill: 8, isBig: true });
});

test('a data association that fails is an incident: before the work, or after it without doing it again', async () => {
  const run = await play(
    worker(into('order', 'given', expressionOf('transformation', 'missing + 1')) + out('made', 'bill')),
    { order: 4 },
  );
  expect(run.open).toEqual(['incident a']);
  run.dispatch({ type: 'setVariables', variables: { missing: 1 } });
  expect(run.retry('a').variables).toMatchObject({ bill: 4 });
});

test('data object: one variable for all of its references, by its name', async () => {
  const run = await play(
    object('d1', 'Customer order') +
      '<bpmn:dataObjectReference id="r1" dataObjectRef="d1"/><bpmn:dataObjectReference id="r2" dataObjectRef="d1" name="Customer order [paid]"/>' +
      start('begin') +
      script('a', 'made', '5', specification('x', 'made') + out('made', 'r1')) +
      script('b', 'seen', 'given * 2', specification('given', 'seen') + into('r2', 'given') + out('seen', 'r1')) +
      user('after') +
      flows('begin > a > b > after'),
  );
  expect(run.variables).toEqual({ 'Customer order': 10 });
});

test('data object of a subprocess: empty when it opens, gone when it ends', async () => {
  const run = await play(
    start('begin') +
      sub(
        'scope',
        object('note') +
          script('a', 'note', 'if note = null then 1 else 100') +
          user('b') +
          script('c', 'seen', 'note') +
          flows('a > b > c'),
      ) +
      user('after') +
      flows('begin > scope > after'),
    { note: 'outer' },
  );
  run.complete('b', { note: 7 });
  expect(run.variables).toEqual({ note: 'outer', seen: 7 });
});

test('data object of a subprocess that two tokens run: one for each', async () => {
  const run = await play(
    start('begin') +
      start('beginToo') +
      sub(
        'scope',
        object('note') + user('b') + user('c') + script('d', 'seen', 'append(seen, note)') + flows('b > c > d'),
      ) +
      flows('begin > scope', 'beginToo > scope'),
    { seen: [] },
  );
  run.complete('b', { note: 1 }).complete('b', { note: 2 });
  run.complete('c').complete('c');
  expect(run.variables).toEqual({ seen: [1, 2] });
});

test('property of a subprocess: a variable of its own', async () => {
  const run = await play(
    start('begin') +
      sub('scope', '<bpmn:property id="p1" name="count"/>' + script('a', 'count', '1') + user('b') + flows('a > b')) +
      user('after') +
      flows('begin > scope > after'),
  );
  run.complete('b', { count: 2 });
  expect(run.variables).toEqual({});
});

test('property of a process: a variable of the instance', async () => {
  const run = await play(
    '<bpmn:property id="p1" name="count"/>' +
      start('begin') +
      script('a', 'count', '1') +
      user('b') +
      flows('begin > a > b'),
  );
  expect(run.variables).toEqual({ count: 1 });
});

test('data store: a variable of the instance, by the name of the store', async () => {
  const run = await play(
    '<bpmn:dataStoreReference id="r1" dataStoreRef="store"/>' +
      object('order') +
      start('begin') +
      script('a', 'made', 'given + 1', specification('given', 'made') + into('order', 'given') + out('made', 'r1')) +
      script('b', 'bill', 'stock', specification('stock', 'bill') + into('r1', 'stock') + out('bill', 'order')) +
      flows('begin > a > b') +
      user('after') +
      flows('b > after'),
    { order: 4 },
    { roots: '<bpmn:dataStore id="store" name="Stock"/>' },
  );
  expect(run.variables).toEqual({ order: 5, Stock: 5 });
});

test('data of a throw event: what goes into it is what it sends', async () => {
  const run = await play(
    object('order') +
      start('begin') +
      throwing(
        'out',
        `<bpmn:dataInput id="price" name="price"/>${into('order', 'price')}<bpmn:inputSet id="s1"><bpmn:dataInputRefs>price</bpmn:dataInputRefs></bpmn:inputSet>${message()}`,
      ) +
      end('done') +
      flows('begin > out > done'),
    { order: 4, secret: 1 },
  );
  expect(run.sent).toMatchObject([{ name: 'm', payload: { price: 4 } }]);
});

test('data of a catch event: what it takes from its message', async () => {
  const run = await play(
    object('order') +
      start('begin') +
      catching(
        'in',
        `<bpmn:dataOutput id="price" name="price"/>${out('price', 'order')}<bpmn:outputSet id="s1"><bpmn:dataOutputRefs>price</bpmn:dataOutputRefs></bpmn:outputSet>${message()}`,
      ) +
      user('after') +
      flows('begin > in > after'),
  );
  run.message('m', null, { price: 4, noise: 1 });
  expect(run.variables).toEqual({ order: 4 });
});

test('a mapping of our own, on an event and on an activity', async () => {
  const run = await play(
    start('begin') +
      catching('in', io({}, { paid: '= amount * 2' }) + message()) +
      user('a', io({ hint: '= paid + 1' }, { total: '= paid + entered' })) +
      user('after') +
      flows('begin > in > a > after'),
  );
  run.message('m', null, { amount: 3 }).complete('a', { entered: 1 });
  expect(run.variables).toEqual({ paid: 6, total: 7 });
});

test('elements that hold data are no steps of the process', async () => {
  const run = await play(
    object('order') +
      element('dataObjectReference', 'r1', '', 'dataObjectRef="order"') +
      start('begin') +
      user('a') +
      flows('begin > a'),
  );
  expect(run.graph.nodes.map(({ id }) => id)).toEqual(['p', 'begin', 'a']);
});
