import type { JSX } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Checkbox } from '../../../ui/index.ts';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

/** Whether a boundary event ends the activity it sits on. */
export function InterruptingField(): JSX.Element {
  const editing = useEditing();
  return (
    <PanelGroup title={t(texts.interrupting)}>
      <Checkbox
        checked={editing.node().get('cancelActivity') !== false}
        onValue={(cancelActivity) => editing.set({ cancelActivity })}
      >
        {t(texts.interrupting)}
      </Checkbox>
    </PanelGroup>
  );
}
