import type { Platform, Services } from '@dealwright/api/server';
import type { Config } from './config/readConfig.ts';

export async function loadDemoAtStart(
  _platform: Platform,
  services: Services,
  _config: Config,
): Promise<readonly string[]> {
  const { people } = await services.demo.status();
  return [`demo people: ${people.length}`];
}
