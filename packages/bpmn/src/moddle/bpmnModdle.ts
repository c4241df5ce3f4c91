// makes the types of bpmn-moddle known to whoever imports this package; an ambient module cannot be imported
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./modules.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import dw from '../dw.json' with { type: 'json' };

let made: BpmnModdle | undefined;

/**
 * The moddle that knows BPMN, its diagrams and the `dw` extension; everything else is kept as it came. It holds types
 * and no models, so one does for all.
 */
export function bpmnModdle(): BpmnModdle {
  return (made ??= new BpmnModdle({ dw }));
}
