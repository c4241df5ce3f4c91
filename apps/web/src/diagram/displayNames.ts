import type { Labels } from '@dealwright/bpmn/types';
import { extensionsOf, is, listOf, type ModdleNode, nodeOf, textOf } from './moddle.ts';

export type DisplayLanguage = 'zh' | 'en';

/** The `dw:label`s of an element. */
export function labelsOf(node: ModdleNode): Labels {
  const labels: { zh?: string; en?: string } = {};
  for (const label of extensionsOf(node, 'dw:Label')) {
    const text = textOf(label, 'text').trim();
    const lang = textOf(label, 'lang');
    if (text !== '' && (lang === 'zh' || lang === 'en')) labels[lang] = text;
  }
  return labels;
}

/** Every element of a model that may carry a name: processes, participants, lanes, flow elements, at any depth. */
export function* namedElements(definitions: ModdleNode): Generator<ModdleNode> {
  for (const root of listOf(definitions, 'rootElements')) {
    if (is(root, 'bpmn:Collaboration')) yield* listOf(root, 'participants');
    if (is(root, 'bpmn:Process')) {
      yield root;
      yield* insideScope(root);
    }
  }
}

function* insideScope(scope: ModdleNode): Generator<ModdleNode> {
  for (const laneSet of listOf(scope, 'laneSets')) yield* insideLaneSet(laneSet);
  for (const element of listOf(scope, 'flowElements')) {
    yield element;
    if (is(element, 'bpmn:SubProcess')) yield* insideScope(element);
  }
}

function* insideLaneSet(laneSet: ModdleNode): Generator<ModdleNode> {
  for (const lane of listOf(laneSet, 'lanes')) {
    yield lane;
    const child = nodeOf(lane, 'childLaneSet');
    if (child) yield* insideLaneSet(child);
  }
}

/** What a reader of that language sees of an element: its label, else its BPMN name; empty when it has neither. */
export function displayName(node: ModdleNode | null | undefined, language: DisplayLanguage): string {
  if (!node) return '';
  const labels = labelsOf(node);
  // A pool is called what its process is called, unless it has labels of its own.
  const process = is(node, 'bpmn:Participant') && Object.keys(labels).length === 0 ? nodeOf(node, 'processRef') : null;
  return labels[language] ?? (process ? labelsOf(process)[language] : undefined) ?? textOf(node, 'name');
}

/**
 * Puts the labels of one language in the place of the names. For display only: a model that will be written back must
 * not go through here.
 */
export function showInLanguage(definitions: ModdleNode, language: DisplayLanguage): void {
  for (const element of namedElements(definitions)) {
    const name = displayName(element, language);
    if (name !== '') element.set('name', name);
  }
}
