import { type JSX, Show } from 'solid-js';
import { is } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { Checkbox } from '../../../ui/index.ts';
import { mayBeNonInterrupting } from '../model/eventKinds.ts';
import { useEditing } from './Editing.ts';
import { eventTexts as texts } from './eventTexts.ts';
import { PanelGroup } from './PanelGroup.tsx';

/** Whether a boundary event ends its activity, or an event subprocess what runs around it; where that is a choice. */
export function InterruptingField(): JSX.Element {
  const editing = useEditing();
  const property = () => (is(editing.node(), 'bpmn:BoundaryEvent') ? 'cancelActivity' : 'isInterrupting');
  return (
    <Show when={(editing.element(), mayBeNonInterrupting(editing.node()))}>
      <PanelGroup title={t(texts.interrupting)}>
        <Checkbox
          checked={editing.node().get(property()) !== false}
          onValue={(interrupts) => editing.set({ [property()]: interrupts })}
        >
          {t(property() === 'cancelActivity' ? texts.interruptsActivity : texts.interruptsScope)}
        </Checkbox>
      </PanelGroup>
    </Show>
  );
}
