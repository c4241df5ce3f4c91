import { ModelError } from './ModelError.ts';
import { bpmnModdle } from './moddle/bpmnModdle.ts';
import type { ParsedModel } from './parse/ParsedModel.ts';

/**
 * Writes the model as formatted XML, with the diagram and with every foreign extension it was read with.
 *
 * @throws ModelError `diagram-write-failed` when the tree cannot be expressed in XML
 */
export async function writeModel(model: ParsedModel): Promise<string> {
  try {
    return (await bpmnModdle().toXML(model.definitions, { format: true })).xml;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ModelError('diagram-write-failed', {
      en: `The model cannot be written as XML: ${reason}.`,
      zh: `模型无法写成 XML：${reason}。`,
    });
  }
}
