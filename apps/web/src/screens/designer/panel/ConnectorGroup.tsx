import type { ConnectorDefinition } from '@dealwright/bpmn/types';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { readConnector, writeConnector } from '../model/connector.ts';
import { otherInputs, withInput } from '../model/connectorInputs.ts';
import { ConnectorFieldBox } from './ConnectorFieldBox.tsx';
import { CONNECTOR_FORMS } from './connectorForms.ts';
import { connectorTexts } from './connectorTexts.ts';
import { useEditing } from './Editing.ts';
import { MappingList } from './MappingList.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

const NONE: ConnectorDefinition = { type: '', retries: 3, backoff: 'PT1M', inputs: [], outputs: [] };

/** What a service or send task does, and how stubbornly it tries. */
export function ConnectorGroup(): JSX.Element {
  const editing = useEditing();
  const now = createMemo(() => readConnector(editing.node()) ?? NONE);
  const form = () => (Object.hasOwn(CONNECTOR_FORMS, now().type) ? CONNECTOR_FORMS[now().type] : undefined);
  const named = () => (form()?.fields ?? []).map((field) => field.name);
  const others = () => otherInputs(now().inputs, named());
  const write = (next: ConnectorDefinition) =>
    editing.setExtensions(editing.node(), 'dw:Connector', writeConnector(next, editing.create));
  return (
    <PanelGroup title={t(texts.connector)}>
      <SelectField
        label={t(texts.connectorType)}
        value={now().type}
        placeholder={t(texts.none)}
        options={Object.entries(CONNECTOR_FORMS).map(([value, { label }]) => ({ value, label: t(label) }))}
        onValue={(type) => write({ ...now(), type })}
      />
      <For each={form()?.fields}>
        {(field) => (
          <ConnectorFieldBox
            field={field}
            value={now().inputs.find((input) => input.name === field.name)?.value ?? ''}
            onValue={(value) => write({ ...now(), inputs: withInput(now().inputs, field.name, value) })}
          />
        )}
      </For>
      <Show when={now().type !== ''}>
        <NumberField
          label={t(texts.retries)}
          value={now().retries}
          min={0}
          step="1"
          onCommit={(retries) => write({ ...now(), retries: Math.max(0, Math.round(retries ?? 0)) })}
        />
        <DurationField
          label={t(texts.backoff)}
          value={now().backoff}
          onCommit={(backoff) => write({ ...now(), backoff: backoff || NONE.backoff })}
        />
        <Show when={named().length === 0 || others().length > 0}>
          <MappingList
            title={t(named().length === 0 ? texts.inputs : connectorTexts.otherInputs)}
            add={t(texts.addInput)}
            mappings={others()}
            onChange={(changed) =>
              write({ ...now(), inputs: [...now().inputs.filter(({ name }) => named().includes(name)), ...changed] })
            }
          />
        </Show>
        <MappingList
          title={t(texts.outputs)}
          add={t(texts.addOutput)}
          {...((form()?.result.length ?? 0) > 0
            ? { hint: t(connectorTexts.outputsHint, { fields: form()?.result.join(', ') ?? '' }) }
            : {})}
          mappings={now().outputs}
          onChange={(outputs) => write({ ...now(), outputs })}
        />
      </Show>
    </PanelGroup>
  );
}
