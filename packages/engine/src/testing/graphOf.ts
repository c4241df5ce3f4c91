import type { EventDefinition, GraphFlow, GraphNode, NodeBusiness, NodeType, ProcessGraph } from '@dealwright/bpmn';

/** A node in short: its type alone, or what differs from a plain one. Nodes and flows are named by their ids. */
export type NodeSketch = NodeType | ({ readonly type: NodeType } & Partial<NodeSketchParts>);

interface NodeSketchParts {
  /** id of the enclosing scope; the process when absent */
  readonly in: string;
  readonly events: readonly EventDefinition[];
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly script: NonNullable<GraphNode['script']>;
  readonly calledElement: string;
  readonly instantiate: boolean;
  readonly linkTarget: string;
  readonly business: Partial<NodeBusiness>;
}

const NO_BUSINESS: NodeBusiness = {
  stage: null,
  sla: null,
  kpis: [],
  labels: {},
  playbook: {},
  assignment: null,
  form: null,
  fieldBudget: null,
  connector: null,
  outcome: null,
};

/**
 * A graph for a test, without XML.
 *
 * @param nodes sketches by element id
 * @param flows "a > b", "a > b: condition", or "a > b default"; the flow's id is "a>b"
 */
export function graphOf(nodes: Readonly<Record<string, NodeSketch>>, flows: readonly string[]): ProcessGraph {
  const sketches = Object.entries(nodes).map(([id, node]) => ({
    id,
    ...(typeof node === 'string' ? { type: node } : node),
  }));
  const nodeIndex = new Map([['process', 0], ...sketches.map(({ id }, at): [string, number] => [id, at + 1])]);
  const indexOf = (id: string): number => {
    const index = nodeIndex.get(id);
    if (index === undefined) throw new RangeError(`no node "${id}"`);
    return index;
  };
  const graphFlows = flows.map((text, index) => flowOf(text, index, indexOf));
  const plain = [{ id: 'process', type: 'process' as NodeType }, ...sketches].map(
    (sketch: { id: string; type: NodeType } & Partial<NodeSketchParts>, index): GraphNode => ({
      index,
      id: sketch.id,
      name: '',
      type: sketch.type,
      parent: index === 0 ? -1 : indexOf(sketch.in ?? 'process'),
      incoming: graphFlows.filter(({ flow }) => flow.target === index).map(({ flow }) => flow.index),
      outgoing: graphFlows.filter(({ flow }) => flow.source === index).map(({ flow }) => flow.index),
      defaultFlow: graphFlows.find(({ flow, isDefault }) => isDefault && flow.source === index)?.flow.index ?? -1,
      events: sketch.events ?? [],
      attachedTo: sketch.attachedTo === undefined ? -1 : indexOf(sketch.attachedTo),
      boundary: sketches.flatMap(({ id, attachedTo }) => (attachedTo === sketch.id ? [indexOf(id)] : [])),
      interrupting: sketch.interrupting ?? true,
      children: [],
      starts: [],
      eventSubProcesses: [],
      linkTarget: sketch.linkTarget === undefined ? -1 : indexOf(sketch.linkTarget),
      script: sketch.script ?? null,
      calledElement: sketch.calledElement ?? null,
      instantiate: sketch.instantiate ?? false,
      lane: -1,
      business: { ...NO_BUSINESS, ...sketch.business },
    }),
  );
  const all = plain.map((node) => withChildren(node, plain));
  return {
    processId: 'process',
    name: 'process',
    executable: true,
    nodes: all,
    flows: graphFlows.map(({ flow }) => flow),
    nodeIndex,
    flowIndex: new Map(graphFlows.map(({ flow }) => [flow.id, flow.index])),
    stages: [],
    lanes: [],
    kpis: [],
    recordType: 'deal',
  };
}

function withChildren(scope: GraphNode, nodes: readonly GraphNode[]): GraphNode {
  const children = nodes.filter((node) => node.parent === scope.index);
  const noneStarts = children.filter((node) => node.type === 'startEvent' && node.events.length === 0);
  const openNodes = children.filter(
    (node) =>
      node.incoming.length === 0 &&
      !['startEvent', 'boundaryEvent', 'eventSubProcess'].includes(node.type) &&
      !node.events.some((event) => event.kind === 'link'),
  );
  return {
    ...scope,
    children: children.map(({ index }) => index),
    starts: [...noneStarts, ...openNodes].map(({ index }) => index),
    eventSubProcesses: children.filter(({ type }) => type === 'eventSubProcess').map(({ index }) => index),
  };
}

function flowOf(
  text: string,
  index: number,
  indexOf: (id: string) => number,
): { readonly flow: GraphFlow; readonly isDefault: boolean } {
  const match = /^(\w+) > (\w+)(?:( default)|: (.+))?$/.exec(text);
  if (!match) throw new RangeError(`not a flow: "${text}"`);
  const [, source = '', target = '', isDefault, condition] = match;
  const flow = {
    index,
    id: `${source}>${target}`,
    name: '',
    source: indexOf(source),
    target: indexOf(target),
    condition: condition ?? null,
    labels: {},
  };
  return { flow, isDefault: isDefault !== undefined };
}
