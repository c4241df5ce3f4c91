import './Diagram.css';
import { createEffect, createSignal, type JSX, onCleanup, onMount, Show, untrack } from 'solid-js';
import { language, t } from '../i18n/index.ts';
import { DiagramTools } from './DiagramTools.tsx';
import { ElementList } from './ElementList.tsx';
import type { ViewElement } from './flowNodes.ts';
import { type DiagramView, openView } from './openView.ts';
import { diagramTexts as texts } from './texts.ts';

export interface DiagramBadge {
  elementId: string;
  text: string;
  tone: 'neutral' | 'good' | 'bad' | 'warn';
  title?: string;
}

export interface DiagramProps {
  xml: string;
  /** ids of the elements where a token stands; one twice means two tokens */
  tokens?: string[];
  /** ids of the flow nodes already passed */
  visited?: string[];
  /** ids of the sequence flows already taken */
  taken?: string[];
  badges?: DiagramBadge[];
  selected?: string | null;
  onSelect?: (id: string | null) => void;
  /** accessible name of the figure */
  label: string;
  class?: string;
}

/**
 * A read-only BPMN drawing with the token, the path and badges on it, in the reader's language. Arrow keys walk the
 * elements; the same elements stand in a list below.
 */
export function Diagram(props: DiagramProps): JSX.Element {
  let canvas!: HTMLDivElement;
  const [view, setView] = createSignal<DiagramView | null>(null);
  const [failure, setFailure] = createSignal<string | null>(null);
  let gone = false;

  onMount(() => {
    openView(
      canvas,
      (id) => props.onSelect?.(id),
      () => t(texts.token),
    ).then(
      (opened) => {
        if (gone) opened.destroy();
        else setView(opened);
      },
      (error: unknown) => setFailure(reasonOf(error)),
    );
  });
  onCleanup(() => {
    gone = true;
    round += 1;
    view()?.destroy();
  });

  // No resource: one that loads would take the whole page back to its skeleton.
  const [elements, setElements] = createSignal<readonly ViewElement[] | null>(null);
  let round = 0;
  createEffect(() => {
    const opened = view();
    if (!opened) return;
    const mine = ++round;
    opened.show(props.xml, language(), untrack(elements) !== null).then(
      (drawn) => {
        if (mine !== round) return;
        setFailure(null);
        setElements(drawn);
      },
      (error: unknown) => {
        if (mine !== round) return;
        setElements([]);
        setFailure(reasonOf(error));
      },
    );
  });
  createEffect(() => {
    const marks = {
      tokens: props.tokens ?? [],
      visited: props.visited ?? [],
      taken: props.taken ?? [],
      badges: props.badges ?? [],
    };
    if (elements()) untrack(view)?.mark(marks);
  });
  createEffect(() => {
    const selected = props.selected;
    if (elements() && selected !== undefined) untrack(view)?.select(selected);
  });

  return (
    <section class={`dw-diagram ${props.class ?? ''}`} aria-label={props.label}>
      <div class="dw-diagram-frame">
        <div
          ref={(element) => (canvas = element)}
          class="dw-diagram-canvas"
          role="application"
          aria-label={props.label}
        />
        <Show when={elements() === null && !failure()}>
          <p class="dw-diagram-note" role="status">
            {t(texts.loading)}
          </p>
        </Show>
        <Show when={failure()}>
          {(reason) => (
            <p class="dw-diagram-note" role="alert">
              {t(texts.failed, { reason: reason() })}
            </p>
          )}
        </Show>
        <Show when={view()}>{(opened) => <DiagramTools view={opened()} />}</Show>
      </div>
      <ElementList
        elements={elements() ?? []}
        tokens={props.tokens ?? []}
        visited={props.visited ?? []}
        badges={props.badges ?? []}
        selected={props.selected ?? null}
        onSelect={props.onSelect}
      />
    </section>
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
