import { describe } from '../describe.ts';
import { many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Problem } from '../Problem.ts';
import { isEquivalent, itemDefinitionOf } from './itemDefinition.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** Calls and what is called: the data of both must match, services need their bindings (BPMN 2.0.2, 10.3.6 and 10.4.1). */
export const callables: Rule = (context) => {
  for (const element of context.index.elements) {
    if (element.$type === 'bpmn:CallActivity') checkCall(context, element);
    if (element.$instanceOf('bpmn:CallableElement')) checkBindings(context, element);
  }
};

function checkCall(context: RuleContext, call: BpmnElement): void {
  const name = text(call, 'calledElement') ?? '';
  if (/^\s*(?:[$#]\{|=)/.test(name)) {
    refuse(
      context,
      call,
      'called-element-computed',
      `works out by an expression which process it calls ("${name}"); which one is called is fixed here`,
      `用表达式（“${name}”）决定调用哪个流程；此处被调用的流程是固定的`,
      'warning',
    );
    return;
  }
  const called = context.index.byId.get(name.replace(/^[\w.-]+:/, ''));
  if (!called) {
    // with a prefix it stands in another file; elsewhere a name finds what was deployed before
    if (name === '' || name.includes(':') || !context.byTheBook(call)) return;
    refuse(
      context,
      call,
      'called-element-missing',
      `calls "${name}", which does not exist in the file`,
      `调用的“${name}”在文件中不存在`,
    );
    return;
  }
  if (!called.$instanceOf('bpmn:CallableElement')) {
    refuse(
      context,
      call,
      'called-element-kind',
      `calls ${describe(called).en}; only a process or a global task can be called`,
      `调用了${describe(called).zh}；只能调用流程或全局任务`,
      'error',
    );
    return;
  }
  const [own, theirs] = [one(call, 'ioSpecification'), one(called, 'ioSpecification')];
  // data that is mapped by an extension, or shared with the called process, stands in neither
  if (!own && !context.byTheBook(call)) return;
  for (const [list, en, zh] of [
    ['dataInputs', 'inputs', '输入'],
    ['dataOutputs', 'outputs', '输出'],
  ] as const) {
    const [given, wanted] = [own ? many(own, list) : [], theirs ? many(theirs, list) : []];
    const same = haveSameItems(given, wanted);
    if (same || (!theirs && !context.byTheBook(call))) continue;
    refuse(
      context,
      call,
      'called-element-data',
      `does not declare the same ${en} as ${describe(called).en} (${given.length} instead of ${wanted.length}, or of another structure)`,
      `声明的${zh}与${describe(called).zh}不一致（数量为 ${given.length}，应为 ${wanted.length}；或结构不同）`,
    );
  }
}

/** As many of each structure, in whatever order. */
function haveSameItems(given: readonly BpmnElement[], wanted: readonly BpmnElement[]): boolean {
  const left = [...wanted];
  for (const data of given) {
    const at = left.findIndex((other) => isEquivalent(itemDefinitionOf(data), itemDefinitionOf(other)));
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}

function checkBindings(context: RuleContext, callable: BpmnElement): void {
  const bindings = many(callable, 'ioBinding');
  if (many(callable, 'supportedInterfaceRef').length > 0 && one(callable, 'ioSpecification') && bindings.length === 0) {
    refuse(
      context,
      callable,
      'io-binding-missing',
      'offers an interface, but no binding says which operation its inputs and outputs belong to',
      '提供了接口，但没有绑定说明其输入和输出属于哪个操作',
    );
  }
  for (const binding of bindings) {
    const operation = one(binding, 'operationRef');
    if (!operation) continue;
    for (const [reference, message] of [
      ['inputDataRef', 'inMessageRef'],
      ['outputDataRef', 'outMessageRef'],
    ] as const) {
      const [data, carried] = [one(binding, reference), one(operation, message)];
      if (
        !data?.$instanceOf('bpmn:ItemAwareElement') ||
        !carried ||
        isEquivalent(itemDefinitionOf(data), itemDefinitionOf(carried))
      )
        continue;
      refuse(
        context,
        callable,
        'io-binding-type',
        `binds ${describe(data).en} to ${describe(carried).en}, whose structure differs`,
        `将${describe(data).zh}绑定到结构不同的${describe(carried).zh}`,
      );
    }
  }
}

/** What is exchanged matters to services; an engine that maps variables by name has no use for it. */
function refuse(
  { report, byTheBook }: RuleContext,
  element: BpmnElement,
  rule: string,
  en: string,
  zh: string,
  severity: Problem['severity'] = byTheBook(element) ? 'error' : 'warning',
): void {
  const words = describe(element);
  report(element, { rule, severity, en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。`, section: '10.3.6' });
}
