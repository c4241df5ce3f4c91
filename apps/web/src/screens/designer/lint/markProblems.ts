import type { Problem } from '@dealwright/bpmn/types';
import type { DesignerModeler, Element } from '../bpmn/Services.ts';

const TYPE = 'dw-problem';

/** Puts a mark on every element that has problems: "×" and a number for errors, "!" for warnings; the texts on hover. */
export function markProblems(modeler: DesignerModeler, problems: readonly Problem[], language: 'zh' | 'en'): void {
  const overlays = modeler.get('overlays');
  const registry = modeler.get('elementRegistry');
  overlays.remove({ type: TYPE });
  for (const [id, here] of Map.groupBy(problems, (problem) => problem.elementId)) {
    const element = id === null ? undefined : (registry.get(id) as Element | undefined);
    if (!element || id === null || element === modeler.get('canvas').getRootElement()) continue;
    const isError = here.some((problem) => problem.severity === 'error');
    const html = document.createElement('div');
    html.className = `designer__flag designer__flag--${isError ? 'error' : 'warning'}`;
    html.textContent = `${isError ? '✕' : '!'}${here.length > 1 ? ` ${here.length}` : ''}`;
    html.title = here.map((problem) => problem.message[language]).join('\n');
    html.setAttribute('role', 'img');
    html.setAttribute('aria-label', html.title);
    html.addEventListener('click', () => modeler.get('selection').select(element));
    const isFlow = 'waypoints' in element;
    overlays.add(id, TYPE, { position: isFlow ? { top: -10, left: 0 } : { top: -10, left: -10 }, html });
  }
}
