import { useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import { Dialog as Primitive } from '@kobalte/core/dialog';
import { api, keys, useQuery } from '../api/index.ts';
import { formatMoney, t } from '../i18n/index.ts';
import { hasRole } from '../session/index.ts';
import { PLACES } from './places.ts';
import { appTexts as texts } from './texts.ts';
import './CommandPalette.css';

const [open, setOpen] = createSignal(false);

/** Opens the palette (also Ctrl+K or ⌘K). */
export function openPalette(): void {
  setOpen(true);
}

interface Entry {
  readonly id: string;
  readonly group: 'commands' | 'deals';
  readonly label: string;
  readonly note?: string;
  readonly path: string;
}

const PAUSE_MS = 200;

/** Go anywhere, find a deal, start one: all from the keyboard. */
export function CommandPalette() {
  const navigate = useNavigate();
  const [text, setText] = createSignal('');
  const [wanted, setWanted] = createSignal('');
  const [active, setActive] = createSignal(0);

  const listen = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    setOpen(!open());
  };
  onMount(() => document.addEventListener('keydown', listen));
  onCleanup(() => document.removeEventListener('keydown', listen));
  createEffect(() => {
    const next = text().trim();
    const timer = setTimeout(() => setWanted(next), PAUSE_MS);
    onCleanup(() => clearTimeout(timer));
  });

  const found = useQuery(() => ({
    queryKey: keys.dealSearch(wanted()),
    queryFn: () => api.deal.search.query({ text: wanted() }),
    enabled: open() && wanted() !== '',
  }));

  const commands = createMemo<Entry[]>(() => {
    const places = PLACES.filter((place) => hasRole(...place.roles)).map((place): Entry => {
      const label = t(texts.goTo, { place: t(place.text) });
      return { id: place.path, group: 'commands', label, path: place.path };
    });
    if (hasRole('rep', 'manager')) {
      places.push({ id: 'start', group: 'commands', label: t(texts.startDeal), path: '/pipeline?start=1' });
    }
    const typed = text().trim().toLocaleLowerCase();
    return places.filter((entry) => entry.label.toLocaleLowerCase().includes(typed));
  });
  const deals = createMemo<Entry[]>(() => {
    if (wanted() === '' || found.isPending) return [];
    return (found.data ?? []).slice(0, 12).map((deal) => ({
      id: deal.id,
      group: 'deals',
      label: deal.name,
      note: [deal.account?.name, deal.owner.name, formatMoney(deal.value, deal.currency)].filter(Boolean).join(' · '),
      path: `/deals/${deal.id}`,
    }));
  });
  const entries = createMemo(() => [...deals(), ...commands()]);
  createEffect(() => {
    entries();
    setActive(0);
  });

  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    setOpen(false);
    setText('');
    navigate(entry.path);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const count = entries().length;
      if (count > 0) setActive((active() + step + count) % count);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      run(entries()[active()]);
    }
  };

  return (
    <Primitive open={open()} onOpenChange={setOpen}>
      <Primitive.Portal>
        <Primitive.Overlay class="dialog__overlay" />
        <div class="palette__place">
          <Primitive.Content class="palette" aria-label={t(texts.palette)}>
            <input
              ref={(input) => queueMicrotask(() => input.focus())}
              class="palette__input"
              role="combobox"
              aria-expanded="true"
              aria-controls="palette-list"
              aria-activedescendant={entries()[active()] ? `palette-${active()}` : undefined}
              aria-label={t(texts.paletteHint)}
              placeholder={t(texts.paletteHint)}
              value={text()}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={onKey}
            />
            <ul class="palette__list" id="palette-list" role="listbox" aria-label={t(texts.commands)}>
              <For each={entries()}>
                {(entry, index) => (
                  <>
                    <Show when={index() === 0 || entries()[index() - 1]?.group !== entry.group}>
                      <li class="menu__heading" role="presentation">
                        {t(texts[entry.group])}
                      </li>
                    </Show>
                    <li
                      id={`palette-${index()}`}
                      role="option"
                      aria-selected={active() === index()}
                      class={`palette__entry ${active() === index() ? 'palette__entry--active' : ''}`}
                      onPointerMove={() => setActive(index())}
                      onClick={() => run(entry)}
                    >
                      <span class="truncate">{entry.label}</span>
                      <span class="palette__note truncate">{entry.note}</span>
                    </li>
                  </>
                )}
              </For>
              <Show when={entries().length === 0}>
                <li class="palette__none" role="presentation">
                  {t(texts.nothingFound, { text: text().trim() })}
                </li>
              </Show>
            </ul>
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive>
  );
}
