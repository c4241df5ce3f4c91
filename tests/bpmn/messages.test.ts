import { describe, expect, test } from 'vitest';
import { compileAll, parseModel, validate } from '../../packages/bpmn/src/index.ts';
import type { Simulation } from '../../packages/engine/src/testing/index.ts';
import {
  catching,
  element,
  end,
  expression,
  file,
  flows,
  handler,
  io,
  message,
  process,
  start,
  throwing,
  user,
  parallel,
} from './drawing.ts';
import { graphOf, graphOfXml, play, simulate } from './play.ts';

const KEY = '<bpmn:extensionElements><dw:correlation key="= dealId"/></bpmn:extensionElements>';

describe('correlation', () => {
  test('correlation of our own: a key that sender and receiver work out', async () => {
    const run = await play(
      start('begin') + catching('in', KEY + message()) + user('after') + flows('begin > in > after'),
      { dealId: 7 },
    );
    expect(() => run.message('m', '8')).toThrow('nothing waits');
    expect(run.message('m', '7').open).toEqual(['task after']);
    const sender = await play(start('begin') + throwing('out', KEY + message()) + flows('begin > out'), { dealId: 7 });
    expect(sender.sent).toMatchObject([{ name: 'm', correlation: '7' }]);
  });

  const property = (id: string, path: string) =>
    `<bpmn:correlationProperty id="${id}" name="${id}"><bpmn:correlationPropertyRetrievalExpression messageRef="m">
     ${expression('messagePath', path)}</bpmn:correlationPropertyRetrievalExpression></bpmn:correlationProperty>`;
  const conversation = (...properties: readonly string[]) =>
    `<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"/><bpmn:correlationKey id="key">${properties
      .map((id) => `<bpmn:correlationPropertyRef>${id}</bpmn:correlationPropertyRef>`)
      .join('')}</bpmn:correlationKey></bpmn:collaboration>`;

  test('correlation keys and properties: sender and receiver take the value by the same path', async () => {
    const roots = property('orderNo', 'order') + conversation('orderNo');
    const sender = await play(
      start('begin') + throwing('out', io({ order: '= no' }) + message()) + flows('begin > out'),
      { no: 5 },
      { roots },
    );
    expect(sender.sent).toMatchObject([{ name: 'm', correlation: '5', payload: { order: 5 } }]);
    const receiver = await play(
      start('begin') + catching('in', message()) + user('after') + flows('begin > in > after'),
      { order: 5 },
      { roots },
    );
    expect(() => receiver.message('m', '6')).toThrow('nothing waits');
    expect(receiver.message('m', '5').open).toEqual(['task after']);
  });

  test('correlation key of several properties: compared as a whole', async () => {
    const roots = property('orderNo', 'order') + property('year', 'y') + conversation('orderNo', 'year');
    const receiver = await play(
      start('begin') + catching('in', message()) + user('after') + flows('begin > in > after'),
      { order: 5, y: 2026 },
      { roots },
    );
    expect(() => receiver.message('m', '5')).toThrow('nothing waits');
    expect(receiver.message('m', '5|2026').open).toEqual(['task after']);
  });

  test('correlation subscription: the process says what it compares the property with', async () => {
    const roots = property('orderNo', 'order') + conversation('orderNo');
    const subscription = `<bpmn:correlationSubscription id="sub" correlationKeyRef="key"><bpmn:correlationPropertyBinding id="b" correlationPropertyRef="orderNo">
      ${expression('dataPath', 'mine.number')}</bpmn:correlationPropertyBinding></bpmn:correlationSubscription>`;
    const content =
      start('begin') + catching('in', message()) + user('after') + flows('begin > in > after') + subscription;
    const receiver = await play(content, { mine: { number: 9 } }, { roots });
    expect(receiver.message('m', '9').open).toEqual(['task after']);
  });

  test('a correlation that gives nothing is an incident, not a message that reaches anyone', async () => {
    const run = await play(
      start('begin') + catching('in', KEY + message()) + user('after') + flows('begin > in > after'),
      { dealId: null },
    );
    expect(run.open).toEqual(['incident in']);
    run.dispatch({ type: 'setVariables', variables: { dealId: 'x' } });
    expect(run.retry('in').open).toEqual(['message in']);
    expect(run.message('m', 'x').open).toEqual(['task after']);
  });

  test('correlation at an event subprocess and on a border', async () => {
    const run = await play(
      start('begin') + user('a') + flows('begin > a') + handler('caught', KEY + message(), false),
      { dealId: 3 },
    );
    expect(() => run.message('m')).toThrow('nothing waits');
    expect(run.message('m', '3').open).toEqual(['message caughtStart', 'task a', 'task caughtTask']);
  });
});

