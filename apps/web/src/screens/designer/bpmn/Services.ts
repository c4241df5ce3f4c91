import type Modeler from 'bpmn-js/lib/Modeler';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type BpmnReplace from 'bpmn-js/lib/features/replace/BpmnReplace';
import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type ContextPad from 'diagram-js/lib/features/context-pad/ContextPad';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type Palette from 'diagram-js/lib/features/palette/Palette';
import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type Rules from 'diagram-js/lib/features/rules/Rules';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type { ModdleNode } from '../../../diagram/moddle.ts';

/** The parts of bpmn-js that the designer talks to. */
export interface Services {
  autoPlace: { append(source: Element, shape: Shape, hints?: object): Shape };
  bpmnFactory: BpmnFactory;
  bpmnReplace: BpmnReplace;
  canvas: Canvas;
  commandStack: CommandStack;
  contextPad: ContextPad;
  elementFactory: ElementFactory;
  elementRegistry: ElementRegistry;
  eventBus: EventBus;
  minimap: { open(): void; close(): void; isOpen(): boolean };
  moddleCopy: { copyElement(from: ModdleNode, to: ModdleNode): ModdleNode };
  modeling: Modeling;
  overlays: Overlays;
  palette: Palette & { _rebuild?: () => void };
  popupMenu: PopupMenu;
  rules: Rules;
  selection: Selection;
  [name: string]: unknown;
}

export type DesignerModeler = Modeler<Services>;
export type { Element, Shape };
