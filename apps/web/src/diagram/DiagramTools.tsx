import Maximize from 'lucide-solid/icons/maximize';
import Minus from 'lucide-solid/icons/minus';
import Plus from 'lucide-solid/icons/plus';
import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import type { DiagramView } from './openView.ts';
import { diagramTexts as texts } from './texts.ts';

/** Zoom buttons in the corner of a drawing. */
export function DiagramTools(props: { view: Pick<DiagramView, 'zoomBy' | 'fit'> }): JSX.Element {
  return (
    <div class="dw-diagram-tools">
      <button
        type="button"
        title={t(texts.zoomIn)}
        aria-label={t(texts.zoomIn)}
        onClick={() => props.view.zoomBy(1.25)}
      >
        <Plus size={16} />
      </button>
      <button
        type="button"
        title={t(texts.zoomOut)}
        aria-label={t(texts.zoomOut)}
        onClick={() => props.view.zoomBy(0.8)}
      >
        <Minus size={16} />
      </button>
      <button type="button" title={t(texts.fit)} aria-label={t(texts.fit)} onClick={() => props.view.fit()}>
        <Maximize size={16} />
      </button>
    </div>
  );
}