/** Delivers what one instance has sent and not yet delivered to another that waits for it. */
function deliver(from: Simulation, to: Simulation): void {
  for (const sent of from.sent.splice(0))
    if (sent.type === 'sendMessage') to.message(sent.name, sent.correlation, sent.payload);
}

describe('several processes in one file', () => {
  const flowOf = (id: string, from: string, to: string, name = '') =>
    `<bpmn:messageFlow id="${id}" sourceRef="${from}" targetRef="${to}" ${name}/>`;
  const pools = (...messageFlows: readonly string[]) =>
    `<bpmn:collaboration id="c"><bpmn:participant id="pool1" processRef="buyer"/><bpmn:participant id="pool2" processRef="seller"/>${messageFlows.join('')}</bpmn:collaboration>`;

  test('several processes in a file: each is compiled and runs by itself', async () => {
    const xml = file(
      process('buyer', start('in1') + user('a') + flows('in1 > a')),
      process('seller', start('in2') + user('b') + flows('in2 > b')),
    );
    const model = await parseModel(xml);
    expect(validate(model).filter(({ severity }) => severity === 'error')).toEqual([]);
    const [buyer, seller, ...none] = compileAll(model);
    expect(none).toEqual([]);
    expect(buyer && simulate(buyer).start().open).toEqual(['task a']);
    expect(seller && simulate(seller).start().open).toEqual(['task b']);
  });

  test('message flow between pools: starts the other process and answers the first, where neither end names a message', async () => {
    const xml = file(
      pools(flowOf('mf1', 'ask', 'asked'), flowOf('mf2', 'reply', 'answered')),
      process(
        'buyer',
        start('in1') +
          element('sendTask', 'ask', io({ price: '= n' })) +
          element('receiveTask', 'answered') +
          user('a') +
          flows('in1 > ask > answered > a'),
      ),
      process('seller', start('asked') + user('b') + end('reply') + flows('asked > b > reply')),
    );
    const buyer = simulate(await graphOfXml(xml, 'buyer')).start({ n: 4 });
    expect(buyer.sent).toMatchObject([{ name: '→asked', payload: { price: 4 } }]);
    // the seller is started by the message alone
    const sellers = await graphOfXml(xml, 'seller');
    expect(() => simulate(sellers).start()).toThrow(expect.objectContaining({ code: 'start-node-needed' }));
    buyer.sent.splice(0);
    const seller = simulate(sellers).start({ price: 4 }, 'asked').complete('b');
    expect(buyer.open).toEqual(['message answered']);
    deliver(seller, buyer);
    expect(buyer.open).toEqual(['task a']);
  });

  test('message flow between events that name a message: by its name', async () => {
    const xml = file(
      pools(flowOf('mf1', 'tell', 'told')),
      process('buyer', start('in1') + throwing('tell', message()) + flows('in1 > tell')),
      process('seller', start('in2') + catching('told', message()) + user('b') + flows('in2 > told > b')),
    );
    const seller = simulate(await graphOfXml(xml, 'seller')).start();
    deliver(simulate(await graphOfXml(xml, 'buyer')).start(), seller);
    expect(seller.open).toEqual(['task b']);
  });
});

test('two who wait for the same message get one each', async () => {
  const run = simulate(
    await graphOf(
      start('begin') +
        parallel('split') +
        catching('x', message()) +
        catching('y', message()) +
        user('a') +
        user('b') +
        flows('begin > split > x > a', 'split > y > b'),
    ),
  ).start();
  expect(run.message('m').open).toHaveLength(2);
  expect(run.message('m').open).toEqual(['task a', 'task b']);
});
