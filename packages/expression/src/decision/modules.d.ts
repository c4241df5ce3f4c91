declare module 'dmn-moddle' {
  export interface DmnWarning {
    readonly message: string;
  }
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(
      xml: string,
      typeName: string,
      options: object,
    ): Promise<{ readonly rootElement: unknown; readonly warnings: readonly DmnWarning[] }>;
  }
}
