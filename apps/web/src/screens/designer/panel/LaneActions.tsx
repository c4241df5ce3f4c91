import Plus from 'lucide-solid/icons/plus';
import { type JSX, Show } from 'solid-js';
import { displayName } from '../../../diagram/displayNames.ts';
import { is, type ModdleNode } from '../../../diagram/moddle.ts';
import { language, t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { addLane, laneOf, lanesAround, moveToLane, putIntoPool } from '../bpmn/lanes.ts';
import type { Shape } from '../bpmn/Services.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useEditing } from './Editing.ts';
import { panelTexts as texts } from './texts.ts';

/** Pools and lanes without dragging: add one, put an element into another. */
export function LaneActions(): JSX.Element {
  const editing = useEditing();
  const has = (...types: string[]) => types.some((type) => is(editing.node(), type));
  const lanes = () => {
    const element = editing.element();
    return has('bpmn:FlowNode') && !has('bpmn:BoundaryEvent') ? lanesAround(editing.service, element) : [];
  };
  const move = (id: string) => {
    const lane = editing.service('elementRegistry').get(id) as Shape | undefined;
    if (lane) moveToLane(editing.service, editing.element() as Shape, lane);
  };
  return (
    <>
      <Show when={lanes().length > 1}>
        <SelectField
          label={t(texts.moveToLane)}
          value={laneOf(editing.service, editing.element() as Shape)?.id ?? ''}
          options={lanes().map((lane) => ({
            value: lane.id,
            label: displayName(lane.businessObject as ModdleNode, language()) || t(texts.unnamed),
          }))}
          onValue={move}
        />
      </Show>
      <Show when={has('bpmn:Participant', 'bpmn:Lane')}>
        <Button size="sm" icon={<Plus />} onClick={() => addLane(editing.service, editing.element() as Shape)}>
          {t(texts.addLane)}
        </Button>
      </Show>
      <Show when={has('bpmn:Process')}>
        <Button size="sm" icon={<Plus />} onClick={() => putIntoPool(editing.service)}>
          {t(texts.addPool)}
        </Button>
      </Show>
    </>
  );
}
