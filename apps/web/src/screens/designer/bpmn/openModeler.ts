import dw from '@dealwright/bpmn/dw.json';
import { RENDERER_COLORS } from '../../../diagram/rendererColors.ts';
import type { DesignerModeler, Services } from './Services.ts';
import { registerTogether } from './togetherHandler.ts';
import { translateModule } from './translateModule.ts';

/** Opens the drawing board in a container. bpmn-js is loaded here and not before. */
export async function openModeler(container: HTMLElement): Promise<DesignerModeler> {
  const [
    { default: Modeler },
    { readersNamesModule },
    { copyingModule },
    { rootElementsModule },
    { default: minimapModule },
  ] = await Promise.all([
    import('bpmn-js/lib/Modeler'),
    import('./readersNames.ts'),
    import('./copying.ts'),
    import('./rootElements.ts'),
    import('diagram-js-minimap'),
    import('bpmn-js/dist/assets/diagram-js.css'),
    import('bpmn-js/dist/assets/bpmn-js.css'),
    import('bpmn-js/dist/assets/bpmn-font/css/bpmn.css'),
    import('diagram-js-minimap/assets/diagram-js-minimap.css'),
  ]);
  const modeler = new Modeler<Services>({
    container,
    moddleExtensions: { dw },
    bpmnRenderer: RENDERER_COLORS,
    additionalModules: [translateModule, readersNamesModule, copyingModule, rootElementsModule, minimapModule],
  });
  registerTogether(modeler.get('commandStack'));
  return modeler;
}
