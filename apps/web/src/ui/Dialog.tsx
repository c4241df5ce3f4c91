import { Dialog as Primitive } from '@kobalte/core/dialog';
import X from 'lucide-solid/icons/x';
import { type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { uiTexts as texts } from './texts.ts';
import './Dialog.css';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  /** buttons at the foot; the last one is the main action */
  footer?: JSX.Element;
  width?: 'sm' | 'md' | 'lg';
  children?: JSX.Element;
}

// The cross at the top comes first in the page, but is not what one opened the dialog for.
const FIRST_FIELD = '.dialog__body :is(input, select, textarea):not([tabindex="-1"])';
const FIRST_BUTTON = '.dialog__foot button';

/** A modal dialog: holds the focus, closes with Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  let content: HTMLElement | undefined;
  let opener: Element | null = null;
  return (
    <Primitive open={props.open} onOpenChange={props.onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay class="dialog__overlay" />
        <div class="dialog__place">
          <Primitive.Content
            ref={(element) => (content = element)}
            class={`dialog dialog--${props.width ?? 'md'}`}
            onOpenAutoFocus={(event) => {
              opener = document.activeElement;
              const first = content?.querySelector<HTMLElement>(FIRST_FIELD) ?? content?.querySelector(FIRST_BUTTON);
              if (!first) return;
              event.preventDefault();
              first.focus();
            }}
            onCloseAutoFocus={(event) => {
              // The library gives it back to a trigger of its own; these dialogs are opened from anywhere.
              if (!(opener instanceof HTMLElement) || !opener.isConnected) return;
              event.preventDefault();
              opener.focus();
            }}
          >
            <header class="dialog__head">
              <Primitive.Title class="dialog__title">{props.title}</Primitive.Title>
              <Primitive.CloseButton class="button button--ghost button--sm icon-button" aria-label={t(texts.close)}>
                <X aria-hidden="true" />
              </Primitive.CloseButton>
            </header>
            <Show when={props.description}>
              {(text) => <Primitive.Description class="dialog__description">{text()}</Primitive.Description>}
            </Show>
            <div class="dialog__body">{props.children}</div>
            <Show when={props.footer}>{(footer) => <footer class="dialog__foot">{footer()}</footer>}</Show>
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive>
  );
}
