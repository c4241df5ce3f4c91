import { describe, expect, it } from 'vitest';
import { findings } from '../test/findings.ts';
import { bpmn } from '../test/sampleModel.ts';
import { condition, END, flow, key, MESSAGE, message, START, timer } from '../test/snippets.ts';

type Case = [what: string, content: string, expected: readonly string[], root?: string];

const CASES: Case[] = [
  ['the simplest process', START + END + flow('f', 's', 'e'), []],
  ['no start event', '<bpmn:task id="t" />' + END + flow('f', 't', 'e'), ['warning process-start-missing p']],
  ['a flow without target', START + '<bpmn:sequenceFlow id="f" sourceRef="s" />', ['error flow-target-missing f']],
  [
    'a flow into a subprocess',
    START +
      '<bpmn:subProcess id="sub"><bpmn:task id="t" /></bpmn:subProcess>' +
      flow('f', 's', 't') +
      flow('g', 's', 'sub'),
    ['error flow-crosses-scope f', 'error subprocess-start-missing sub', 'warning node-unreachable t'],
  ],
  [
    'a flow into a start event',
    START + '<bpmn:task id="t" />' + flow('f', 's', 't') + flow('g', 't', 's'),
    ['error start-incoming s', 'warning loop-endless s'],
  ],
  [
    'a flow out of an end event',
    START + END + '<bpmn:task id="t" />' + flow('f', 's', 'e') + flow('g', 'e', 't'),
    ['error end-outgoing e'],
  ],
  [
    'a boundary event without host',
    START +
      END +
      flow('f', 's', 'e') +
      `<bpmn:boundaryEvent id="b">${timer}</bpmn:boundaryEvent>` +
      flow('g', 'b', 'e'),
    ['error boundary-not-attached b', 'warning node-unreachable b'],
  ],
  [
    'a flow into a boundary event',
    START +
      '<bpmn:task id="t" />' +
      `<bpmn:boundaryEvent id="b" attachedToRef="t">${timer}</bpmn:boundaryEvent>` +
      END +
      flow('f', 's', 't') +
      flow('g', 't', 'b') +
      flow('h', 'b', 'e'),
    ['error boundary-incoming b'],
  ],
  [
    'a boundary event without trigger',
    START +
      '<bpmn:task id="t" /><bpmn:boundaryEvent id="b" attachedToRef="t" />' +
      END +
      flow('f', 's', 't') +
      flow('h', 'b', 'e'),
    ['error boundary-trigger-missing b'],
  ],
  [
    'an error event that does not interrupt',
    START +
      '<bpmn:task id="t" /><bpmn:boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><bpmn:errorEventDefinition /></bpmn:boundaryEvent>' +
      END +
      flow('f', 's', 't') +
      flow('h', 'b', 'e'),
    ['error boundary-error-interrupts b'],
  ],
  [
    'an event gateway to a task',
    START +
      `<bpmn:eventBasedGateway id="g" /><bpmn:task id="t" /><bpmn:intermediateCatchEvent id="c">${timer}</bpmn:intermediateCatchEvent>` +
      flow('f', 's', 'g') +
      flow('h', 'g', 't') +
      flow('i', 'g', 'c'),
    ['error event-gateway-target t'],
  ],
  [
    'an event gateway with one way',
    START +
      `<bpmn:eventBasedGateway id="g" /><bpmn:intermediateCatchEvent id="c">${timer}</bpmn:intermediateCatchEvent>` +
      flow('f', 's', 'g') +
      flow('i', 'g', 'c'),
    ['error event-gateway-outgoing g'],
  ],
  [
    'a link without catch',
    START +
      '<bpmn:intermediateThrowEvent id="l"><bpmn:linkEventDefinition name="x" /></bpmn:intermediateThrowEvent>' +
      flow('f', 's', 'l'),
    ['error link-catch-missing l'],
  ],
  [
    'two catches of one link',
    START +
      '<bpmn:intermediateThrowEvent id="l"><bpmn:linkEventDefinition name="x" /></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id="c1"><bpmn:linkEventDefinition name="x" /></bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="c2"><bpmn:linkEventDefinition name="x" /></bpmn:intermediateCatchEvent>' +
      flow('f', 's', 'l'),
    ['error link-catch-duplicate c1', 'error link-catch-duplicate c2', 'warning node-unreachable c1'],
  ],
  [
    'a condition behind a parallel gateway',
    START + '<bpmn:parallelGateway id="g" />' + END + flow('f', 's', 'g') + flow('h', 'g', 'e', condition('x')),
    ['warning flow-condition-ignored h'],
  ],
  [
    'a gateway without default and one without condition',
    START +
      '<bpmn:exclusiveGateway id="g" /><bpmn:exclusiveGateway id="g2" /><bpmn:task id="t" />' +
      END +
      flow('f', 's', 'g') +
      flow('h', 'g', 'g2', condition('x')) +
      flow('i', 'g', 't', condition('y')) +
      flow('j', 'g2', 'e') +
      flow('k', 'g2', 't', condition('y')),
    ['warning gateway-default-missing g', 'warning flow-condition-missing j'],
  ],
  [
    'a default flow of somebody else',
    START + '<bpmn:exclusiveGateway id="g" default="f" />' + END + flow('f', 's', 'g') + flow('h', 'g', 'e'),
    ['error default-not-outgoing g'],
  ],
  ['an island', START + END + flow('f', 's', 'e') + '<bpmn:task id="t" />', ['warning node-unreachable t']],
  [
    'a loop without way out',
    START +
      '<bpmn:task id="t" /><bpmn:task id="u" />' +
      flow('f', 's', 't') +
      flow('g', 't', 'u') +
      flow('h', 'u', 't'),
    ['warning loop-endless t'],
  ],
  [
    'a loop in which nothing waits',
    START +
      '<bpmn:task id="t" /><bpmn:exclusiveGateway id="g" default="h" />' +
      END +
      flow('f', 's', 't') +
      flow('g1', 't', 'g') +
      flow('h', 'g', 'e') +
      flow('i', 'g', 't', condition('x')),
    ['warning loop-without-wait t'],
  ],
  [
    'a loop in which a person works',
    START +
      '<bpmn:manualTask id="t" name="T"><bpmn:extensionElements><dw:label lang="zh">办</dw:label></bpmn:extensionElements></bpmn:manualTask><bpmn:exclusiveGateway id="g" default="h" />' +
      END +
      flow('f', 's', 't') +
      flow('g1', 't', 'g') +
      flow('h', 'g', 'e') +
      flow('i', 'g', 't', condition('x')),
    [],
  ],
  [
    'an event subprocess with flows and without trigger',
    START +
      END +
      flow('f', 's', 'e') +
      '<bpmn:subProcess id="sub" triggeredByEvent="true"><bpmn:startEvent id="x" /></bpmn:subProcess>' +
      flow('g', 'sub', 'e'),
    ['error event-subprocess-start-trigger x', 'error event-subprocess-flow sub'],
  ],
  [
    'an embedded subprocess that waits for a trigger',
    START +
      `<bpmn:subProcess id="sub"><bpmn:startEvent id="x">${timer}</bpmn:startEvent></bpmn:subProcess>` +
      flow('g', 's', 'sub'),
    ['error subprocess-start-trigger x', 'error subprocess-start-missing sub'],
  ],
  [
    'a message event without message',
    START +
      '<bpmn:intermediateCatchEvent id="c"><bpmn:messageEventDefinition /></bpmn:intermediateCatchEvent>' +
      flow('f', 's', 'c'),
    ['error message-missing c'],
  ],
  [
    'a message without correlation',
    START + `<bpmn:intermediateCatchEvent id="c">${message}</bpmn:intermediateCatchEvent>` + flow('f', 's', 'c'),
    ['warning message-correlation-missing c'],
    MESSAGE,
  ],
  [
    'a message with correlation',
    START + `<bpmn:intermediateCatchEvent id="c">${key}${message}</bpmn:intermediateCatchEvent>` + flow('f', 's', 'c'),
    [],
    MESSAGE,
  ],
  [
    'a signal event without signal',
    `<bpmn:startEvent id="s"><bpmn:signalEventDefinition /></bpmn:startEvent>`,
    ['error signal-missing s'],
  ],
  [
    'a timer without time',
    START +
      '<bpmn:intermediateCatchEvent id="c"><bpmn:timerEventDefinition /></bpmn:intermediateCatchEvent>' +
      flow('f', 's', 'c'),
    ['error timer-missing c'],
  ],
  [
    'a timer of three days, written in words',
    START +
      `<bpmn:intermediateCatchEvent id="c">${timer.replace('PT1H', 'three days')}</bpmn:intermediateCatchEvent>` +
      flow('f', 's', 'c'),
    ['error timer-format c'],
  ],
  [
    'an error end event without error',
    START + '<bpmn:endEvent id="e"><bpmn:errorEventDefinition /></bpmn:endEvent>' + flow('f', 's', 'e'),
    ['error error-missing e'],
  ],
  [
    'an event that waits for nothing',
    START + '<bpmn:intermediateCatchEvent id="c" />' + flow('f', 's', 'c'),
    ['error catch-trigger-missing c'],
  ],
  [
    'a process that starts with an error',
    '<bpmn:startEvent id="s"><bpmn:errorEventDefinition /></bpmn:startEvent>',
    ['error event-kind-not-allowed s'],
  ],
  [
    'a terminate event in the middle',
    START +
      '<bpmn:intermediateThrowEvent id="x"><bpmn:terminateEventDefinition /></bpmn:intermediateThrowEvent>' +
      flow('f', 's', 'x'),
    ['error event-kind-not-allowed x'],
  ],
  [
    'an event subprocess that catches an error without interrupting',
    START +
      END +
      flow('f', 's', 'e') +
      '<bpmn:subProcess id="sub" triggeredByEvent="true"><bpmn:startEvent id="x" isInterrupting="false"><bpmn:errorEventDefinition /></bpmn:startEvent></bpmn:subProcess>',
    ['error start-error-interrupts x'],
  ],
  [
    'a message flow within one pool',
    START + END + flow('f', 's', 'e'),
    ['error message-flow-not-receiver mf', 'error message-flow-not-sender mf', 'error message-flow-same-pool mf'],
    '<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p" /><bpmn:messageFlow id="mf" sourceRef="s" targetRef="e" /></bpmn:collaboration>',
  ],
  [
    'a timer with two times',
    START +
      `<bpmn:intermediateCatchEvent id="c">${timer.replace('<bpmn:timeDuration', '<bpmn:timeDate>2026-03-31</bpmn:timeDate><bpmn:timeDuration')}</bpmn:intermediateCatchEvent>` +
      flow('f', 's', 'c'),
    ['error timer-several c'],
  ],
  [
    'a boundary event that leads nowhere',
    START +
      `<bpmn:task id="t" /><bpmn:boundaryEvent id="b" attachedToRef="t">${timer}</bpmn:boundaryEvent>` +
      flow('f', 's', 't'),
    ['error boundary-outgoing-missing b'],
  ],
  [
    'a message event that names a task',
    START +
      `<bpmn:intermediateCatchEvent id="c">${key}${message.replace('"m"', '"s"')}</bpmn:intermediateCatchEvent>` +
      flow('f', 's', 'c'),
    ['error reference-wrong-type c', 'warning message-name-missing s'],
  ],
  [
    'a call activity that calls nothing',
    START + '<bpmn:callActivity id="c" />' + flow('f', 's', 'c'),
    ['error called-process-missing c'],
  ],
];

describe('BPMN rules', () => {
  it.each<Case>(CASES)('%s', async (_what, content, expected, root = '') => {
    expect((await findings(bpmn(content, { root }))).toSorted()).toEqual(expected.toSorted());
  });
});
