import { compile, parseModel } from '../../../packages/bpmn/src/index.ts';
import { bpmnModdle } from '../../../packages/bpmn/src/moddle/bpmnModdle.ts';
import { createGraphs } from '../../../packages/runtime/src/Graphs.ts';
import type { EntityManager } from '../../../packages/store/src/index.ts';
import type { Line } from '../Line.ts';
import { mostLine } from '../makeLine.ts';
import { median } from '../median.ts';
import { largeModel } from '../models/largeModel.ts';
import { printLines } from '../printLines.ts';

const NODES = 300;
const ROUNDS = 40;
const WARM_UP = 10;
const READ_GOAL = 1.3;
const CACHED_GOAL_MS = 1;
/** Times one round looks into the cache: one look is shorter than the clock tells. */
const LOOKS = 1000;

/**
 * A version's first use and its later ones. From XML to the graph as the runtime does it, which leaves the diagram out,
 * against `fromXML` of bpmn-moddle alone on the whole file, which is made anew for neither; and a version that is in
 * the runtime's cache.
 */
export async function measureCompile(): Promise<Line[]> {
  const xml = largeModel(NODES);
  const { read, graph } = await measureReading(xml);
  const cached = await measureCached(xml);
  return [
    mostLine('compile', graph, 'CPU ms', read, READ_GOAL),
    // the absolute time is the limit
    mostLine('compile-cached', cached, 'CPU ms', CACHED_GOAL_MS),
  ];
}

/** Medians in milliseconds of processor time, in which other work on the machine does not count; both are done in each round, the first of them in turns. */
async function measureReading(xml: string): Promise<{ readonly read: number; readonly graph: number }> {
  const moddle = bpmnModdle();
  const read = (): Promise<unknown> => moddle.fromXML(xml, 'bpmn:Definitions', {});
  const graph = async (): Promise<unknown> => compile(await parseModel(xml, { diagrams: 'left out' }), 'process');
  const took = { read: [] as number[], graph: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const what of round % 2 === 0 ? (['read', 'graph'] as const) : (['graph', 'read'] as const)) {
      const milliseconds = await timed(what === 'read' ? read : graph);
      if (round >= WARM_UP) took[what].push(milliseconds);
    }
  }
  return { read: median(took.read), graph: median(took.graph) };
}

/** Median milliseconds of one look into the runtime's cache, which asks no database. */
async function measureCached(xml: string): Promise<number> {
  const graphs = createGraphs();
  const row = { id: 'one', processId: 'process', xml, decisions: [] };
  const client = { executeQuery: () => Promise.resolve({ rows: [row] }) };
  // of a database only this is asked, once: the version's row
  const em = {
    getTransactionContext: () => undefined,
    getConnection: () => ({ getClient: () => client }),
  } as unknown as EntityManager;
  await graphs.get(em, row.id);
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const all = await timed(async () => {
      for (let look = 0; look < LOOKS; look++) await graphs.get(em, row.id);
    });
    took.push(all / LOOKS);
  }
  return median(took);
}

async function timed(what: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await what();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

if (import.meta.main) printLines(await measureCompile());
