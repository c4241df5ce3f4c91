import { describe, expect, it } from 'vitest';
import { refusals } from '../test/findings.ts';
import { formal, inLine, link, plain } from '../test/plainModel.ts';

type Case = [what: string, content: string, expected: readonly string[], root?: string];

const START = '<startEvent id="s" />';
const END = '<endEvent id="e" />';
const CHOICE = (inner = '', attributes = '') =>
  `${START}<exclusiveGateway id="g" ${attributes} /><task id="t" /><task id="u" />${END}${link('f', 's', 'g')}${link('gt', 'g', 't', inner)}${link('gu', 'g', 'u')}${link('te', 't', 'e')}${link('ue', 'u', 'e')}`;
const TIMER = `<timerEventDefinition>${formal('timeDuration', 'PT1H')}</timerEventDefinition>`;
const WAIT = (id: string) => `<intermediateCatchEvent id="${id}">${TIMER}</intermediateCatchEvent>`;
const LINK = (name: string, inner = '', id = `l${name}`) =>
  `<linkEventDefinition id="${id}" name="${name}">${inner}</linkEventDefinition>`;
const COMPENSATED = (event: string, more = '') =>
  `${inLine(['t', '<task id="t" />'])}<boundaryEvent id="b" attachedToRef="t" ${event}><compensateEventDefinition /></boundaryEvent>${more}`;
const UNDO = '<task id="undo" isForCompensation="true" />';
const TO_UNDO = '<association id="as" sourceRef="b" targetRef="undo" />';

