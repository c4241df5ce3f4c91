import { Toast, toaster } from '@kobalte/core/toast';
import X from 'lucide-solid/icons/x';
import { type JSX, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { messageOf } from '../api/ApiProblem.ts';
import { t } from '../i18n/index.ts';
import { uiTexts as texts } from './texts.ts';
import './toast.css';

export interface ToastMessage {
  text: string;
  tone?: 'neutral' | 'good' | 'bad';
  action?: { label: string; onPress: () => void };
}

/** Says something short in the live region; it goes by itself, and waits while pointed at. */
export function toast(message: ToastMessage): void {
  toaster.show((props) => (
    <Toast
      toastId={props.toastId}
      class={`toast toast--${message.tone ?? 'neutral'}`}
      priority={message.tone === 'bad' ? 'high' : 'low'}
      duration={message.tone === 'bad' ? 9000 : 5000}
    >
      <Toast.Description class="toast__text">{message.text}</Toast.Description>
      <Show when={message.action}>
        {(action) => (
          <button
            type="button"
            class="toast__action"
            onClick={() => {
              toaster.dismiss(props.toastId);
              action().onPress();
            }}
          >
            {action().label}
          </button>
        )}
      </Show>
      <Toast.CloseButton class="toast__close" aria-label={t(texts.close)}>
        <X aria-hidden="true" />
      </Toast.CloseButton>
    </Toast>
  ));
}

/** The error of a call, as a toast. */
export function toastError(error: unknown): void {
  toast({ text: messageOf(error), tone: 'bad' });
}

/** Where toasts appear; once in the app. */
export function ToastRegion(): JSX.Element {
  return (
    <Portal>
      <Toast.Region aria-label={t(texts.notifications)} limit={3} swipeDirection="right">
        <Toast.List class="toast-list" />
      </Toast.Region>
    </Portal>
  );
}
