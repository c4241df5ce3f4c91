import type { Labels } from '@dealwright/api/contract';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const DW = 'urn:dealwright:bpmn:1';

export interface UserTaskChoice {
  readonly id: string;
  readonly name: string;
  readonly labels: Labels;
}

/** The user tasks of a deployed drawing, in the order they stand in it: where a live deal may wait. */
export function userTasks(xml: string): UserTaskChoice[] {
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  return [...drawing.getElementsByTagNameNS(BPMN, 'userTask')].map((element) => {
    const labels: Record<string, string> = {};
    for (const extension of element.getElementsByTagNameNS(BPMN, 'extensionElements')) {
      for (const label of extension.children) {
        const lang = label.getAttribute('lang');
        if (label.namespaceURI !== DW || label.localName !== 'label' || lang === null) continue;
        labels[lang] = label.textContent.trim();
      }
    }
    return { id: element.id || (element.getAttribute('id') ?? ''), name: element.getAttribute('name') ?? '', labels };
  });
}
