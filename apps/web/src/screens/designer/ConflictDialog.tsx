import type { ModelDetail } from '@dealwright/api/contract';
import { createMemo, type JSX, Show } from 'solid-js';
import { formatInstant, t } from '../../i18n/index.ts';
import { Button, Dialog, toastError } from '../../ui/index.ts';
import type { DesignerModeler } from './bpmn/Services.ts';
import type { Draft } from './draft/createDraft.ts';
import { writeLocalCopy } from './draft/localCopy.ts';
import { download, fileName } from '../../files/download.ts';
import { designerTexts as texts } from './texts.ts';

/** Someone else saved first: says who and when, and loses neither drawing. */
export function ConflictDialog(props: {
  model: ModelDetail;
  modeler: DesignerModeler;
  draft: Draft;
  onLoadTheirs: () => void;
}): JSX.Element {
  const conflict = createMemo(() => {
    const state = props.draft.state();
    return state.kind === 'conflict' && props.draft.deciding() ? state : null;
  });
  const keepMine = async () =>
    download(fileName(props.model.name, 'bpmn'), await props.draft.write(), 'application/xml');
  const loadTheirs = () => {
    writeLocalCopy(props.model.id, null);
    props.draft.keeper.close();
    props.onLoadTheirs();
  };
  return (
    <Show when={conflict()}>
      {(found) => (
        <Dialog
          open
          onOpenChange={(open) => props.draft.setDeciding(open)}
          title={t(texts.conflictTitle)}
          description={t(texts.conflictBy, {
            who: found().by?.name ?? t(texts.someone),
            when: found().at === null ? '–' : formatInstant(found().at ?? ''),
          })}
          footer={
            <>
              <Button onClick={() => void keepMine().catch(toastError)}>{t(texts.keepMine)}</Button>
              <Button variant="primary" onClick={loadTheirs}>
                {t(texts.loadTheirs)}
              </Button>
            </>
          }
        >
          <p>{t(texts.conflictText)}</p>
        </Dialog>
      )}
    </Show>
  );
}
