import { z } from 'zod';
import type { Language, Role, Theme } from './common.ts';

// auth.me (query, public) → Me | null
// auth.setupNeeded (query, public) → { needed: boolean }
// auth.setup (mutation, public, one-time token) · auth.acceptInvite (mutation, public, one-time token)
// auth.signIn (mutation, public) → Me · auth.signOut (mutation) → void
// auth.setPreferences (mutation) → Me · auth.changePassword (mutation) → void
// The session cookie is http-only; mutations carry the header `x-dealwright-csrf: <me.csrfToken>`
// (signIn, setup and acceptInvite need none: they check Origin).
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly language: Language | null;
  readonly theme: Theme | null;
  readonly csrfToken: string;
  readonly demo: boolean;
}
const password = z.string().min(10).max(200);
export const signInInput = z.object({ email: z.email().max(320), password: z.string().min(1).max(200) });
export const setupInput = z.object({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  password,
});
export const acceptInviteInput = z.object({ token: z.string().min(1).max(200), password });
export const preferencesInput = z.object({
  language: z.enum(['zh', 'en']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
});
export const changePasswordInput = z.object({ current: z.string().min(1).max(200), next: password });
