import dw from '@dealwright/bpmn/dw.json';
import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import { type DisplayLanguage, showInLanguage } from './displayNames.ts';
import { drawMarks, type ViewMarks } from './drawMarks.ts';
import { elementInDirection } from './elementInDirection.ts';
import { flowNodes, type ViewElement } from './flowNodes.ts';
import type { ModdleNode } from './moddle.ts';
import { readableView, wholeView } from './readableView.ts';
import { RENDERER_COLORS } from './rendererColors.ts';

export interface DiagramView {
  /** Draws a model; the place looked at stays when `keepPlace`. Throws what the parser throws. */
  show(xml: string, language: DisplayLanguage, keepPlace: boolean): Promise<readonly ViewElement[]>;
  mark(marks: ViewMarks): void;
  select(id: string | null): void;
  zoomBy(factor: number): void;
  fit(): void;
  destroy(): void;
}

/** Below this zoom no label can be read. */
const READABLE = 0.55;

interface Services {
  canvas: Canvas;
  overlays: Overlays;
  selection: Selection;
  elementRegistry: ElementRegistry;
  eventBus: EventBus;
  [name: string]: unknown;
}

/**
 * Opens a read-only drawing in a container. bpmn-js is loaded here and not before: it weighs more than the rest of the
 * application.
 */
export async function openView(
  container: HTMLElement,
  onSelect: (id: string | null) => void,
  tokenTitle: () => string,
): Promise<DiagramView> {
  const [{ default: NavigatedViewer }] = await Promise.all([
    import('bpmn-js/lib/NavigatedViewer'),
    import('bpmn-js/dist/assets/diagram-js.css'),
    import('bpmn-js/dist/assets/bpmn-js.css'),
  ]);
  const viewer = new NavigatedViewer<Services>({
    container,
    moddleExtensions: { dw },
    bpmnRenderer: RENDERER_COLORS,
  });
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const selection = viewer.get('selection');
  const registry = viewer.get('elementRegistry');
  const bus = viewer.get('eventBus');

  let language: DisplayLanguage = 'en';
  let quiet = false;
  let fitted = true;
  /** someone asked for the whole drawing, and gets it again when the room changes */
  let whole = false;
  let marked: ViewMarks = { tokens: [], visited: [], taken: [], badges: [] };
  bus.on('import.parse.complete', 2000, (event: { definitions?: ModdleNode }) => {
    if (event.definitions) showInLanguage(event.definitions, language);
  });
  bus.on('selection.changed', (event: { oldSelection: Element[]; newSelection: Element[] }) => {
    for (const element of event.oldSelection) {
      const id = idOf(element);
      if (id !== null && registry.get(id)) canvas.removeMarker(id, 'dw-selected');
    }
    for (const element of event.newSelection) canvas.addMarker(idOf(element) ?? element.id, 'dw-selected');
    if (!quiet) onSelect(idOf(event.newSelection[0]));
  });
  bus.on('canvas.viewbox.changed', () => {
    if (!quiet) fitted = false;
  });
  bus.on('keyboard.keydown', 500, (context: { keyEvent: KeyboardEvent }) => {
    const { keyEvent } = context;
    if (keyEvent.ctrlKey || keyEvent.metaKey || keyEvent.altKey) return undefined;
    const next = elementInDirection(flowNodes(registry), idOf(selection.get()[0]), keyEvent.key);
    if (next === null) return undefined;
    selection.select(registry.get(next) as Element);
    return true;
  });

  function silently(action: () => void): void {
    quiet = true;
    try {
      action();
    } finally {
      quiet = false;
    }
  }
  function fit(): void {
    if (container.clientWidth === 0 || container.clientHeight === 0) return;
    silently(() => {
      canvas.resized();
      canvas.viewbox(wholeView(canvas.viewbox()));
    });
    fitted = true;
  }
  /** The whole drawing where it stays readable, else its beginning, or the place where a token stands. */
  function open(tokens: readonly string[]): void {
    fit();
    if (canvas.zoom() >= READABLE) return;
    const place = registry.get(tokens[0] ?? '') ?? registry.get(flowNodes(registry)[0]?.id ?? '');
    silently(() => canvas.viewbox(readableView(canvas.viewbox(), READABLE, place as Shape | undefined)));
  }
  const sizes = new ResizeObserver(() => {
    if (fitted && whole) fit();
    else if (fitted) open(marked.tokens);
    else silently(() => canvas.resized());
  });
  sizes.observe(container);

  return {
    async show(xml, next, keepPlace) {
      language = next;
      const place = keepPlace && !fitted ? canvas.viewbox() : null;
      quiet = true;
      try {
        await viewer.importXML(xml);
      } finally {
        quiet = false;
      }
      if (place) silently(() => canvas.viewbox(place));
      else if (keepPlace && whole) fit();
      else open(marked.tokens);
      return flowNodes(registry);
    },
    mark(marks) {
      const moved = marks.tokens[0] !== marked.tokens[0];
      marked = marks;
      if (moved && fitted && !whole) open(marks.tokens);
      drawMarks({ canvas, overlays, registry }, marks, tokenTitle());
    },
    select(id) {
      const element = id === null ? undefined : (registry.get(id) as Element | undefined);
      if (idOf(selection.get()[0]) === (element?.id ?? null)) return;
      silently(() => {
        selection.select(element ?? []);
        if (element && !isOnScreen(canvas, element)) canvas.scrollToElement(element);
      });
    },
    zoomBy(factor) {
      canvas.zoom(Math.max(0.15, Math.min(4, canvas.zoom() * factor)));
    },
    fit() {
      whole = true;
      fit();
    },
    destroy() {
      sizes.disconnect();
      viewer.destroy();
    },
  };
}

function idOf(element: Element | undefined): string | null {
  if (!element) return null;
  const label = (element as { labelTarget?: Element }).labelTarget;
  return (label ?? element).id;
}

function isOnScreen(canvas: Canvas, element: Element): boolean {
  if (!('width' in element)) return true;
  const view = canvas.viewbox();
  const shape = element as Shape;
  return (
    shape.x >= view.x &&
    shape.y >= view.y &&
    shape.x + shape.width <= view.x + view.width &&
    shape.y + shape.height <= view.y + view.height
  );
}
