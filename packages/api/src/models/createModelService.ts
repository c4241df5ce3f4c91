import { type Labels, ModelError, type Problem, type ProcessNames, renameProcess, writeModel } from '@dealwright/bpmn';
import { judgeModel } from '@dealwright/runtime';
import { writeAudit } from '@dealwright/sales';
import { query, queryOne, transaction, type EntityManager } from '@dealwright/store';
import type { DecisionFile } from '../contract/index.ts';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { ModelService, Viewer } from '../Services.ts';
import { blankModel } from './blankModel.ts';
import { createDecisionService } from './createDecisionService.ts';
import { freeProcessId, processIdFrom } from './freeProcessId.ts';
import { setDecisions } from './modelDecisions.ts';
import { draftConflict, processIdFixed, processIdTaken } from './modelRefusals.ts';
import { modelById, modelSummaries, type StoredModel, versionById, versionsOf } from './modelRows.ts';
import { readDraft } from './readDraft.ts';

type Needs = Pick<Platform, 'em' | 'now' | 'newId' | 'runtime' | 'evaluator' | 'bus' | 'templates'>;
type CreateFrom = Parameters<ModelService['create']>[1];

/** Drawings, their drafts and versions. */
export function createModelService(platform: Needs): ModelService {
  const { em, now, newId, runtime, bus, templates } = platform;
  const changed = () => bus.publish({ kind: 'models' });

  async function firstDraft(within: EntityManager, input: CreateFrom): Promise<FirstDraft> {
    if (input.from.kind === 'blank') {
      const processId = await freeProcessId(within, processIdFrom(input.name));
      return { processId, xml: blankModel(processId, input.name), labels: {}, decisions: [] };
    }
    if (input.from.kind === 'file') {
      const drawn = await readDraft(input.from.xml);
      await refuseTaken(within, drawn.processId);
      // the file stays as it is; its labels would hide another name that was typed
      const labels = isNameOf(drawn, input.name) ? drawn.labels : {};
      return { processId: drawn.processId, xml: input.from.xml, labels, decisions: [] };
    }
    const { key } = input.from;
    const template = templates.find((candidate) => candidate.key === key);
    if (template === undefined) throw refusals.notFound('template');
    const { decisions } = template;
    const drawn = await readDraft(template.xml);
    const free = await freeProcessId(within, drawn.processId);
    const named = isNameOf(drawn, input.name);
    const labels = named ? drawn.labels : {};
    if (named && free === drawn.processId) return { processId: free, xml: template.xml, labels, decisions };
    drawn.process.set('id', free);
    if (!named) renameProcess(drawn.process, input.name);
    return { processId: free, xml: await writeModel(drawn.parsed), labels, decisions };
  }

  async function replaceDraft(
    within: EntityManager,
    viewer: Viewer,
    model: StoredModel,
    draft: { readonly xml: string; readonly processId: string; readonly name: string; readonly labels: Labels },
  ): Promise<{ revision: number }> {
    const row = await queryOne<{ revision: number }>(
      within,
      `update model set draft_xml = $3, process_id = $4, name = $5, draft_by = $6, updated_at = $7, labels = $8,
              draft_revision = draft_revision + 1
       where id = $1 and draft_revision = $2 returning draft_revision as revision`,
      [
        model.id,
        model.revision,
        draft.xml,
        draft.processId,
        draft.name,
        viewer.personId,
        new Date(now()),
        { ...draft.labels },
      ],
    );
    if (row !== null) return row;
    const current = await modelById(within, model.id);
    throw draftConflict(current.updatedBy, current.updatedAt, current.revision);
  }

  return {
    list: () => modelSummaries(em()),
    get: (id) => modelById(em(), id),
    templates: () => Promise.resolve(templates),
    async create(viewer, input) {
      const id = newId();
      await transaction(em(), async (within) => {
        await oneAtATime(within);
        const { processId, xml, labels, decisions } = await firstDraft(within, input);
        await query(
          within,
          `insert into model (id, process_id, name, draft_xml, draft_revision, draft_by, created_at, updated_at, labels)
           values ($1, $2, $3, $4, 1, $5, $6, $6, $7)`,
          [id, processId, input.name, xml, viewer.personId, new Date(now()), { ...labels }],
        );
        if (decisions.length > 0) await setDecisions(within, id, decisions);
        const after = { name: input.name, processId, from: input.from.kind };
        await writeAudit(within, platform, { ...about(viewer, id, 'model.create'), before: null, after });
      });
      changed();
      return modelById(em(), id);
    },
    async saveDraft(viewer, input) {
      const { processId, labels } = await readDraft(input.xml);
      const saved = await transaction(em(), async (within) => {
        const model = await modelById(within, input.id);
        if (model.revision !== input.revision) throw draftConflict(model.updatedBy, model.updatedAt, model.revision);
        if (processId !== model.processId) {
          await oneAtATime(within);
          if (model.latestVersion !== null) throw processIdFixed(model.processId, processId);
          await refuseTaken(within, processId);
        }
        const name = input.name ?? model.name;
        const result = await replaceDraft(within, viewer, model, { xml: input.xml, processId, name, labels });
        if (startsEditing(model, viewer, now())) {
          const after = { revision: result.revision, name, processId };
          const before = { revision: model.revision, name: model.name, processId: model.processId };
          await writeAudit(within, platform, { ...about(viewer, model.id, 'model.edit-draft'), before, after });
        }
        return result;
      });
      changed();
      return saved;
    },
    ...createDecisionService(platform),
    async validate({ xml, id }) {
      const decisions = id === undefined ? null : (await modelById(em(), id)).decisions;
      try {
        return (await judgeModel(xml, decisions)).problems;
      } catch (error) {
        if (error instanceof ModelError) return [asProblem(error)];
        throw error;
      }
    },
    async deploy(viewer, input) {
      const model = await modelById(em(), input.id);
      if (model.revision !== input.revision) throw draftConflict(model.updatedBy, model.updatedAt, model.revision);
      const { deploymentId, version, processes, warnings } = await runtime.deploy({
        xml: model.xml,
        decisions: model.decisions,
        note: input.note,
        actorId: viewer.personId,
      });
      changed();
      return { deploymentId, version, processes, warnings };
    },
    versions: (modelId) => versionsOf(em(), modelId),
    async version(deploymentId) {
      const { modelId: _, ...version } = await versionById(em(), deploymentId);
      return version;
    },
    async restoreDraft(viewer, deploymentId) {
      const restored = await transaction(em(), async (within) => {
        const version = await versionById(within, deploymentId);
        const model = await modelById(within, version.modelId);
        const { xml } = version;
        const { labels, name, processId } = await readDraft(xml);
        // a version may come from another model's file, which has this process beside its own
        if (processId !== model.processId) throw processIdFixed(model.processId, processId);
        const draft = { xml, processId: model.processId, name: name || model.name, labels };
        const result = await replaceDraft(within, viewer, model, draft);
        await setDecisions(within, model.id, version.decisions);
        const after = { revision: result.revision, restoredVersion: version.version };
        const before = { revision: model.revision };
        await writeAudit(within, platform, { ...about(viewer, model.id, 'model.restore-draft'), before, after });
        return result;
      });
      changed();
      return restored;
    },
  };
}

