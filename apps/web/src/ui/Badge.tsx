import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { uiTexts as texts } from './texts.ts';
import './Badge.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

/** A word on a tinted ground; the word says it, the colour only helps. */
export function Badge(props: { tone?: Tone; title?: string; children: JSX.Element }) {
  return (
    <span class={`badge badge--${props.tone ?? 'neutral'}`} title={props.title}>
      {props.children}
    </span>
  );
}

/** The mark that every demo record carries. */
export function DemoBadge() {
  return (
    <span class="badge badge--demo" title={t(texts.demoHint)}>
      {t(texts.demo)}
    </span>
  );
}
