import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import type { ModelIndex } from '../ModelIndex.ts';
import { isA, type BpmnElement } from '../moddle/BpmnElement.ts';
import { concurrency, type Concurrency } from './flow/concurrency.ts';
import { dominators, type Dominators } from './flow/dominators.ts';
import { findEscape } from './flow/findEscape.ts';
import type { Edge, Join, ScopeGraph } from './flow/ScopeGraph.ts';
import { scopeGraphOf } from './flow/scopeGraphOf.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** What is first made wrong spoils what comes after: so one is found, taken for right, and the next looked for. */
const MOST_FINDINGS = 6;
/** Pairs of flows and steps of walks that are looked at, in the whole file: some tenths of a second. */
const MOST_PAIRS = 1_000_000;
/** Flows of one scope: beyond, the table of pairs alone would take 9 MB. */
const MOST_EDGES = 3000;

/**
 * Joins that wait for ever, and merges at which tokens multiply. Both are legal BPMN and almost never meant
 * (13.4.1: a parallel gateway waits for all ways in; 13.4.2: an exclusive one passes every token on).
 */
export const soundness: Rule = (context) => {
  const spent = { left: MOST_PAIRS };
  for (const scope of context.index.scopes) {
    if (scope.$type === 'bpmn:AdHocSubProcess' || hasQuantities(context.index, scope)) continue;
    const graph = scopeGraphOf(context.index, scope);
    if (graph.edges.length > MOST_EDGES || !graph.joins.some((_, node) => (graph.incoming[node]?.length ?? 0) > 1))
      continue;
    judge(context, graph, spent);
  }
};

/** Several tokens in or out of an activity are arithmetic that a drawing's shape does not show. */
function hasQuantities(index: ModelIndex, scope: BpmnElement): boolean {
  return index
    .nodesOf(scope)
    .some(
      (node) => isA(node, 'bpmn:Activity') && (node.get('startQuantity') !== 1 || node.get('completionQuantity') !== 1),
    );
}

function judge(context: RuleContext, graph: ScopeGraph, spent: { left: number }): void {
  const tree = dominators(graph);
  const reached = (node: number): boolean => (tree.order[node] ?? -1) >= 0;
  const nodes = graph.elements
    .map((_, node) => node)
    .filter((node) => reached(node) && (graph.incoming[node]?.length ?? 0) > 1)
    .toSorted((a, b) => (tree.order[a] ?? 0) - (tree.order[b] ?? 0));
  const joins: Join[] = [...graph.joins];
  for (let findings = 0; findings < MOST_FINDINGS; findings += 1) {
    const concurrent = concurrency(graph, joins, reached, spent);
    if (!concurrent) return;
    const wrong = nodes.find((node) => isWrong(graph, joins, node, concurrent, tree));
    if (wrong === undefined) break;
    tell(context, graph, wrong, concurrent, tree);
    joins[wrong] = 'sync';
  }
  for (const node of nodes) if (joins[node] === 'all') tellOfEscape(context, graph, node, tree, spent);
}

function isWrong(
  graph: ScopeGraph,
  joins: readonly Join[],
  node: number,
  concurrent: Concurrency,
  tree: Dominators,
): boolean {
  return joins[node] !== 'sync' && wrongPair(graph, node, concurrent, tree) !== null;
}

/** Two ways in of which a parallel join never gets both, or of which a merge can get both. */
function wrongPair(
  graph: ScopeGraph,
  node: number,
  concurrent: Concurrency,
  tree: Dominators,
): readonly [Edge, Edge] | null {
  const waits = graph.joins[node] === 'all';
  // an end event swallows each token by itself
  if (!waits && graph.elements[node]?.$type === 'bpmn:EndEvent') return null;
  const ways = graph.incoming[node] ?? [];
  for (const [at, a] of ways.entries()) {
    for (const b of ways.slice(at + 1)) {
      if (concurrent(a.index, b.index) === waits) continue;
      const dead = [a, b].some(({ from }) => (tree.order[from] ?? -1) < 0);
      // whether several starts are of one run depends on the messages that come
      if (dead ? waits : tree.common(a.from, b.from) !== 0) return [a, b];
    }
  }
  return null;
}

function tell(context: RuleContext, graph: ScopeGraph, node: number, concurrent: Concurrency, tree: Dominators): void {
  const pair = wrongPair(graph, node, concurrent, tree);
  const join = graph.elements[node];
  if (!pair || !join) return;
  const [a, b] = pair;
  const to = describe(join);
  const dead = pair.find(({ from }) => (tree.order[from] ?? -1) < 0);
  const source = graph.elements[dead ? dead.from : tree.common(a.from, b.from)];
  if (!source) return;
  const from = describe(source);
  if (dead) {
    warn(
      context,
      join,
      'join-deadlock',
      '13.4.1',
      `${to.en} waits for all ways in, but no token ever comes from ${from.en}: the deal stops there for ever.`,
      `${to.zh}要等待所有流入的分支，但永远不会有来自${from.zh}的令牌：商机会永远停在此处。`,
    );
  } else if (graph.joins[node] === 'all') {
    warn(
      context,
      join,
      'join-deadlock',
      '13.4.1',
      `${to.en} waits for ways of which ${from.en} takes only one: the deal stops there for ever. Join them as they were split.`,
      `${to.zh}要等待的分支在${from.zh}处只会选择其一：商机会永远停在此处。请用与分支相同类型的网关汇合。`,
    );
  } else {
    warn(
      context,
      join,
      'merge-unsynchronised',
      '13.4.2',
      `The ways that ${from.en} takes at once meet at ${to.en}, which does not wait for them: everything after it happens once for each. Join them with a parallel or inclusive gateway first.`,
      `${from.zh}同时执行的分支在${to.zh}处汇合，但此处不会等待：其后的每一步都会重复执行。请先用并行或包容网关汇合。`,
    );
  }
}

/** A parallel join that gets all of its tokens only if none of them is led elsewhere on the way. */
function tellOfEscape(
  context: RuleContext,
  graph: ScopeGraph,
  node: number,
  tree: Dominators,
  spent: { left: number },
): void {
  const join = graph.elements[node];
  const escape = findEscape(graph, node, tree, endsScope, spent);
  const at = escape === null ? null : graph.elements[escape];
  if (!join || !at) return;
  const [to, from] = [describe(join), describe(at)];
  warn(
    context,
    join,
    'join-may-hang',
    '13.4.1',
    `${to.en} waits for all ways in, but at ${from.en} one of them can be left out or led elsewhere: then the deal stops there for ever.`,
    `${to.zh}要等待所有流入的分支，但在${from.zh}处可能不经过其中某个分支：此时商机会永远停在此处。`,
  );
}

/** An end that takes all other tokens with it: nothing is left waiting. */
function endsScope(element: BpmnElement): boolean {
  return (
    element.$type === 'bpmn:EndEvent' &&
    definitionsOf(element).some(({ $type }) =>
      [
        'bpmn:TerminateEventDefinition',
        'bpmn:ErrorEventDefinition',
        'bpmn:CancelEventDefinition',
        'bpmn:EscalationEventDefinition',
      ].includes($type),
    )
  );
}

function warn(
  { report }: RuleContext,
  element: BpmnElement,
  rule: string,
  section: string,
  en: string,
  zh: string,
): void {
  report(element, { rule, severity: 'warning', en, zh, section });
}
