import { type JSX, Show } from 'solid-js';
import { is, listOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { Checkbox } from '../../../ui/index.ts';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { ReferenceFields } from './ReferenceFields.tsx';
import { structureTexts } from './structureTexts.ts';
import { panelTexts as texts } from './texts.ts';

/** The message of a send or receive task. */
export function MessageTaskGroup(): JSX.Element {
  const editing = useEditing();
  const node = () => (editing.element(), editing.node());
  const instantiates = () => node().get('instantiate') === true;
  // Only a task that nothing leads to can begin a deal (BPMN 2.0.2, 10.3.3).
  const mayBegin = () => is(node(), 'bpmn:ReceiveTask') && (instantiates() || listOf(node(), 'incoming').length === 0);
  return (
    <PanelGroup title={t(texts.message)}>
      <ReferenceFields owner={node()} />
      <Show when={mayBegin()}>
        <Checkbox checked={instantiates()} onValue={(on) => editing.set({ instantiate: on || undefined })}>
          {t(structureTexts.startsDeal)}
        </Checkbox>
      </Show>
    </PanelGroup>
  );
}
