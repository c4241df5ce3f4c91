import { createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import { language, t } from '../../../i18n/index.ts';
import { localeOf } from '../../../i18n/localeOf.ts';
import { Field } from '../../../ui/index.ts';
import { CommitInput } from '../fields/CommitInput.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import {
  readSchedule,
  type Schedule,
  SCHEDULE_KINDS,
  type ScheduleKind,
  withScheduleKind,
  writeSchedule,
} from '../model/schedule.ts';
import { eventTexts as texts } from './eventTexts.ts';

const NAMES = {
  interval: texts.scheduleInterval,
  daily: texts.scheduleDaily,
  weekdays: texts.scheduleWeekdays,
  weekly: texts.scheduleWeekly,
  monthly: texts.scheduleMonthly,
  own: texts.scheduleOwn,
} satisfies Record<ScheduleKind, unknown>;
const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** When a timer fires again and again: in words where it can be said so, with the sentence beneath. */
export function ScheduleFields(props: { source: string; onSource: (source: string) => void }): JSX.Element {
  const now = createMemo(() => readSchedule(props.source));
  const write = (next: Schedule) => props.onSource(writeSchedule(next));
  const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const of = <K extends ScheduleKind>(...kinds: K[]) => {
    const schedule = now();
    return kinds.some((kind) => kind === schedule.kind) ? (schedule as Extract<Schedule, { kind: K }>) : null;
  };
  return (
    <>
      <SelectField
        label={t(texts.schedule)}
        value={now().kind}
        options={SCHEDULE_KINDS.map((kind) => ({ value: kind, label: t(NAMES[kind]) }))}
        onValue={(kind) => write(withScheduleKind(now(), kind as ScheduleKind, here()))}
      />
      <Switch>
        <Match when={of('interval')}>
          {(schedule) => (
            <>
              <DurationField
                label={t(texts.every)}
                value={schedule().every}
                onCommit={(every) => every.trim() !== '' && write({ ...schedule(), every: every.trim() })}
              />
              <NumberField
                label={t(texts.atMost)}
                value={schedule().times}
                min={1}
                step="1"
                hint={t(texts.atMostHint)}
                onCommit={(times) =>
                  write({ ...schedule(), times: times === null ? null : Math.max(1, Math.round(times)) })
                }
              />
            </>
          )}
        </Match>
        <Match when={of('own')}>
          {(schedule) => (
            <TextField
              label={t(texts.ownCycle)}
              value={schedule().source}
              hint={t(texts.ownCycleHint)}
              mono
              onCommit={(source) => props.onSource(source.trim())}
            />
          )}
        </Match>
        <Match when={of('daily', 'weekdays', 'weekly', 'monthly')}>
          {(schedule) => (
            <>
              <DayField schedule={schedule()} onChange={write} />
              <Field label={t(texts.atTime)} hint={inWords(schedule())}>
                {(control) => (
                  <CommitInput
                    {...control}
                    type="time"
                    value={schedule().time}
                    onCommit={(time) => time !== '' && write({ ...schedule(), time })}
                  />
                )}
              </Field>
            </>
          )}
        </Match>
      </Switch>
    </>
  );
}

function DayField(props: { schedule: Schedule; onChange: (schedule: Schedule) => void }): JSX.Element {
  const weekly = () => (props.schedule.kind === 'weekly' ? props.schedule : null);
  const monthly = () => (props.schedule.kind === 'monthly' ? props.schedule : null);
  return (
    <>
      <Show when={weekly()}>
        {(schedule) => (
          <SelectField
            label={t(texts.onDay)}
            value={String(schedule().day)}
            options={DAYS.map((day) => ({ value: String(day), label: weekday(day) }))}
            onValue={(day) => props.onChange({ ...schedule(), day: Number(day) })}
          />
        )}
      </Show>
      <Show when={monthly()}>
        {(schedule) => (
          <NumberField
            label={t(texts.onDate)}
            value={schedule().day}
            min={1}
            step="1"
            onCommit={(day) => props.onChange({ ...schedule(), day: Math.min(28, Math.max(1, Math.round(day ?? 1))) })}
          />
        )}
      </Show>
    </>
  );
}

/** The schedule as a sentence. */
function inWords(schedule: Extract<Schedule, { time: string }>): string {
  const { time } = schedule;
  const zone = schedule.zone === '' ? 'UTC' : schedule.zone;
  switch (schedule.kind) {
    case 'daily':
      return t(texts.saidDaily, { time, zone });
    case 'weekdays':
      return t(texts.saidWeekdays, { time, zone });
    case 'weekly':
      return t(texts.saidWeekly, { time, zone, day: weekday(schedule.day) });
    case 'monthly':
      return t(texts.saidMonthly, { time, zone, day: schedule.day });
  }
}

/** The name of a day, 1 for Monday, in the reader's language. */
function weekday(day: number): string {
  // the first of January 2024 was a Monday
  return new Intl.DateTimeFormat(localeOf(language()), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, day),
  );
}
