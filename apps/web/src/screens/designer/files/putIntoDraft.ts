import type { ModdleNode } from '../../../diagram/moddle.ts';
import type { DesignerModeler } from '../bpmn/Services.ts';
import { processOf } from '../bpmn/processOf.ts';

/**
 * Draws a file in the place of the draft. The process keeps the model's own ID: deployments and deals hang on it. When
 * the file cannot be drawn, the old drawing is put back and the parser's error thrown.
 */
export async function putIntoDraft(modeler: DesignerModeler, xml: string, processId: string): Promise<void> {
  const { xml: before } = await modeler.saveXML({ format: true });
  try {
    await modeler.importXML(xml);
  } catch (error) {
    if (before !== undefined) await modeler.importXML(before);
    throw error;
  }
  const root = modeler.get('canvas').getRootElement() as { businessObject: ModdleNode };
  const process = processOf(root.businessObject);
  if (process) Object.assign(process, { id: processId });
}
