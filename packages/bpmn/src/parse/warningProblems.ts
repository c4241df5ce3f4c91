import type { ModdleWarning } from 'bpmn-moddle';
import { flag, idOf, many, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import { describe } from '../describe.ts';
import type { Problem } from '../Problem.ts';

interface ReadResult {
  readonly definitions: BpmnElement;
  readonly elementsById: Readonly<Record<string, BpmnElement>>;
  readonly lines: ReadonlyMap<string, number>;
}

/** Turns what moddle could not place into problems that name the element and the line. */
export function warningProblems(warnings: readonly ModdleWarning[], result: ReadResult): readonly Problem[] {
  const problems: Problem[] = [];
  for (const warning of warnings) {
    const problem = warning.message.startsWith('unresolved reference')
      ? referenceProblem(warning, result)
      : warning.message.startsWith('unknown attribute')
        ? attributeProblem(warning, result)
        : contentProblem(warning.message);
    if (problem) problems.push(problem);
  }
  return problems;
}

/**
 * A reference to nothing. References are QNames: with the prefix of the file's own target namespace they are
 * resolved here (moddle does not), with the prefix of an import they point outside the file.
 */
function referenceProblem(warning: ModdleWarning, { definitions, elementsById, lines }: ReadResult): Problem | null {
  const { element, property = '', value = '' } = warning;
  if (!element) return null;
  // an extension may be passed over unless the file says that it must be understood (8.3.3)
  if (element.$type === 'bpmn:Extension' && !flag(element, 'mustUnderstand')) return null;
  const colon = value.indexOf(':');
  if (colon > 0) {
    const uri = definitions.$attrs[`xmlns:${value.slice(0, colon)}`];
    const target = elementsById[value.slice(colon + 1)];
    if (uri !== undefined && uri === text(definitions, 'targetNamespace') && target) {
      const before = element.get(property);
      if (Array.isArray(before)) element.set(property, [...many(element, property), target]);
      else element.set(property, target);
      return null;
    }
    if (uri !== undefined && pointsOutside(definitions, uri, property)) return null;
  }
  const place = placeOf(element, lines);
  const attribute = property.replace(/^\w+:/, '');
  const drawn = !element.$type.startsWith('bpmn:');
  // types of data are often named in a language that the file does not define ("String"); execution needs none
  const harmless = drawn || attribute === 'structureRef';
  return {
    rule: drawn ? 'diagram-reference-missing' : 'reference-missing',
    severity: harmless ? 'warning' : 'error',
    ...place,
    message: {
      en: `${describe(element).en} refers by "${attribute}" to "${value}", which does not exist in the file.`,
      zh: `${describe(element).zh}的“${attribute}”引用了“${value}”，但文件中不存在该元素。`,
    },
    section: drawn ? '12.2' : '8.3.1',
  };
}

const SCHEMA = 'http://www.w3.org/2001/XMLSchema';
const TYPES: ReadonlySet<string> = new Set(['type', 'evaluatesToTypeRef', 'structureRef']);

/** To an imported file, or to a type of XML Schema where a type is wanted ("xsd:string"). */
function pointsOutside(definitions: BpmnElement, uri: string, property: string): boolean {
  if (uri === SCHEMA) return TYPES.has(property.replace(/^\w+:/, ''));
  return many(definitions, 'imports').some((one) => text(one, 'namespace') === uri);
}

function attributeProblem(warning: ModdleWarning, { lines }: ReadResult): Problem | null {
  const { element, property = '' } = warning;
  if (!element) return null;
  return {
    rule: 'attribute-unknown',
    severity: 'warning',
    ...placeOf(element, lines),
    message: {
      en: `${describe(element).en} has an attribute "${property}" that BPMN does not know; it is kept but has no effect.`,
      zh: `${describe(element).zh}带有 BPMN 未定义的属性“${property}”；该属性会保留，但不起作用。`,
    },
    section: null,
  };
}

/** Elements of BPMN, about conversations and addresses of participants, that our reader does not know. */
const NOT_READ: ReadonlySet<string> = new Set([
  'endPointRef',
  'innerParticipantRef',
  'messageFlowRef',
  'outerParticipantRef',
]);

function contentProblem(message: string): Problem | null {
  const reason = /nested error: (.*)/.exec(message)?.[1];
  if (reason === undefined) return null;
  // the XML parser counts lines from 0
  const line = Number(/line: (\d+)/.exec(message)?.[1] ?? '0') + 1;
  const named = /<([^>]*)>/.exec(reason)?.[1] ?? '';
  const tag = /unparsable content <\/?([^\s>]*)/.exec(message)?.[1] ?? named;
  const base = { severity: 'error', elementId: null, line } as const;
  if (/^(unrecognized element|unknown type)/.test(reason) && NOT_READ.has(tag.replace(/^[\w.-]+:/, ''))) {
    return {
      ...base,
      severity: 'warning',
      rule: 'element-not-read',
      message: {
        en: `The element <${tag}> (line ${line}) is not read: it has no effect and is lost when the model is saved.`,
        zh: `元素 <${tag}>（第 ${line} 行）不会被读取：它不起作用，保存模型后会丢失。`,
      },
      section: '8.2',
    };
  }
  if (/^(unrecognized element|unknown type)/.test(reason)) {
    return {
      ...base,
      rule: 'element-unknown',
      message: {
        en: `The element <${tag}> (line ${line}) is unknown or not allowed at this place.`,
        zh: `元素 <${tag}>（第 ${line} 行）未知，或不允许出现在此处。`,
      },
      section: '8.2',
    };
  }
  if (reason.startsWith('duplicate ID')) {
    return {
      ...base,
      elementId: named,
      rule: 'id-duplicate',
      message: {
        en: `The id "${named}" is used twice (second time on line ${line}); every id must be unique.`,
        zh: `标识“${named}”重复（第二次出现在第 ${line} 行）；每个标识必须唯一。`,
      },
      section: '8.3.1',
    };
  }
  if (reason.startsWith('illegal ID')) {
    return {
      ...base,
      rule: 'id-illegal',
      message: {
        en: `"${named}" (line ${line}) is not a valid id: it must start with a letter or underscore and contain no spaces.`,
        zh: `“${named}”（第 ${line} 行）不是合法的标识：必须以字母或下划线开头，且不含空格。`,
      },
      section: '8.3.1',
    };
  }
  return {
    ...base,
    rule: 'content-unexpected',
    message: {
      en: `Unexpected content in <${tag}> (line ${line}): ${reason}.`,
      zh: `<${tag}> 中有无法识别的内容（第 ${line} 行）：${reason}。`,
    },
    section: null,
  };
}

/** The nearest element with an id that stands in the file, and its line. */
function placeOf(
  element: BpmnElement,
  lines: ReadonlyMap<string, number>,
): { readonly elementId: string | null; readonly line: number | null } {
  for (let at: BpmnElement | undefined = element; at; at = at.$parent) {
    const id = idOf(at);
    const line = lines.get(id);
    if (id !== '' && line !== undefined) return { elementId: id, line };
  }
  return { elementId: null, line: null };
}
