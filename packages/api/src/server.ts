/** What a server needs of this package; nothing here is for a browser. */
export { appRouter } from './router.ts';
export type { AppRouter } from './router.ts';
export { createBus } from './Bus.ts';
export type { Bus, BusEvent } from './Bus.ts';
export { busEvent } from './busEvent.ts';
export type { Context, Log, RequestFacts } from './Context.ts';
export type * from './Services.ts';
export { ApiError } from './errors/ApiError.ts';
export { toApiError } from './errors/toApiError.ts';
export type { Platform } from './Platform.ts';
export { createServices } from './createServices.ts';
export { ensureDeployed, processIdOf } from './models/ensureDeployed.ts';
export { ensureFirstAdmin } from './auth/firstAdmin.ts';
export { findSession } from './auth/sessions.ts';
export { endInterruptedImports } from './sales/endInterruptedImports.ts';
export { loadDemoTeam } from './sales/createDemoService.ts';
export { hashPassword } from './auth/passwords.ts';
