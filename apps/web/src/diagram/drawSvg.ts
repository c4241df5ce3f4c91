import dw from '@dealwright/bpmn/dw.json';
import { type DisplayLanguage, showInLanguage } from './displayNames.ts';
import type { ModdleNode } from './moddle.ts';
import { RENDERER_COLORS, withPrintColors } from './rendererColors.ts';

/** Draws a model out of sight and answers its picture, dark on white. Throws what the parser throws. */
export async function drawSvg(xml: string, language: DisplayLanguage): Promise<string> {
  const { default: Viewer } = await import('bpmn-js/lib/Viewer');
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'absolute', left: '-9999px', width: '800px', height: '400px' });
  document.body.append(container);
  const viewer = new Viewer({ container, moddleExtensions: { dw }, bpmnRenderer: RENDERER_COLORS });
  try {
    viewer.on('import.parse.complete', 2000, (event: { definitions?: ModdleNode }) => {
      if (event.definitions) showInLanguage(event.definitions, language);
    });
    await viewer.importXML(xml);
    const { svg } = await viewer.saveSVG();
    return withPrintColors(svg);
  } finally {
    viewer.destroy();
    container.remove();
  }
}
