import type { ProcessGraph } from '@dealwright/bpmn';
import { SalesError } from '../SalesError.ts';
import type { CrmExport } from './CrmExport.ts';
import type { ImportMapping } from './ImportMapping.ts';
import { isLost, isWon } from './stageWords.ts';
import { suggest } from './suggest.ts';

/** Where along a sale the stage words of common CRMs stand: 0 at the start, 1 at the end. */
const POSITIONS: Readonly<Record<string, number>> = {
  prospecting: 0,
  qualification: 0,
  线索: 0,
  engaging: 0.25,
  'needs analysis': 0.25,
  需求分析: 0.25,
  'value proposition': 0.4,
  proposal: 0.5,
  'proposal/price quote': 0.5,
  方案报价: 0.5,
  negotiation: 0.75,
  'negotiation/review': 0.75,
  商务谈判: 0.75,
};

/**
 * A proposal for the mapping: won and lost by their words, other stages to the first user task of the stage that
 * stands as far along in the process, unknown products to the one that they are probably a misspelling of.
 */
export function suggestMapping(data: CrmExport, graph: ProcessGraph): ImportMapping {
  const stages: Record<string, string> = {};
  for (const word of new Set(data.pipeline.map((row) => row.stage))) {
    const task = taskAt(graph, POSITIONS[word.toLowerCase()] ?? 0);
    if (isWon(word)) stages[word] = 'won';
    else if (isLost(word)) stages[word] = 'lost';
    else if (task !== null) stages[word] = task;
  }
  const known = data.products.map((row) => row.name);
  const products: Record<string, string> = {};
  for (const word of new Set(data.pipeline.flatMap((row) => row.product ?? []))) {
    const guess = known.includes(word) ? null : suggest(word, known);
    if (guess !== null) products[word] = guess;
  }
  return { processId: graph.processId, stages, products };
}

/** User tasks that a deal can be placed at: those directly in the process, in the order of the drawing's stages. */
function placeable(graph: ProcessGraph) {
  return graph.nodes.filter((node) => node.type === 'userTask' && node.parent === 0);
}

function taskAt(graph: ProcessGraph, position: number): string | null {
  const tasks = placeable(graph);
  const index = Math.floor(position * graph.stages.length);
  for (const stage of graph.stages.slice(0, index + 1).toReversed()) {
    const task = tasks.find((node) => node.business.stage === stage.id);
    if (task) return task.id;
  }
  return tasks[0]?.id ?? null;
}

/** A mapping that has been checked against the drawing: node indexes instead of words. */
export interface CheckedMapping {
  /** stage word → node index: of the task where the deal stands, or of the end event that it has reached */
  readonly target: ReadonlyMap<string, { readonly kind: 'live' | 'won' | 'lost'; readonly node: number }>;
  /** where a closed deal stood between its two dates: the furthest task that a live stage is mapped to, or none */
  readonly engaged: number | null;
}

/** Throws `stage-not-mapped`, `mapping-task-unknown`, `mapping-end-missing`, `mapping-product-unknown`. */
export function checkMapping(data: CrmExport, mapping: ImportMapping, graph: ProcessGraph): CheckedMapping {
  const target = new Map<string, { kind: 'live' | 'won' | 'lost'; node: number }>();
  for (const word of new Set(data.pipeline.map((row) => row.stage))) {
    const to = mapping.stages[word];
    if (to === undefined)
      throw refusal(
        'stage-not-mapped',
        `stages.${word}`,
        `The stage "${word}" of the file is not mapped.`,
        `文件中的阶段“${word}”尚未映射。`,
      );
    if (to === 'won' || to === 'lost') target.set(word, { kind: to, node: endOf(graph, to) });
    else target.set(word, { kind: 'live', node: taskOf(graph, word, to) });
  }
  const known = new Set(data.products.map((row) => row.name));
  for (const [word, product] of Object.entries(mapping.products))
    if (!known.has(product))
      throw refusal(
        'mapping-product-unknown',
        `products.${word}`,
        `"${product}" is not in the product list.`,
        `产品目录中没有“${product}”。`,
      );
  const stageAt = (node: number) => graph.stages.findIndex((stage) => stage.id === graph.nodes[node]?.business.stage);
  const live = [...target.values()].filter((one) => one.kind === 'live').map((one) => one.node);
  const engaged = live.reduce<number | null>(
    (far, node) => (far === null || stageAt(node) > stageAt(far) ? node : far),
    null,
  );
  return { target, engaged };
}

function taskOf(graph: ProcessGraph, word: string, id: string): number {
  const task = placeable(graph).find((node) => node.id === id);
  if (task) return task.index;
  throw refusal(
    'mapping-task-unknown',
    `stages.${word}`,
    `The process has no user task "${id}" that a deal could be placed at.`,
    `流程中没有可放置商机的用户任务“${id}”。`,
  );
}

function endOf(graph: ProcessGraph, outcome: 'won' | 'lost'): number {
  const end = graph.nodes.find(
    (node) => node.type === 'endEvent' && node.parent === 0 && node.business.outcome === outcome,
  );
  if (end) return end.index;
  throw refusal(
    'mapping-end-missing',
    'processId',
    `The process has no end event with the outcome "${outcome}".`,
    `流程中没有结果为“${outcome === 'won' ? '赢单' : '输单'}”的结束事件。`,
  );
}

function refusal(code: string, field: string, en: string, zh: string): SalesError {
  return new SalesError(code, { en, zh }, { place: { field } });
}
