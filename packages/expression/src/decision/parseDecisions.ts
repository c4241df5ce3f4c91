import { checkDecisions } from './checkDecisions.ts';
import { DecisionError } from './DecisionError.ts';
import type { Decision, DecisionModel, KnowledgeModel } from './DecisionModel.ts';
import { problem, type DecisionProblem } from './DecisionProblem.ts';
import { childOf, childrenOf, referred, textOf, type DmnElement } from './DmnElement.ts';
import { readBoxed, readFunction, type Reading, variableOf } from './readBoxed.ts';
import { readDefinitions } from './readDefinitions.ts';
import { readTypes } from './readTypes.ts';

/** Nobody reads more of them; a table of another language than FEEL has one in each cell. */
const MAX_PROBLEMS = 100;
/** Files that are kept as they were read: the same ones are judged with each change of a drawing. */
const KEPT = 16;
const kept = new Map<string, Promise<DecisionModel>>();

/**
 * Reads a DMN file (1.1 to 1.6, already decoded text): decision tables, literal and other boxed expressions in FEEL,
 * required decisions, inputs and knowledge models, and the types that they use.
 *
 * @throws DecisionError with everything that is wrong: no XML, a DTD, no decision, an unknown hit policy, a rule with
 *   too few cells, FEEL that can't be parsed, a requirement that is missing or goes round in a circle
 */
export function parseDecisions(xml: string): Promise<DecisionModel> {
  const model = kept.get(xml) ?? read(xml);
  kept.delete(xml);
  kept.set(xml, model);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return model;
}

async function read(xml: string): Promise<DecisionModel> {
  const { definitions, lines } = await readDefinitions(xml);
  const problems: DecisionProblem[] = [];
  const file = new FileReading(definitions, problems);
  const model: DecisionModel = { decisions: file.decisions(), functions: file.functions() };
  problems.push(...checkDecisions(model));
  if (problems.length === 0 && model.decisions.length === 0) {
    problems.push(problem('decision-missing', null, 'The file contains no decision.', '文件中没有决策。', '6.3.7'));
  }
  if (problems.length === 0) return model;
  throw new DecisionError(problems.slice(0, MAX_PROBLEMS).map((one) => withLine(one, lines)));
}

function withLine(one: DecisionProblem, lines: ReadonlyMap<string, number>): DecisionProblem {
  const line = one.line ?? lines.get(one.partId ?? '') ?? lines.get(one.elementId ?? '') ?? null;
  return { ...one, line };
}

class FileReading {
  readonly #elements: readonly DmnElement[];
  readonly #byId: ReadonlyMap<string, DmnElement>;
  readonly #reading: Omit<Reading, 'id' | 'name'>;

  constructor(definitions: DmnElement, problems: DecisionProblem[]) {
    this.#elements = childrenOf(definitions, 'drgElement');
    this.#byId = new Map(this.#elements.map((element) => [textOf(element, 'id') ?? '', element]));
    const types = readTypes(definitions, problems);
    this.#reading = { problems, types, language: textOf(definitions, 'expressionLanguage') };
    if (childrenOf(definitions, 'import').length === 0) return;
    const [en, zh] = ['The file imports others, which is not supported.', '文件导入了其他文件，暂不支持。'];
    problems.push(problem('import-unsupported', null, en, zh, '6.3.3'));
  }

  decisions(): readonly Decision[] {
    return this.#elements.flatMap((element) => (element.$type === 'dmn:Decision' ? this.#decision(element) : []));
  }

  functions(): readonly KnowledgeModel[] {
    return this.#elements.flatMap((element) =>
      element.$type === 'dmn:BusinessKnowledgeModel' ? this.#knowledge(element) : [],
    );
  }

  #decision(element: DmnElement): readonly Decision[] {
    const id = textOf(element, 'id') ?? '';
    const name = textOf(element, 'name') ?? id;
    const reading = { ...this.#reading, id, name };
    const variable = childOf(element, 'variable');
    const requirements = childrenOf(element, 'informationRequirement');
    const inputs = requirements.flatMap((one) => this.#required(one, 'requiredInput', 'dmn:InputData', reading));
    const required = requirements.flatMap((one) => this.#required(one, 'requiredDecision', 'dmn:Decision', reading));
    const logic = readBoxed(childOf(element, 'decisionLogic'), reading);
    const read: Omit<Decision, 'logic'> = {
      id,
      name,
      // a variable that has no name of its own goes by that of its decision (6.3.7)
      variable: variable
        ? { ...variableOf(variable, reading), name: textOf(variable, 'name') ?? name }
        : { name, type: null },
      requires: required.map((one) => textOf(one, 'id') ?? ''),
      inputs: inputs.map((input) => {
        const { type, name: own } = variableOf(childOf(input, 'variable') ?? input, reading);
        return { type, name: own || (textOf(input, 'name') ?? '') };
      }),
      knowledge: this.#knowledgeOf(element, reading),
    };
    return logic ? [{ ...read, logic }] : [];
  }

  #knowledge(element: DmnElement): readonly KnowledgeModel[] {
    const id = textOf(element, 'id') ?? '';
    const name = textOf(childOf(element, 'variable'), 'name') ?? textOf(element, 'name') ?? id;
    const reading = { ...this.#reading, id, name };
    const definition = childOf(element, 'encapsulatedLogic');
    if (!definition) {
      const [en, zh] = [`Knowledge model "${name}" has no logic.`, `知识模型“${name}”没有逻辑。`];
      reading.problems.push(problem('decision-logic-missing', id, en, zh, '6.3.9'));
      return [];
    }
    const logic = readFunction(definition, reading);
    return logic ? [{ id, name, knowledge: this.#knowledgeOf(element, reading), logic }] : [];
  }

  #knowledgeOf(element: DmnElement, reading: Reading): readonly string[] {
    return childrenOf(element, 'knowledgeRequirement')
      .flatMap((one) => this.#required(one, 'requiredKnowledge', 'dmn:BusinessKnowledgeModel', reading))
      .map((one) => textOf(one, 'id') ?? '');
  }

  /** What a requirement leads to: within the file, and of the kind that it says (6.3.13 and 6.3.14). */
  #required(requirement: DmnElement, property: string, type: string, reading: Reading): readonly DmnElement[] {
    const reference = childOf(requirement, property);
    if (!reference) return [];
    const id = referred(reference);
    const target = id === null ? undefined : this.#byId.get(id);
    if (target?.$type === type) return [target];
    const wanted = textOf(reference, 'href') ?? '';
    const [en, zh] = [
      `"${reading.name}" requires "${wanted}", which the file does not have.`,
      `“${reading.name}”依赖“${wanted}”，但文件中没有。`,
    ];
    reading.problems.push(problem('requirement-missing', reading.id, en, zh, '6.3.13'));
    return [];
  }
}
