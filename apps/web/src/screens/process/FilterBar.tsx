import type { PersonRef, VersionSummary } from '@dealwright/api/contract';
import { type JSX, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Select, TextInput } from '../../ui/index.ts';
import { daysBefore, type Period, periodOf, type ProcessFilter } from './filter.ts';
import { processTexts as texts } from './texts.ts';

/** Version, period and owner. */
export function FilterBar(props: {
  filter: ProcessFilter;
  versions: readonly VersionSummary[];
  owners: readonly PersonRef[];
  onChange: (part: Partial<ProcessFilter>) => void;
}): JSX.Element {
  const period = () => periodOf(props.filter, Date.now());
  const setPeriod = (next: Period) => {
    if (next === 'all') props.onChange({ from: '', to: '' });
    else if (next === 'own') props.onChange({ from: daysBefore(Date.now(), 31), to: daysBefore(Date.now(), 0) });
    else props.onChange({ from: daysBefore(Date.now(), Number(next)), to: '' });
  };
  return (
    <div class="process__filter">
      <Select
        compact
        class="input--inline"
        aria-label={t(texts.version)}
        value={props.filter.version}
        placeholder={t(texts.allVersions)}
        options={props.versions.map((version) => ({
          value: version.deploymentId,
          label: t(texts.versionN, { version: version.version }),
        }))}
        onValue={(version) => props.onChange({ version })}
      />
      <Select
        compact
        class="input--inline"
        aria-label={t(texts.period)}
        value={period()}
        options={[
          { value: 'all', label: t(texts.periodAll) },
          { value: '30', label: t(texts.period30) },
          { value: '90', label: t(texts.period90) },
          { value: '365', label: t(texts.period365) },
          { value: 'own', label: t(texts.periodOwn) },
        ]}
        onValue={(value) => setPeriod(value as Period)}
      />
      <Show when={period() === 'own'}>
        <TextInput
          compact
          class="input--inline"
          type="date"
          aria-label={t(texts.from)}
          value={props.filter.from}
          onValue={(from) => props.onChange({ from })}
        />
        <TextInput
          compact
          class="input--inline"
          type="date"
          aria-label={t(texts.to)}
          value={props.filter.to}
          onValue={(to) => props.onChange({ to })}
        />
      </Show>
      <Show when={props.owners.length > 0}>
        <Select
          compact
          class="input--inline"
          aria-label={t(texts.owner)}
          value={props.filter.owner}
          placeholder={t(texts.everyOwner)}
          options={props.owners.map((person) => ({ value: person.id, label: person.name }))}
          onValue={(owner) => props.onChange({ owner })}
        />
      </Show>
    </div>
  );
}
