// makes the types of dmn-moddle known to whoever imports this package; an ambient module cannot be imported
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./modules.d.ts" />
import { DmnModdle } from 'dmn-moddle';
import { checkDecisions } from './checkDecisions.ts';
import { DecisionError } from './DecisionError.ts';
import type { Decision, DecisionModel, KnowledgeModel } from './DecisionModel.ts';
import { problem, type DecisionProblem } from './DecisionProblem.ts';
import { childOf, childrenOf, isDmnElement, referred, textOf, type DmnElement } from './DmnElement.ts';
import { readBoxed, readFunction, variableOf } from './readBoxed.ts';

/** 2 MB: a table of 10,000 rules takes about 3 MB of XML, and nobody reads one. */
const MAX_CHARACTERS = 2_000_000;
const VERSIONS = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
] as const;
/** the version that the reader knows; what is read here is the same in all of them */
const READ_AS = VERSIONS[2];

/**
 * Reads a DMN file (1.1 to 1.5, already decoded text): decision tables, literal and other boxed expressions in FEEL,
 * required decisions, inputs and knowledge models.
 *
 * @throws DecisionError with everything that is wrong: no XML, a DTD, no decision, an unknown hit policy, a rule with
 *   too few cells, FEEL that can't be parsed, a requirement that is missing or goes round in a circle
 */
export async function parseDecisions(xml: string): Promise<DecisionModel> {
  const problems: DecisionProblem[] = [];
  const definitions = await readDefinitions(xml);
  const elements = childrenOf(definitions, 'drgElement');
  const byId = new Map(elements.map((element) => [textOf(element, 'id') ?? '', element]));
  const model: DecisionModel = {
    decisions: elements.flatMap((element) =>
      element.$type === 'dmn:Decision' ? (readDecision(element, byId, problems) ?? []) : [],
    ),
    functions: elements.flatMap((element) =>
      element.$type === 'dmn:BusinessKnowledgeModel' ? (readKnowledge(element, problems) ?? []) : [],
    ),
  };
  const all = [...problems, ...checkDecisions(model)];
  if (all.length === 0 && model.decisions.length === 0) {
    all.push(problem('decision-missing', null, 'The file contains no decision.', '文件中没有决策。', '6.3.7'));
  }
  if (all.length > 0) throw new DecisionError(all);
  return model;
}

async function readDefinitions(xml: string): Promise<DmnElement> {
  if (xml.length > MAX_CHARACTERS) refuse('dmn-too-large', 'The file is larger than 2 MB.', '文件超过 2 MB。');
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) {
    refuse(
      'dmn-doctype',
      'The file contains a DOCTYPE or entity declaration, which is refused.',
      '文件包含 DOCTYPE 或实体声明，系统拒绝此类文件。',
    );
  }
  const version = VERSIONS.find((uri) => xml.includes(uri));
  if (version === undefined) refuse('dmn-missing', 'The file is not a DMN model.', '文件不是 DMN 模型。');
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(
      xml.replaceAll(version, READ_AS),
      'dmn:Definitions',
    );
    const unread = warnings.find(({ message }) => /unparsable|unrecognized|duplicate|illegal ID/.test(message));
    if (unread)
      refuse(
        'dmn-unreadable',
        `The file can't be read: ${unread.message.split('\n')[0] ?? ''}.`,
        `无法读取文件：${unread.message.split('\n')[0] ?? ''}。`,
      );
    if (isDmnElement(rootElement)) return rootElement;
  } catch (error) {
    if (error instanceof DecisionError) throw error;
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    refuse('dmn-broken', `The file can't be read: ${reason}.`, `无法读取文件：${reason}。`);
  }
  return refuse('dmn-missing', 'The file is not a DMN model.', '文件不是 DMN 模型。');
}

function refuse(rule: string, en: string, zh: string): never {
  throw new DecisionError([problem(rule, null, en, zh)]);
}

function readDecision(
  element: DmnElement,
  byId: ReadonlyMap<string, DmnElement>,
  problems: DecisionProblem[],
): Decision | null {
  const id = textOf(element, 'id') ?? '';
  const name = textOf(element, 'name') ?? id;
  const variable = childOf(element, 'variable');
  const logic = readBoxed(childOf(element, 'decisionLogic'), { id, name, problems });
  const requirements = childrenOf(element, 'informationRequirement');
  return (
    logic && {
      id,
      name,
      variable: variable ? variableOf(variable) : { name, type: null },
      requires: requirements.flatMap((one) => referred(childOf(one, 'requiredDecision')) ?? []),
      inputs: requirements.flatMap((one) => {
        const input = byId.get(referred(childOf(one, 'requiredInput')) ?? '');
        const item = input && (childOf(input, 'variable') ?? input);
        return item ? [variableOf(item)] : [];
      }),
      knowledge: knowledgeOf(element),
      logic,
    }
  );
}

function readKnowledge(element: DmnElement, problems: DecisionProblem[]): KnowledgeModel | null {
  const id = textOf(element, 'id') ?? '';
  const name = textOf(childOf(element, 'variable'), 'name') ?? textOf(element, 'name') ?? id;
  const definition = childOf(element, 'encapsulatedLogic');
  if (!definition) return null;
  const logic = readFunction(definition, { id, name, problems });
  return logic && { id, name, knowledge: knowledgeOf(element), logic };
}

function knowledgeOf(element: DmnElement): readonly string[] {
  return childrenOf(element, 'knowledgeRequirement').flatMap(
    (one) => referred(childOf(one, 'requiredKnowledge')) ?? [],
  );
}
