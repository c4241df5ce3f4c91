/** A BPMN file with the content given of its definitions. */
export function file(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="urn:test">
${content}
</definitions>`;
}

/** A file with one executable process. */
export function processFile(id: string, content: string): string {
  return file(`<process id="${id}" isExecutable="true">${content}</process>`);
}

/** Sequence flows in short: `"a > b"`, or `"a > b: condition"`; the flow's id is `a_b`. */
export function flows(...all: readonly string[]): string {
  return all
    .map((text) => {
      const [, source = '', target = '', condition] = /^(\w+) > (\w+)(?:: (.*))?$/.exec(text) ?? [];
      const inside = condition ? formal('conditionExpression', condition) : '';
      return `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`;
    })
    .join('');
}

/** An expression that is meant to be evaluated. */
export function formal(tag: string, body: string): string {
  return `<${tag} xsi:type="tFormalExpression"><![CDATA[${body}]]></${tag}>`;
}

/** A timer event's definition. */
export function timer(tag: 'timeDuration' | 'timeCycle' | 'timeDate', body: string): string {
  return `<timerEventDefinition>${formal(tag, body)}</timerEventDefinition>`;
}

/** A script task that carries a word. */
export function script(id: string, word: string, inside = ''): string {
  return `<scriptTask id="${id}">${inside}<script>${word}</script></scriptTask>`;
}
