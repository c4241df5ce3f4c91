import { describe } from '../describe.ts';
import { text } from '../moddle/BpmnElement.ts';
import { isMimeType } from './mimeType.ts';
import type { Rule } from './Rule.ts';

/**
 * A script says in which language it is, as a MIME type (BPMN 2.0.2, 10.3.3). One word
 * alone is no script: it names one that is kept where the model runs.
 */
export const scripts: Rule = ({ index, report, byTheBook }) => {
  for (const task of index.elements) {
    const property = { 'bpmn:ScriptTask': 'scriptFormat', 'bpmn:GlobalScriptTask': 'scriptLanguage' }[task.$type];
    if (property === undefined || !byTheBook(task)) continue;
    const format = text(task, property);
    const words = describe(task);
    if (format === undefined && !isName(text(task, 'script') ?? '')) {
      report(task, {
        rule: 'script-format-missing',
        severity: 'error',
        en: `${words.en} has a script, but does not say in which language (${property}).`,
        zh: `${words.zh}有脚本，但没有说明所用语言（${property}）。`,
        section: '10.3.3',
      });
    } else if (format !== undefined && property === 'scriptFormat' && !isMimeType(format)) {
      report(task, {
        rule: 'script-format-mime',
        severity: 'error',
        en: `${words.en}: "${format}" is not a MIME type. Write the language of the script as text/x-groovy or application/javascript.`,
        zh: `${words.zh}：“${format}”不是 MIME 类型。脚本语言应写作 text/x-groovy 或 application/javascript。`,
        section: '10.3.3',
      });
    }
  }
};

function isName(script: string): boolean {
  return /^\w*$/.test(script.trim());
}
