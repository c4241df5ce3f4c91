import { labelsOf } from './compile/business.ts';
import { type BpmnElement, extensions, many, nameOf, one } from './moddle/BpmnElement.ts';
import type { Labels } from './ProcessGraph.ts';

export interface ProcessNames {
  /** BPMN's own name; empty when the process has none */
  readonly name: string;
  readonly labels: Labels;
}

/** What a process of a parsed model is called, without compiling it. */
export function processNames(process: BpmnElement): ProcessNames {
  return { name: nameOf(process), labels: labelsOf(extensions(process, 'dw:Label')) };
}

/** Gives a process another name. Its labels go: they would go on showing the old one. */
export function renameProcess(process: BpmnElement, name: string): void {
  process.set('name', name);
  const holder = one(process, 'extensionElements');
  holder?.set(
    'values',
    many(holder, 'values').filter((value) => value.$type !== 'dw:Label'),
  );
}
