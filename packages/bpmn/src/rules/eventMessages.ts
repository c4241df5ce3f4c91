import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/**
 * A message event of an executable process names its message and the operation that takes it; an error or escalation
 * that is thrown has a code (BPMN 2.0.2, 10.5.5).
 */
export const eventMessages: Rule = (context) => {
  const { index, report, byTheBook } = context;
  for (const node of index.nodes) {
    if (!byTheBook(node)) continue;
    for (const definition of definitionsOf(node)) {
      checkCode(context, node, definition);
      if (definition.$type !== 'bpmn:MessageEventDefinition') continue;
      const words = describe(node);
      const message = one(definition, 'messageRef');
      const operation = one(definition, 'operationRef');
      if (message && !operation) {
        report(node, {
          rule: 'message-operation-missing',
          severity: 'error',
          en: `${words.en} names no operation: an executable process must say by which one the message is exchanged.`,
          zh: `${words.zh}没有指定操作：可执行流程必须说明通过哪个操作收发消息。`,
          section: '10.5.5',
        });
      }
      const taken = operation && one(operation, 'inMessageRef');
      if (message && taken && taken !== message) {
        report(node, {
          rule: 'message-operation-other',
          severity: 'error',
          en: `${words.en} is about ${describe(message).en}, but its operation takes ${describe(taken).en}.`,
          zh: `${words.zh}使用${describe(message).zh}，但其操作接收的是${describe(taken).zh}。`,
          section: '10.5.5',
        });
      }
    }
  }
};

const CODES: Readonly<Record<string, readonly [reference: string, code: string]>> = {
  'bpmn:ErrorEventDefinition': ['errorRef', 'errorCode'],
  'bpmn:EscalationEventDefinition': ['escalationRef', 'escalationCode'],
};

/** What is thrown has a code; what catches without one catches all. */
function checkCode({ report }: RuleContext, node: BpmnElement, definition: BpmnElement): void {
  const [reference, code] = CODES[definition.$type] ?? [];
  if (reference === undefined || code === undefined || !node.$instanceOf('bpmn:ThrowEvent')) return;
  const thrown = one(definition, reference);
  // an error that is not named at all is told of by `eventContents`
  if (thrown ? text(thrown, code) !== undefined : definition.$type === 'bpmn:ErrorEventDefinition') return;
  const words = describe(node);
  report(node, {
    rule: 'thrown-code-missing',
    severity: 'error',
    en: `${words.en} throws something that has no ${code}: in an executable process nobody can catch it by name.`,
    zh: `${words.zh}抛出的内容没有 ${code}：在可执行流程中无法按名称捕获。`,
    section: '10.5.5',
  });
}
