import type { JsonObject } from '../../../packages/engine/src/index.ts';
import type { Evaluator } from '../../../packages/expression/src/index.ts';
import {
  CommandRejected,
  createRuntime,
  ModelRefused,
  type Runtime,
  type RuntimeOptions,
} from '../../../packages/runtime/src/index.ts';
import { query, type Store } from '../../../packages/store/src/index.ts';
import {
  REST_LIMIT,
  Restless,
  type Execution,
  type ExecutionOptions,
  type InstanceRecord,
  type RecordedIncident,
  type Refusal,
} from './Execution.ts';
import { deployDrawing } from './deployDrawing.ts';
import { readInstances } from './readInstances.ts';
import { refusalByProblems, refusalOf } from './refusalOf.ts';
import { noScript, ScriptRecorder, type LogEntry } from './ScriptRecorder.ts';
import { waitAt } from './waitAt.ts';

/** 1 January 2026 */
const BEGINNING = Date.UTC(2026, 0, 1);
const PERSON = 'conformance';

/**
 * The same on the durable runtime: every command is a transaction of the database given, which must be empty. Nothing
 * of the executor's state is held here: what waits, what is due and what has happened is read back from the tables.
 */
export class DurableExecution implements Execution {
  now = BEGINNING;
  readonly #store: Store;
  readonly #options: RuntimeOptions;
  readonly #runtime: Runtime;
  readonly #drawings: boolean;
  readonly #scripts: ScriptRecorder;
  readonly #held: ReadonlySet<string>;
  /** starts that the runtime rejected: they leave no instance */
  readonly #rejected: { readonly processId: string; readonly incident: RecordedIncident }[] = [];
  readonly #errors: unknown[] = [];
  #commands = 0;
  #ids = 0;

  constructor(store: Store, evaluator: Evaluator, options: ExecutionOptions) {
    this.#store = store;
    this.#scripts = new ScriptRecorder(options.script ?? noScript);
    this.#held = options.held ?? new Set();
    this.#drawings = options.drawings ?? false;
    this.#options = {
      em: () => {
        // the runtime asks for one where a transaction begins: what an earlier attempt at it logged never happened
        this.#scripts.discard();
        return store.em();
      },
      now: () => this.now,
      newId: () => `c${String(++this.#ids).padStart(8, '0')}`,
      assign: async () => ({ assigneeId: PERSON, candidates: [] }),
      connectors: {},
      evaluator: this.#scripts.bind(evaluator),
      onChange: () => this.#scripts.keep(),
      onError: (error) => this.#errors.push(error),
      serverId: PERSON,
    };
    this.#runtime = createRuntime(this.#options);
  }

  get log(): readonly LogEntry[] {
    return this.#scripts.kept;
  }

  async deploy(xml: string): Promise<Refusal | null> {
    await query(
      this.#store.em(),
      `insert into person (id, name, email, created_at) values ($1, $1, 'conformance@example.com', $2::timestamptz)`,
      [PERSON, new Date(this.now).toISOString()],
    );
    try {
      if (this.#drawings) await deployDrawing(this.#options, xml);
      else await this.#runtime.deploy({ xml, note: '', actorId: null });
      return null;
    } catch (error) {
      return error instanceof ModelRefused ? refusalByProblems(error.problems) : refusalOf(error);
    }
  }

  async start(processId: string, variables: JsonObject, startNode?: string): Promise<void> {
    try {
      const at = startNode === undefined ? {} : { startNode };
      await this.#runtime.start({ processId, variables, actorId: null, ...at });
    } catch (error) {
      if (!(error instanceof CommandRejected)) throw error;
      const incident = { element: processId, code: error.code, message: error.messages };
      this.#rejected.push({ processId, incident });
    }
    await this.#rest();
  }

  async trigger(element: string): Promise<boolean> {
    const em = this.#store.em();
    const wait = await waitAt(em, this.#runtime, element);
    if (!wait) return false;
    const { instanceId, token } = wait;
    const now = new Date(this.now).toISOString();
    if (wait.kind === 'task') await this.#complete(wait.taskId);
    else if (wait.kind === 'timer') {
      await query(em, 'update job set due_at = $2::timestamptz where id = $1', [wait.jobId, now]);
    } else {
      // what reaches one waiting token, as the runtime itself notes it when it broadcasts a signal
      await query(
        em,
        `insert into job (id, instance_id, token, kind, due_at, payload, max_attempts)
         values ($1, $2, -1, 'trigger', $3::timestamptz, $4::jsonb, 1)`,
        [`trigger-${++this.#ids}`, instanceId, now, JSON.stringify({ token, variables: {}, actorId: null, hops: 0 })],
      );
    }
    await this.#rest();
    return true;
  }

  async advanceTo(time: number): Promise<void> {
    for (let due = await this.#runtime.nextDue(); due !== null && due <= time; due = await this.#runtime.nextDue()) {
      this.now = Math.max(this.now, due);
      await this.#rest();
    }
    this.now = Math.max(this.now, time);
  }

  async instances(): Promise<readonly InstanceRecord[]> {
    const [error] = this.#errors;
    if (error !== undefined) throw error;
    const rejected = this.#rejected.map(({ processId, incident }): InstanceRecord => ({
      processId,
      status: 'failed',
      errorCode: null,
      events: [],
      incidents: [incident],
    }));
    return [...(await readInstances(this.#store.em())), ...rejected];
  }

  /** The database stays open: it is the opener's. */
  async close(): Promise<void> {}

  /** Runs what is due; when nothing is, completes the open task that came first. */
  async #rest(): Promise<void> {
    for (;;) {
      this.#commands += 1;
      if (this.#commands > REST_LIMIT) throw new Restless();
      if ((await this.#runtime.runDueJobs()) > 0) continue;
      const [task] = await query<{ id: string }>(
        this.#store.em(),
        `select id from task where status = 'open' and not node_id = any($1::text[]) order by created_at, token, id limit 1`,
        [[...this.#held]],
      );
      if (!task) return;
      await this.#complete(task.id);
    }
  }

  async #complete(taskId: string): Promise<void> {
    const commandId = `complete-${++this.#ids}`;
    await this.#runtime.complete({ taskId, variables: {}, actorId: PERSON, commandId });
  }
}
