import { createSignal, For } from 'solid-js';
import { t, type Text } from '../i18n/index.ts';
import { Dialog, Kbd } from '../ui/index.ts';
import { appTexts as texts } from './texts.ts';
import './ShortcutHelp.css';

const [open, setOpen] = createSignal(false);

/** Opens the list of keys. */
export function openShortcutHelp(): void {
  setOpen(true);
}

const GROUPS: readonly { title: Text; keys: readonly { keys: readonly string[]; chord?: boolean; text: Text }[] }[] = [
  {
    title: texts.helpNav,
    keys: [
      { keys: ['Ctrl', 'K'], text: texts.palette },
      { keys: ['G', 'W'], chord: true, text: texts.worklist },
      { keys: ['G', 'P'], chord: true, text: texts.pipeline },
      { keys: ['G', 'D'], chord: true, text: texts.processes },
      { keys: ['?'], text: texts.keyHelp },
    ],
  },
  {
    title: texts.helpWorklist,
    keys: [
      { keys: ['J', 'K'], text: texts.keyNext },
      { keys: ['Enter'], text: texts.keyOpen },
      { keys: ['C'], text: texts.keyClaim },
      { keys: ['E'], text: texts.keyComplete },
      { keys: ['A'], text: texts.keyAssign },
      { keys: ['/'], text: texts.keySearch },
    ],
  },
  {
    title: texts.helpPipeline,
    keys: [
      { keys: ['←', '↑', '→', '↓'], text: texts.keyMove },
      { keys: ['Enter'], text: texts.keyOpen },
      { keys: ['N'], text: texts.startDeal },
      { keys: ['/'], text: texts.keySearch },
    ],
  },
];

/** Every key that does something, by place. */
export function ShortcutHelp() {
  return (
    <Dialog open={open()} onOpenChange={setOpen} title={t(texts.shortcutHelp)}>
      <div class="shortcut-help">
        <For each={GROUPS}>
          {(group) => (
            <section>
              <h3>{t(group.title)}</h3>
              <dl class="shortcut-help__list">
                <For each={group.keys}>
                  {(entry) => (
                    <div class="shortcut-help__row">
                      <dt>{t(entry.text)}</dt>
                      <dd>
                        <For each={entry.keys}>
                          {(key, index) => (
                            <>
                              {entry.chord && index() > 0 ? <span class="muted">{t(texts.andThen)}</span> : null}
                              <Kbd>{key}</Kbd>
                            </>
                          )}
                        </For>
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  );
}
