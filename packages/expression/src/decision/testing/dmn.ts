/** A table in short: a row of input cells and output cells for each rule, "a, b | c, d" with cells split at ";". */
export interface TableSketch {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  /** "expression" or "expression: type" or "expression: type = allowed values" */
  readonly inputs: readonly string[];
  /** "name" or "name: type" or "name: type = values" or with "! default" at the end */
  readonly outputs: readonly string[];
  /** "in; in | out; out" */
  readonly rules: readonly string[];
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const text = (tag: string, content: string | undefined, attributes = '') =>
  content === undefined ? '' : `<${tag}${attributes}><text>${escape(content)}</text></${tag}>`;

export function table(sketch: TableSketch): string {
  const { hitPolicy, aggregation, inputs, outputs, rules } = sketch;
  const attributes = `${hitPolicy ? ` hitPolicy="${hitPolicy}"` : ''}${aggregation ? ` aggregation="${aggregation}"` : ''}`;
  return `<decisionTable${attributes}>
${inputs.map(input).join('\n')}
${outputs.map(output).join('\n')}
${rules.map(rule).join('\n')}
</decisionTable>`;
}

function input(sketch: string): string {
  const [, expression, type, allowed] = /^(.*?)(?:: (\w+))?(?: = (.*))?$/.exec(sketch) ?? [];
  const typed = type === undefined ? '' : ` typeRef="${type}"`;
  return `<input>${text('inputExpression', expression, typed)}${text('inputValues', allowed)}</input>`;
}

function output(sketch: string): string {
  const [, name = '', type, values, fallback] = /^(.*?)(?:: (\w+))?(?: = (.*?))?(?: ! (.*))?$/.exec(sketch) ?? [];
  const typed = type === undefined ? '' : ` typeRef="${type}"`;
  return `<output name="${name}"${typed}>${text('outputValues', values)}${text('defaultOutputEntry', fallback)}</output>`;
}

function rule(sketch: string): string {
  const [ins = '', outs = ''] = sketch.split(' | ');
  const cells = (list: string, tag: string) =>
    list === ''
      ? ''
      : list
          .split('; ')
          .map((cell) => text(tag, cell))
          .join('');
  return `<rule>${cells(ins, 'inputEntry')}${cells(outs, 'outputEntry')}</rule>`;
}

export const literal = (expression: string) => text('literalExpression', expression);

export function decision(id: string, logic: string, more = '', name = id): string {
  return `<decision id="${id}" name="${name}"><variable name="${name}" />${more}${logic}</decision>`;
}

export const requires = (id: string) =>
  `<informationRequirement><requiredDecision href="#${id}" /></informationRequirement>`;

export const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

export function dmn(content: string, namespace = MODEL): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${namespace}" id="defs" name="defs" namespace="urn:test">${content}</definitions>`;
}
