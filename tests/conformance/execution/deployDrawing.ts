import { compileAll, parseModel } from '../../../packages/bpmn/src/index.ts';
import { createCore } from '../../../packages/runtime/src/createCore.ts';
import { deploy } from '../../../packages/runtime/src/deploy/deploy.ts';
import type { RuntimeOptions } from '../../../packages/runtime/src/index.ts';

/**
 * Puts a drawing to work as the runtime does a model, but without the validator's consent: a drawing that is played may
 * leave open what a process that is run may not (which message, which signal, where a boundary event leads).
 *
 * @throws ModelError when it can't be read or compiled
 */
export async function deployDrawing(options: RuntimeOptions, xml: string): Promise<void> {
  const graphs = compileAll(await parseModel(xml));
  const core = createCore(options, { followUp: async () => {}, wake: () => {} });
  await core.transact((unit) => deploy(core, unit, { xml, note: '', actorId: null }, { graphs, warnings: [] }));
}
