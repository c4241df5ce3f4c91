import type { Problem } from '@dealwright/bpmn/types';
import {
  createModelInput,
  type DecisionChoice,
  type DecisionDetail,
  decisionInput,
  decisionsInput,
  deployInput,
  deploymentIdInput,
  type DeployResult,
  type ModelDetail,
  modelIdInput,
  type ModelSummary,
  saveDecisionsInput,
  saveDraftInput,
  type TemplateSummary,
  tryDecisionInput,
  validateInput,
  type VersionDetail,
  type VersionSummary,
} from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const modelRouter = router({
  list: procedure('signedIn').query(({ ctx }): Promise<readonly ModelSummary[]> => ctx.services.model.list()),
  get: procedure(['manager', 'admin'])
    .input(modelIdInput)
    .query(({ ctx, input }): Promise<ModelDetail> => ctx.services.model.get(input.id)),
  templates: procedure('signedIn').query(({ ctx }): Promise<readonly TemplateSummary[]> =>
    ctx.services.model.templates(),
  ),
  create: procedure(['manager'])
    .input(createModelInput)
    .mutation(({ ctx, input }): Promise<ModelDetail> => ctx.services.model.create(ctx.session, input)),
  saveDraft: procedure(['manager'])
    .input(saveDraftInput)
    .mutation(({ ctx, input }): Promise<{ revision: number }> => ctx.services.model.saveDraft(ctx.session, input)),
  saveDecisions: procedure(['manager'])
    .input(saveDecisionsInput)
    .mutation(({ ctx, input }) => ctx.services.model.saveDecisions(ctx.session, input)),
  decisions: procedure(['manager', 'admin'])
    .input(decisionsInput)
    .query(({ ctx, input }): Promise<readonly DecisionChoice[]> => ctx.services.model.decisions(input)),
  decision: procedure(['manager', 'admin'])
    .input(decisionInput)
    .query(({ ctx, input }): Promise<DecisionDetail> => ctx.services.model.decision(input)),
  tryDecision: procedure(['manager'])
    .input(tryDecisionInput)
    .mutation(({ ctx, input }) => ctx.services.model.tryDecision(input)),
  validate: procedure(['manager'])
    .input(validateInput)
    .mutation(({ ctx, input }): Promise<readonly Problem[]> => ctx.services.model.validate(input)),
  deploy: procedure(['manager', 'admin'])
    .input(deployInput)
    .mutation(({ ctx, input }): Promise<DeployResult> => ctx.services.model.deploy(ctx.session, input)),
  versions: procedure('signedIn')
    .input(modelIdInput)
    .query(({ ctx, input }): Promise<readonly VersionSummary[]> => ctx.services.model.versions(input.id)),
  version: procedure('signedIn')
    .input(deploymentIdInput)
    .query(({ ctx, input }): Promise<VersionDetail> => ctx.services.model.version(input.deploymentId)),
  restoreDraft: procedure(['manager'])
    .input(deploymentIdInput)
    .mutation(({ ctx, input }): Promise<{ revision: number }> =>
      ctx.services.model.restoreDraft(ctx.session, input.deploymentId),
    ),
});
