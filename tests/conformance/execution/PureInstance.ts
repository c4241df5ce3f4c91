import type { ProcessGraph } from '../../../packages/bpmn/src/index.ts';
import type {
  CommandRefused,
  Effect,
  JsonObject,
  State,
  StepResult,
  Subscription,
} from '../../../packages/engine/src/index.ts';
import type { InstanceRecord, RecordedEvent, RecordedIncident } from './Execution.ts';

/** Something that an instance waits for, as the outside keeps it. */
export interface Wait {
  readonly token: number;
  readonly element: string;
  readonly kind: 'task' | 'job' | 'message' | 'signal' | 'timer' | 'process' | 'incident';
  readonly to: Subscription | null;
  /** which wait of all instances came first */
  readonly order: number;
}

let waits = 0;

/** One instance on the pure engine, with what stands for it outside. */
export class PureInstance {
  readonly graph: ProcessGraph;
  /** the call activity that it answers to */
  readonly caller: { readonly instance: PureInstance; readonly token: number } | null;
  readonly waits: Wait[] = [];
  state: State | null = null;
  readonly #events: RecordedEvent[] = [];
  readonly #incidents: RecordedIncident[] = [];
  #errorCode: string | null = null;

  constructor(graph: ProcessGraph, caller: PureInstance['caller']) {
    this.graph = graph;
    this.caller = caller;
  }

  get active(): boolean {
    return this.state?.status === 'active';
  }

  /** what the process holds */
  get variables(): JsonObject {
    return this.state?.scopes.find((scope) => scope.parent === -1)?.vars ?? {};
  }

  /** Takes over a step's result. The state is read back from JSON, as a database would give it. */
  take(result: StepResult, now: number): readonly Effect[] {
    this.state = JSON.parse(JSON.stringify(result.state)) as State;
    for (const event of result.events) {
      if (event.type === 'take') this.#add('take', this.graph.flows[event.flow]?.id, event.token, now);
      else if (event.type === 'enter' || event.type === 'leave' || event.type === 'cancel') {
        this.#add(event.type, this.graph.nodes[event.node]?.id, event.token, now);
      }
    }
    for (const effect of result.effects) this.#keep(effect);
    return result.effects;
  }

  refused(error: CommandRefused): void {
    this.#incidents.push({ element: this.graph.processId, code: error.code, message: error.text });
  }

  missingProcess(node: number, processId: string): void {
    this.#incidents.push({
      element: this.#id(node),
      code: 'called-process-unknown',
      message: { en: `The file has no process "${processId}" to call.`, zh: `文件中没有可调用的流程“${processId}”。` },
    });
  }

  record(): InstanceRecord {
    return {
      processId: this.graph.processId,
      status: this.state?.status ?? 'failed',
      errorCode: this.#errorCode,
      events: this.#events,
      incidents: this.#incidents,
    };
  }

  #keep(effect: Effect): void {
    switch (effect.type) {
      case 'createTask':
        this.#wait(effect, 'task');
        return;
      case 'createJob':
        this.#wait(effect, 'job');
        return;
      case 'subscribe':
        this.#wait(effect, effect.to.kind, effect.to);
        return;
      case 'startProcess':
        this.#wait(effect, 'process');
        return;
      case 'raiseIncident':
        this.#wait(effect, 'incident');
        this.#incidents.push({ element: this.#id(effect.node), code: effect.code, message: effect.message });
        return;
      case 'release': {
        const at = this.waits.findIndex((wait) => wait.token === effect.token);
        if (at < 0) throw new Error(`token ${effect.token} was released, but nothing stood under it`);
        this.waits.splice(at, 1);
        return;
      }
      case 'finish':
        this.#errorCode = effect.errorCode;
        return;
      case 'sendMessage':
      case 'broadcastSignal':
      case 'escalate':
        return;
      default:
        effect satisfies never;
    }
  }

  #wait(
    { token, node }: { readonly token: number; readonly node: number },
    kind: Wait['kind'],
    to: Subscription | null = null,
  ): void {
    if (this.waits.some((wait) => wait.token === token)) throw new Error(`token ${token} already waits`);
    this.waits.push({ token, element: this.#id(node), kind, to, order: ++waits });
  }

  #add(type: RecordedEvent['type'], element: string | undefined, token: number, at: number): void {
    this.#events.push({ type, element: element ?? '', token, at });
  }

  #id(node: number): string {
    return this.graph.nodes[node]?.id ?? `node ${node}`;
  }
}
