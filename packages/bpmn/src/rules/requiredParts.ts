import { describe } from '../describe.ts';
import type { BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/**
 * What must be there, by type: the required attributes of BPMN's XML schema and the children that it wants at least
 * once, by the names of our reader (BPMN 2.0.2, "XML Schema" at the end of each chapter, and 15.3). The ends of flows and
 * the host of a boundary event are rules of their own.
 */
const REQUIRED: Readonly<Record<string, readonly (readonly [part: string, count: number])[]>> = {
  Assignment: [
    ['from', 1],
    ['to', 1],
  ],
  Association: [
    ['sourceRef', 1],
    ['targetRef', 1],
  ],
  CallChoreography: [
    ['participantRef', 2],
    ['initiatingParticipantRef', 1],
  ],
  ChoreographyTask: [
    ['participantRef', 2],
    ['initiatingParticipantRef', 1],
    ['messageFlowRef', 1],
  ],
  ComplexBehaviorDefinition: [['condition', 1]],
  ConditionalEventDefinition: [['condition', 1]],
  ConversationAssociation: [
    ['innerConversationNodeRef', 1],
    ['outerConversationNodeRef', 1],
  ],
  ConversationLink: [
    ['sourceRef', 1],
    ['targetRef', 1],
  ],
  CorrelationProperty: [['correlationPropertyRetrievalExpression', 1]],
  CorrelationPropertyBinding: [
    ['correlationPropertyRef', 1],
    ['dataPath', 1],
  ],
  CorrelationPropertyRetrievalExpression: [
    ['messageRef', 1],
    ['messagePath', 1],
  ],
  CorrelationSubscription: [['correlationKeyRef', 1]],
  DataInputAssociation: [['targetRef', 1]],
  DataOutputAssociation: [['targetRef', 1]],
  Definitions: [['targetNamespace', 1]],
  Import: [
    ['importType', 1],
    ['location', 1],
    ['namespace', 1],
  ],
  InputOutputBinding: [
    ['operationRef', 1],
    ['inputDataRef', 1],
    ['outputDataRef', 1],
  ],
  InputOutputSpecification: [
    ['inputSets', 1],
    ['outputSets', 1],
  ],
  Interface: [
    ['name', 1],
    ['operations', 1],
  ],
  LinkEventDefinition: [['name', 1]],
  MessageFlowAssociation: [
    ['innerMessageFlowRef', 1],
    ['outerMessageFlowRef', 1],
  ],
  Operation: [
    ['name', 1],
    ['inMessageRef', 1],
  ],
  Relationship: [
    ['type', 1],
    ['source', 1],
    ['target', 1],
  ],
  ResourceAssignmentExpression: [['expression', 1]],
  ResourceParameterBinding: [
    ['parameterRef', 1],
    ['expression', 1],
  ],
  SubChoreography: [
    ['participantRef', 2],
    ['initiatingParticipantRef', 1],
  ],
};

/** Attributes and children without which an element of its kind is not one. */
export const requiredParts: Rule = ({ index, report }) => {
  for (const element of index.elements) {
    for (const [part, count] of REQUIRED[element.$type.replace(/^bpmn:/, '')] ?? []) {
      const found = countOf(element, part);
      if (found >= count) continue;
      const words = describe(element);
      const at = describe(element.$parent ?? element);
      report(element, {
        rule: 'required-part-missing',
        severity: 'error',
        en: `${words.en} at ${at.en} lacks "${part}"${count > 1 ? `: it has ${found} of at least ${count}` : ', without which it says nothing'}.`,
        zh: `${at.zh}中的${words.zh}缺少“${part}”${count > 1 ? `：现有 ${found} 个，至少需要 ${count} 个` : '，没有它则没有意义'}。`,
        section: '15.3',
      });
    }
  }
};

function countOf(element: BpmnElement, part: string): number {
  const value: unknown = element.get(part);
  if (Array.isArray(value)) return value.length;
  return value === undefined || value === null ? 0 : 1;
}
