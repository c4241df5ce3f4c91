import type {
  AdHocDefinition,
  CallBinding,
  DecisionCall,
  EventDefinition,
  GraphFlow,
  GraphNode,
  LoopDefinition,
  Mapping,
  MultiInstance,
  NodeBusiness,
  NodeType,
  ProcessGraph,
  StandardLoop,
} from '@dealwright/bpmn';

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
  readonly parallelInstantiate: boolean;
  readonly linkTarget: string;
  readonly parallelMultiple: boolean;
  readonly startQuantity: number;
  readonly completionQuantity: number;
  readonly loop:
    | (Partial<StandardLoop> & { readonly kind: 'standard' })
    | (Partial<MultiInstance> & { readonly kind: 'multiInstance' });
  /** id of the activity that compensates it */
  readonly compensation: string;
  readonly isForCompensation: boolean;
  readonly activationCondition: string;
  readonly adHoc: Partial<AdHocDefinition>;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly dataNames: readonly string[];
  readonly decision: DecisionCall;
  readonly callBinding: CallBinding;
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
      implicitStarts: [],
      eventSubProcesses: [],
      parallelMultiple: sketch.parallelMultiple ?? false,
      startQuantity: sketch.startQuantity ?? 1,
      completionQuantity: sketch.completionQuantity ?? 1,
      loop: sketch.loop === undefined ? null : loopOf(sketch.loop),
      compensation: sketch.compensation === undefined ? -1 : indexOf(sketch.compensation),
      isForCompensation: sketch.isForCompensation ?? false,
      activationCondition: sketch.activationCondition ?? null,
      adHoc: sketch.adHoc ? { ...PLAIN_AD_HOC, ...sketch.adHoc } : null,
      parallelInstantiate: sketch.parallelInstantiate ?? false,
      inputs: sketch.inputs ?? [],
      outputs: sketch.outputs ?? [],
      dataNames: sketch.dataNames ?? [],
      decision: sketch.decision ?? null,
      callBinding: sketch.callBinding ?? null,
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

const PLAIN_AD_HOC: AdHocDefinition = {
  sequential: false,
  completionCondition: null,
  cancelRemaining: true,
  activeElements: null,
};
const PLAIN_LOOP: StandardLoop = { kind: 'standard', testBefore: false, condition: null, maximum: null };
const PLAIN_MULTI: MultiInstance = {
  kind: 'multiInstance',
  sequential: false,
  cardinality: null,
  collection: null,
  inputItem: null,
  outputCollection: null,
  outputItem: null,
  completionCondition: null,
  behavior: 'all',
  behaviorEvent: null,
  complex: [],
};

function loopOf(sketch: NodeSketchParts['loop']): LoopDefinition {
  return sketch.kind === 'standard' ? { ...PLAIN_LOOP, ...sketch } : { ...PLAIN_MULTI, ...sketch };
}

function withChildren(scope: GraphNode, nodes: readonly GraphNode[]): GraphNode {
  const children = nodes.filter((node) => node.parent === scope.index);
  const noneStarts = children.filter(
    (node) => node.type === 'startEvent' && (node.events.length === 0 || scope.type === 'eventSubProcess'),
  );
  const openNodes = children.filter(
    (node) =>
      node.incoming.length === 0 &&
      !['startEvent', 'boundaryEvent', 'eventSubProcess'].includes(node.type) &&
      !node.isForCompensation &&
      !node.instantiate &&
      !(node.type === 'intermediateCatchEvent' && node.events.some((event) => event.kind === 'link')),
  );
  const eventStarts = children.some((node) => node.type === 'startEvent');
  return {
    ...scope,
    children: children.map(({ index }) => index),
    starts: (eventStarts ? noneStarts : openNodes).map(({ index }) => index),
    implicitStarts: (eventStarts ? openNodes : []).map(({ index }) => index),
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
