import X from 'lucide-solid/icons/x';
import type { JSX } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import type { SideView } from './DesignerBoard.tsx';
import { designerTexts as texts } from './texts.ts';

const TITLES = { problems: texts.problems, outline: texts.outlineTitle, versions: texts.versions };

/** The sheet beside the canvas: problems, outline or versions. */
export function SideSheet(props: {
  view: NonNullable<SideView>;
  onClose: () => void;
  children: JSX.Element;
}): JSX.Element {
  return (
    <section class="designer__side" aria-label={t(TITLES[props.view])}>
      <header class="designer__side-head">
        <h2>{t(TITLES[props.view])}</h2>
        <IconButton size="sm" label={t(texts.close)} icon={<X />} onClick={() => props.onClose()} />
      </header>
      {props.children}
    </section>
  );
}
