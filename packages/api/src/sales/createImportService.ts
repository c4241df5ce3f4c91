import {
  importCrm,
  importStatus,
  inspect,
  latestImport,
  readExport,
  suggestMapping,
  summarise,
  totalsOf,
} from '@dealwright/sales';
import type { ImportMapping } from '../contract/index.ts';
import { ApiError } from '../errors/ApiError.ts';
import { refusals } from '../errors/refusals.ts';
import { ensureDeployed, graphToImportInto, processIdOf } from '../models/ensureDeployed.ts';
import type { Platform } from '../Platform.ts';
import type { ImportService, Viewer } from '../Services.ts';

/** The template whose process an export is mapped to unless the person chooses another. */
const USUAL_TEMPLATE = 'standard-sale';
/** Telling more often than this moves no bar that an eye can follow. */
const TELL_EVERY_MS = 250;

interface UploadedFile {
  readonly name: string;
  /** base64 */
  readonly content: string;
}

/** Reads CRM exports, shows what is in them, and imports them in the background, one at a time. */
export function createImportService(platform: Platform): ImportService {
  let running: string | null = null;

  const read = (files: readonly UploadedFile[]) =>
    readExport(files.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') })));

  async function run(viewer: Viewer, runId: string, files: readonly UploadedFile[], mapping: ImportMapping) {
    const data = read(files);
    await ensureDeployed(platform, mapping.processId, viewer.personId);
    const graph = (deploymentId: string) => platform.runtime.graph(deploymentId);
    let told = 0;
    // answers with the first batch: what is wrong with the mapping is told to the caller, not to a log
    await new Promise<void>((started, refused) => {
      const tell = (status: 'running' | 'done' | 'failed', done: number, total: number) =>
        platform.bus.publish({ kind: 'import', runId, status, done, total });
      importCrm(
        { ...platform, graph },
        {
          runId,
          data,
          mapping,
          actorId: viewer.personId,
          onProgress({ done, total }) {
            started();
            if (platform.now() - told < TELL_EVERY_MS && done < total) return;
            told = platform.now();
            tell('running', done, total);
          },
        },
      )
        .then(
          () => {
            tell('done', data.pipeline.length, data.pipeline.length);
            platform.bus.publish({ kind: 'tasks' });
            platform.bus.publish({ kind: 'deal', dealId: null, processId: mapping.processId });
            started();
          },
          (error: unknown) => {
            platform.log.warn({ runId, error: error instanceof Error ? error.message : 'unknown' }, 'an import failed');
            tell('failed', 0, data.pipeline.length);
            refused(error instanceof Error ? error : new Error('the import failed'));
          },
        )
        .finally(() => {
          running = null;
        });
    });
  }

  return {
    async preview(_viewer, { files }) {
      const data = read(files);
      const processId = processIdOf(platform.templates, USUAL_TEMPLATE);
      return {
        files: data.files,
        mapping: suggestMapping(data, await graphToImportInto(platform, processId)),
        dirt: inspect(data).map(summarise),
        totals: totalsOf(data),
      };
    },
    async findings({ files }) {
      return inspect(read(files));
    },
    async run(viewer, { files, mapping }) {
      if (running !== null) throw importRunning(running);
      const runId = platform.newId();
      running = runId;
      try {
        await run(viewer, runId, files, mapping);
      } catch (error) {
        running = null;
        throw error;
      }
      return { runId };
    },
    async status(runId) {
      const status = await importStatus(platform.em(), runId);
      if (status === null) throw refusals.notFound('import');
      return status;
    },
    latest: () => latestImport(platform.em()),
  };
}

function importRunning(runId: string): ApiError {
  return new ApiError('CONFLICT', {
    code: 'import-running',
    message: {
      en: 'An import is running. Wait until it has ended.',
      zh: '已有导入正在进行，请等待其完成。',
    },
    details: { runId },
  });
}
