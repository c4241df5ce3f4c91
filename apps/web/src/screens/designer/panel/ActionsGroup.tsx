import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { For, type JSX, Show } from 'solid-js';
import { displayName } from '../../../diagram/displayNames.ts';
import { is, type ModdleNode } from '../../../diagram/moddle.ts';
import { typeName } from '../../../diagram/typeName.ts';
import { language, t, type Text } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { addBoundary, addInside, append, connectTargets, type NewShape } from '../bpmn/drawing.ts';
import type { Element, Shape } from '../bpmn/Services.ts';
import { isUndoEvent } from '../bpmn/undoing.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useEditing } from './Editing.ts';
import { LaneActions } from './LaneActions.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

interface Choice extends NewShape {
  readonly text: Text;
}
const STEPS: readonly Choice[] = [
  { text: texts.userTask, type: 'bpmn:UserTask' },
  { text: texts.serviceTask, type: 'bpmn:ServiceTask' },
  { text: texts.exclusiveGateway, type: 'bpmn:ExclusiveGateway' },
  { text: texts.parallelGateway, type: 'bpmn:ParallelGateway' },
  { text: texts.eventGateway, type: 'bpmn:EventBasedGateway' },
  { text: texts.timerEvent, type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' },
  { text: texts.messageEvent, type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' },
  { text: texts.throwEvent, type: 'bpmn:IntermediateThrowEvent' },
  { text: texts.subprocess, type: 'bpmn:SubProcess', isExpanded: true },
  { text: texts.endEvent, type: 'bpmn:EndEvent' },
];
const FIRST: readonly Choice[] = [{ text: texts.startEvent, type: 'bpmn:StartEvent' }, ...STEPS];
/** An ad-hoc subprocess neither begins nor ends by events of its own (BPMN 2.0.2, 10.3.5). */
const ANY_ORDER = STEPS.filter(({ type }) => type !== 'bpmn:EndEvent');

/** Drawing without the mouse: what is dragged on the canvas can be done here by a button. */
export function ActionsGroup(): JSX.Element {
  const editing = useEditing();
  const has = (...types: string[]) => types.some((type) => is(editing.node(), type));
  const isContainer = () => has('bpmn:Process', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess');
  const isRoot = () => has('bpmn:Process', 'bpmn:Collaboration');
  /** What stands outside of the flow: undo steps and their events, and what an event starts. */
  const isAside = () =>
    editing.node().get('isForCompensation') === true ||
    editing.node().get('triggeredByEvent') === true ||
    isUndoEvent(editing.element());
  const mayAppend = () => has('bpmn:FlowNode') && !has('bpmn:EndEvent') && !isAside();
  const boundary = (eventDefinitionType: string) =>
    addBoundary(editing.service, editing.element() as Shape, eventDefinitionType);
  /** When the pressed button has gone with its element, the keyboard goes on from the canvas. */
  const focusCanvas = () => {
    if (document.activeElement === document.body) editing.service('canvas').focus();
  };
  const targets = () => {
    const element = editing.element();
    return mayAppend() ? connectTargets(editing.service, element) : [];
  };
  const connect = (id: string) => {
    const target = editing.service('elementRegistry').get(id) as Element | undefined;
    if (target) editing.service('modeling').connect(editing.element(), target);
  };
  return (
    <PanelGroup title={t(texts.actions)}>
      <Show when={isContainer()}>
        <ChoiceButtons
          label={t(texts.add)}
          name={texts.addWhat}
          choices={has('bpmn:AdHocSubProcess') ? ANY_ORDER : FIRST}
          onChoose={(choice) => addInside(editing.service, editing.element(), choice)}
        />
      </Show>
      <Show when={mayAppend()}>
        <ChoiceButtons
          label={t(texts.append)}
          name={texts.appendWhat}
          choices={STEPS}
          onChoose={(choice) => {
            append(editing.service, editing.element(), choice);
            focusCanvas();
          }}
        />
        <SelectField
          label={t(texts.connectTo)}
          value=""
          placeholder={t(texts.choose)}
          hint={t(texts.connectHint)}
          options={targets().map((target) => ({
            value: target.id,
            label:
              displayName(target.businessObject as ModdleNode, language()) || `${typeName(target.type)} (${target.id})`,
          }))}
          onValue={connect}
        />
      </Show>
      <Show when={has('bpmn:Activity') && !isAside()}>
        <div class="designer__buttons">
          <Button size="sm" icon={<Plus />} onClick={() => boundary('bpmn:TimerEventDefinition')}>
            {t(texts.addBoundaryTimer)}
          </Button>
          <Button size="sm" icon={<Plus />} onClick={() => boundary('bpmn:MessageEventDefinition')}>
            {t(texts.addBoundaryMessage)}
          </Button>
        </div>
      </Show>
      <LaneActions />
      <Show when={!isRoot()}>
        <Button
          size="sm"
          variant="danger"
          icon={<Trash />}
          onClick={() => {
            editing.service('modeling').removeElements([editing.element()]);
            focusCanvas();
          }}
        >
          {t(texts.deleteElement)}
        </Button>
      </Show>
    </PanelGroup>
  );
}

function ChoiceButtons(props: {
  label: string;
  name: Text;
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
}): JSX.Element {
  return (
    <fieldset class="designer__choices">
      <legend class="field__label">{props.label}</legend>
      <For each={props.choices}>
        {(choice) => (
          <Button size="sm" aria-label={t(props.name, { what: t(choice.text) })} onClick={() => props.onChoose(choice)}>
            {t(choice.text)}
          </Button>
        )}
      </For>
    </fieldset>
  );
}
