import type { Platform, Services } from '@dealwright/api/server';
import type { Config } from './config/readConfig.ts';

export async function loadDemoAtStart(
  _platform: Platform,
  services: Services,
  _config: Config,
  say: (line: string) => void,
): Promise<void> {
  const { people } = await services.demo.status();
  say(`demo people: ${people.length}`);
}
