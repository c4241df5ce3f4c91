import { query } from '@dealwright/store';
import type { DemoPerson } from '../contract/index.ts';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { DemoService } from '../Services.ts';

export function createDemoService(platform: Platform): DemoService {
  return {
    async status() {
      const people = await query<DemoPerson>(
        platform.em(),
        'select name, email, roles from person where demo order by name',
      );
      return { loaded: people.length > 0, people };
    },
    load: () => Promise.reject(refusals.notFound('demo')),
    remove: () => Promise.reject(refusals.notFound('demo')),
  };
}
