import { conditionToFeel } from '../dialects/expressions.ts';
import { indexModel, processOf, runnableProcesses, type ModelIndex } from '../ModelIndex.ts';
import { ModelError } from '../ModelError.ts';
import { extensions, idOf, many, nameOf, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { ParsedModel } from '../parse/ParsedModel.ts';
import type { GraphFlow, ProcessGraph, Stage } from '../ProcessGraph.ts';
import { kpisOf, labelsOf } from './business.ts';
import { buildNodes } from './buildNodes.ts';
import { bodyOf } from './eventDefinitions.ts';
import { lanesOf } from './lanes.ts';
import { structureBroken } from './structureBroken.ts';

/**
 * Compiles one process of the model for the executor. Without `processId`: the first process that is marked
 * executable, else the first with content.
 *
 * It checks only what it needs to build a graph; call `validate` first and deploy nothing that has an error.
 * A condition that has no equal in FEEL is carried as it stands.
 *
 * @throws ModelError `process-unknown`, `process-missing` or `structure-broken` (a flow without source or target
 *   or across a scope, a boundary event without its activity, a node without id)
 */
export function compile(model: ParsedModel, processId?: string): ProcessGraph {
  const index = indexModel(model);
  const process = chooseProcess(index, processId);
  const elements = [process, ...index.nodes.filter((node) => processOf(node) === process)];
  const nodeIndex = new Map<string, number>();
  elements.forEach((element, at) => {
    if (idOf(element) === '') {
      throw structureBroken(model, element, 'has no id', '缺少标识（id）');
    }
    nodeIndex.set(idOf(element), at);
  });
  const flows = buildFlows(index, process, nodeIndex);
  const { lanes, laneOf } = lanesOf(process);
  const stages = extensions(process, 'dw:Stages')[0];
  return {
    processId: idOf(process),
    name: nameOf(process),
    executable: process.get('isExecutable') === true,
    nodes: buildNodes({ index, elements, nodeIndex, flows, laneOf }),
    flows,
    nodeIndex,
    flowIndex: new Map(flows.map((flow) => [flow.id, flow.index])),
    stages: stages ? many(stages, 'stages').map(toStage) : [],
    lanes,
    kpis: kpisOf(process),
    recordType: (stages && text(stages, 'recordType')) ?? 'deal',
  };
}

function chooseProcess(index: ModelIndex, processId: string | undefined): BpmnElement {
  if (processId !== undefined) {
    const named = index.processes.find((process) => idOf(process) === processId);
    if (named) return named;
    throw new ModelError('process-unknown', {
      en: `The model has no process "${processId}".`,
      zh: `模型中没有流程“${processId}”。`,
    });
  }
  const first = runnableProcesses(index)[0];
  if (first) return first;
  throw new ModelError('process-missing', {
    en: 'The model has no process with any content.',
    zh: '模型中没有包含内容的流程。',
  });
}

function buildFlows(
  index: ModelIndex,
  process: BpmnElement,
  nodeIndex: ReadonlyMap<string, number>,
): readonly GraphFlow[] {
  return index.flows
    .filter((flow) => processOf(flow) === process)
    .map((flow, at) => {
      const source = one(flow, 'sourceRef');
      const target = one(flow, 'targetRef');
      const from = source && nodeIndex.get(idOf(source));
      const to = target && nodeIndex.get(idOf(target));
      if (source === undefined || target === undefined || from === undefined || to === undefined) {
        throw structureBroken(
          index.model,
          flow,
          'does not connect two nodes of the process',
          '没有连接流程中的两个节点',
        );
      }
      if (source.$parent !== target.$parent) {
        throw structureBroken(index.model, flow, 'crosses the border of a subprocess', '跨越了子流程边界');
      }
      const condition = bodyOf(one(flow, 'conditionExpression'));
      return {
        index: at,
        id: idOf(flow) || `flow_${at}`,
        name: nameOf(flow),
        source: from,
        target: to,
        condition: condition === '' ? null : (conditionToFeel(condition) ?? condition.trim()),
        labels: labelsOf(extensions(flow, 'dw:Label')),
      };
    });
}

function toStage(stage: BpmnElement): Stage {
  return { id: text(stage, 'id') ?? '', labels: labelsOf(many(stage, 'labels')) };
}
