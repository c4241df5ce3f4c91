import { createAuditService } from './admin/createAuditService.ts';
import { createIncidentService } from './admin/createIncidentService.ts';
import { createSystemService } from './admin/createSystemService.ts';
import { createAuthService } from './auth/createAuthService.ts';
import { createPeopleService } from './createPeopleService.ts';
import { createModelService } from './models/createModelService.ts';
import type { Platform } from './Platform.ts';
import { createDealService } from './sales/createDealService.ts';
import type { Services } from './Services.ts';

/** Everything the routers can do, over a real database and runtime. */
export function createServices(
  platform: Platform,
  parts: Pick<Services, 'task' | 'process' | 'import' | 'demo'>,
): Services {
  return {
    ...parts,
    auth: createAuthService(platform),
    people: createPeopleService(platform),
    model: createModelService(platform),
    deal: createDealService(platform),
    incident: createIncidentService(platform),
    audit: createAuditService(platform),
    system: createSystemService(platform),
  };
}
