/** A BPMN file around the given elements, with process id `p`. */
export function model(elements: string, options: { readonly id?: string; readonly definitions?: string } = {}): string {
  const id = options.id ?? 'p';
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="urn:test">
  ${options.definitions ?? ''}
  <bpmn:process id="${id}" name="Process ${id}" isExecutable="true">
    ${elements}
  </bpmn:process>
</bpmn:definitions>`;
}

/** Sequence flows: "a>b>c" joins each to the next. */
export function flows(...chains: readonly string[]): string {
  return chains
    .flatMap((chain) => {
      const nodes = chain.split('>');
      return nodes
        .slice(1)
        .map(
          (to, index) =>
            `<bpmn:sequenceFlow id="${nodes[index]}_${to}" sourceRef="${nodes[index]}" targetRef="${to}" />`,
        );
    })
    .join('\n    ');
}

/** Start, two user tasks one after the other, end with outcome "won". */
export const twoTasks = model(`
    <bpmn:extensionElements>
      <dw:stages><dw:stage id="qualify" /><dw:stage id="close" /></dw:stages>
    </bpmn:extensionElements>
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="first" name="First" dw:stage="qualify" dw:sla="P2D" />
    <bpmn:userTask id="second" name="Second" dw:stage="close" />
    <bpmn:endEvent id="end" dw:outcome="won" />
    ${flows('start>first>second>end')}`);

/** A BPMN file with several processes, in the order of the object. */
export function processes(elements: Readonly<Record<string, string>>, root = ''): string {
  const [first, ...others] = Object.entries(elements).map(
    ([id, content]) => `<bpmn:process id="${id}" name="Process ${id}" isExecutable="true">${content}</bpmn:process>`,
  );
  return model('').replace(/<bpmn:process[\s\S]*<\/bpmn:process>/, [first, ...others, root].join('\n  '));
}

/** The element's expression, as BPMN writes one. */
export function expression(tag: string, body: string): string {
  return `<bpmn:${tag} xsi:type="bpmn:tFormalExpression">${body}</bpmn:${tag}>`;
}
