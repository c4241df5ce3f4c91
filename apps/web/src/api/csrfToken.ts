let token: string | null = null;

/** The CSRF token of this session, or null before sign-in. */
export function csrfToken(): string | null {
  return token;
}

/** Keeps the token that `auth.me` and `auth.signIn` answer with; null forgets it at sign-out. */
export function setCsrfToken(next: string | null): void {
  token = next;
}
