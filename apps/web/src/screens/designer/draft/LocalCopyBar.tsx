import type { ModelDetail } from '@dealwright/api/contract';
import { createSignal, type JSX, Show } from 'solid-js';
import { formatInstant, t } from '../../../i18n/index.ts';
import { Button, toast } from '../../../ui/index.ts';
import type { DesignerModeler } from '../bpmn/Services.ts';
import { putIntoDraft } from '../files/putIntoDraft.ts';
import { designerTexts as texts } from '../texts.ts';
import type { Draft } from './createDraft.ts';
import { readLocalCopy, writeLocalCopy } from './localCopy.ts';

/** Offers the changes that an earlier visit could not bring to the server. */
export function LocalCopyBar(props: { model: ModelDetail; modeler: DesignerModeler; draft: Draft }): JSX.Element {
  const found = readLocalCopy(props.model.id);
  const [copy, setCopy] = createSignal(found && found.xml !== props.model.xml ? found : null);
  const take = async (xml: string) => {
    try {
      await putIntoDraft(props.modeler, xml, props.model.processId);
      props.draft.keeper.changed();
      setCopy(null);
    } catch (error) {
      toast({ text: t(texts.importFailed, { reason: error instanceof Error ? error.message : '' }), tone: 'bad' });
    }
  };
  return (
    <Show when={copy()}>
      {(kept) => (
        <div class="designer__bar" role="status">
          <span>{t(texts.localTitle, { when: formatInstant(kept().at) })}</span>
          <Button size="sm" variant="primary" onClick={() => void take(kept().xml)}>
            {t(texts.localRestore)}
          </Button>
          <Button
            size="sm"
            onClick={() => {
              writeLocalCopy(props.model.id, null);
              setCopy(null);
            }}
          >
            {t(texts.localDrop)}
          </Button>
        </div>
      )}
    </Show>
  );
}
