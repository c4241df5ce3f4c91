import type { Element, Services } from '../bpmn/Services.ts';
import type { DesignerModeler } from '../bpmn/Services.ts';
import { createContext, createSignal, onCleanup, useContext } from 'solid-js';
import type { ModdleNode } from '../../../diagram/moddle.ts';
import { setExtensions } from '../bpmn/extensions.ts';
import { processOf } from '../bpmn/processOf.ts';
import { rename } from '../bpmn/rename.ts';
import { reveal } from '../bpmn/reveal.ts';
import { together } from '../bpmn/togetherHandler.ts';
import type { Create } from '../model/Create.ts';

/**
 * What the properties panel reads and writes. Every reading follows the drawing, every writing is a command on
 * bpmn-js's stack, so that undo and redo cover the panel as they cover the canvas.
 */
export interface Editing {
  /** the selected element, or the root when nothing or several things are selected */
  readonly element: () => Element;
  /** the model's node behind it */
  readonly node: () => ModdleNode;
  /** the process that the element is, shows or belongs to; null in an empty collaboration */
  readonly process: () => ModdleNode | null;
  readonly definitions: () => ModdleNode;
  readonly service: <K extends keyof Services & string>(name: K) => Services[K];
  readonly create: Create;
  /** sets properties of the selected element */
  readonly set: (properties: Readonly<Record<string, unknown>>) => void;
  /** sets properties of any node of the model */
  readonly setOn: (node: ModdleNode, properties: Readonly<Record<string, unknown>>) => void;
  /** puts these in the place of all extension elements of that type */
  readonly setExtensions: (node: ModdleNode, type: string, values: readonly ModdleNode[]) => void;
  /** one undo for all that happens inside */
  readonly together: (run: () => void) => void;
  /** names the selected element as its reader in that language sees it */
  readonly rename: (language: 'zh' | 'en', text: string) => void;
  readonly select: (id: string) => void;
}

const EditingContext = createContext<Editing>();
export const EditingProvider = EditingContext.Provider;

/** The panel's editing; throws outside of a designer. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('useEditing needs an EditingProvider');
  return editing;
}

/** Follows a modeler's selection and changes. Call it in a component: it stops when that goes. */
export function createEditing(modeler: DesignerModeler): Editing {
  const [touched, touch] = createSignal(undefined, { equals: false });
  const service = <K extends keyof Services & string>(name: K): Services[K] => modeler.get(name);
  const bus = service('eventBus');
  const changed = () => touch();
  const events = ['selection.changed', 'elements.changed', 'commandStack.changed', 'import.done', 'root.set'];
  bus.on(events, changed);
  onCleanup(() => bus.off(events, changed));

  const element = (): Element => {
    touched();
    const selected = service('selection').get() as Element[];
    const only = selected.length === 1 ? selected[0] : undefined;
    return only ? targetOf(only) : (service('canvas').getRootElement() as Element);
  };
  const node = () => element().businessObject as ModdleNode;
  const setOn = (target: ModdleNode, properties: Readonly<Record<string, unknown>>) =>
    service('modeling').updateModdleProperties(element(), target, properties);
  const create: Create = (type, properties) => service('bpmnFactory').create(type, { ...properties }) as ModdleNode;

  return {
    element,
    node,
    process: () => processOf(node()),
    definitions: () => {
      touched();
      return modeler.getDefinitions() as ModdleNode;
    },
    service,
    create,
    set: (properties) => service('modeling').updateProperties(element(), properties),
    setOn,
    setExtensions: (target, type, values) => setExtensions(service, element(), target, type, values),
    together: (run) => together(service('commandStack'), run),
    rename: (language, text) => rename(service, element(), language, text),
    select(id) {
      const found = service('elementRegistry').get(id) as Element | undefined;
      if (!found) return;
      service('selection').select(found);
      reveal(service('canvas'), found);
    },
  };
}

function targetOf(element: Element): Element {
  return (element as { labelTarget?: Element }).labelTarget ?? element;
}
