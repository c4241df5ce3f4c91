/** Where to go after sign-in: only a path of this site, never another host that a link slipped in. */
export function safePath(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
