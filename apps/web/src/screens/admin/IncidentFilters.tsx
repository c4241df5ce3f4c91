import { createMemo, createSignal } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { Select, type SelectOption } from '../../ui/index.ts';
import { incidentTexts as texts } from './incidentTexts.ts';

interface IncidentFilter {
  readonly processId: string;
  readonly code: string;
}

/** Chooses a process and a kind among those that have open incidents. */
export function IncidentFilters(props: { filter: IncidentFilter; onFilter: (filter: IncidentFilter) => void }) {
  const kinds = useQuery(() => ({ queryKey: keys.incidentKinds, queryFn: () => api.incident.kinds.query() }));
  const processes = createMemo(() =>
    (kinds.data?.processes ?? []).map(({ id, name, labels, count }) => counted(id, labelOf(labels, name), count)),
  );
  const codes = createMemo(() => (kinds.data?.codes ?? []).map(({ code, count }) => counted(code, code, count)));
  // what is chosen may have no incident any more, and is chosen still
  const [chosen, setChosen] = createSignal<readonly SelectOption[]>([]);
  const among = (options: readonly SelectOption[], value: string) =>
    value === '' || options.some((option) => option.value === value)
      ? options
      : [...options, chosen().find((option) => option.value === value) ?? { value, label: value }];
  const choose = (next: IncidentFilter) => {
    setChosen([...processes(), ...codes()].filter(({ value }) => [next.processId, next.code].includes(value)));
    props.onFilter(next);
  };
  return (
    <div class="admin__filters">
      <Select
        aria-label={t(texts.process)}
        placeholder={t(texts.allProcesses)}
        value={props.filter.processId}
        options={among(processes(), props.filter.processId)}
        onValue={(processId) => choose({ ...props.filter, processId })}
      />
      <Select
        aria-label={t(texts.kind)}
        placeholder={t(texts.allKinds)}
        value={props.filter.code}
        options={among(codes(), props.filter.code)}
        onValue={(code) => choose({ ...props.filter, code })}
      />
    </div>
  );
}

function counted(value: string, name: string, count: number): SelectOption {
  return { value, label: t(texts.counted, { name, count }) };
}
