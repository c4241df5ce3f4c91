/** Where mail is handed in, and from whom it comes. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS is asked for */
  readonly secure: boolean;
  /** whether a server that offers no TLS is refused */
  readonly requireTls: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

/**
 * Reads `smtp://user:password@host:587` (STARTTLS) or `smtps://user:password@host:465`. A password is never sent in the
 * clear; `?tls=none` allows it, for a server on the same machine. Null for anything else.
 */
export function readSmtpSettings(text: string): SmtpSettings | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '') return null;
  const user = url.username === '' ? null : decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORTS[url.protocol] : Number(url.port),
    secure: url.protocol === 'smtps:',
    requireTls: user !== null && url.searchParams.get('tls') !== 'none',
    user,
    password: user === null ? null : decodeURIComponent(url.password),
  };
}
