import type { GraphFlow, GraphNode, ProcessGraph } from './ProcessGraph.ts';

export interface ElementChange {
  readonly id: string;
  /** names of the properties that differ: "name", "business.form", "condition", … */
  readonly properties: readonly string[];
}

/** What a person would call the difference between two versions of a process; positions in the drawing do not count. */
export interface ModelDiff {
  readonly nodes: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly ElementChange[];
  };
  readonly flows: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly ElementChange[];
  };
  /** of the process itself: "name", "stages", "lanes", "kpis", "recordType" */
  readonly process: readonly string[];
}

/** Compares by element id. Indices are resolved to ids first, so an inserted node changes nothing but itself. */
export function diffModels(before: ProcessGraph, after: ProcessGraph): ModelDiff {
  const nodes = (graph: ProcessGraph) => new Map(graph.nodes.slice(1).map((node) => [node.id, nodeFacts(graph, node)]));
  const flows = (graph: ProcessGraph) => new Map(graph.flows.map((flow) => [flow.id, flowFacts(graph, flow)]));
  return {
    nodes: compare(nodes(before), nodes(after)),
    flows: compare(flows(before), flows(after)),
    process: differing(processFacts(before), processFacts(after)),
  };
}

type Facts = Readonly<Record<string, unknown>>;

function compare(before: ReadonlyMap<string, Facts>, after: ReadonlyMap<string, Facts>): ModelDiff['nodes'] {
  const changed: ElementChange[] = [];
  for (const [id, facts] of before) {
    const now = after.get(id);
    const properties = now ? differing(facts, now) : [];
    if (properties.length > 0) changed.push({ id, properties });
  }
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed,
  };
}

function differing(before: Facts, after: Facts): readonly string[] {
  return Object.keys(before).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

function processFacts({ name, executable, stages, lanes, kpis, recordType }: ProcessGraph): Facts {
  return { name, executable, stages, lanes, kpis, recordType };
}

function nodeFacts(graph: ProcessGraph, node: GraphNode): Facts {
  const id = (index: number): string | null => graph.nodes[index]?.id ?? null;
  const { name, type, interrupting, script, calledElement, instantiate, business } = node;
  const facts: Record<string, unknown> = { name, type, interrupting, script, calledElement, instantiate };
  facts['parent'] = id(node.parent);
  facts['attachedTo'] = id(node.attachedTo);
  facts['linkTarget'] = id(node.linkTarget);
  facts['defaultFlow'] = graph.flows[node.defaultFlow]?.id ?? null;
  facts['lane'] = graph.lanes[node.lane]?.id ?? null;
  facts['events'] = node.events.map((event) =>
    event.kind === 'compensation' ? { ...event, activity: id(event.activity) } : event,
  );
  for (const [property, value] of Object.entries(business)) facts[`business.${property}`] = value;
  return facts;
}

function flowFacts(graph: ProcessGraph, flow: GraphFlow): Facts {
  return {
    name: flow.name,
    source: graph.nodes[flow.source]?.id,
    target: graph.nodes[flow.target]?.id,
    condition: flow.condition,
    labels: flow.labels,
  };
}
