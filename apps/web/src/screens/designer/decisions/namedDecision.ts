import { extensionsOf, is, listOf, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';

export interface NamedDecision {
  readonly id: string;
  readonly resultVariable: string;
  /** named in another vendor's terms, as the file was imported */
  readonly foreign: boolean;
}

/**
 * The decision that a business rule task runs: ours, else the one that another vendor's attributes name, as the
 * executor reads it. Null when it names none.
 */
export function namedDecision(node: ModdleNode): NamedDecision | null {
  const own = textOf(node, 'dw:decision').trim();
  if (own !== '') return { id: own, resultVariable: textOf(node, 'dw:decisionResult'), foreign: false };
  const camunda = attributesOf(node);
  const reference = camunda.get('decisionRef');
  if (reference !== undefined && !/[$#]\{/.test(reference))
    return foreign(reference, camunda.get('resultVariable') ?? camunda.get('decisionRefResultVariable'));
  const [called] = listOf(nodeOf(node, 'extensionElements'), 'values').filter(({ $type }) =>
    $type.endsWith(':calledDecision'),
  );
  const zeebe = called as unknown as { readonly decisionId?: string; readonly resultVariable?: string } | undefined;
  if (zeebe?.decisionId === undefined || zeebe.decisionId.startsWith('=')) return null;
  return foreign(zeebe.decisionId, zeebe.resultVariable);
}

function foreign(id: string, resultVariable: string | undefined): NamedDecision | null {
  return id.trim() === '' ? null : { id: id.trim(), resultVariable: resultVariable?.trim() ?? '', foreign: true };
}

/** Attributes that the drawing board does not know, by their names without prefix. */
function attributesOf(node: ModdleNode): ReadonlyMap<string, string> {
  const { $attrs } = node as { readonly $attrs?: Readonly<Record<string, string>> };
  return new Map(Object.entries($attrs ?? {}).map(([name, value]) => [name.replace(/^.*:/, ''), value]));
}

/** Whether a business rule task is a machine's work: it names no decision, or has a connector all the same. */
export function worksByConnector(node: ModdleNode): boolean {
  if (!is(node, 'bpmn:BusinessRuleTask')) return false;
  return namedDecision(node) === null || extensionsOf(node, 'dw:Connector').length > 0;
}