const CASES: Case[] = [
  ['a task between start and end', inLine(['t', '<task id="t" />']), []],
  ['a process without events', '<task id="t" /><task id="u" />' + link('f', 't', 'u'), []],
  ['a start without end', START + '<task id="t" />' + link('f', 's', 't'), ['end-event-missing p']],
  ['an end without start', END + '<task id="t" />' + link('f', 't', 'e'), ['start-event-missing p']],
  [
    'a task that nothing leads to',
    `${inLine(['t', '<task id="t" />'])}<task id="u" />${link('f', 'u', 'e')}`,
    ['node-incoming-missing u'],
  ],
  [
    'a task that leads nowhere',
    `${inLine(['t', '<task id="t" />'])}<task id="u" />${link('f', 't', 'u')}`,
    ['node-outgoing-missing u'],
  ],
  [
    'a wait that nothing leads to, without a start',
    `<task id="t" />${WAIT('w')}${link('f', 'w', 't')}`,
    ['node-incoming-missing w'],
  ],
  [
    'a wait that leads nowhere, without an end',
    `<task id="t" />${WAIT('w')}${link('f', 't', 'w')}`,
    ['node-outgoing-missing w'],
  ],
  [
    'a subprocess that begins and does not end',
    inLine(['t', `<subProcess id="t"><startEvent id="x" /><task id="y" />${link('f', 'x', 'y')}</subProcess>`]),
    ['end-event-missing t'],
  ],
  [
    'lists that agree with the flows',
    `<startEvent id="s"><outgoing>f</outgoing></startEvent><endEvent id="e"><incoming>f</incoming></endEvent>${link('f', 's', 'e')}`,
    [],
  ],
  [
    'a list of one end and not of the other',
    `${START}<endEvent id="e"><incoming>f</incoming></endEvent>${link('f', 's', 'e')}`,
    ['flow-list-incomplete s'],
  ],
  [
    'a list with a flow of others',
    `<startEvent id="s"><outgoing>f</outgoing></startEvent><task id="t"><incoming>f</incoming><outgoing>g</outgoing><outgoing>f</outgoing></task><endEvent id="e"><incoming>g</incoming></endEvent>${link('f', 's', 't')}${link('g', 't', 'e')}`,
    ['flow-list-wrong t'],
  ],
  [
    'a flow that is not immediate',
    inLine().replace('id="s_e"', 'id="s_e" isImmediate="false"'),
    ['flow-not-immediate s_e'],
  ],
  [
    'a condition on the only way out',
    `${START}<task id="t" />${END}${link('f', 's', 't')}${link('g', 't', 'e', formal('conditionExpression', 'x'))}`,
    ['flow-condition-alone g'],
  ],
  [
    'a condition behind an event',
    `${START}${END}${link('f', 's', 'e', formal('conditionExpression', 'x'))}`,
    ['flow-condition-source f'],
  ],
  [
    'a condition on the default',
    CHOICE(formal('conditionExpression', 'x'), 'default="gt"'),
    ['flow-default-condition gt'],
  ],
  [
    'a condition in words',
    CHOICE('<conditionExpression>when it rains</conditionExpression>'),
    ['expression-not-formal gt'],
  ],
  ['a condition of nothing', CHOICE(formal('conditionExpression', ' ')), ['expression-empty gt']],
  ['a diverging gateway that splits', CHOICE('', 'gatewayDirection="Diverging"'), []],
  ['a converging gateway that splits', CHOICE('', 'gatewayDirection="Converging"'), ['gateway-direction g']],
  ['a mixed gateway that splits', CHOICE('', 'gatewayDirection="Mixed"'), ['gateway-direction g']],
  ['a gateway that does nothing', inLine(['g', '<inclusiveGateway id="g" />']), ['gateway-useless g']],
  [
    'an event gateway of all events in the middle',
    `${START}<eventBasedGateway id="g" eventGatewayType="Parallel" />${WAIT('a')}${WAIT('b')}${END}${link('f', 's', 'g')}${link('ga', 'g', 'a')}${link('gb', 'g', 'b')}${link('ae', 'a', 'e')}${link('be', 'b', 'e')}`,
    ['event-gateway-parallel g'],
  ],
  [
    'a receive task that begins in the middle',
    inLine(['t', '<receiveTask id="t" instantiate="true" messageRef="m" />']),
    ['instantiate-incoming t'],
    '<message id="m" name="m" />',
  ],
  ['compensation as it should be', COMPENSATED('', UNDO + TO_UNDO), []],
  ['compensation without an activity', COMPENSATED(''), ['compensation-activity-missing b']],
  [
    'compensation that does not interrupt',
    COMPENSATED('cancelActivity="false"', UNDO + TO_UNDO),
    ['compensation-interrupting b'],
  ],
  ['compensation with a flow', COMPENSATED('', UNDO + TO_UNDO + link('x', 'b', 'e')), ['compensation-outgoing b']],
  [
    'compensation by an ordinary task',
    COMPENSATED('', TO_UNDO.replace('"undo"', '"t"')),
    ['compensation-activity-kind b'],
  ],
  [
    'compensation by two activities',
    COMPENSATED(
      '',
      `${UNDO}<task id="undo2" isForCompensation="true" />${TO_UNDO}<association id="as2" sourceRef="b" targetRef="undo2" />`,
    ),
    ['compensation-activities b'],
  ],
  [
    'a flow into a compensation activity',
    COMPENSATED('', UNDO + TO_UNDO + link('x', 't', 'undo')),
    ['compensation-activity-flow undo'],
  ],
  [
    'links that name each other',
    `${START}<intermediateThrowEvent id="a">${LINK('x', '<target>l2</target>', 'l1')}</intermediateThrowEvent><intermediateCatchEvent id="b">${LINK('x', '<source>l1</source>', 'l2')}</intermediateCatchEvent>${END}${link('f', 's', 'a')}${link('g', 'b', 'e')}`,
    [],
  ],
  [
    'a link that is not answered',
    `${START}<intermediateThrowEvent id="a">${LINK('x', '<target>l2</target>', 'l1')}</intermediateThrowEvent><intermediateCatchEvent id="b">${LINK('x', '', 'l2')}</intermediateCatchEvent>${END}${link('f', 's', 'a')}${link('g', 'b', 'e')}`,
    ['link-one-sided a'],
  ],
  [
    'an ad-hoc subprocess with a start event',
    inLine(['t', '<adHocSubProcess id="t"><startEvent id="x" /><task id="y" /></adHocSubProcess>']),
    ['ad-hoc-event x'],
  ],
  ['an ad-hoc subprocess with nothing to do', inLine(['t', '<adHocSubProcess id="t" />']), ['ad-hoc-empty t']],
  [
    'a choreography task in a process',
    inLine([
      't',
      '<choreographyTask id="t" initiatingParticipantRef="A"><participantRef>A</participantRef><participantRef>B</participantRef><messageFlowRef>mf</messageFlowRef></choreographyTask>',
    ]),
    ['choreography-in-process t'],
    '<collaboration id="c"><participant id="A" /><participant id="B" /><messageFlow id="mf" sourceRef="A" targetRef="B" /></collaboration>',
  ],
  ['a transaction by an impossible method', inLine(['t', '<transaction id="t" method="50%" />']), ['uri-invalid t']],
  ['a transaction by a method of BPMN', inLine(['t', '<transaction id="t" method="##Compensate" />']), []],
  ['an annotation in a format', `${inLine()}<textAnnotation id="a" textFormat="text/html; charset=utf-8" />`, []],
  ['an annotation in no format', `${inLine()}<textAnnotation id="a" textFormat="rich" />`, ['text-format-mime a']],
  [
    'a documentation in no format',
    inLine(['t', '<task id="t"><documentation textFormat="rich">x</documentation></task>']),
    ['text-format-mime t'],
  ],
  [
    'a script in a language',
    inLine(['t', '<scriptTask id="t" scriptFormat="text/x-groovy"><script>x = 1</script></scriptTask>']),
    [],
  ],
  [
    'a script in no language',
    inLine(['t', '<scriptTask id="t"><script>x = 1</script></scriptTask>']),
    ['script-format-missing t'],
  ],
  ['a script known by its name', inLine(['t', '<scriptTask id="t"><script>SEND_OFFER</script></scriptTask>']), []],
  [
    'a language that is no MIME type',
    inLine(['t', '<scriptTask id="t" scriptFormat="groovy"><script>x = 1</script></scriptTask>']),
    ['script-format-mime t'],
  ],
];

describe('rules about control flow', () => {
  it.each<Case>(CASES)('%s', async (_what, content, expected, root = '') => {
    expect(await refusals(plain(content, root))).toEqual(expected.toSorted());
  });
});
