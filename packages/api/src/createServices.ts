import { createAuditService } from './admin/createAuditService.ts';
import { createCalendarService } from './admin/createCalendarService.ts';
import { createIncidentService } from './admin/createIncidentService.ts';
import { createRetentionService } from './admin/createRetentionService.ts';
import { createSecretService } from './admin/createSecretService.ts';
import { createSystemService } from './admin/createSystemService.ts';
import { createWebhookService } from './admin/createWebhookService.ts';
import { createAuthService } from './auth/createAuthService.ts';
import { createPeopleService } from './createPeopleService.ts';
import { createModelService } from './models/createModelService.ts';
import type { Platform } from './Platform.ts';
import { createDealService } from './sales/createDealService.ts';
import { createDemoService } from './sales/createDemoService.ts';
import { createImportService } from './sales/createImportService.ts';
import { createProcessService } from './sales/createProcessService.ts';
import { createTaskService } from './sales/createTaskService.ts';
import type { Services } from './Services.ts';

/** Everything the routers can do, over a real database and runtime. */
export function createServices(platform: Platform): Services {
  return {
    demo: createDemoService(platform),
    auth: createAuthService(platform),
    people: createPeopleService(platform),
    model: createModelService(platform),
    deal: createDealService(platform),
    task: createTaskService(platform),
    process: createProcessService(platform),
    import: createImportService(platform),
    incident: createIncidentService(platform),
    audit: createAuditService(platform),
    system: createSystemService(platform),
    retention: createRetentionService(platform),
    calendar: createCalendarService(platform),
    secret: createSecretService(platform),
    webhook: createWebhookService(platform),
  };
}
