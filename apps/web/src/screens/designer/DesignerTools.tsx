import { fitDrawing } from './bpmn/fitDrawing.ts';
import MapIcon from 'lucide-solid/icons/map';
import Maximize from 'lucide-solid/icons/maximize';
import Redo from 'lucide-solid/icons/redo-2';
import Save from 'lucide-solid/icons/save';
import Undo from 'lucide-solid/icons/undo-2';
import ZoomIn from 'lucide-solid/icons/zoom-in';
import ZoomOut from 'lucide-solid/icons/zoom-out';
import { createSignal, type JSX, onCleanup } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import type { DesignerModeler } from './bpmn/Services.ts';
import type { Draft } from './draft/createDraft.ts';
import { designerTexts as texts } from './texts.ts';

/** Undo, redo, zoom, minimap. */
export function DesignerTools(props: { modeler: DesignerModeler; draft: Draft }): JSX.Element {
  const [touched, touch] = createSignal(undefined, { equals: false });
  const bus = props.modeler.get('eventBus');
  const changed = () => touch();
  bus.on(['commandStack.changed', 'import.done'], changed);
  onCleanup(() => bus.off(['commandStack.changed', 'import.done'], changed));
  const stack = () => (touched(), props.modeler.get('commandStack'));
  const zoomBy = (factor: number) => {
    const canvas = props.modeler.get('canvas');
    canvas.zoom(Math.max(0.2, Math.min(4, canvas.zoom() * factor)));
  };
  return (
    <div class="designer__tools" role="toolbar" aria-label={t(texts.toolbar)}>
      <IconButton
        size="sm"
        label={t(texts.undo)}
        shortcut="Ctrl+Z"
        icon={<Undo />}
        disabled={!stack().canUndo()}
        onClick={() => stack().undo()}
      />
      <IconButton
        size="sm"
        label={t(texts.redo)}
        shortcut="Ctrl+Y"
        icon={<Redo />}
        disabled={!stack().canRedo()}
        onClick={() => stack().redo()}
      />
      <IconButton
        size="sm"
        label={t(texts.save)}
        shortcut="Ctrl+S"
        icon={<Save />}
        onClick={() => void props.draft.keeper.saveNow()}
      />
      <IconButton size="sm" label={t(texts.zoomIn)} icon={<ZoomIn />} onClick={() => zoomBy(1.25)} />
      <IconButton size="sm" label={t(texts.zoomOut)} icon={<ZoomOut />} onClick={() => zoomBy(0.8)} />
      <IconButton
        size="sm"
        label={t(texts.fit)}
        icon={<Maximize />}
        onClick={() => fitDrawing(props.modeler.get('canvas'))}
      />
      <IconButton
        size="sm"
        label={t(texts.minimap)}
        icon={<MapIcon />}
        onClick={() => {
          const minimap = props.modeler.get('minimap');
          if (minimap.isOpen()) minimap.close();
          else minimap.open();
        }}
      />
    </div>
  );
}
