import { expect, it } from 'vitest';
import { findings } from '../test/findings.ts';
import { inLine, plain } from '../test/plainModel.ts';

it.each(['${which}', '#{which}', '= which'])('says that %s does not decide which process is called', async (name) => {
  const call = inLine(['t', `<callActivity id="t" calledElement="${name}" />`]);
  expect(await findings(plain(call))).toContain('warning called-element-computed t');
});
