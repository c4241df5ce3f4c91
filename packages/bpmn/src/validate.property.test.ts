import { expect, it } from 'vitest';
import { compile } from './compile/compile.ts';
import { ModelError } from './ModelError.ts';
import { parseModel } from './parse/parseModel.ts';
import { bpmn, SIMPLE } from './test/sampleModel.ts';
import { condition, END, flow, key, MESSAGE, message, START, timer } from './test/snippets.ts';
import { validate } from './validate.ts';

const RICH = bpmn(
  `${START}${END}<bpmn:exclusiveGateway id="g" default="h" />${flow('f', 's', 'g')}${flow('h', 'g', 'e')}${flow('i', 'g', 'u', condition('x'))}
<bpmn:userTask id="u" name="U" dw:stage="a" dw:sla="P1D"><bpmn:extensionElements>
<dw:form fieldBudget="2"><![CDATA[{"components":[{"type":"select","key":"k","values":[{"label":"A","value":"a"}]}]}]]></dw:form>
<dw:kpi id="kp" measure="fieldAverage" field="k" target="4" unit="number" direction="up" />
<dw:assignment rule="group" value="x" />
</bpmn:extensionElements></bpmn:userTask>
<bpmn:boundaryEvent id="b" attachedToRef="u">${timer}</bpmn:boundaryEvent>
<bpmn:subProcess id="sub" triggeredByEvent="true">
<bpmn:startEvent id="x">${key}${message}</bpmn:startEvent>
</bpmn:subProcess>
<bpmn:intermediateThrowEvent id="t"><bpmn:linkEventDefinition name="l" /></bpmn:intermediateThrowEvent>`,
  { root: MESSAGE, process: 'dw:unknown="1"' },
);

/** A linear congruential generator: the same numbers on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** Swaps ids, element names and lines, and cuts pieces out. */
function spoil(xml: string, next: (below: number) => number): string {
  const names = [...xml.matchAll(/<bpmn:(\w+)/g)].map((match) => match[1] ?? '');
  const values = [...xml.matchAll(/"([\w-]*)"/g)].map((match) => match[1] ?? '');
  const pick = (list: readonly string[]) => list[next(list.length)] ?? '';
  const lines = xml.split('\n');
  switch (next(4)) {
    case 0:
      return xml.replace(`"${pick(values)}"`, `"${pick(values)}"`);
    case 1:
      return xml.replaceAll(new RegExp(`(?<=bpmn:)${pick(names)}\\b`, 'g'), pick(names));
    case 2: {
      const at = next(xml.length);
      return xml.slice(0, at) + xml.slice(at + 1 + next(20));
    }
    default:
      return lines.filter((_line, at) => at !== next(lines.length)).join('\n');
  }
}

it('never crashes: any text is refused in words, or read and judged', async () => {
  const next = numbers(20261123);
  let read = 0;
  for (let round = 0; round < 400; round += 1) {
    let xml = round % 4 === 0 ? SIMPLE : RICH;
    for (let times = next(3); times >= 0; times -= 1) xml = spoil(xml, next);
    try {
      const model = await parseModel(xml);
      read += 1;
      validate(model);
      compile(model);
    } catch (error) {
      if (!(error instanceof ModelError)) throw new Error(`crashed on:\n${xml}`, { cause: error });
    }
  }
  expect(read).toBeGreaterThan(50);
});
