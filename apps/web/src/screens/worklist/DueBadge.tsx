import Clock from 'lucide-solid/icons/clock';
import { Show } from 'solid-js';
import { dueTone, formatDue, formatInstant } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';

/** How soon or how late, in words; the full date on hover. */
export function DueBadge(props: { dueAt: string | null }) {
  const tone = () => ({ overdue: 'bad', today: 'warn', later: 'neutral', none: 'neutral' }) as const;
  return (
    <Show when={props.dueAt}>
      {(dueAt) => (
        <Badge tone={tone()[dueTone(dueAt())]} title={formatInstant(dueAt())}>
          <Clock aria-hidden="true" />
          {formatDue(dueAt())}
        </Badge>
      )}
    </Show>
  );
}
