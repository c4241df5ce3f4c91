import { createMemo, type JSX, on, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { type DataMapping, dataDirections, readDataMapping, writeDataMapping } from '../model/dataMapping.ts';
import { useEditing } from './Editing.ts';
import { MappingList } from './MappingList.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { structureTexts as texts } from './structureTexts.ts';

/** Variables that go into a step or thrown event as its own, and come out of it or of what is caught. */
export function DataGroup(): JSX.Element {
  const editing = useEditing();
  const now = createMemo(() => (editing.element(), readDataMapping(editing.node())));
  const directions = () => dataDirections((editing.element(), editing.node()));
  const write = (next: DataMapping) =>
    editing.setExtensions(editing.node(), 'dw:Io', writeDataMapping(next, editing.create));
  const folded = createMemo(
    on(
      () => editing.node().id,
      () => now().inputs.length + now().outputs.length === 0,
    ),
  );
  return (
    <Show when={directions().into || directions().out}>
      <PanelGroup title={t(texts.data)} folded={folded()}>
        <Show when={directions().into}>
          <MappingList
            title={t(texts.dataIn)}
            add={t(texts.addIn)}
            hint={t(texts.dataInHint)}
            mappings={now().inputs}
            onChange={(inputs) => write({ ...now(), inputs })}
          />
        </Show>
        <Show when={directions().out}>
          <MappingList
            title={t(texts.dataOut)}
            add={t(texts.addOut)}
            hint={t(texts.dataOutHint)}
            mappings={now().outputs}
            onChange={(outputs) => write({ ...now(), outputs })}
          />
        </Show>
      </PanelGroup>
    </Show>
  );
}
