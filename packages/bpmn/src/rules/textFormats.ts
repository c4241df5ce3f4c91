import { describe } from '../describe.ts';
import { text } from '../moddle/BpmnElement.ts';
import { isMimeType } from './mimeType.ts';
import type { Rule } from './Rule.ts';

/** What people write beside the drawing says in which format it is, as a MIME type (BPMN 2.0.2, 8.3.2 and 8.4.1). */
export const textFormats: Rule = ({ index, report, byTheBook }) => {
  for (const element of index.elements) {
    if (element.$type !== 'bpmn:TextAnnotation' && element.$type !== 'bpmn:Documentation') continue;
    const format = text(element, 'textFormat');
    if (format === undefined || isMimeType(format) || !byTheBook(element)) continue;
    const words = describe(element);
    report(element, {
      rule: 'text-format-mime',
      severity: 'error',
      en: `${words.en}: "${format}" is not a MIME type. Write the format of the text as text/plain or text/html.`,
      zh: `${words.zh}：“${format}”不是 MIME 类型。文本格式应写作 text/plain 或 text/html。`,
      section: element.$type === 'bpmn:Documentation' ? '8.3.2' : '8.4.1',
    });
  }
};
