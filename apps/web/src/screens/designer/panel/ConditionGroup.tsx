import { createMemo, type JSX, Show } from 'solid-js';
import { is, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { Checkbox } from '../../../ui/index.ts';
import type { Element } from '../bpmn/Services.ts';
import { variablesBefore } from '../model/variablesBefore.ts';
import { useEditing } from './Editing.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

/** When a sequence flow is taken. The server's word on the condition's syntax stands beneath it. */
export function ConditionGroup(): JSX.Element {
  const editing = useEditing();
  const source = () => (editing.element() as Element & { source?: Element }).source;
  const mayBeDefault = () =>
    ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway', 'bpmn:Activity'].some((type) =>
      is(source()?.businessObject, type),
    );
  const variables = createMemo(() => {
    const node = (editing.element(), source()?.businessObject) as ModdleNode | undefined;
    return node ? variablesBefore(node) : [];
  });
  const isDefault = () => (editing.element(), source()?.businessObject.get('default') === editing.node());
  const body = () => textOf(nodeOf(editing.node(), 'conditionExpression'), 'body');
  const write = (text: string) => {
    const condition = text.trim();
    editing.set({
      conditionExpression: condition === '' ? undefined : editing.create('bpmn:FormalExpression', { body: condition }),
    });
  };
  const setDefault = (on: boolean) => {
    const from = source();
    if (!from) return;
    editing.together(() => {
      editing.service('modeling').updateProperties(from, { default: on ? editing.node() : undefined });
      if (on && body() !== '') editing.set({ conditionExpression: undefined });
    });
  };
  return (
    <PanelGroup title={t(texts.condition)}>
      <Show when={!isDefault()}>
        <ExpressionField
          label={t(texts.condition)}
          value={body()}
          onCommit={write}
          hint={t(texts.conditionHint)}
          also={variables()}
        />
        <Show when={variables().length > 0}>
          <p class="designer__fact">
            <span>{t(texts.knownHere)}</span> <code>{variables().join(', ')}</code>
          </p>
        </Show>
      </Show>
      <Show when={mayBeDefault()}>
        <Checkbox checked={isDefault()} onValue={setDefault}>
          {t(texts.defaultFlow)}
        </Checkbox>
      </Show>
    </PanelGroup>
  );
}
