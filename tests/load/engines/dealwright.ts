import { compile, parseModel, type ProcessGraph } from '../../../packages/bpmn/src/index.ts';
import { step, type Env } from '../../../packages/engine/src/index.ts';
import { automaticModels, type ModelName } from './automaticModels.ts';
import type { MeasuredEngine } from './MeasuredEngine.ts';

const env: Env = { now: 0, evaluate: () => null, script: () => null };

/** The pure executor: one step from start to end, which answers the state, the effects and all history events. */
export async function openDealwright(): Promise<MeasuredEngine> {
  const graphs: Readonly<Record<ModelName, ProcessGraph>> = {
    chain: compile(await parseModel(automaticModels.chain.xml)),
    fork: compile(await parseModel(automaticModels.fork.xml)),
  };
  for (const name of ['chain', 'fork'] as const) checkElements(name, graphs[name]);
  return {
    batch: 500,
    run(model, count) {
      for (let done = 0; done < count; done++) {
        const { state } = step(graphs[model], null, { type: 'start', variables: {} }, env);
        if (state.status !== 'completed') throw new Error(`an instance of ${model} is ${state.status}`);
      }
    },
  };
}

/** That history tells of every node, so that the elements counted are those that were run. */
function checkElements(name: ModelName, graph: ProcessGraph): void {
  const { events } = step(graph, null, { type: 'start', variables: {} }, env);
  const entered = new Set(events.flatMap((event) => (event.type === 'enter' ? [event.node] : [])));
  const { elements } = automaticModels[name];
  if (entered.size !== elements) throw new Error(`${name} entered ${entered.size} of ${elements} nodes`);
}
