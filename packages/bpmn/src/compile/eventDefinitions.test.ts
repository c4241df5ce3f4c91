import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

const ROOT = `<bpmn:signal id="s" name="told" /><bpmn:signal id="unnamed" /><bpmn:message id="m" name="paid" />
  <bpmn:error id="e" name="Failed" errorCode="F1" /><bpmn:error id="e2" name="Failed" /><bpmn:escalation id="x" escalationCode="X1" />
  <bpmn:interface id="i" name="I"><bpmn:operation id="op" name="Op"><bpmn:inMessageRef>m</bpmn:inMessageRef></bpmn:operation></bpmn:interface>
  <bpmn:timerEventDefinition id="shared"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const catching = (inside: string) =>
  `<bpmn:intermediateCatchEvent id="a" name="Name">${inside}</bpmn:intermediateCatchEvent>`;
const throwing = (inside: string) =>
  `<bpmn:intermediateThrowEvent id="a" name="Name">${inside}</bpmn:intermediateThrowEvent>`;
const timer = (inside: string) => catching(`<bpmn:timerEventDefinition>${inside}</bpmn:timerEventDefinition>`);
const timed = (type: string, source: string) => [{ kind: 'timer', timer: { type, source } }];

it.each([
  ['none', catching(''), []],
  ['signal', catching('<bpmn:signalEventDefinition signalRef="s" />'), [{ kind: 'signal', name: 'told' }]],
  [
    'signal without a name',
    catching('<bpmn:signalEventDefinition signalRef="unnamed" />'),
    [{ kind: 'signal', name: 'unnamed' }],
  ],
  [
    'message',
    catching('<bpmn:messageEventDefinition messageRef="m" />'),
    [{ kind: 'message', name: 'paid', correlation: null }],
  ],
  [
    'message of an operation',
    catching('<bpmn:messageEventDefinition><bpmn:operationRef>op</bpmn:operationRef></bpmn:messageEventDefinition>'),
    [{ kind: 'message', name: 'paid', correlation: null }],
  ],
  [
    'message of a task',
    '<bpmn:sendTask id="a" messageRef="m" />',
    [{ kind: 'message', name: 'paid', correlation: null }],
  ],
  ['error by its code', throwing('<bpmn:errorEventDefinition errorRef="e" />'), [{ kind: 'error', code: 'F1' }]],
  ['error by its name', throwing('<bpmn:errorEventDefinition errorRef="e2" />'), [{ kind: 'error', code: 'Failed' }]],
  ['any error', catching('<bpmn:errorEventDefinition />'), [{ kind: 'error', code: null }]],
  [
    'escalation',
    throwing('<bpmn:escalationEventDefinition escalationRef="x" />'),
    [{ kind: 'escalation', code: 'X1' }],
  ],
  [
    'condition',
    catching(
      '<bpmn:conditionalEventDefinition><bpmn:condition>${a == 1}</bpmn:condition></bpmn:conditionalEventDefinition>',
    ),
    [{ kind: 'conditional', condition: 'a = 1' }],
  ],
  [
    'compensation of one activity',
    `${throwing('<bpmn:compensateEventDefinition activityRef="t" waitForCompletion="false" />')}<bpmn:task id="t" />`,
    [{ kind: 'compensation', activity: 2, wait: false }],
  ],
  [
    'compensation of everything',
    throwing('<bpmn:compensateEventDefinition />'),
    [{ kind: 'compensation', activity: -1, wait: true }],
  ],
  ['link by its name', throwing('<bpmn:linkEventDefinition name="x" />'), [{ kind: 'link', name: 'x' }]],
  ["link by its event's name", throwing('<bpmn:linkEventDefinition />'), [{ kind: 'link', name: 'Name' }]],
  ['cancel', '<bpmn:endEvent id="a"><bpmn:cancelEventDefinition /></bpmn:endEvent>', [{ kind: 'cancel' }]],
  ['terminate', '<bpmn:endEvent id="a"><bpmn:terminateEventDefinition /></bpmn:endEvent>', [{ kind: 'terminate' }]],
  ['date', timer('<bpmn:timeDate>2026-03-31T09:00:00Z</bpmn:timeDate>'), timed('date', '2026-03-31T09:00:00Z')],
  ['duration', timer('<bpmn:timeDuration> PT8H </bpmn:timeDuration>'), timed('duration', 'PT8H')],
  ['cycle', timer('<bpmn:timeCycle>R3/PT8H</bpmn:timeCycle>'), timed('cycle', 'R3/PT8H')],
  ['cron', timer('<bpmn:timeCycle>0 9 * * 1</bpmn:timeCycle>'), timed('cycle', '0 9 * * 1')],
  ['an expression', timer('<bpmn:timeDuration>= wait</bpmn:timeDuration>'), timed('duration', '= wait')],
  [
    'an expression in JUEL',
    timer('<bpmn:timeDuration>${deal.wait}</bpmn:timeDuration>'),
    timed('duration', '=deal.wait'),
  ],
  [
    'text around an expression',
    timer('<bpmn:timeCycle>R/PT${hours}H</bpmn:timeCycle>'),
    timed('cycle', '=string join(["R/PT", string(hours), "H"])'),
  ],
  [
    'what is filled of several',
    timer('<bpmn:timeDate></bpmn:timeDate><bpmn:timeCycle>R/PT1H</bpmn:timeCycle>'),
    timed('cycle', 'R/PT1H'),
  ],
  ['no time', timer(''), timed('duration', '')],
  [
    'a definition of its own in the file',
    catching('<bpmn:eventDefinitionRef>shared</bpmn:eventDefinitionRef>'),
    timed('duration', 'P1D'),
  ],
  [
    'several',
    catching('<bpmn:signalEventDefinition signalRef="s" /><bpmn:messageEventDefinition messageRef="m" />'),
    [
      { kind: 'signal', name: 'told' },
      { kind: 'message', name: 'paid', correlation: null },
    ],
  ],
])('%s', async (_what, content, events) => {
  expect((await readNode(bpmn(content, { root: ROOT }), 'a')).node.events).toEqual(events);
});
