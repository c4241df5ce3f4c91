import { auditRouter, retentionRouter, systemRouter } from './routers/adminRouters.ts';
import { authRouter } from './routers/authRouter.ts';
import { calendarRouter } from './routers/calendarRouter.ts';
import { secretRouter, webhookRouter } from './routers/connectionRouters.ts';
import { dealRouter } from './routers/dealRouter.ts';
import { demoRouter, importRouter } from './routers/importRouters.ts';
import { liveRouter } from './routers/liveRouter.ts';
import { incidentRouter } from './routers/incidentRouter.ts';
import { modelRouter } from './routers/modelRouter.ts';
import { peopleRouter } from './routers/peopleRouter.ts';
import { processRouter } from './routers/processRouter.ts';
import { taskRouter } from './routers/taskRouter.ts';
import { router } from './trpc.ts';

/** Every call that a client can make. What may be called by whom stands at each procedure. */
export const appRouter = router({
  auth: authRouter,
  people: peopleRouter,
  model: modelRouter,
  deal: dealRouter,
  task: taskRouter,
  process: processRouter,
  import: importRouter,
  demo: demoRouter,
  incident: incidentRouter,
  audit: auditRouter,
  retention: retentionRouter,
  system: systemRouter,
  calendar: calendarRouter,
  secret: secretRouter,
  webhook: webhookRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;
