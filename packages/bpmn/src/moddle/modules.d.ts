declare module 'bpmn-moddle' {
  import type { BpmnElement } from './BpmnElement.ts';

  export interface ModdleWarning {
    readonly message: string;
    readonly element?: BpmnElement;
    readonly property?: string;
    readonly value?: string;
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(
      xml: string,
      typeName: string,
      options: object,
    ): Promise<{
      readonly rootElement: BpmnElement;
      readonly warnings: readonly ModdleWarning[];
      readonly elementsById: Readonly<Record<string, BpmnElement>>;
    }>;
    toXML(element: BpmnElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}
