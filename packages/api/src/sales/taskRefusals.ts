import { DealwrightError, queryOne, type EntityManager } from '@dealwright/store';
import type { PersonRef } from '../contract/index.ts';
import { ApiError } from '../errors/ApiError.ts';

/**
 * Runs a command on a task and puts its refusals as the contract has them. When somebody else was first, the refusal
 * names them and the moment: the runtime knows people by id only.
 */
export async function taskRefusals<Result>(em: () => EntityManager, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DealwrightError)) throw error;
    const { by, at, since, errors } = error.details;
    const person = typeof by === 'string' ? await personRef(em(), by) : null;
    if (error.code === 'form-invalid') throw formInvalid(error, errors);
    if (error.code === 'task-taken' && person !== null) throw taken(person, String(since), error);
    if (error.code === 'task-gone') throw gone(person, typeof at === 'string' ? at : null, error);
    throw error;
  }
}

function formInvalid(cause: DealwrightError, errors: unknown): ApiError {
  const first = Array.isArray(errors) ? (errors[0] as { readonly field: string } | undefined) : undefined;
  return new ApiError(
    'UNPROCESSABLE_CONTENT',
    {
      code: 'form-invalid',
      message: cause.messages,
      ...(first === undefined ? {} : { place: { field: first.field } }),
      details: errors,
    },
    { cause },
  );
}

function taken(by: PersonRef, since: string, cause: DealwrightError): ApiError {
  return new ApiError(
    'CONFLICT',
    {
      code: 'task-taken',
      message: { en: `${by.name} has this task since ${since}.`, zh: `${by.name} 已于 ${since} 认领了该待办。` },
      details: { by, since },
    },
    { cause },
  );
}

function gone(by: PersonRef | null, at: string | null, cause: DealwrightError): ApiError {
  const message =
    by === null || at === null
      ? cause.messages
      : { en: `${by.name} completed this task at ${at}.`, zh: `${by.name} 已于 ${at} 完成了该待办。` };
  return new ApiError('CONFLICT', { code: 'task-gone', message, details: { by, at } }, { cause });
}

async function personRef(em: EntityManager, id: string): Promise<PersonRef> {
  const row = await queryOne<PersonRef>(em, 'select id, name from person where id = $1', [id]);
  return row ?? { id, name: id };
}
