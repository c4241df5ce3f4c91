import BpmnRenderer from 'bpmn-js/lib/draw/BpmnRenderer';
import LabelEditingProvider from 'bpmn-js/lib/features/label-editing/LabelEditingProvider';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { displayName } from '../../../diagram/displayNames.ts';
import { is, type ModdleNode } from '../../../diagram/moddle.ts';
import { language } from '../../../i18n/index.ts';
import type { Service } from './drawing.ts';
import { rename } from './rename.ts';

// The canvas shows each element's name in the language one works in, and what is typed there is that language's. The
// model keeps both (see docs/decisions); bpmn-js knows only `name`, so it is lent the other text while it looks.

class ReadersRenderer extends BpmnRenderer {
  static override $inject = BpmnRenderer.$inject;

  override drawShape(...args: Parameters<BpmnRenderer['drawShape']>): SVGElement {
    return lendName(args[1], () => super.drawShape(...args));
  }

  override drawConnection(...args: Parameters<BpmnRenderer['drawConnection']>): SVGElement {
    return lendName(args[1], () => super.drawConnection(...args));
  }
}

class ReadersLabelEditing extends LabelEditingProvider {
  static override $inject = [...LabelEditingProvider.$inject, 'injector'];

  constructor(...args: [...ConstructorParameters<typeof LabelEditingProvider>, { get: Service }]) {
    const [eventBus, bpmnFactory, canvas, directEditing, modeling, resizeHandles, textRenderer, injector] = args;
    const naming = {
      updateLabel: (element: Element, text: string | null, bounds?: object) => {
        const target = (element as { labelTarget?: Element }).labelTarget ?? element;
        if (isNamed(target)) rename((name) => injector.get(name), target, language(), text ?? '');
        else modeling.updateLabel(element, text as string, bounds as never);
      },
    } as unknown as Modeling;
    super(eventBus, bpmnFactory, canvas, directEditing, naming, resizeHandles, textRenderer);
  }

  override activate(element: Element): ReturnType<LabelEditingProvider['activate']> {
    return lendName(element, () => super.activate(element));
  }
}

export const readersNamesModule = {
  bpmnRenderer: ['type', ReadersRenderer],
  labelEditingProvider: ['type', ReadersLabelEditing],
};

/** Annotations and groups carry a text of another kind, and no labels. */
function isNamed(element: Element): boolean {
  return !is(element.businessObject, 'bpmn:TextAnnotation') && !is(element.businessObject, 'bpmn:Group');
}

function lendName<Result>(element: Element | Shape | Connection, look: () => Result): Result {
  const node = element.businessObject as ModdleNode | undefined;
  if (!node || !isNamed(element as Element)) return look();
  const own = node.name;
  const shown = displayName(node, language());
  if (shown === '' || shown === own) return look();
  node.name = shown;
  try {
    return look();
  } finally {
    if (own === undefined) delete node.name;
    else node.name = own;
  }
}
