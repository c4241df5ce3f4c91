import { describe, expect, it } from 'vitest';
import { refusals } from '../test/findings.ts';
import { formal, inLine, link, plain } from '../test/plainModel.ts';

type Case = [what: string, content: string, expected: readonly string[], root?: string];

const ROOT = `<message id="m" itemRef="Text" /><message id="m2" itemRef="Text" /><signal id="si" structureRef="Number" /><error id="er" errorCode="E" structureRef="Number" />
<interface id="i" name="I"><operation id="op" name="do"><inMessageRef>m</inMessageRef></operation></interface>`;
const IN = (id: string, item: string) => `<dataInput id="${id}" itemSubjectRef="${item}" />`;
const SET = (...ids: readonly string[]) =>
  `<inputSet>${ids.map((id) => `<dataInputRefs>${id}</dataInputRefs>`).join('')}</inputSet>`;
const MESSAGE = '<messageEventDefinition messageRef="m"><operationRef>op</operationRef></messageEventDefinition>';
const throwing = (inner: string) => inLine(['x', `<intermediateThrowEvent id="x">${inner}</intermediateThrowEvent>`]);
const catching = (inner: string) => inLine(['x', `<intermediateCatchEvent id="x">${inner}</intermediateCatchEvent>`]);
const timer = (name: string, body: string) => `<timerEventDefinition>${formal(name, body)}</timerEventDefinition>`;

const THROWN = (kind: string, reference = '') =>
  inLine().replace('<endEvent id="e" />', `<endEvent id="e"><${kind}EventDefinition ${reference} /></endEvent>`);

const CASES: Case[] = [
  ['an error with a code', THROWN('error', 'errorRef="er"'), []],
  [
    'an error without a code',
    THROWN('error', 'errorRef="er2"'),
    ['thrown-code-missing e'],
    '<error id="er2" name="late" />',
  ],
  ['an escalation of no kind', THROWN('escalation'), ['thrown-code-missing e']],
  [
    'a receive task behind an event gateway with an event attached',
    `<startEvent id="s" /><eventBasedGateway id="g" /><receiveTask id="r" messageRef="m" /><receiveTask id="r2" messageRef="m" /><endEvent id="e" />
<boundaryEvent id="b" attachedToRef="r">${timer('timeDuration', 'PT1H')}</boundaryEvent>
${link('f', 's', 'g')}${link('g1', 'g', 'r')}${link('g2', 'g', 'r2')}${link('re', 'r', 'e')}${link('r2e', 'r2', 'e')}${link('be', 'b', 'e')}`,
    ['event-gateway-target-boundary r'],
  ],
  [
    'a link that nothing jumps to',
    `<startEvent id="s" /><intermediateCatchEvent id="x"><linkEventDefinition name="back" /></intermediateCatchEvent><endEvent id="e" />${link('f', 's', 'e')}${link('h', 'x', 'e')}`,
    ['link-throw-missing x'],
  ],
  ['a message with its operation', catching(MESSAGE), []],
  [
    'a message without operation',
    catching('<messageEventDefinition messageRef="m" />'),
    ['message-operation-missing x'],
  ],
  [
    'an operation without message',
    throwing('<messageEventDefinition><operationRef>op</operationRef></messageEventDefinition>'),
    ['message-missing x'],
  ],
  ['an operation that takes another message', catching(MESSAGE.replace('"m"', '"m2"')), ['message-operation-other x']],
  ['a signal that is not named', catching('<signalEventDefinition />'), ['signal-missing x']],
  [
    'data for each thing thrown',
    throwing(
      `${IN('a', 'Text')}${IN('b', 'Number')}${SET('a', 'b')}${MESSAGE}<signalEventDefinition signalRef="si" />`,
    ),
    [],
  ],
  [
    'data for one of two things thrown',
    throwing(`${IN('a', 'Text')}${SET('a')}${MESSAGE}<signalEventDefinition signalRef="si" />`),
    ['event-data-count x'],
  ],
  [
    'data in another order',
    throwing(
      `${IN('b', 'Number')}${IN('a', 'Text')}${SET('a', 'b')}${MESSAGE}<signalEventDefinition signalRef="si" />`,
    ),
    ['event-data-type a', 'event-data-type b'],
  ],
  [
    'what is caught in another structure',
    catching(
      `<dataOutput id="a" itemSubjectRef="Number" /><outputSet><dataOutputRefs>a</dataOutputRefs></outputSet>${MESSAGE}`,
    ),
    ['event-data-type a'],
  ],
  [
    'a definition shared by the file',
    catching('<eventDefinitionRef>shared</eventDefinitionRef>'),
    [],
    '<signal id="sig" /><signalEventDefinition id="shared" signalRef="sig" />',
  ],
  [
    'a definition that belongs to another event',
    inLine(
      [
        'x',
        '<intermediateCatchEvent id="x"><signalEventDefinition id="own" signalRef="si" /></intermediateCatchEvent>',
      ],
      ['y', '<intermediateThrowEvent id="y"><eventDefinitionRef>own</eventDefinitionRef></intermediateThrowEvent>'],
    ),
    ['event-definition-not-shared y'],
  ],
  [
    'a condition in words',
    catching('<conditionalEventDefinition><condition>rain</condition></conditionalEventDefinition>'),
    ['expression-not-formal x'],
  ],
  ['no condition', catching('<conditionalEventDefinition id="ce" />'), ['required-part-missing ce']],
  [
    'an empty condition',
    catching(`<conditionalEventDefinition>${formal('condition', '')}</conditionalEventDefinition>`),
    ['expression-empty x'],
  ],
  ['a time', catching(timer('timeDuration', 'PT1H')), []],
  [
    'a time in words',
    catching('<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>'),
    ['expression-not-formal x'],
  ],
  ['no time', catching('<timerEventDefinition />'), ['timer-missing x']],
  ['a date that is none', catching(timer('timeDate', 'tomorrow')), ['timer-format x']],
  ['a cycle that is none', catching(timer('timeCycle', 'often')), ['timer-format x']],
  ['a timer thrown', throwing(timer('timeDuration', 'PT1H')), ['event-kind-not-allowed x']],
  [
    'a link without a name',
    throwing('<linkEventDefinition id="li" />'),
    ['link-catch-missing x', 'link-throw-outgoing x', 'required-part-missing li'],
  ],
];

describe('rules about events', () => {
  it.each<Case>(CASES)('%s', async (_what, content, expected, root = ROOT) => {
    expect(await refusals(plain(content, root))).toEqual(expected.toSorted());
  });
});
