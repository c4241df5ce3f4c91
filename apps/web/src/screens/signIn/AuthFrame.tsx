import { For, type JSX } from 'solid-js';
import { LANGUAGES } from '../../app/languages.ts';
import { Logo } from '../../app/Logo.tsx';
import { language, setLanguage, t } from '../../i18n/index.ts';
import { Button, usePageTitle } from '../../ui/index.ts';
import { signInTexts as texts } from './texts.ts';
import './AuthFrame.css';

/** The page around sign-in, first set-up and invitation: the name, what it is for, one form. */
export function AuthFrame(props: { title: string; text?: string; children: JSX.Element }) {
  usePageTitle(() => props.title);
  return (
    <main class="auth-frame">
      <div class="auth-frame__card">
        <div class="auth-frame__brand">
          <Logo />
          <div class="auth-frame__languages" role="group" aria-label={t(texts.language)}>
            <For each={LANGUAGES}>
              {(option) => (
                <Button
                  variant="ghost"
                  size="sm"
                  lang={option.value === 'zh' ? 'zh-CN' : 'en'}
                  aria-pressed={language() === option.value}
                  onClick={() => setLanguage(option.value)}
                >
                  {option.label}
                </Button>
              )}
            </For>
          </div>
        </div>
        <div>
          <h1 class="auth-frame__title">{props.title}</h1>
          <p class="auth-frame__text">{props.text ?? t(texts.claim)}</p>
        </div>
        {props.children}
      </div>
    </main>
  );
}
