import { indexModel, runnableProcesses } from '../ModelIndex.ts';
import { idOf } from '../moddle/BpmnElement.ts';
import type { ParsedModel } from '../parse/ParsedModel.ts';
import type { ProcessGraph } from '../ProcessGraph.ts';
import { compile } from './compile.ts';

/**
 * Compiles every process of a file that is meant to run, in the order of the file: those marked executable, or all with
 * content when none is marked. The first is what `compile` gives without naming a process.
 *
 * @throws ModelError as `compile` does
 */
export function compileAll(model: ParsedModel): readonly ProcessGraph[] {
  const [, ...others] = runnableProcesses(indexModel(model));
  return [compile(model), ...others.map((process) => compile(model, idOf(process)))];
}
