import { createMemo, For, type JSX, Show } from 'solid-js';
import { displayName } from '../../../diagram/displayNames.ts';
import { is, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import { language, t } from '../../../i18n/index.ts';
import { Button, Checkbox } from '../../../ui/index.ts';
import type { Element } from '../bpmn/Services.ts';
import { approvalsBefore, approvedCondition } from '../model/approval.ts';
import { variablesBefore } from '../model/variablesBefore.ts';
import { useEditing } from './Editing.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { repeatTexts } from './repeatTexts.ts';
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
  /** What can be said of the approvals on the way, by one press. */
  const ready = createMemo(() => {
    const node = (editing.element(), source()?.businessObject) as ModdleNode | undefined;
    return (node ? approvalsBefore(node) : []).flatMap(({ task, approval }) => {
      const name = displayName(task, language()) || (task.id ?? '');
      const condition = approvedCondition(approval);
      return [
        { words: t(repeatTexts.isApproved, { name }), condition },
        { words: t(repeatTexts.isRefused, { name }), condition: `not(${condition})` },
      ];
    });
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
        <Show when={ready().length > 0}>
          <div class="designer__buttons">
            <For each={ready()}>
              {({ words, condition }) => (
                <Button size="sm" onClick={() => write(condition)}>
                  {words}
                </Button>
              )}
            </For>
          </div>
        </Show>
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
