/** Tasks in each model. */
const TASKS = 10;

export type ModelName = 'chain' | 'fork';

export interface AutomaticModel {
  readonly xml: string;
  /** flow nodes that an instance passes from start to end, each counted once, also a join that ten tokens come to */
  readonly elements: number;
}

/** Models that run from start to end without a wait: ten tasks in a row, and ten between a fork and its join. */
export const automaticModels: Readonly<Record<ModelName, AutomaticModel>> = {
  chain: chain(),
  fork: fork(),
};

function chain(): AutomaticModel {
  const ids = ['start', ...taskIds(), 'end'];
  return {
    xml: modelOf(
      '',
      ids.slice(1).map((id, at) => [ids[at] ?? '', id] as const),
    ),
    elements: ids.length,
  };
}

function fork(): AutomaticModel {
  const flows = taskIds().flatMap((id) => [['fork', id] as const, [id, 'join'] as const]);
  const gateways = '<parallelGateway id="fork" /><parallelGateway id="join" />';
  return { xml: modelOf(gateways, [['start', 'fork'], ...flows, ['join', 'end']]), elements: TASKS + 4 };
}

function taskIds(): readonly string[] {
  return Array.from({ length: TASKS }, (_, at) => `task${at + 1}`);
}

function modelOf(gateways: string, flows: readonly (readonly [from: string, to: string])[]): string {
  const tasks = taskIds().map((id) => `<task id="${id}" />`);
  const sequence = flows.map(
    ([from, to], at) => `<sequenceFlow id="flow${at}" sourceRef="${from}" targetRef="${to}" />`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="model" targetNamespace="urn:dealwright:bench">
  <process id="process" isExecutable="true">
    <startEvent id="start" />${tasks.join('')}${gateways}<endEvent id="end" />
    ${sequence.join('\n    ')}
  </process>
</definitions>`;
}
