import type { FormComponent } from '@dealwright/bpmn/types';
import { createMemo, Index, type JSX, Match, Show, Switch } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { fieldsOf, readForm, type TaskForm, UnreadableForm, writeForm } from '../model/form.ts';
import { AddField } from './AddField.tsx';
import { useEditing } from './Editing.ts';
import { FieldEntry } from './FieldEntry.tsx';
import { FormPreview } from './FormPreview.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

const EMPTY: TaskForm = { schema: { type: 'default', components: [] }, fieldBudget: null };

/** The task's form: its fields, the budget of fields, and how it will look. */
export function FormGroup(): JSX.Element {
  const editing = useEditing();
  const read = createMemo((): { form: TaskForm; error: string | null } => {
    try {
      return { form: readForm(editing.node()) ?? EMPTY, error: null };
    } catch (error) {
      if (error instanceof UnreadableForm) return { form: EMPTY, error: error.message };
      throw error;
    }
  });
  const form = () => read().form;
  const components = () => form().schema.components;
  const count = () => fieldsOf(components()).length;
  const write = (next: TaskForm) => editing.setExtensions(editing.node(), 'dw:Form', writeForm(next, editing.create));
  const writeComponents = (next: readonly FormComponent[]) =>
    write({ ...form(), schema: { ...form().schema, components: next } });
  let entries!: HTMLDivElement;
  const add = (field: FormComponent) => {
    writeComponents([...components(), field]);
    // What a new field needs first is its label.
    if (field.label === '') entries.querySelector<HTMLInputElement>('fieldset:last-of-type input')?.focus();
  };
  const move = (at: number, by: number) => {
    const next = [...components()];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    writeComponents(next);
  };
  const budgetHint = () => {
    const budget = form().fieldBudget;
    if (budget === null) return t(texts.fieldBudgetNone, { count: count() });
    return t(texts.fieldBudgetHint, { count: count(), budget });
  };
  const overBudget = () => {
    const budget = form().fieldBudget;
    return budget !== null && count() > budget ? t(texts.fieldBudgetOver, { count: count(), budget }) : null;
  };
  return (
    <PanelGroup title={t(texts.form)}>
      <Switch>
        <Match when={read().error}>
          {(reason) => (
            <div role="alert" class="field__error">
              {t(texts.formUnreadable, { reason: reason() })}
              <Button size="sm" onClick={() => editing.setExtensions(editing.node(), 'dw:Form', [])}>
                {t(texts.formReplace)}
              </Button>
            </div>
          )}
        </Match>
        <Match when={!read().error}>
          <div class="designer__fields designer__fields--inner" ref={(element) => (entries = element)}>
            <Index each={components()}>
              {(field, at) => (
                <FieldEntry
                  field={field()}
                  count={at + 1}
                  last={at === components().length - 1}
                  taken={new Set(fieldsOf(components()).flatMap((one) => (one === field() ? [] : (one.key ?? []))))}
                  onChange={(next) => writeComponents(components().map((one, place) => (place === at ? next : one)))}
                  onMove={(by) => move(at, by)}
                  onRemove={() => writeComponents(components().filter((_, place) => place !== at))}
                />
              )}
            </Index>
          </div>
          <AddField components={components()} onAdd={add} />
          <NumberField
            label={t(texts.fieldBudget)}
            value={form().fieldBudget}
            min={0}
            step="1"
            hint={budgetHint()}
            error={overBudget()}
            onCommit={(fieldBudget) => write({ ...form(), fieldBudget })}
          />
          <Show when={count() > 0}>
            <FormPreview schema={form().schema} />
          </Show>
        </Match>
      </Switch>
    </PanelGroup>
  );
}
