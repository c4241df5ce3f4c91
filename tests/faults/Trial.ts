import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ProcessGraph } from '../../packages/bpmn/src/index.ts';
import { openStore, type Store } from '../../packages/store/src/index.ts';
import { freshPostgresDatabase } from '../freshPostgresDatabase.ts';
import { checkLedger, type LedgerRules } from './check/checkLedger.ts';
import { checkStanding } from './check/checkStanding.ts';
import { Ledger } from './check/Ledger.ts';
import { type IncidentFacts, readSnapshot, type Snapshot } from './check/readSnapshot.ts';
import { compileAll, replay } from './check/replay.ts';
import { driveToEnd } from './driveToEnd.ts';
import type { DatabaseName, FaultLine, Problem } from './FaultLine.ts';
import { createDice, type Dice } from './load/dice.ts';
import { Load } from './load/Load.ts';
import { loadXml } from './load/loadXml.ts';
import { type Answering, openOutside, type Outside } from './load/Outside.ts';
import type { ServerChild } from './load/startChild.ts';
import type { Place } from './Place.ts';

export interface TrialOptions {
  readonly fault: string;
  readonly database: DatabaseName;
  readonly seed: number;
  /** a PostgreSQL that databases may be made on */
  readonly postgresUrl: string;
  /** retries of the process's HTTP request; 5 when absent */
  readonly retries?: number;
  /** incidents that the fault is meant to lead to: such an instance may wait for help */
  readonly explains?: (incident: IncidentFacts) => boolean;
  readonly rules?: Partial<LedgerRules>;
  /** how the outside answers at the end; well when absent */
  readonly answering?: Answering;
  /** commands go to real servers, which do more with them than a runtime: `driveToEnd` repeats none */
  readonly overHttp?: boolean;
  /** errors in a server's background that the fault leads to */
  readonly background?: RegExp;
  /** told as things happen, for a person who waits */
  readonly say: (line: string) => void;
}

/** One fault on one database: a load, its ledger, and what the checks have found. */
export class Trial {
  readonly ledger = new Ledger();
  readonly dice: Dice;
  readonly load: Load;
  readonly place: Place;
  readonly outside: Outside;
  readonly options: TrialOptions;
  rounds = 0;
  /** beside those of the options: what is known only when a server runs */
  rules: Partial<LedgerRules> = {};
  /** milliseconds by which servers' clocks were set ahead at most */
  ahead = 0;
  readonly #problems: Problem[] = [];
  readonly #began = performance.now();
  #graphs: ReadonlyMap<string, ProcessGraph> = new Map();
  /** revisions up to which instances' histories were replayed */
  readonly #replayed = new Map<string, number>();

  static async open(options: TrialOptions): Promise<Trial> {
    const place =
      options.database === 'PGlite'
        ? { folder: await mkdtemp(join(tmpdir(), 'dealwright-fault-')) }
        : { url: await freshPostgresDatabase(options.postgresUrl) };
    return new Trial(options, place, await openOutside());
  }

  private constructor(options: TrialOptions, place: Place, outside: Outside) {
    this.options = options;
    this.place = place;
    this.outside = outside;
    this.dice = createDice(options.seed);
    this.load = new Load(this.ledger, this.dice);
  }

  /** The process that is driven, for a server to deploy. */
  xml(): Promise<string> {
    return loadXml(this.outside.url, this.options.retries ?? 5);
  }

  problem(kind: Problem['kind'], text: string): void {
    this.#problems.push({ kind, text });
    this.options.say(`${this.options.fault}, ${this.options.database}: ${kind}: ${text}`);
  }

  /** A server's errors in the background must be what the fault leads to. */
  hear(server: ServerChild): void {
    for (const error of server.background)
      if (!this.options.background?.test(error)) this.problem('unexplained', `in the background: ${error}`);
  }

  /** Looks at the database as it is; on PGlite no server may have it open. */
  async check(): Promise<Snapshot> {
    const store = await this.#openStore();
    try {
      return await this.#checkIn(store);
    } finally {
      await store.close();
    }
  }

  /**
   * Drives every instance to its end, with a clock that runs ahead and a world that answers well, checks once more, and
   * says how it was. No server may run any more.
   */
  async conclude(): Promise<FaultLine> {
    const { fault, database } = this.options;
    this.outside.answer(this.options.answering);
    const store = await this.#openStore();
    try {
      const stuck = await driveToEnd(store, this);
      const snapshot = await this.#checkIn(store);
      for (const id of stuck) this.#reportUnlessExplained(snapshot, id);
    } finally {
      await store.close();
    }
    await this.outside.close();
    if ('folder' in this.place) await rm(this.place.folder, { recursive: true, force: true });
    const all = [...this.#problems, ...this.load.problems];
    for (const { kind, text } of this.load.problems) this.options.say(`${fault}, ${database}: ${kind}: ${text}`);
    const count = (kind: Problem['kind']) => all.filter((problem) => problem.kind === kind).length;
    return {
      fault,
      database,
      rounds: this.rounds,
      acknowledged: this.ledger.acknowledged,
      lost: count('lost'),
      doubled: count('doubled'),
      stuck: count('stuck'),
      unexplained: count('unexplained'),
      replayed: this.#replayed.size,
      differ: count('differ'),
      seconds: Math.round((performance.now() - this.#began) / 100) / 10,
      holds: all.length === 0 && this.ledger.acknowledged > 0 && this.#replayed.size > 0,
    };
  }

  async #checkIn(store: Store): Promise<Snapshot> {
    const acknowledged = new Set(
      [...this.ledger.entries.values()].filter(({ answer }) => answer !== null).map(({ sent }) => sent.id),
    );
    const snapshot = await readSnapshot(store.em());
    if (this.#graphs.size < snapshot.deployments.length) this.#graphs = await compileAll(snapshot.deployments);
    const rules = { messageId: (id: string) => id, ...this.options.rules, ...this.rules };
    const found = [
      ...checkLedger(snapshot, this.ledger, acknowledged, rules),
      ...checkStanding(snapshot, this.#graphs),
      ...this.#checkIncidents(snapshot),
    ];
    for (const { kind, text } of found) this.problem(kind, text);
    await this.#replay(snapshot);
    return snapshot;
  }

  #checkIncidents({ incidents }: Snapshot): Problem[] {
    return incidents
      .filter((incident) => !(this.options.explains?.(incident) ?? false) || incident.text === '')
      .map(({ instanceId, nodeId, code, text }) => ({
        kind: 'unexplained',
        text: `incident ${code} at ${nodeId} of ${instanceId}: ${text}`,
      }));
  }

  async #replay(snapshot: Snapshot): Promise<void> {
    for (const instance of snapshot.instances) {
      const graph = this.#graphs.get(instance.deploymentId);
      if (!graph || this.#replayed.get(instance.id) === instance.revision) continue;
      this.#replayed.set(instance.id, instance.revision);
      const differs = await replay(graph, instance, snapshot.history.get(instance.id) ?? []);
      if (differs !== null) this.problem('differ', differs);
    }
  }

  #reportUnlessExplained(snapshot: Snapshot, id: string): void {
    const explained = snapshot.incidents.some(
      (incident) => incident.instanceId === id && (this.options.explains?.(incident) ?? false),
    );
    if (!explained) this.problem('stuck', `instance ${id} does not come to its end`);
  }

  #openStore(): Promise<Store> {
    return openStore({ ...this.place, migrate: false, now: Date.now });
  }
}
