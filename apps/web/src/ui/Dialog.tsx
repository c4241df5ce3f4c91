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

/** A modal dialog: holds the focus, closes with Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  return (
    <Primitive open={props.open} onOpenChange={props.onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay class="dialog__overlay" />
        <div class="dialog__place">
          <Primitive.Content class={`dialog dialog--${props.width ?? 'md'}`}>
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
