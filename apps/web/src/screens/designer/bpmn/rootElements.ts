import type EventBus from 'diagram-js/lib/core/EventBus';
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { listOf, type ModdleNode, nodeOf } from '../../../diagram/moddle.ts';
import { isReferenceOwner, REFERENCES } from '../model/rootReference.ts';
import type { Service } from './drawing.ts';
import type { Element } from './Services.ts';

interface Change {
  readonly shape?: Element;
  readonly element?: Element;
  addedRootElements?: readonly ModdleNode[];
}
interface Copied {
  readonly element: Element;
  readonly descriptor: Descriptor;
}
interface Descriptor {
  readonly businessObject: ModdleNode;
  /** what the element's reference holders refer to, in their order */
  referencedRootElements?: readonly (ModdleNode | null)[];
}

const COMMANDS = ['shape.create', 'element.updateProperties', 'element.updateModdleProperties'];

/**
 * Messages, signals, errors and escalations that are referred to but not in the model are added to it, and go along when
 * an event is copied. In the place of bpmn-js's own behaviour of this name, which looks at an event's first definition
 * only, and throws when that one has no reference and another has.
 */
class RootElements extends CommandInterceptor {
  static override $inject = ['eventBus', 'injector', 'bpmnjs'];

  constructor(eventBus: EventBus, injector: { get: Service }, bpmnjs: { getDefinitions(): ModdleNode }) {
    super(eventBus);
    const rootElements = () => bpmnjs.getDefinitions().get('rootElements') as ModdleNode[];
    const isThere = ({ id }: ModdleNode) => rootElements().some((root) => root.id === id);
    this.executed(
      COMMANDS,
      (context: Change) => {
        const element = context.shape ?? context.element;
        const referred = element ? referencesOf(element.businessObject as ModdleNode) : [];
        const added = referred.filter((node): node is ModdleNode => node !== null && !isThere(node));
        if (added.length === 0) return;
        rootElements().push(...added);
        context.addedRootElements = added;
      },
      true,
    );
    this.reverted(
      COMMANDS,
      ({ addedRootElements = [] }: Change) => {
        const all = rootElements();
        for (const added of addedRootElements) all.splice(all.indexOf(added), 1);
      },
      true,
    );
    eventBus.on('copyPaste.copyElement', ({ element, descriptor }: Copied) => {
      if ((element as { labelTarget?: Element }).labelTarget) return;
      const referred = referencesOf(element.businessObject as ModdleNode);
      if (referred.some((node) => node !== null)) descriptor.referencedRootElements = referred;
    });
    eventBus.on('copyPaste.pasteElement', 500, ({ descriptor }: Copied) => {
      const referred = descriptor.referencedRootElements ?? [];
      for (const [at, holder] of holdersOf(descriptor.businessObject).entries()) {
        const node = referred[at];
        if (!node || !isReferenceOwner(holder.$type)) continue;
        const create = (type: string) => injector.get('bpmnFactory').create(type) as ModdleNode;
        const target = isThere(node) ? node : injector.get('moddleCopy').copyElement(node, create(node.$type));
        holder.set(REFERENCES[holder.$type].property, target);
      }
      delete descriptor.referencedRootElements;
    });
  }
}

/** bpmn-js looks its own behaviour up by this name. */
export const rootElementsModule = { rootElementReferenceBehavior: ['type', RootElements] };

/** The node itself, if it is a send or receive task, or its event definitions. */
function holdersOf(node: ModdleNode): readonly ModdleNode[] {
  return isReferenceOwner(node.$type) ? [node] : listOf(node, 'eventDefinitions');
}

function referencesOf(node: ModdleNode): readonly (ModdleNode | null)[] {
  return holdersOf(node).map((holder) =>
    isReferenceOwner(holder.$type) ? nodeOf(holder, REFERENCES[holder.$type].property) : null,
  );
}
