import { describe } from '../describe.ts';
import { many, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import { isEquivalent, itemDefinitionOf } from './itemDefinition.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** What a service, send or receive task exchanges must be what its operation's messages carry (BPMN 2.0.2, 10.3.3). */
export const taskOperations: Rule = (context) => {
  for (const task of context.index.nodes) {
    if (task.$type === 'bpmn:ServiceTask') checkService(context, task);
    if (task.$type === 'bpmn:SendTask') checkMessage(context, task, 'dataInputs', 'inputSets');
    if (task.$type === 'bpmn:ReceiveTask') checkMessage(context, task, 'dataOutputs', 'outputSets');
  }
};

function checkService(context: RuleContext, task: BpmnElement): void {
  const specification = one(task, 'ioSpecification');
  if (!specification) return;
  atMost(context, task, many(specification, 'inputSets'), 1, 'input sets', '输入集合');
  atMost(context, task, many(specification, 'outputSets'), 1, 'output sets', '输出集合');
  const operation = one(task, 'operationRef');
  if (!operation) return;
  carries(context, task, many(specification, 'dataInputs'), one(operation, 'inMessageRef'), 'input', '输入');
  carries(context, task, many(specification, 'dataOutputs'), one(operation, 'outMessageRef'), 'output', '输出');
}

function checkMessage(context: RuleContext, task: BpmnElement, list: string, sets: string): void {
  const operation = one(task, 'operationRef');
  const message = one(task, 'messageRef') ?? (operation && one(operation, 'inMessageRef'));
  const named = operation && one(operation, 'inMessageRef');
  if (message && named && message !== named) {
    refuse(
      context,
      task,
      'task-operation-message',
      `is about ${describe(message).en}, but its operation takes ${describe(named).en}`,
      `使用${describe(message).zh}，但其操作接收的是${describe(named).zh}`,
    );
  }
  const specification = one(task, 'ioSpecification');
  if (!specification) return;
  const sends = list === 'dataInputs';
  const data = many(specification, list);
  const [en, zh] = sends ? (['inputs', '输入'] as const) : (['outputs', '输出'] as const);
  atMost(context, task, many(specification, sets), 1, sends ? 'input sets' : 'output sets', `${zh}集合`);
  atMost(context, task, data, 1, `data ${en}`, `数据${zh}`);
  const [first] = data;
  if (first && message) matches(context, task, first, message);
}

/** One piece of data where the operation has a message, none where it has none. */
function carries(
  context: RuleContext,
  task: BpmnElement,
  data: readonly BpmnElement[],
  message: BpmnElement | undefined,
  en: string,
  zh: string,
): void {
  const [first] = data;
  if (data.length !== (message ? 1 : 0)) {
    refuse(
      context,
      task,
      'task-operation-data',
      `has ${data.length} data ${en}s, but its operation has ${message ? 'one' : 'no'} ${en} message`,
      `有 ${data.length} 个数据${zh}，但其操作${message ? '有一条' : '没有'}${zh}消息`,
    );
  } else if (first && message) matches(context, task, first, message);
}

function matches(context: RuleContext, task: BpmnElement, data: BpmnElement, message: BpmnElement): void {
  if (isEquivalent(itemDefinitionOf(data), itemDefinitionOf(message))) return;
  refuse(
    context,
    task,
    'task-message-type',
    `exchanges ${describe(data).en}, whose structure is not that of ${describe(message).en}`,
    `交换的${describe(data).zh}与${describe(message).zh}的结构不一致`,
  );
}

function atMost(
  context: RuleContext,
  task: BpmnElement,
  found: readonly BpmnElement[],
  most: number,
  en: string,
  zh: string,
): void {
  if (found.length <= most) return;
  refuse(
    context,
    task,
    'task-io-count',
    `has ${found.length} ${en}; it may have at most ${most}`,
    `有 ${found.length} 个${zh}；最多只能有 ${most} 个`,
  );
}

/** What is exchanged matters to services; an engine that maps variables by name has no use for it. */
function refuse({ report, byTheBook }: RuleContext, task: BpmnElement, rule: string, en: string, zh: string): void {
  const words = describe(task);
  const severity = byTheBook(task) ? 'error' : 'warning';
  report(task, { rule, severity, en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。`, section: '10.3.3' });
}
