import { ALWAYS } from '@dealwright/bpmn/calendar';
import type { JSX } from 'solid-js';
import { api, keys, useQuery } from '../../../api/index.ts';
import { textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useEditing } from './Editing.ts';
import { panelTexts as texts } from './texts.ts';

/**
 * By whose working time durations are counted: at an element, or, with `ofProcess`, at all elements of the process that
 * don't say it themselves.
 */
export function CalendarField(props: { ofProcess?: boolean }): JSX.Element {
  const editing = useEditing();
  const calendars = useQuery(() => ({ queryKey: keys.calendars, queryFn: () => api.calendar.list.query() }));
  const holder = () => (editing.element(), props.ofProcess === true ? editing.process() : editing.node());
  const named = () => (calendars.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      label={t(texts.calendar)}
      hint={t(props.ofProcess === true ? texts.processCalendarHint : texts.calendarHint)}
      value={textOf(holder(), 'dw:calendar')}
      placeholder={t(props.ofProcess === true ? texts.aroundTheClock : texts.asTheProcess)}
      options={props.ofProcess === true ? named() : [...named(), { value: ALWAYS, label: t(texts.aroundTheClock) }]}
      onValue={(id) => {
        const found = holder();
        if (found) editing.setOn(found, { 'dw:calendar': id || undefined });
      }}
    />
  );
}
