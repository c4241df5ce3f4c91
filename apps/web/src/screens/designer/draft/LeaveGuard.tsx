import { useBeforeLeave } from '@solidjs/router';
import { onCleanup } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { designerTexts as texts } from '../texts.ts';
import type { Draft } from './createDraft.ts';

/** Nobody leaves with unsaved changes by accident: they are saved first, and where that fails one is asked. */
export function LeaveGuard(props: { draft: Draft }): null {
  const unsaved = () => props.draft.state().kind !== 'saved';
  useBeforeLeave((event) => {
    if (!unsaved() || event.defaultPrevented) return;
    event.preventDefault();
    void props.draft.keeper.saveNow().then((saved) => {
      if (saved || globalThis.confirm(t(texts.leave))) event.retry(true);
    });
  });
  const beforeUnload = (event: BeforeUnloadEvent) => {
    if (unsaved()) event.preventDefault();
  };
  addEventListener('beforeunload', beforeUnload);
  onCleanup(() => removeEventListener('beforeunload', beforeUnload));
  return null;
}
