import {
  createWebhookInput,
  rotateWebhookInput,
  saveSecretInput,
  type Secret,
  secretNameInput,
  type Webhook,
  webhookIdInput,
  type WebhookSecret,
} from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const secretRouter = router({
  list: procedure(['admin']).query(({ ctx }): Promise<readonly Secret[]> => ctx.services.secret.list()),
  save: procedure(['admin'])
    .input(saveSecretInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.secret.save(ctx.session, input)),
  remove: procedure(['admin'])
    .input(secretNameInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.secret.remove(ctx.session, input.name)),
});

export const webhookRouter = router({
  list: procedure(['admin']).query(({ ctx }): Promise<readonly Webhook[]> => ctx.services.webhook.list()),
  create: procedure(['admin'])
    .input(createWebhookInput)
    .mutation(({ ctx, input }): Promise<WebhookSecret> => ctx.services.webhook.create(ctx.session, input)),
  rotate: procedure(['admin'])
    .input(rotateWebhookInput)
    .mutation(({ ctx, input }): Promise<WebhookSecret> => ctx.services.webhook.rotate(ctx.session, input)),
  remove: procedure(['admin'])
    .input(webhookIdInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.webhook.remove(ctx.session, input.id)),
});
