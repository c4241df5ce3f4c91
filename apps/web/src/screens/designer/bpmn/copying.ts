import type EventBus from 'diagram-js/lib/core/EventBus';
import { is, type ModdleNode } from '../../../diagram/moddle.ts';
import { readKpis, writeKpis } from '../model/kpis.ts';
import type { Service } from './drawing.ts';
import { setExtensions } from './extensions.ts';
import type { Element } from './Services.ts';

interface CopyContext {
  readonly parent?: ModdleNode;
  readonly property?: {
    readonly $type?: string;
    readonly $descriptor?: { readonly allTypes: readonly TypeDescriptor[] };
  };
}
interface TypeDescriptor {
  readonly name: string;
  readonly meta?: { readonly allowedIn?: readonly string[] };
}
interface Created {
  readonly context: { readonly elements: readonly Element[] };
}

/**
 * What an element takes along when it is copied or turned into another type: of our extension elements those that the
 * new element may carry (`allowedIn` in dw.json), and KPIs under IDs of their own, because figures hang on the ID.
 */
class Copying {
  static $inject = ['eventBus', 'injector'];

  constructor(eventBus: EventBus, injector: { get: Service }) {
    eventBus.on('moddleCopy.canCopyProperty', 2000, ({ parent, property }: CopyContext) => {
      const type = property?.$descriptor?.allTypes.find((one) => one.name === property.$type);
      const allowed = type?.meta?.allowedIn;
      const owner = parent?.$parent;
      return !allowed || !owner || allowed.some((type) => is(owner, type)) ? undefined : false;
    });
    eventBus.on('commandStack.elements.create.postExecuted', ({ context }: Created) => {
      for (const element of context.elements) giveOwnKpiIds((name) => injector.get(name), element);
    });
  }
}

export const copyingModule = { __init__: ['copying'], copying: ['type', Copying] };

function giveOwnKpiIds(service: Service, element: Element): void {
  const node = element.businessObject as ModdleNode;
  const kpis = readKpis(node);
  if (kpis.length === 0) return;
  const others = (service('elementRegistry').getAll() as Element[]).filter((other) => other.businessObject !== node);
  const taken = new Set(others.flatMap((other) => readKpis(other.businessObject as ModdleNode).map((kpi) => kpi.id)));
  if (!kpis.some((kpi) => taken.has(kpi.id))) return;
  const renumbered = kpis.map((kpi, at) => ({ ...kpi, id: `${element.id}-kpi-${at + 1}` }));
  const create = (type: string, properties: object) =>
    service('bpmnFactory').create(type, { ...properties }) as ModdleNode;
  setExtensions(service, element, node, 'dw:Kpi', writeKpis(renumbered, create));
}
