import { decisionInputs, ExpressionError } from '@dealwright/expression';
import { writeAudit } from '@dealwright/sales';
import { transaction } from '@dealwright/store';
import type { DecisionFile, DecisionsOf } from '../contract/index.ts';
import { ApiError } from '../errors/ApiError.ts';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { ModelService } from '../Services.ts';
import { choicesOf, decisionsIn, replaceDecisions, requiredBy } from './modelDecisions.ts';
import { draftConflict } from './modelRefusals.ts';
import { modelById, versionById } from './modelRows.ts';

type Needs = Pick<Platform, 'em' | 'now' | 'newId' | 'evaluator' | 'bus'>;
type DecisionService = Pick<ModelService, 'saveDecisions' | 'decisions' | 'decision' | 'tryDecision'>;

/** The decisions that go with a drawing: kept with its draft, shown, and tried out before they are put to work. */
export function createDecisionService(platform: Needs): DecisionService {
  const { em, now, evaluator, bus } = platform;

  async function decisionsOf(source: DecisionsOf) {
    const { decisions } =
      'id' in source ? await modelById(em(), source.id) : await versionById(em(), source.deploymentId);
    return decisionsIn(decisions);
  }

  return {
    async saveDecisions(viewer, { id, revision, files }) {
      const choices = choicesOf(await decisionsIn(files));
      const saved = await transaction(em(), async (within) => {
        const model = await modelById(within, id);
        const draft = { id, revision, personId: viewer.personId, at: new Date(now()) };
        const next = await replaceDecisions(within, draft, files);
        if (next === null) throw draftConflict(model.updatedBy, model.updatedAt, model.revision);
        const names = (list: readonly DecisionFile[]) => list.map(({ name }) => name);
        await writeAudit(within, platform, {
          actorId: viewer.personId,
          action: 'model.save-decisions',
          subjectType: 'model',
          subjectId: id,
          before: { revision, decisions: names(model.decisions) },
          after: { revision: next, decisions: names(files) },
        });
        return next;
      });
      bus.publish({ kind: 'models' });
      return { revision: saved, choices };
    },
    decisions: async (source) => choicesOf(await decisionsOf(source)),
    async decision({ decisionId, ...source }) {
      const { files, model } = await decisionsOf(source);
      const file = files.find((one) => one.model.decisions.some(({ id }) => id === decisionId));
      const decision = file?.model.decisions.find(({ id }) => id === decisionId);
      if (!file || !decision) throw refusals.notFound('decision');
      const inputs = decisionInputs(model, decisionId);
      return { decision, file: file.name, required: requiredBy(model, decision), inputs };
    },
    async tryDecision({ decisionId, variables, ...source }) {
      const { model } = await decisionsOf(source);
      try {
        return { result: await evaluator.settle(now(), (env) => env.decision(model, decisionId, variables)) };
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        throw new ApiError(
          'UNPROCESSABLE_CONTENT',
          { code: error.code, message: error.text, place: { elementId: decisionId } },
          { cause: error },
        );
      }
    },
  };
}
