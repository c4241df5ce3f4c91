import type { Incident } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import Ban from 'lucide-solid/icons/ban';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Pencil from 'lucide-solid/icons/pencil';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import SkipForward from 'lucide-solid/icons/skip-forward';
import { createMemo, For, Show } from 'solid-js';
import { formatInstant, labelOf, language, t } from '../../i18n/index.ts';
import { Badge, Button, Checkbox, Menu, MenuItem, scrollByKeyboard } from '../../ui/index.ts';
import { incidentTexts as texts } from './incidentTexts.ts';
import { adminTexts } from './texts.ts';
import type { Outcome, useIncidents, Way } from './useIncidents.ts';

const DONE = { retry: texts.retried, skip: texts.skipped, cancel: texts.cancelled } as const;

/** Incidents with where, why and since when; a row says what became of it when something was done about it. */
export function IncidentTable(props: {
  incidents: ReturnType<typeof useIncidents>;
  onAct: (way: Way, incident: Incident) => void;
  onChange: (incident: Incident) => void;
}) {
  const { open, rows, selected, mark, marked, outcomes } = props.incidents;
  // by id: a list that is fetched again must not take a row from under a menu that is open in it
  const ids = createMemo(() => rows().map(({ id }) => id));
  const byId = createMemo(() => new Map(rows().map((incident) => [incident.id, incident])));
  const all = () => open().length > 0 && selected().length === open().length;
  return (
    <div class="table-scroll" ref={scrollByKeyboard}>
      <table class="table">
        <thead>
          <tr>
            <th>
              <Checkbox
                checked={all()}
                mixed={selected().length > 0 && !all()}
                disabled={open().length === 0}
                onValue={(on) =>
                  mark(
                    open().map(({ id }) => id),
                    on,
                  )
                }
              >
                <span class="visually-hidden">{t(texts.selectAll)}</span>
              </Checkbox>
            </th>
            <th>{t(texts.step)}</th>
            <th>{t(texts.deal)}</th>
            <th>{t(texts.why)}</th>
            <th>{t(texts.since)}</th>
            <th>
              <span class="visually-hidden">{t(texts.actions)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={ids()}>
            {(id) => (
              <Show when={byId().get(id)}>
                {(incident) => (
                  <Row
                    incident={incident()}
                    outcome={outcomes().get(id)}
                    isSelected={marked().has(id)}
                    onSelect={(on) => mark([id], on)}
                    onAct={(way) => props.onAct(way, incident())}
                    onChange={() => props.onChange(incident())}
                  />
                )}
              </Show>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function Row(props: {
  incident: Incident;
  outcome: Outcome | undefined;
  isSelected: boolean;
  onSelect: (on: boolean) => void;
  onAct: (way: Way) => void;
  onChange: () => void;
}) {
  const step = () => labelOf(props.incident.nodeLabels, props.incident.nodeName);
  const process = () => labelOf(props.incident.processLabels, props.incident.processName);
  const done = () => (props.outcome?.problem === null ? props.outcome : null);
  return (
    <tr class={done() ? 'admin__row--inactive' : ''}>
      <td>
        <Show when={!done()}>
          <Checkbox checked={props.isSelected} onValue={props.onSelect}>
            <span class="visually-hidden">{t(texts.selectOne, { step: step(), process: process() })}</span>
          </Checkbox>
        </Show>
      </td>
      <td>
        <div class="admin__person-text">
          <span>{step()}</span>
          <span class="muted">
            {process()} · {t(adminTexts.versionNumber, { count: props.incident.version })}
          </span>
        </div>
      </td>
      <td>
        <Show when={props.incident.deal} fallback="–">
          {(deal) => <A href={`/deals/${deal().id}`}>{deal().name}</A>}
        </Show>
      </td>
      <td class="admin__note">
        {props.incident.message[language()]} <code class="admin__code">{props.incident.code}</code>
        <Show when={props.outcome?.problem}>
          {(problem) => <p class="field__error">{t(texts.notDone, { why: problem().message[language()] })}</p>}
        </Show>
      </td>
      <td class="num">{formatInstant(props.incident.raisedAt)}</td>
      <td class="table__actions">
        <Show
          when={done()}
          fallback={
            <>
              <Button size="sm" icon={<RotateCw />} onClick={() => props.onAct('retry')}>
                {t(texts.retry)}
              </Button>{' '}
              <Menu
                label={t(texts.more, { step: step() })}
                trigger={<Ellipsis />}
                triggerClass="button button--ghost button--sm icon-button"
                placement="bottom-end"
              >
                <MenuItem icon={<Pencil />} onSelect={props.onChange}>
                  {t(texts.change)}
                </MenuItem>
                <MenuItem icon={<SkipForward />} onSelect={() => props.onAct('skip')}>
                  {t(texts.skip)}
                </MenuItem>
                <MenuItem icon={<Ban />} danger onSelect={() => props.onAct('cancel')}>
                  {t(texts.cancel)}
                </MenuItem>
              </Menu>
            </>
          }
        >
          {(outcome) => <Badge tone="good">{t(DONE[outcome().way])}</Badge>}
        </Show>
      </td>
    </tr>
  );
}
