import { describe, expect, it } from 'vitest';
import { refusals } from '../test/findings.ts';
import { inLine, plain } from '../test/plainModel.ts';

type Case = [what: string, root: string, expected: readonly string[], content?: string, process?: string];

const A = '<participant id="A" processRef="p" />';
const B = '<participant id="B" />';
const pools = (inner: string) => `<collaboration id="c">${A}${B}${inner}</collaboration>`;
const message = (from: string, to: string) => pools(`<messageFlow id="mf" sourceRef="${from}" targetRef="${to}" />`);
const NODES = inLine(
  ['t', '<task id="t" />'],
  ['se', '<sendTask id="se" messageRef="m" />'],
  ['re', '<receiveTask id="re" messageRef="m" />'],
  ['th', '<intermediateThrowEvent id="th" />'],
);
const KEYS = `<message id="m2" /><correlationProperty id="cp"><correlationPropertyRetrievalExpression messageRef="m"><messagePath>a</messagePath></correlationPropertyRetrievalExpression></correlationProperty>`;
const KEY = '<correlationKey id="ck"><correlationPropertyRef>cp</correlationPropertyRef></correlationKey>';
const bound = (inner: string) =>
  `<correlationSubscription id="cs" correlationKeyRef="ck">${inner}</correlationSubscription>`;
const BINDING =
  '<correlationPropertyBinding correlationPropertyRef="cp"><dataPath>x</dataPath></correlationPropertyBinding>';
const step = (id: string, from: string, to: string, initiator = from) =>
  `<choreographyTask id="${id}" initiatingParticipantRef="${initiator}"><participantRef>${from}</participantRef><participantRef>${to}</participantRef><messageFlowRef>mf</messageFlowRef></choreographyTask>`;
const choreography = (inner: string) =>
  `<choreography id="ch">${A}${B}<participant id="C" /><messageFlow id="mf" sourceRef="A" targetRef="B" />${inner}</choreography>`;

const CASES: Case[] = [
  ['a message from a pool to a task', message('B', 't'), []],
  ['a message from a task to a pool', message('t', 'B'), []],
  ['a message to a send task', message('B', 'se'), ['message-flow-not-receiver mf']],
  ['a message from a receive task', message('re', 'B'), ['message-flow-not-sender mf']],
  ['a message from a start event', message('s', 'B'), ['message-flow-not-sender mf']],
  ['a message to an end event', message('B', 'e'), ['message-flow-not-receiver mf']],
  ['a message from a plain end event', message('e', 'B'), ['message-flow-not-sender mf']],
  ['a message to a plain start event', message('B', 's'), ['message-flow-not-receiver mf']],
  ['a message from an event that throws none', message('th', 'B'), ['message-flow-not-sender mf']],
  ['a message from a message', message('m', 'B'), ['message-flow-end-kind mf']],
  [
    'a message to a text annotation',
    message('B', 'note'),
    ['message-flow-end-kind mf'],
    `${NODES}<textAnnotation id="note" />`,
  ],
  ['a message within a pool', message('t', 're'), ['message-flow-same-pool mf']],
  [
    'fewer than no participants',
    pools('<participant id="C"><participantMultiplicity minimum="-1" maximum="1" /></participant>'),
    ['participant-minimum C'],
  ],
  [
    'fewer at most than at least',
    pools('<participant id="C"><participantMultiplicity minimum="3" maximum="2" /></participant>'),
    ['participant-maximum C'],
  ],
  ['two pools of one process', pools('<participant id="C" processRef="p" />'), ['participant-process-twice C']],
  [
    'a conversation between pools',
    pools('<conversation id="talk" /><conversationLink id="cl" sourceRef="A" targetRef="talk" />'),
    [],
  ],
  [
    'a conversation link between pools',
    pools('<conversationLink id="cl" sourceRef="A" targetRef="B" />'),
    ['conversation-link-ends cl'],
  ],
  [
    'a global conversation with a choreography',
    `<globalConversation id="gc"><choreographyRef>ch</choreographyRef></globalConversation>${choreography('')}`,
    ['global-conversation-content gc'],
  ],
  ['a public process that is executable', '', ['process-public-executable p'], NODES, 'processType="Public"'],
  [
    'a process of a collaboration in which it does not appear',
    '<collaboration id="c"><participant id="B" /></collaboration>',
    ['process-not-in-collaboration p'],
    NODES,
    'definitionalCollaborationRef="c"',
  ],
  ['a subscription that binds its key', KEYS + pools(KEY), [], NODES + bound(BINDING)],
  ['a subscription that binds nothing', KEYS + pools(KEY), ['correlation-bindings p'], NODES + bound('')],
  ['a key of no properties', pools('<correlationKey id="ck" />'), ['correlation-key-empty ck']],
  ['a property that stands nowhere', '<correlationProperty id="cp" />', ['required-part-missing cp']],
  [
    'a property with two places in one message',
    KEYS.replace(/(<correlationPropertyRetrieval.*Expression>)/, '$1$1'),
    ['correlation-retrieval-twice cp'],
  ],
  [
    'a choreography in which each begins what it knows of',
    choreography(
      `${step('c1', 'A', 'B')}${step('c2', 'B', 'A')}<sequenceFlow id="cf" sourceRef="c1" targetRef="c2" />`,
    ),
    [],
  ],
  [
    'a choreography task begun by somebody who was not there',
    choreography(
      `${step('c1', 'A', 'B')}${step('c2', 'C', 'B').replace('mf', 'mf2')}<sequenceFlow id="cf" sourceRef="c1" targetRef="c2" /><messageFlow id="mf2" sourceRef="C" targetRef="B" />`,
    ),
    ['choreography-initiator-absent c2'],
  ],
  ['a choreography task begun by a stranger', choreography(step('c1', 'A', 'B', 'C')), ['choreography-initiator c1']],
  [
    'a choreography task of one participant',
    choreography(step('c1', 'A', 'A')),
    ['choreography-message c1', 'choreography-participants c1'],
  ],
  ['a user task in a choreography', choreography('<userTask id="ut" />'), ['process-in-choreography ut']],
];

describe('rules about pools, messages, conversations and choreographies', () => {
  it.each<Case>(CASES)('%s', async (_what, root, expected, content = NODES, process = '') => {
    expect(await refusals(plain(content, `<message id="m" />${root}`, process))).toEqual(expected.toSorted());
  });
});
