import { describe, expect, it } from 'vitest';
import { refusals } from '../test/findings.ts';
import { formal, inLine, plain } from '../test/plainModel.ts';

type Case = [what: string, content: string, expected: readonly string[], root?: string];

const INPUT = '<dataInput id="in" itemSubjectRef="Text" />';
const OUTPUT = '<dataOutput id="out" itemSubjectRef="Text" />';
const IN_SET = '<inputSet><dataInputRefs>in</dataInputRefs></inputSet>';
const OUT_SET = '<outputSet><dataOutputRefs>out</dataOutputRefs></outputSet>';
const spec = (inner: string) => `<ioSpecification>${inner}</ioSpecification>`;
const READS = spec(`${INPUT}${IN_SET}<outputSet />`);
const OBJECT =
  '<dataObject id="o" name="Offer" itemSubjectRef="Text" /><dataObjectReference id="r" dataObjectRef="o" />';
const copy = (from: string, to = 'in', inner = '') =>
  `<dataInputAssociation id="a"><sourceRef>${from}</sourceRef><targetRef>${to}</targetRef>${inner}</dataInputAssociation>`;
const task = (inner: string, kind = 'task', attributes = '') =>
  inLine(['t', `<${kind} id="t" ${attributes}>${inner}</${kind}>`]);
const MESSAGES = `<message id="m" itemRef="Text" /><message id="n" itemRef="Number" />
<interface id="i" name="I"><operation id="op" name="do"><inMessageRef>m</inMessageRef><outMessageRef>m</outMessageRef></operation></interface>`;
const SEVERAL = 'multiInstanceLoopCharacteristics';