interface FirstDraft {
  readonly processId: string;
  readonly xml: string;
  readonly labels: Labels;
  readonly decisions: readonly DecisionFile[];
}

/** Whether the drawing already goes by this name, in whatever language. */
function isNameOf({ name, labels }: ProcessNames, wanted: string): boolean {
  return [name, labels.en, labels.zh].includes(wanted);
}

function about(viewer: Viewer, subjectId: string, action: string) {
  return { actorId: viewer.personId, action, subjectType: 'model', subjectId };
}

/** The audit trail tells who worked on a draft, not each of the autosaves: one entry an hour and person. */
function startsEditing(model: StoredModel, viewer: Viewer, now: number): boolean {
  return model.updatedBy?.id !== viewer.personId || now - Date.parse(model.updatedAt) > 3_600_000;
}

/** Who asks whether a process id is free must be alone until it is taken: two would be told yes. */
async function oneAtATime(em: EntityManager): Promise<void> {
  await query(em, `select pg_advisory_xact_lock(hashtext('model-process-ids'))`);
}

async function refuseTaken(em: EntityManager, processId: string): Promise<void> {
  const other = await queryOne<{ name: string }>(em, 'select name from model where process_id = $1', [processId]);
  if (other !== null) throw processIdTaken(processId, other.name);
}

/** What cannot be read at all, as a finding beside the others: the inline lint shows both alike. */
function asProblem(error: ModelError): Problem {
  return {
    rule: error.code,
    severity: 'error',
    elementId: error.elementId,
    line: error.line,
    message: error.messages,
    section: null,
  };
}
