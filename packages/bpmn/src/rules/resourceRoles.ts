import { describe } from '../describe.ts';
import { many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Who works on something: a resource with its parameters, or an expression, not both (BPMN 2.0.2, 10.3.1). */
export const resourceRoles: Rule = ({ index, report }) => {
  for (const role of index.elements) {
    if (!role.$instanceOf('bpmn:ResourceRole')) continue;
    const resource = one(role, 'resourceRef');
    const bindings = many(role, 'resourceParameterBindings');
    const wrong = contradictionOf(resource, bindings, one(role, 'resourceAssignmentExpression'));
    const words = describe(role.$parent ?? role);
    if (wrong) {
      report(role, {
        rule: 'resource-role',
        severity: 'error',
        en: `A role of ${words.en} ${wrong.en}.`,
        zh: `${words.zh}的角色${wrong.zh}。`,
        section: '10.3.1',
      });
    }
    const parameters = resource ? many(resource, 'resourceParameters') : [];
    for (const binding of resource ? bindings : []) {
      const parameter = one(binding, 'parameterRef');
      if (!parameter || parameters.includes(parameter)) continue;
      report(role, {
        rule: 'resource-parameter',
        severity: 'error',
        en: `A role of ${words.en} fills the parameter "${text(parameter, 'name') ?? ''}", which its resource does not have.`,
        zh: `${words.zh}的角色设置了参数“${text(parameter, 'name') ?? ''}”，但其资源没有该参数。`,
        section: '10.3.1',
      });
    }
  }
};

function contradictionOf(
  resource: BpmnElement | undefined,
  bindings: readonly BpmnElement[],
  expression: BpmnElement | undefined,
): { readonly en: string; readonly zh: string } | null {
  if (resource && expression) {
    return {
      en: 'names a resource and an expression that finds one; only one of them decides',
      zh: '同时指定了资源和查找资源的表达式；只能由其中之一决定',
    };
  }
  if (bindings.length > 0 && !resource) {
    return { en: 'fills parameters of a resource that it does not name', zh: '设置了资源参数，但没有指定资源' };
  }
  return null;
}
