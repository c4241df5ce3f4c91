import './Diagram.css';
import { createEffect, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { language } from '../i18n/index.ts';
import { drawSvg } from './drawSvg.ts';

/** A small picture of a process, drawn when it comes into sight. */
export function Thumbnail(props: { xml: string; label: string }): JSX.Element {
  let frame!: HTMLDivElement;
  const [seen, setSeen] = createSignal(false);
  const [source, setSource] = createSignal<string | null>(null);
  onMount(() => {
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    watcher.observe(frame);
    onCleanup(() => watcher.disconnect());
  });
  createEffect(() => {
    if (!seen()) return;
    drawSvg(props.xml, language()).then(
      (svg) => setSource(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`),
      // A picture is an extra: the card says in words what the template is.
      (error: unknown) => console.warn(error),
    );
  });
  return (
    <div ref={(element) => (frame = element)} class="dw-thumbnail">
      <Show when={source()}>{(url) => <img src={url()} alt={props.label} />}</Show>
    </div>
  );
}
