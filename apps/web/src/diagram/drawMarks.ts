import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';

export interface ViewMarks {
  readonly tokens: readonly string[];
  readonly visited: readonly string[];
  readonly taken: readonly string[];
  readonly badges: readonly {
    readonly elementId: string;
    readonly text: string;
    readonly tone: 'neutral' | 'good' | 'bad' | 'warn';
    readonly title?: string;
  }[];
}

interface Parts {
  readonly canvas: Canvas;
  readonly overlays: Overlays;
  readonly registry: ElementRegistry;
}

/** Puts tokens, path and badges on a drawing, in the place of those put there before. Unknown ids are passed over. */
export function drawMarks({ canvas, overlays, registry }: Parts, marks: ViewMarks, tokenTitle: string): void {
  overlays.remove({ type: 'dw-mark' });
  for (const element of registry.getAll() as Element[]) canvas.removeMarker(element.id, 'dw-visited');
  for (const id of [...marks.visited, ...marks.taken]) {
    if (registry.get(id)) canvas.addMarker(id, 'dw-visited');
  }
  for (const [id, count] of countsOf(marks.tokens)) {
    if (registry.get(id)) overlays.add(id, 'dw-mark', tokenOverlay(registry.get(id) as Shape, count, tokenTitle));
  }
  for (const [id, badges] of Map.groupBy(marks.badges, (badge) => badge.elementId)) {
    if (registry.get(id)) overlays.add(id, 'dw-mark', badgeOverlay(registry.get(id) as Shape, badges));
  }
}

function countsOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function tokenOverlay(shape: Shape, count: number, title: string) {
  const html = document.createElement('div');
  html.className = 'dw-token';
  html.title = title;
  html.textContent = count > 1 ? String(count) : '';
  return { position: { top: shape.height / 2 - 11, left: -11 }, html, show: { minZoom: 0 } };
}

function badgeOverlay(shape: Shape, badges: ViewMarks['badges']) {
  const html = document.createElement('div');
  html.className = 'dw-badges';
  for (const badge of badges) {
    const item = document.createElement('span');
    item.className = `dw-badge dw-badge-${badge.tone}`;
    item.textContent = badge.text;
    if (badge.title !== undefined) item.title = badge.title;
    html.append(item);
  }
  return { position: { top: 2, left: shape.width / 2 }, html, scale: { min: 0.75, max: 1.2 } };
}
