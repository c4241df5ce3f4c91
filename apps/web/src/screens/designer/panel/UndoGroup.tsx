import ArrowRight from 'lucide-solid/icons/arrow-right';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { displayName } from '../../../diagram/displayNames.ts';
import { is, type ModdleNode } from '../../../diagram/moddle.ts';
import { language, t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import type { Shape } from '../bpmn/Services.ts';
import {
  freeUndoSteps,
  isUndoEvent,
  removeUndo,
  setUndoStep,
  undoEventOf,
  undoneBy,
  undoStepOf,
} from '../bpmn/undoing.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { structureTexts as texts } from './structureTexts.ts';

const NEW = 'new';

/** Which step undoes an activity when the deal takes it back, and, at that step, what it undoes. */
export function UndoGroup(): JSX.Element {
  const editing = useEditing();
  const nameOf = (shape: Shape) => displayName(shape.businessObject as ModdleNode, language()) || shape.id;
  const isForUndo = () => (editing.element(), editing.node().get('isForCompensation') === true);
  const host = () => {
    const element = editing.element() as Shape;
    return isUndoEvent(element) ? (element.host as Shape | undefined) : element;
  };
  const step = () => {
    const activity = host();
    const event = activity && undoEventOf(activity);
    return event ? undoStepOf(event) : null;
  };
  const options = (activity: Shape) => {
    const now = step();
    const known = now ? [now] : [];
    return [
      ...[...known, ...freeUndoSteps(editing.service, activity)].map((shape) => ({
        value: shape.id,
        label: nameOf(shape),
      })),
      { value: NEW, label: t(texts.undoNew) },
    ];
  };
  const choose = (activity: Shape, id: string) => {
    if (id === '') return removeUndo(editing.service, activity);
    const chosen = id === NEW ? null : ((editing.service('elementRegistry').get(id) as Shape | undefined) ?? null);
    return setUndoStep(editing.service, activity, chosen);
  };
  const undone = () => undoneBy(editing.element());
  const shown = () =>
    (is(editing.node(), 'bpmn:Activity') && editing.node().get('triggeredByEvent') !== true) ||
    isUndoEvent(editing.element());
  return (
    <Show when={shown()}>
      <PanelGroup title={t(texts.undo)} folded={!isForUndo() && step() === null && !isUndoEvent(editing.element())}>
        <Switch>
          <Match when={isForUndo()}>
            <Show when={undone()} fallback={<p class="muted">{t(texts.undoesNothing)}</p>}>
              {(activity) => (
                <>
                  <p class="designer__fact">
                    <span>{t(texts.undoes)}</span> {nameOf(activity())}
                  </p>
                  <GoTo shape={activity()} name={nameOf(activity())} />
                </>
              )}
            </Show>
          </Match>
          <Match when={host()}>
            {(activity) => (
              <>
                <SelectField
                  label={t(texts.undoStep)}
                  value={step()?.id ?? ''}
                  placeholder={t(texts.undoNone)}
                  hint={t(texts.undoHint)}
                  options={options(activity())}
                  onValue={(id) => choose(activity(), id)}
                />
                <Show when={step()}>{(found) => <GoTo shape={found()} name={nameOf(found())} />}</Show>
              </>
            )}
          </Match>
        </Switch>
      </PanelGroup>
    </Show>
  );
}

function GoTo(props: { shape: Shape; name: string }): JSX.Element {
  const editing = useEditing();
  return (
    <Button size="sm" icon={<ArrowRight />} onClick={() => editing.select(props.shape.id)}>
      {t(texts.goToStep, { name: props.name })}
    </Button>
  );
}
