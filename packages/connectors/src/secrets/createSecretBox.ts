import { createCipheriv, createDecipheriv } from 'node:crypto';
import { secretProblems } from './secretProblems.ts';

/** Encrypts texts with a key that stays outside the database. */
export interface SecretBox {
  /** `purpose` (the kind of secret and its name) is bound in: what is sealed for one does not open for another. */
  seal(purpose: string, text: string): string;
  /** Throws `secret-unreadable` for what another key, or for another purpose, has sealed. */
  open(purpose: string, sealed: string): string;
}

const VERSION = '1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a fresh 96-bit nonce for every text (NIST SP 800-38D, 8.2.2). `key` has 32 bytes; null, and both
 * throw `secret-key-missing`: a server without a key keeps no secrets, but runs.
 */
export function createSecretBox(key: Buffer | null, randomBytes: (size: number) => Buffer): SecretBox {
  const needed = (): Buffer => {
    if (key === null) throw secretProblems.keyMissing();
    return key;
  };
  return {
    seal(purpose, text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', needed(), iv).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}:${sealed.toString('base64')}`;
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed.slice(VERSION.length + 1), 'base64');
      const known = sealed.startsWith(`${VERSION}:`) && bytes.length >= IV_BYTES + TAG_BYTES;
      if (!known) throw secretProblems.unreadable(purpose);
      const decipher = createDecipheriv('aes-256-gcm', needed(), bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        throw secretProblems.unreadable(purpose);
      }
    },
  };
}
