import type { Stage } from '@dealwright/bpmn/types';
import { extensionsOf, listOf, type ModdleNode, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';
import { labelsFrom, writeTexts } from './labelTexts.ts';

/** The stages of a process, in their order. */
export function readStages(process: ModdleNode): readonly Stage[] {
  const [holder] = extensionsOf(process, 'dw:Stages');
  return listOf(holder, 'stages').map((stage) => ({
    id: textOf(stage, 'id'),
    labels: labelsFrom(listOf(stage, 'labels')),
  }));
}

/** The extension element that holds these stages; nothing when there are none. */
export function writeStages(stages: readonly Stage[], recordType: string, create: Create): ModdleNode[] {
  if (stages.length === 0) return [];
  const nodes = stages.map((stage) =>
    create('dw:Stage', { id: stage.id, labels: writeTexts(stage.labels, 'dw:Label', create) }),
  );
  return [create('dw:Stages', { recordType, stages: nodes })];
}

/** What an instance of the process drives; "deal" unless the model says otherwise. */
export function recordTypeOf(process: ModdleNode): string {
  return textOf(extensionsOf(process, 'dw:Stages')[0], 'recordType') || 'deal';
}

/** An id for a new stage, from its English name where it has letters, and not taken yet. */
export function newStageId(name: string, stages: readonly Stage[]): string {
  const base = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const taken = new Set(stages.map((stage) => stage.id));
  if (base !== '' && !taken.has(base)) return base;
  let count = stages.length + 1;
  while (taken.has(`${base || 'stage'}-${count}`)) count += 1;
  return `${base || 'stage'}-${count}`;
}
