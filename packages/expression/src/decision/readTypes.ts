import { childOf, childrenOf, textOf, type DmnElement } from './DmnElement.ts';
import { problem, type DecisionProblem } from './DecisionProblem.ts';
import { baseType, type FeelType } from './FeelType.ts';

/** The type of a name; null when there is no such type. */
export type Types = (name: string) => FeelType | null;

/**
 * The types that a file defines, beside FEEL's own (DMN 1.3, 7.3.3): other types with fewer values, structures, and
 * collections of either. A definition that is wrong is noted as a problem.
 */
export function readTypes(definitions: DmnElement, problems: DecisionProblem[]): Types {
  const defined = new Map<string, DmnElement>();
  for (const item of childrenOf(definitions, 'itemDefinition')) {
    const name = textOf(item, 'name') ?? '';
    if (defined.has(name)) note(problems, 'type-duplicate', name, 'is defined twice', '重复定义');
    defined.set(name, item);
  }
  const made = new Map<string, FeelType | null>();

  function named(qualified: string): FeelType | null {
    // version 1.1 wrote names with the prefix of their namespace
    const name = defined.has(qualified) ? qualified : qualified.replace(/^[\w.-]*:/, '');
    const item = defined.get(name);
    if (!item) return baseType(name);
    if (made.has(name)) return made.get(name) ?? null;
    // a type that holds itself is not known while it is read, and never made
    made.set(name, null);
    const type = read(item, name);
    made.set(name, type);
    return type;
  }

  function read(item: DmnElement, name: string): FeelType | null {
    const allowed = textOf(childOf(item, 'allowedValues'), 'text') ?? null;
    const components = childrenOf(item, 'itemComponent');
    const collection = item.get('isCollection') === true;
    // what a collection allows, each of its elements may be (7.3.3)
    const own = components.length > 0 ? structure(components, name) : restricted(item, name);
    if (!own) return null;
    const type = allowed === null ? own : { ...own, allowed };
    return collection ? { kind: 'list', name, of: type, allowed: null } : type;
  }

  function structure(components: readonly DmnElement[], name: string): FeelType {
    const entries = components.flatMap((component) => {
      const entry = textOf(component, 'name') ?? '';
      const type = read(component, `${name}.${entry}`);
      return type ? [{ name: entry, type }] : [];
    });
    return { kind: 'context', name, entries, allowed: null };
  }

  function restricted(item: DmnElement, name: string): FeelType | null {
    const wanted = textOf(item, 'typeRef');
    const type = wanted === undefined ? baseType('Any') : named(wanted);
    if (type) return type;
    note(problems, 'type-unknown', name, `is of the unknown type "${wanted ?? ''}"`, `的类型“${wanted ?? ''}”不存在`);
    return null;
  }

  for (const name of defined.keys()) named(name);
  return named;
}

function note(problems: DecisionProblem[], rule: string, name: string, en: string, zh: string): void {
  problems.push(problem(rule, null, `The type "${name}" ${en}.`, `类型“${name}”${zh}。`, '7.3.3'));
}
