import type { Calendar } from '@dealwright/api/contract';
import { createSignal, For, Show } from 'solid-js';
import { api, keys, messageOf } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { t } from '../../i18n/index.ts';
import {
  Button,
  createSubmission,
  Dialog,
  Field,
  FormFailure,
  TextArea,
  TextInput,
  toast,
  uiTexts,
} from '../../ui/index.ts';
import { type CalendarFault, type CalendarFields, fieldsOf, isFault, readFields } from './calendarForm.ts';
import { calendarTexts as texts, WEEKDAYS } from './calendarTexts.ts';

/** Makes a calendar, or changes the given one. */
export function CalendarDialog(props: { calendar: Calendar | null; onClose: () => void }) {
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [fields, setFields] = createSignal<CalendarFields>(fieldsOf(props.calendar, ownZone));
  const [fault, setFault] = createSignal<CalendarFault | null>(null);
  const put = (changes: Partial<CalendarFields>) => {
    setFault(null);
    setFields((old) => ({ ...old, ...changes }));
  };
  const putDay = (at: number, text: string) =>
    put({ week: fields().week.map((old, day) => (day === at ? text : old)) });
  const errorAt = (field: CalendarFault['field']) => {
    const found = fault();
    return found?.field === field ? t(found.text, found.parameters) : null;
  };
  const { busy, failure, submit } = createSubmission(async () => {
    const read = readFields(fields());
    if (isFault(read)) {
      setFault(read);
      return;
    }
    const { week, holidays, workdays, ...rest } = read;
    await api.calendar.save.mutate({
      ...rest,
      week: week.map((spans) => spans.map(([from, to]): [string, string] => [from, to])),
      holidays: [...holidays],
      workdays: [...workdays],
    });
    toast({ text: t(texts.saved), tone: 'good' });
    await queryClient.invalidateQueries({ queryKey: keys.calendars });
    props.onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.calendar ? t(texts.change, { name: props.calendar.name }) : t(texts.add)}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t(uiTexts.cancel)}</Button>
          <Button variant="primary" type="submit" form="calendar-form" busy={busy()}>
            {t(uiTexts.save)}
          </Button>
        </>
      }
    >
      <form id="calendar-form" class="fields" autocomplete="off" onSubmit={submit}>
        <div class="fields fields--two">
          <Field label={t(texts.name)} required>
            {(control) => (
              <TextInput
                {...control}
                required
                maxLength={100}
                value={fields().name}
                onValue={(name) => put({ name })}
              />
            )}
          </Field>
          <Field label={t(texts.timeZone)} error={errorAt('timeZone')} required>
            {(control) => (
              <TextInput
                {...control}
                required
                list="calendar-zones"
                value={fields().timeZone}
                onValue={(timeZone) => put({ timeZone })}
              />
            )}
          </Field>
        </div>
        <datalist id="calendar-zones">
          <For each={Intl.supportedValuesOf('timeZone')}>{(zone) => <option value={zone} />}</For>
        </datalist>
        <Show when={props.calendar === null}>
          <Field label={t(texts.id)} hint={t(texts.idHint)} error={errorAt('id')} required>
            {(control) => (
              <TextInput
                {...control}
                required
                maxLength={40}
                spellcheck={false}
                value={fields().id}
                onValue={(id) => put({ id: id.trim() })}
              />
            )}
          </Field>
        </Show>
        <p class="muted">{t(texts.hoursHint)}</p>
        <div class="fields fields--two">
          <For each={WEEKDAYS}>
            {(day, at) => (
              <Field label={t(texts[day])} error={errorAt(at())}>
                {(control) => (
                  <TextInput {...control} value={fields().week[at()] ?? ''} onValue={(text) => putDay(at(), text)} />
                )}
              </Field>
            )}
          </For>
        </div>
        <Field label={t(texts.days)} hint={t(texts.daysHint)} error={errorAt('days')}>
          {(control) => (
            <TextArea
              {...control}
              rows={8}
              spellcheck={false}
              value={fields().days}
              onValue={(days) => put({ days })}
            />
          )}
        </Field>
        <FormFailure text={failure() === null ? null : messageOf(failure())} />
      </form>
    </Dialog>
  );
}
