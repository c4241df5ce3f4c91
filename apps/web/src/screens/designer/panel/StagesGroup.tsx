import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import type { Stage } from '@dealwright/bpmn/types';
import { createMemo, Index, type JSX } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { BilingualFields } from '../fields/BilingualFields.tsx';
import { newStageId, readStages, recordTypeOf, writeStages } from '../model/stages.ts';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

/** The stages of the process: added, named in both languages, ordered, removed. */
export function StagesGroup(): JSX.Element {
  const editing = useEditing();
  const process = () => (editing.element(), editing.process());
  const stages = createMemo(() => {
    const found = process();
    return found ? readStages(found) : [];
  });
  const write = (next: readonly Stage[]) => {
    const found = process();
    if (found) editing.setExtensions(found, 'dw:Stages', writeStages(next, recordTypeOf(found), editing.create));
  };
  const swap = (at: number, by: number) => {
    const next = [...stages()];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    write(next);
  };
  const add = () => {
    const count = stages().length + 1;
    const labels = {
      en: texts.newStageName.en.replace('{count}', String(count)),
      zh: texts.newStageName.zh.replace('{count}', String(count)),
    };
    write([...stages(), { id: newStageId(labels.en, stages()), labels }]);
  };
  return (
    <PanelGroup title={t(texts.stages)}>
      <p class="field__hint">{t(texts.stagesHint)}</p>
      <Index each={stages()}>
        {(stage, at) => (
          <fieldset class="designer__entry">
            <legend>{t(texts.stageN, { count: at + 1 })}</legend>
            <div class="designer__entry-tools">
              <IconButton
                size="sm"
                label={t(texts.moveUp)}
                icon={<ArrowUp />}
                disabled={at === 0}
                onClick={() => swap(at, -1)}
              />
              <IconButton
                size="sm"
                label={t(texts.moveDown)}
                icon={<ArrowDown />}
                disabled={at === stages().length - 1}
                onClick={() => swap(at, 1)}
              />
              <IconButton
                size="sm"
                label={t(texts.remove)}
                icon={<Trash />}
                onClick={() => write(stages().filter((one) => one.id !== stage().id))}
              />
            </div>
            <BilingualFields
              name={t(texts.stageName, { count: at + 1 })}
              labels={stage().labels}
              onChange={(labels) => write(stages().map((one) => (one.id === stage().id ? { ...one, labels } : one)))}
            />
          </fieldset>
        )}
      </Index>
      <Button size="sm" icon={<Plus />} onClick={add}>
        {t(texts.addStage)}
      </Button>
    </PanelGroup>
  );
}
