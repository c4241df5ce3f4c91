import CircleX from 'lucide-solid/icons/circle-x';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { type JSX, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { designerTexts as texts } from './texts.ts';

/** Error or warning: a sign and a word, so that the colour is never alone. */
export function ProblemMark(props: { severity: 'error' | 'warning' }): JSX.Element {
  return (
    <span class={`designer__mark designer__mark--${props.severity}`}>
      <Show when={props.severity === 'error'} fallback={<TriangleAlert size={14} aria-hidden="true" />}>
        <CircleX size={14} aria-hidden="true" />
      </Show>
      {t(props.severity === 'error' ? texts.error : texts.warning)}
    </span>
  );
}