const CASES: Case[] = [
  ['an input in its set', task(READS), []],
  ['an input in no set', task(spec(`${INPUT}<inputSet /><outputSet />`)), ['io-not-in-set in']],
  ['an output in no set', task(spec(`${OUTPUT}<inputSet /><outputSet />`)), ['io-not-in-set out']],
  ['no sets at all', task(spec('')), ['required-part-missing t', 'required-part-missing t']],
  [
    'an optional input that its set does not hold',
    task(
      spec(
        `${INPUT}<dataInput id="x" /><inputSet><dataInputRefs>in</dataInputRefs><optionalInputRefs>x</optionalInputRefs></inputSet><inputSet><dataInputRefs>x</dataInputRefs></inputSet><outputSet />`,
      ),
    ),
    ['io-set-not-subset t'],
  ],
  [
    'an output written while executing that its set does not hold',
    task(
      spec(
        `${OUTPUT}<dataOutput id="x" /><inputSet /><outputSet><dataOutputRefs>out</dataOutputRefs><whileExecutingOutputRefs>x</whileExecutingOutputRefs></outputSet><outputSet><dataOutputRefs>x</dataOutputRefs></outputSet>`,
      ),
    ),
    ['io-set-not-subset t'],
  ],
  [
    'sets that refer to each other from one side',
    task(
      spec(
        `${INPUT}${OUTPUT}<inputSet id="is"><dataInputRefs>in</dataInputRefs><outputSetRefs>os</outputSetRefs></inputSet><outputSet id="os"><dataOutputRefs>out</dataOutputRefs></outputSet>`,
      ),
    ),
    ['io-set-one-sided is'],
  ],
  [
    'a set with the input of another task',
    inLine(['t', `<task id="t">${READS}</task>`], ['u', `<task id="u">${spec(`${IN_SET}<outputSet />`)}</task>`]),
    ['io-set-foreign u'],
  ],
  [
    'a subprocess that declares inputs',
    inLine(['t', `<subProcess id="t">${READS}<task id="x" /></subProcess>`]),
    ['subprocess-io t'],
  ],
  [
    'a collection of single items',
    `${task('')}<dataObject id="o" isCollection="true" itemSubjectRef="Text" />`,
    ['collection-mismatch o'],
  ],
  [
    'a single item of a collection',
    `${task('')}<dataObject id="o" itemSubjectRef="Texts" />`,
    ['collection-mismatch o'],
  ],
  ['a reference to no data object', `${task('')}<dataObjectReference id="r" />`, ['data-object-missing r']],
  [
    'a state that the name does not tell',
    `${task('')}<dataObject id="o" name="Offer" /><dataObjectReference id="r" name="Offer" dataObjectRef="o"><dataState name="sent" /></dataObjectReference>`,
    ['data-state-name r'],
  ],
  [
    'a state that the name tells',
    `${task('')}<dataObject id="o" name="Offer" /><dataObjectReference id="r" name="Offer [sent]" dataObjectRef="o"><dataState name="sent" /></dataObjectReference>`,
    [],
  ],
  ['data copied to an equal structure', OBJECT.replace('"Text"', '"Text2"') + task(READS + copy('r')), []],
  [
    'data copied to another structure',
    OBJECT.replace('"Text"', '"Number"') + task(READS + copy('r')),
    ['data-association-types a'],
  ],
  [
    'data transformed to another structure',
    OBJECT.replace('"Text"', '"Number"') + task(READS + copy('r', 'in', '<transformation>string(r)</transformation>')),
    [],
  ],
  ['an empty transformation', OBJECT + task(READS + copy('r', 'in', '<transformation />')), ['expression-empty a']],
  [
    'two sources and no transformation',
    `${OBJECT}<dataObjectReference id="r2" dataObjectRef="o" />${task(READS + copy('r</sourceRef><sourceRef>r2'))}`,
    ['data-association-sources a'],
  ],
  [
    'data brought to somebody else',
    `${OBJECT}<dataObjectReference id="r2" dataObjectRef="o" />${task(READS + copy('r', 'r2'))}`,
    ['data-association-target a'],
  ],
  [
    'an assignment without an end',
    OBJECT + task(READS + copy('r', 'in', `<assignment id="as">${formal('from', '1')}</assignment>`)),
    ['required-part-missing as'],
  ],
  [
    'an output of the process read inside',
    spec(`${OUTPUT}<inputSet />${OUT_SET}`) + task(READS + copy('out')),
    ['data-output-read a'],
  ],
  [
    'an input of the process written inside',
    spec(`${INPUT}${IN_SET}<outputSet />`) +
      task(
        `${spec('<dataOutput id="o2" /><inputSet /><outputSet><dataOutputRefs>o2</dataOutputRefs></outputSet>')}<dataOutputAssociation id="a"><sourceRef>o2</sourceRef><targetRef>in</targetRef></dataOutputAssociation>`,
      ),
    ['data-input-written a'],
  ],
  [
    'a service that gets and gives what its operation says',
    task(spec(INPUT + OUTPUT + IN_SET + OUT_SET), 'serviceTask', 'operationRef="op"'),
    [],
    MESSAGES,
  ],
  [
    'a service without its output',
    task(READS, 'serviceTask', 'operationRef="op"'),
    ['task-operation-data t'],
    MESSAGES,
  ],
  [
    'a service with two sets of outputs',
    task(spec(INPUT + OUTPUT + IN_SET + OUT_SET + OUT_SET), 'serviceTask', 'operationRef="op"'),
    ['task-io-count t'],
    MESSAGES,
  ],
  [
    'a service that gets another structure',
    task(spec(INPUT.replace('Text', 'Number') + OUTPUT + IN_SET + OUT_SET), 'serviceTask', 'operationRef="op"'),
    ['task-message-type t'],
    MESSAGES,
  ],
  ['a send task of another structure', task(READS, 'sendTask', 'messageRef="n"'), ['task-message-type t'], MESSAGES],
  [
    'a send task with two inputs',
    task(
      spec(
        `${INPUT}<dataInput id="x" itemSubjectRef="Text" /><inputSet><dataInputRefs>in</dataInputRefs><dataInputRefs>x</dataInputRefs></inputSet><outputSet />`,
      ),
      'sendTask',
      'messageRef="m"',
    ),
    ['task-io-count t'],
    MESSAGES,
  ],
  [
    'a receive task of no structure',
    task(spec(`<dataOutput id="out" /><inputSet />${OUT_SET}`), 'receiveTask', 'messageRef="m"'),
    ['task-message-type t'],
    MESSAGES,
  ],
  [
    'a send task whose operation takes another message',
    task('', 'sendTask', 'messageRef="n" operationRef="op"'),
    ['task-operation-message t'],
    MESSAGES,
  ],
  [
    'an operation without message',
    task(''),
    ['required-part-missing op'],
    '<interface id="i" name="I"><operation id="op" name="do" /></interface>',
  ],
  ['an interface without operation', task(''), ['required-part-missing i'], '<interface id="i" name="I" />'],
  [
    'a call with the data of what is called',
    task(READS, 'callActivity', 'calledElement="g"'),
    [],
    `<globalTask id="g">${spec('<dataInput id="gi" itemSubjectRef="Text2" /><inputSet><dataInputRefs>gi</dataInputRefs></inputSet><outputSet />')}</globalTask>`,
  ],
  [
    'a call without the data of what is called',
    task('', 'callActivity', 'calledElement="g"'),
    ['called-element-data t'],
    `<globalTask id="g">${spec('<dataInput id="gi" itemSubjectRef="Text" /><inputSet><dataInputRefs>gi</dataInputRefs></inputSet><outputSet />')}</globalTask>`,
  ],
  ['a call of nothing in the file', task('', 'callActivity', 'calledElement="nowhere"'), ['called-element-missing t']],
  ['a call of another file', task('', 'callActivity', 'calledElement="other:process"'), []],
  ['a call of a message', task('', 'callActivity', 'calledElement="m"'), ['called-element-kind t'], MESSAGES],
  [
    'an interface offered without binding',
    task(''),
    ['io-binding-missing g'],
    `${MESSAGES}<globalTask id="g"><supportedInterfaceRef>i</supportedInterfaceRef>${READS}</globalTask>`,
  ],
  [
    'a binding of another structure',
    task(''),
    ['io-binding-type g'],
    `${MESSAGES}<globalTask id="g">${spec(INPUT.replace('Text', 'Number') + OUTPUT + IN_SET + OUT_SET)}<ioBinding operationRef="op" inputDataRef="in" outputDataRef="out" /></globalTask>`,
  ],
  ['several instances, nobody knows how many', task(`<${SEVERAL} />`), ['multi-instance-count-missing t']],
  ['three instances', task(`<${SEVERAL}>${formal('loopCardinality', '3')}</${SEVERAL}>`), []],
  [
    'a number and a collection',
    task(`${READS}<${SEVERAL}>${formal('loopCardinality', '3')}<loopDataInputRef>in</loopDataInputRef></${SEVERAL}>`),
    ['loop-data-not-collection t', 'multi-instance-both t'],
  ],
  [
    'an item that is itself a collection',
    task(
      `${spec(`<dataInput id="in" itemSubjectRef="Texts" isCollection="true" />${IN_SET}<outputSet />`)}<${SEVERAL}><loopDataInputRef>in</loopDataInputRef><inputDataItem id="each" itemSubjectRef="Texts" /></${SEVERAL}>`,
    ),
    ['collection-mismatch each'],
  ],
  [
    'an item of another structure',
    task(
      `${spec(`<dataInput id="in" itemSubjectRef="Texts" isCollection="true" />${IN_SET}<outputSet />`)}<${SEVERAL}><loopDataInputRef>in</loopDataInputRef><inputDataItem id="each" itemSubjectRef="Number" /></${SEVERAL}>`,
    ),
    ['loop-data-item-type t'],
  ],
  [
    'an event of each instance that is not named',
    task(`<${SEVERAL} behavior="None">${formal('loopCardinality', '3')}</${SEVERAL}>`),
    ['multi-instance-behavior-event t'],
  ],
  [
    'complex behavior without definition',
    task(`<${SEVERAL} behavior="Complex">${formal('loopCardinality', '3')}</${SEVERAL}>`),
    ['multi-instance-behavior-event t'],
  ],
  ['a loop of at most minus one rounds', task('<standardLoopCharacteristics loopMaximum="-1" />'), ['loop-maximum t']],
  ['a task that waits for no token', task('', 'task', 'startQuantity="0"'), ['token-quantity t']],
  [
    'a performer with parameters of no resource',
    task(
      `<performer id="w"><resourceParameterBinding parameterRef="rp"><formalExpression>x</formalExpression></resourceParameterBinding></performer>`,
    ),
    ['resource-role w'],
    '<resource id="re" name="R"><resourceParameter id="rp" name="P" /></resource>',
  ],
  [
    'a performer named twice over',
    task(
      '<performer id="w"><resourceRef>re</resourceRef><resourceAssignmentExpression><formalExpression>x</formalExpression></resourceAssignmentExpression></performer>',
    ),
    ['resource-role w'],
    '<resource id="re" name="R" />',
  ],
];

describe('rules about data, operations and calls', () => {
  it.each<Case>(CASES)('%s', async (_what, content, expected, root = '') => {
    expect(await refusals(plain(content, root))).toEqual(expected.toSorted());
  });
});
