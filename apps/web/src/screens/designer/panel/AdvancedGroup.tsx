import { createMemo, type JSX, on } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { structureTexts as texts } from './structureTexts.ts';

const QUANTITIES = ['startQuantity', 'completionQuantity'] as const;

/** How many tokens an activity waits for and sends on: hardly ever another number than one (BPMN 2.0.2, table 10.3). */
export function AdvancedGroup(): JSX.Element {
  const editing = useEditing();
  const quantity = (property: (typeof QUANTITIES)[number]) => {
    const number = (editing.element(), editing.node().get(property));
    return typeof number === 'number' ? number : 1;
  };
  const set = (property: (typeof QUANTITIES)[number], number: number | null) => {
    const whole = Math.max(1, Math.round(number ?? 1));
    editing.set({ [property]: whole === 1 ? undefined : whole });
  };
  const folded = createMemo(
    on(
      () => editing.node().id,
      () => QUANTITIES.every((property) => quantity(property) === 1),
    ),
  );
  return (
    <PanelGroup title={t(texts.advanced)} folded={folded()}>
      <NumberField
        label={t(texts.startQuantity)}
        value={quantity('startQuantity')}
        min={1}
        step="1"
        onCommit={(number) => set('startQuantity', number)}
      />
      <NumberField
        label={t(texts.completionQuantity)}
        value={quantity('completionQuantity')}
        min={1}
        step="1"
        onCommit={(number) => set('completionQuantity', number)}
      />
    </PanelGroup>
  );
}
