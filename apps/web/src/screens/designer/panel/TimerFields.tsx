import type { TimerDefinition } from '@dealwright/bpmn/types';
import { createMemo, type JSX, Match, Switch } from 'solid-js';
import type { ModdleNode } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { readTimer, writeTimer } from '../model/timer.ts';
import { useEditing } from './Editing.ts';
import { ScheduleFields } from './ScheduleFields.tsx';
import { panelTexts as texts } from './texts.ts';

/** When a timer event fires. */
export function TimerFields(props: { definition: ModdleNode }): JSX.Element {
  const editing = useEditing();
  const timer = createMemo(() => (editing.element(), readTimer(props.definition)));
  const write = (next: TimerDefinition) => editing.setOn(props.definition, writeTimer(next, editing.create));
  const setSource = (source: string) => write({ type: timer().type, source: source.trim() });
  return (
    <>
      <SelectField
        label={t(texts.timerType)}
        value={timer().type}
        options={[
          { value: 'duration', label: t(texts.timerDuration) },
          { value: 'date', label: t(texts.timerDate) },
          { value: 'cycle', label: t(texts.timerCycle) },
        ]}
        onValue={(type) => write({ type: type as TimerDefinition['type'], source: type === 'cycle' ? 'R/P1D' : '' })}
      />
      <Switch>
        <Match when={timer().type === 'duration'}>
          <DurationField label={t(texts.timerAfter)} value={timer().source} onCommit={setSource} />
        </Match>
        <Match when={timer().type === 'date'}>
          <TextField
            label={t(texts.timerDateValue)}
            value={timer().source}
            placeholder="2027-01-31T09:00:00+08:00"
            onCommit={setSource}
            mono
          />
        </Match>
        <Match when={timer().type === 'cycle'}>
          <ScheduleFields source={timer().source} onSource={setSource} />
        </Match>
      </Switch>
    </>
  );
}
