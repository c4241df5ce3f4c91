import { expect, it } from 'vitest';
import { inlineScriptHashes } from './contentSecurityPolicy.ts';

it('hashes the scripts in the page and leaves out those with an address', () => {
  const html = '<script>alert(1)</script><script type="module" src="/a.js"></script>';
  expect(inlineScriptHashes(html)).toEqual(["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]);
  expect(inlineScriptHashes('<p>no script</p>')).toEqual([]);
});
