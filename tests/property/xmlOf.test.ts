import { expect, test } from 'vitest';
import { compileAll, parseModel, validate } from '../../packages/bpmn/src/index.ts';
import { drawTree, randomTree } from '../../packages/engine/src/testing/random/index.ts';
import { seeded } from '../../packages/engine/src/testing/seeded.ts';
import { plainGraph } from './plainGraph.ts';
import { xmlOf } from './xmlOf.ts';

const MODELS = 100;

test(`${MODELS} random models as files: valid, and compiled to what was drawn`, async () => {
  for (let seed = 1; seed <= MODELS; seed++) {
    const drawn = drawTree(randomTree(seeded(seed)));
    const model = await parseModel(xmlOf(drawn));
    const errors = validate(model).filter(({ severity }) => severity === 'error');
    expect(
      errors.map(({ rule, elementId, message }) => `${rule} at ${elementId}: ${message.en}`),
      `seed ${seed}`,
    ).toEqual([]);
    const expected = [drawn.main, ...drawn.called].map(({ graph }) => plainGraph(graph));
    expect(compileAll(model).map(plainGraph), `seed ${seed}`).toEqual(expected);
  }
}, 120_000);
