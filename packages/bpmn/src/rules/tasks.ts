import { describe } from '../describe.ts';
import { readDialects } from '../dialects/readDialects.ts';
import { extensions, text } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** What a task needs to have anything to do. */
export const tasks: Rule = ({ index, report }) => {
  for (const node of index.nodes) {
    const words = describe(node);
    const dialect = readDialects(node, index.model.prefixes);
    if (
      node.$type === 'bpmn:CallActivity' &&
      text(node, 'calledElement') === undefined &&
      dialect.calledElement === undefined
    ) {
      report(node, {
        rule: 'called-process-missing',
        severity: 'error',
        en: `${words.en} does not say which process it calls.`,
        zh: `${words.zh}没有指定要调用的流程。`,
        section: '10.3.6',
      });
    }
    if (node.$type === 'bpmn:ScriptTask' && text(node, 'script') === undefined && dialect.script === undefined) {
      report(node, {
        rule: 'script-missing',
        severity: 'warning',
        en: `${words.en} has no script and does nothing.`,
        zh: `${words.zh}没有脚本，不会执行任何操作。`,
        section: '10.3.3',
      });
    }
    if (node.$type === 'bpmn:ServiceTask' && dialect.connector === undefined && !hasConnectorType(node)) {
      report(node, {
        rule: 'connector-missing',
        severity: 'warning',
        en: `${words.en} has no connector: nobody has said what it does.`,
        zh: `${words.zh}没有连接器：尚未指定要执行的操作。`,
      });
    }
    if (node.$type === 'bpmn:UserTask' && extensions(node, 'dw:Form').length === 0 && dialect.form === undefined) {
      report(node, {
        rule: 'user-task-form-missing',
        severity: 'warning',
        en: `${words.en} has no form: the rep can only tick it off.`,
        zh: `${words.zh}没有表单：销售只能点击完成，无法填写内容。`,
      });
    }
  }
};

function hasConnectorType(node: Parameters<typeof extensions>[0]): boolean {
  return extensions(node, 'dw:Connector').some((connector) => text(connector, 'type') !== undefined);
}
