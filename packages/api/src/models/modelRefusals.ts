import type { Instant, PersonRef } from '../contract/index.ts';
import { ApiError } from '../errors/ApiError.ts';

/** Somebody else saved in between. `details` has who, when, and the revision that is there now. */
export function draftConflict(by: PersonRef | null, at: Instant, revision: number): ApiError {
  const who = by?.name ?? null;
  return new ApiError('CONFLICT', {
    code: 'draft-conflict',
    message: {
      en: `${who ?? 'Somebody'} saved this draft in between. Load it again, or save yours as a file first.`,
      zh: `${who ?? '其他人'}已在此期间保存了该草稿。请重新加载，或先将你的版本导出为文件。`,
    },
    place: { field: 'revision' },
    details: { by, at, revision },
  });
}

export function processIdTaken(processId: string, modelName: string): ApiError {
  return new ApiError('CONFLICT', {
    code: 'process-id-taken',
    message: {
      en: `The model "${modelName}" already has the process id "${processId}". Open that model, or give this process another id.`,
      zh: `流程“${modelName}”已使用标识“${processId}”。请打开该流程，或为新流程更换标识。`,
    },
    place: { elementId: processId },
  });
}

export function processIdFixed(processId: string, given: string): ApiError {
  return new ApiError('CONFLICT', {
    code: 'process-id-fixed',
    message: {
      en: `Versions of this process are deployed under the id "${processId}"; it can't become "${given}". Create a new model for that.`,
      zh: `该流程已以标识“${processId}”发布过版本，不能改为“${given}”。如需新标识，请新建流程。`,
    },
    place: { elementId: given },
  });
}
