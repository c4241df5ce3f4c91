import { type JSX, Match, Show, Switch } from 'solid-js';
import { textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { Checkbox } from '../../../ui/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { readExpression, writeExpression } from '../model/expressions.ts';
import { scopeKindOf } from '../model/typeChoices.ts';
import { useEditing } from './Editing.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { structureTexts as texts } from './structureTexts.ts';

/** What is special about a transaction, an event subprocess or an ad-hoc one; a plain subprocess has nothing to set. */
export function ScopeGroup(): JSX.Element {
  const editing = useEditing();
  const kind = () => scopeKindOf((editing.element(), editing.node()));
  return (
    <Show when={kind() !== 'bpmn:SubProcess'}>
      <PanelGroup title={t(texts.scope)}>
        <Switch>
          <Match when={kind() === 'bpmn:Transaction'}>
            <p class="muted">{t(texts.transactionHint)}</p>
          </Match>
          <Match when={kind() === 'event'}>
            <p class="muted">{t(texts.eventHint)}</p>
          </Match>
          <Match when={kind() === 'bpmn:AdHocSubProcess'}>
            <AdHocFields />
          </Match>
        </Switch>
      </PanelGroup>
    </Show>
  );
}

function AdHocFields(): JSX.Element {
  const editing = useEditing();
  const node = () => (editing.element(), editing.node());
  return (
    <>
      <p class="muted">{t(texts.adHocHint)}</p>
      <SelectField
        label={t(texts.ordering)}
        value={textOf(node(), 'ordering') === 'Sequential' ? 'Sequential' : 'Parallel'}
        options={[
          { value: 'Parallel', label: t(texts.orderingParallel) },
          { value: 'Sequential', label: t(texts.orderingSequential) },
        ]}
        onValue={(ordering) => editing.set({ ordering })}
      />
      <ExpressionField
        label={t(texts.adHocDone)}
        value={readExpression(node(), 'completionCondition')}
        hint={t(texts.adHocDoneHint)}
        onCommit={(text) => editing.set({ completionCondition: writeExpression(text, editing.create) })}
      />
      <Show when={readExpression(node(), 'completionCondition') !== ''}>
        <Checkbox
          checked={node().get('cancelRemainingInstances') !== false}
          onValue={(cancelRemainingInstances) => editing.set({ cancelRemainingInstances })}
        >
          {t(texts.cancelRemaining)}
        </Checkbox>
      </Show>
      <ExpressionField
        label={t(texts.startsWith)}
        value={textOf(node(), 'dw:activeElements')}
        hint={t(texts.startsWithHint)}
        onCommit={(text) => editing.set({ 'dw:activeElements': text || undefined })}
      />
    </>
  );
}
