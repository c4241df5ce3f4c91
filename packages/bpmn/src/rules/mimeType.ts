/** type "/" subtype, each a restricted name of RFC 6838, section 4.2, with parameters behind. */
const MIME = /^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*(?:\s*;.*)?$/i;

export function isMimeType(value: string): boolean {
  return MIME.test(value.trim());
}
