import { describe } from '../describe.ts';
import { processOf } from '../ModelIndex.ts';
import { extensions, many, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Stages are listed once on the process; a node can only stand in one of them. */
export const stages: Rule = ({ index, report }) => {
  const known = new Map<BpmnElement, Set<string>>();
  for (const process of index.processes) {
    const ids = new Set<string>();
    known.set(process, ids);
    for (const stage of extensions(process, 'dw:Stages').flatMap((list) => many(list, 'stages'))) {
      const id = text(stage, 'id');
      if (id !== undefined && !ids.has(id)) {
        ids.add(id);
        continue;
      }
      report(process, {
        rule: id === undefined ? 'stage-id-missing' : 'stage-duplicate',
        severity: 'error',
        en:
          id === undefined
            ? `${describe(process).en} has a stage without an id.`
            : `${describe(process).en} lists the stage "${id}" twice.`,
        zh:
          id === undefined
            ? `${describe(process).zh}中有一个阶段没有标识。`
            : `${describe(process).zh}中阶段“${id}”重复。`,
      });
    }
  }
  for (const node of index.nodes) {
    const stage = text(node, 'dw:stage');
    const process = processOf(node);
    if (stage === undefined || !process || known.get(process)?.has(stage) === true) continue;
    report(node, {
      rule: 'stage-unknown',
      severity: 'error',
      en: `${describe(node).en} is in stage "${stage}", which the process does not list.`,
      zh: `${describe(node).zh}属于阶段“${stage}”，但流程的阶段列表中没有该阶段。`,
    });
  }
};
