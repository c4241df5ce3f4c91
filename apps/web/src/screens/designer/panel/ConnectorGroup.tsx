import type { ConnectorDefinition } from '@dealwright/bpmn/types';
import { createMemo, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { readConnector, writeConnector } from '../model/connector.ts';
import { useEditing } from './Editing.ts';
import { MappingList } from './MappingList.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

const NONE: ConnectorDefinition = { type: '', retries: 3, backoff: 'PT1M', inputs: [], outputs: [] };

/** What a service or send task does, and how stubbornly it tries. */
export function ConnectorGroup(): JSX.Element {
  const editing = useEditing();
  const now = createMemo(() => readConnector(editing.node()) ?? NONE);
  const write = (next: ConnectorDefinition) =>
    editing.setExtensions(editing.node(), 'dw:Connector', writeConnector(next, editing.create));
  return (
    <PanelGroup title={t(texts.connector)}>
      <SelectField
        label={t(texts.connectorType)}
        value={now().type}
        placeholder={t(texts.none)}
        options={[{ value: 'notify', label: t(texts.connectorNotify) }]}
        onValue={(type) => write({ ...now(), type })}
      />
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
        <MappingList
          title={t(texts.inputs)}
          add={t(texts.addInput)}
          mappings={now().inputs}
          onChange={(inputs) => write({ ...now(), inputs })}
        />
        <MappingList
          title={t(texts.outputs)}
          add={t(texts.addOutput)}
          mappings={now().outputs}
          onChange={(outputs) => write({ ...now(), outputs })}
        />
      </Show>
    </PanelGroup>
  );
}
