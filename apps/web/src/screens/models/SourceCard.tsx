import type { JSX } from 'solid-js';

/** One way to begin: a radio button as a card. */
export function SourceCard(props: {
  name: string;
  text: string;
  checked: boolean;
  onChoose: () => void;
  children?: JSX.Element;
}): JSX.Element {
  return (
    <div class={`models__source ${props.checked ? 'models__source--checked' : ''}`}>
      <label>
        <input type="radio" name="model-source" checked={props.checked} onChange={() => props.onChoose()} />
        <span>
          <b>{props.name}</b>
          <small>{props.text}</small>
        </span>
      </label>
      {props.children}
    </div>
  );
}
