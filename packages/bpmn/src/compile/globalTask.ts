import type { ModelIndex } from '../ModelIndex.ts';
import { text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { NodeType } from '../ProcessGraph.ts';

const TYPES: Readonly<Record<string, NodeType>> = {
  'bpmn:GlobalTask': 'task',
  'bpmn:GlobalUserTask': 'userTask',
  'bpmn:GlobalManualTask': 'manualTask',
  'bpmn:GlobalScriptTask': 'scriptTask',
  'bpmn:GlobalBusinessRuleTask': 'businessRuleTask',
};

export interface GlobalTask {
  readonly element: BpmnElement;
  /** the type of task that a call of it is */
  readonly type: NodeType;
}

/**
 * The global task of this file that a call activity calls: it is executed in the caller's place, since a global task
 * has no flow of its own (BPMN 2.0.2, 10.3.7). Null when the call names a process.
 */
export function globalTask(index: ModelIndex, element: BpmnElement): GlobalTask | null {
  if (element.$type !== 'bpmn:CallActivity') return null;
  const called = text(element, 'calledElement')?.replace(/^.*:/, '');
  const task = called === undefined ? undefined : index.byId.get(called);
  const type = task && TYPES[task.$type];
  return task && type ? { element: task, type } : null;
}
