import type { Me, Role } from '@dealwright/api/contract';
import { createSignal } from 'solid-js';
import { api } from '../api/client.ts';
import { setCsrfToken } from '../api/csrfToken.ts';
import { queryClient, whenSignedOut } from '../api/queryClient.ts';
import { setLanguage } from '../i18n/index.ts';
import { setTheme } from './theme.ts';

/** `undefined` while the server is being asked, `null` when nobody is signed in. */
const [person, setPerson] = createSignal<Me | null | undefined>(undefined);

/** Who is signed in; `undefined` until known. */
export const me = person;

/** Takes over a new session (or its end): token, language and theme of that person. */
export function adoptSession(next: Me | null): void {
  setCsrfToken(next?.csrfToken ?? null);
  if (next?.language) setLanguage(next.language);
  if (next?.theme) setTheme(next.theme);
  setPerson(next);
}

/** Asks the server who is signed in. Throws when it does not answer. */
export async function loadSession(): Promise<void> {
  adoptSession(await api.auth.me.query());
}

/** Ends the session and forgets all that was read in it. */
export async function signOut(): Promise<void> {
  await api.auth.signOut.mutate();
  queryClient.clear();
  adoptSession(null);
}

whenSignedOut(() => {
  if (person()) adoptSession(null);
});

/** Whether the signed-in person holds one of the roles. */
export function hasRole(...roles: readonly Role[]): boolean {
  return person()?.roles.some((role) => roles.includes(role)) ?? false;
}
