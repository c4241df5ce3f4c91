import { describe } from '../describe.ts';
import { ModelError } from '../ModelError.ts';
import { idOf, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { ParsedModel } from '../parse/ParsedModel.ts';

export function structureBroken(model: ParsedModel, element: BpmnElement, en: string, zh: string): ModelError {
  const words = describe(element);
  return new ModelError(
    'structure-broken',
    { en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。` },
    { line: model.lines.get(idOf(element)) ?? null, elementId: idOf(element) || null },
  );
}
