import { readableView } from '../../../diagram/readableView.ts';
import { fitDrawing, paletteWidth } from './fitDrawing.ts';
import { reveal } from './reveal.ts';
import type { DesignerModeler, Element } from './Services.ts';

/** Below this zoom no name on the drawing can be read. */
const READABLE = 0.55;

/**
 * Shows the drawing in its canvas: the whole of it where that can be read, else its beginning; and goes on doing so
 * while header, panel and sheets take their room, until someone moves it. After that the selected element is what stays
 * in view.
 */
export function keepInView(modeler: DesignerModeler): void {
  const canvas = modeler.get('canvas');
  const bus = modeler.get('eventBus');
  let quiet = false;
  let untouched = true;
  const silently = (action: () => void) => {
    quiet = true;
    action();
    quiet = false;
  };
  const open = () => {
    fitDrawing(canvas);
    if (canvas.zoom() >= READABLE) return;
    const { inner, outer } = canvas.viewbox();
    const palette = paletteWidth(canvas);
    const view = readableView(
      { inner, outer: { width: outer.width - palette, height: outer.height } },
      READABLE,
      undefined,
    );
    const left = palette / READABLE;
    canvas.viewbox({ ...view, x: view.x - left, width: view.width + left });
  };
  bus.on('canvas.viewbox.changed', () => {
    if (!quiet) untouched = false;
  });
  bus.on('commandStack.changed', () => {
    untouched = false;
  });
  bus.on('import.done', () => {
    untouched = true;
    silently(open);
  });
  const sizes = new ResizeObserver(() => {
    const container = canvas.getContainer();
    if (container.clientWidth === 0 || container.clientHeight === 0) return;
    silently(untouched ? open : () => canvas.resized());
    const [selected, second] = modeler.get('selection').get() as Element[];
    if (selected && !second) silently(() => reveal(canvas, selected));
  });
  sizes.observe(canvas.getContainer());
  // On a low canvas the palette takes a second column, a moment later than the canvas its new size.
  const palette = canvas.getContainer().querySelector('.djs-palette');
  if (palette) sizes.observe(palette);
  bus.on('diagram.destroy', () => sizes.disconnect());
  silently(open);
}
