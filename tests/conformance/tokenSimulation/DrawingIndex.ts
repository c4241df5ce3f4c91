import type { ParsedModel } from '../../../packages/bpmn/src/index.ts';
import { idOf, isA, one, type BpmnElement } from '../../../packages/bpmn/src/moddle/BpmnElement.ts';
import { elementsOf, processesOf } from '../modelTree.ts';

/** What a scenario's steps and traces need to know of the drawing they name the elements of. */
export class DrawingIndex {
  readonly #elements = new Map<string, BpmnElement>();
  readonly #processes: ReadonlySet<BpmnElement>;

  constructor(model: ParsedModel) {
    for (const element of elementsOf(model.definitions)) this.#elements.set(idOf(element), element);
    this.#processes = new Set(processesOf(model));
  }

  has(id: string): boolean {
    return this.#elements.has(id);
  }

  /** The process that an element starts: a start event at its top, the process itself, or its pool; null for all else. */
  startedBy(id: string): { readonly processId: string; readonly startNode?: string } | null {
    const element = this.#elements.get(id);
    const process = element?.$type === 'bpmn:Participant' ? one(element, 'processRef') : element;
    if (process && this.#processes.has(process)) return { processId: idOf(process) };
    const { $parent: parent } = element ?? {};
    if (element?.$type !== 'bpmn:StartEvent' || parent?.$type !== 'bpmn:Process') return null;
    return { processId: idOf(parent), startNode: id };
  }

  /**
   * The id under which the executor knows an element of a trace: a pool's process, and the subprocess that a plane of
   * the diagram shows the inside of. Null for what only one side moves along: message flows, and the flows between an
   * event-based gateway and its events, which the simulator triggers without them.
   */
  executed(id: string): string | null {
    const element = this.#elements.get(id) ?? this.#elements.get(id.replace(/_plane$/, ''));
    if (element?.$type === 'bpmn:MessageFlow' || (element && isBehindEventGateway(element))) return null;
    const process = element?.$type === 'bpmn:Participant' ? one(element, 'processRef') : undefined;
    return process ? idOf(process) : element ? idOf(element) : id;
  }

  /** Where a sequence flow leads to; null for everything else. */
  targetOf(id: string): string | null {
    const element = this.#elements.get(id);
    if (element?.$type !== 'bpmn:SequenceFlow' || isBehindEventGateway(element)) return null;
    const target = one(element, 'targetRef');
    return target ? idOf(target) : null;
  }

  /**
   * Whether leaving and being cancelled mean the same to the simulator and to the executor: for tasks and catching
   * events. A join's tokens all leave for the executor, while for the simulator all but one are taken away; a
   * subprocess always exits for the simulator, also when it is cancelled; an end event that ends its scope, and an
   * event-based gateway, never do.
   */
  comparesLeaving(id: string): boolean {
    const element = this.#elements.get(id);
    return element !== undefined && (isA(element, 'bpmn:Task') || isA(element, 'bpmn:CatchEvent'));
  }

  /** Whether a task can be held: it is one, or stands for one. */
  canBeHeld(id: string): boolean {
    const element = this.#elements.get(id);
    return element !== undefined && (isA(element, 'bpmn:Task') || element.$type === 'bpmn:CallActivity');
  }
}

function isBehindEventGateway(flow: BpmnElement): boolean {
  return flow.$type === 'bpmn:SequenceFlow' && one(flow, 'sourceRef')?.$type === 'bpmn:EventBasedGateway';
}
