import { A, useLocation } from '@solidjs/router';
import Search from 'lucide-solid/icons/search';
import { ErrorBoundary, For, type JSX, Show, Suspense } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { api, keys, useQuery } from '../api/index.ts';
import { t } from '../i18n/index.ts';
import { hasRole } from '../session/index.ts';
import { ErrorState, Kbd, usePageTitle } from '../ui/index.ts';
import { CommandPalette, openPalette } from './CommandPalette.tsx';
import { GoKeys } from './GoKeys.tsx';
import { Logo } from './Logo.tsx';
import { PLACES } from './places.ts';
import { ScreenSkeleton } from './ScreenSkeleton.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { appTexts as texts } from './texts.ts';
import { UserMenu } from './UserMenu.tsx';
import './Shell.css';

/** The frame around every signed-in screen: navigation left, at the foot on a phone. */
export function Shell(props: { children?: JSX.Element }) {
  const counts = useQuery(() => ({
    queryKey: keys.taskCounts,
    queryFn: () => api.task.counts.query(),
    enabled: hasRole('rep', 'manager'),
  }));
  const location = useLocation();
  let content: HTMLElement | undefined;
  usePageTitle(() => {
    const place = PLACES.find((candidate) => location.pathname.startsWith(candidate.path));
    return t(place?.text ?? texts.mainNav);
  });
  const places = () => PLACES.filter((place) => hasRole(...place.roles));
  const mine = () => counts.data?.mine ?? 0;
  return (
    <div class="shell">
      <a
        class="shell__skip button button--primary"
        href="#content"
        onClick={(event) => {
          // The router would take the address and leave the focus where it is.
          event.preventDefault();
          content?.focus();
        }}
      >
        {t(texts.skip)}
      </a>
      <nav class="shell__nav" aria-label={t(texts.mainNav)}>
        <A class="shell__brand" href="/" end>
          <Logo />
        </A>
        <button type="button" class="shell__search" onClick={openPalette}>
          <Search aria-hidden="true" />
          <span class="shell__search-text">{t(texts.paletteShort)}</span>
          <Kbd>Ctrl K</Kbd>
        </button>
        <ul class="shell__places">
          <For each={places()}>
            {(place) => (
              <li>
                <A class="shell__place" activeClass="shell__place--current" href={place.path}>
                  <Dynamic component={place.icon} aria-hidden="true" />
                  <span class="shell__place-text">{t(place.text)}</span>
                  <span class="shell__place-short">{t(place.shortText ?? place.text)}</span>
                  <Show when={place.path === '/worklist' && mine() > 0}>
                    <span class="shell__count num">{mine() > 99 ? '99+' : mine()}</span>
                  </Show>
                </A>
              </li>
            )}
          </For>
        </ul>
        <div class="shell__foot">
          <UserMenu />
        </div>
      </nav>
      <main ref={(element) => (content = element)} class="shell__main" id="content" tabIndex={-1}>
        <ErrorBoundary fallback={(error, reset) => <ErrorState error={error} onRetry={reset} />}>
          <Suspense fallback={<ScreenSkeleton />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <CommandPalette />
      <ShortcutHelp />
      <GoKeys />
    </div>
  );
}
