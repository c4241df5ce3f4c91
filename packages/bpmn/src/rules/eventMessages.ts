import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { one } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/**
 * A message event of an executable process names its message and the operation that takes it; an error or escalation
 * that is thrown has a code (BPMN 2.0.2, 10.5.5, tables 10.87 to 10.92).
 */
export const eventMessages: Rule = ({ index, report, byTheBook }) => {
  for (const node of index.nodes) {
    if (!byTheBook(node)) continue;
    for (const definition of definitionsOf(node)) {
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
