import type { Calendar } from '@dealwright/api/contract';
import CalendarClock from 'lucide-solid/icons/calendar-clock';
import Pencil from 'lucide-solid/icons/pencil';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { formatInstant, t } from '../../i18n/index.ts';
import { Button, EmptyState, IconButton, Panel, QueryView, toast } from '../../ui/index.ts';
import { CalendarDialog } from './CalendarDialog.tsx';
import { calendarTexts as texts } from './calendarTexts.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { createConfirmed } from './createConfirmed.ts';
import { adminTexts } from './texts.ts';

/** Working hours, holidays and make-up days, by which processes count. */
export function CalendarsSection() {
  const [editing, setEditing] = createSignal<{ readonly calendar: Calendar | null } | null>(null);
  const calendars = useQuery(() => ({ queryKey: keys.calendars, queryFn: () => api.calendar.list.query() }));
  const removing = createConfirmed<Calendar>(keys.calendars, async ({ id }) => {
    await api.calendar.remove.mutate({ id });
    toast({ text: t(texts.removed), tone: 'good' });
  });
  return (
    <Panel
      title={t(adminTexts.calendars)}
      actions={
        <Button size="sm" icon={<Plus />} onClick={() => setEditing({ calendar: null })}>
          {t(texts.add)}
        </Button>
      }
    >
      <p class="muted admin__about">{t(texts.about)}</p>
      <QueryView query={calendars}>
        {(rows) => (
          <Show when={rows().length > 0} fallback={<EmptyState icon={<CalendarClock />} title={t(texts.none)} />}>
            <div class="table-scroll">
              <table class="table">
                <thead>
                  <tr>
                    <th>{t(texts.name)}</th>
                    <th>{t(texts.id)}</th>
                    <th>{t(texts.timeZone)}</th>
                    <th class="num">{t(texts.daysOff)}</th>
                    <th class="num">{t(texts.daysWorked)}</th>
                    <th>{t(texts.changed)}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  <For each={rows()}>
                    {(calendar) => (
                      <tr>
                        <td>{calendar.name}</td>
                        <td>
                          <code>{calendar.id}</code>
                        </td>
                        <td>{calendar.timeZone}</td>
                        <td class="num">{calendar.holidays.length}</td>
                        <td class="num">{calendar.workdays.length}</td>
                        <td class="num">{formatInstant(calendar.updatedAt)}</td>
                        <td class="table__actions">
                          <IconButton
                            size="sm"
                            label={t(texts.change, { name: calendar.name })}
                            icon={<Pencil />}
                            onClick={() => setEditing({ calendar })}
                          />
                          <IconButton
                            size="sm"
                            label={t(texts.removeNamed, { name: calendar.name })}
                            icon={<Trash />}
                            onClick={() => removing.ask(calendar)}
                          />
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </Show>
        )}
      </QueryView>
      <Show when={editing()} keyed>
        {({ calendar }) => <CalendarDialog calendar={calendar} onClose={() => setEditing(null)} />}
      </Show>
      <ConfirmDialog
        open={removing.chosen() !== null}
        title={t(texts.removeTitle, { name: removing.chosen()?.name ?? '' })}
        text={t(texts.removeText)}
        confirm={t(texts.remove)}
        danger
        busy={removing.busy()}
        onConfirm={removing.confirm}
        onClose={removing.forget}
      />
    </Panel>
  );
}
