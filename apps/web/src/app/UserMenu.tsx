import { useNavigate } from '@solidjs/router';
import Keyboard from 'lucide-solid/icons/keyboard';
import KeyRound from 'lucide-solid/icons/key-round';
import LogOut from 'lucide-solid/icons/log-out';
import { createSignal, Show } from 'solid-js';
import type { Language, Theme } from '@dealwright/api/contract';
import { api } from '../api/index.ts';
import { language, setLanguage, t } from '../i18n/index.ts';
import { me, setShortcutsEnabled, setTheme, shortcutsEnabled, signOut, theme } from '../session/index.ts';
import { Avatar, DemoBadge, Menu, MenuChoice, MenuItem, MenuSeparator, toastError } from '../ui/index.ts';
import { LANGUAGES } from './languages.ts';
import { PasswordDialog } from './PasswordDialog.tsx';
import { openShortcutHelp } from './ShortcutHelp.tsx';
import { appTexts as texts } from './texts.ts';
import './UserMenu.css';

/** Who is signed in, and what they choose for themselves. */
export function UserMenu() {
  const navigate = useNavigate();
  const [changing, setChanging] = createSignal(false);
  const remember = (preferences: { language?: Language; theme?: Theme }) =>
    api.auth.setPreferences.mutate(preferences).catch(toastError);
  return (
    <Show when={me()}>
      {(person) => (
        <>
          <Menu
            placement="top-start"
            label={t(texts.account, { name: person().name })}
            triggerClass="user-menu"
            trigger={
              <>
                <Avatar name={person().name} size={24} />
                <span class="user-menu__name truncate">{person().name}</span>
                <Show when={person().demo}>
                  <DemoBadge />
                </Show>
              </>
            }
          >
            <p class="user-menu__mail">{person().email}</p>
            <MenuChoice
              label={t(texts.language)}
              value={language()}
              options={LANGUAGES}
              onChange={(next) => {
                setLanguage(next);
                void remember({ language: next });
              }}
            />
            <MenuSeparator />
            <MenuChoice
              label={t(texts.theme)}
              value={theme()}
              options={[
                { value: 'light', label: t(texts.light) },
                { value: 'dark', label: t(texts.dark) },
                { value: 'system', label: t(texts.system) },
              ]}
              onChange={(next) => {
                setTheme(next);
                void remember({ theme: next });
              }}
            />
            <MenuSeparator />
            <MenuChoice
              label={t(texts.shortcuts)}
              value={shortcutsEnabled() ? 'on' : 'off'}
              options={[
                { value: 'on', label: t(texts.on) },
                { value: 'off', label: t(texts.off) },
              ]}
              onChange={(next) => setShortcutsEnabled(next === 'on')}
            />
            <MenuSeparator />
            <MenuItem icon={<Keyboard />} shortcut="?" onSelect={openShortcutHelp}>
              {t(texts.shortcutHelp)}
            </MenuItem>
            <MenuItem icon={<KeyRound />} onSelect={() => setChanging(true)}>
              {t(texts.changePassword)}
            </MenuItem>
            <MenuItem icon={<LogOut />} onSelect={() => void signOut().then(() => navigate('/sign-in'), toastError)}>
              {t(texts.signOut)}
            </MenuItem>
          </Menu>
          <PasswordDialog open={changing()} onOpenChange={setChanging} />
        </>
      )}
    </Show>
  );
}
