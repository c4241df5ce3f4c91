import type { ApiProblem } from '../contract/index.ts';
import { ApiError, type Refusal } from './ApiError.ts';

/** What the errors of the floors below have in common: a stable code and words in both languages. */
interface TypedError {
  readonly code: string;
  readonly messages: ApiProblem['message'];
  readonly place?: ApiProblem['place'];
  readonly problems?: unknown;
  readonly details?: unknown;
}

/** What zod's error looks like from outside. */
interface ZodLike {
  readonly issues: readonly {
    readonly path: readonly PropertyKey[];
    readonly code: string;
    readonly message: string;
  }[];
}

const STATUS: Readonly<Record<string, Refusal>> = {
  'not-found': 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  'task-gone': 'CONFLICT',
  'task-taken': 'CONFLICT',
  'stale-instance': 'CONFLICT',
  'deal-changed': 'CONFLICT',
  'draft-conflict': 'CONFLICT',
  'form-invalid': 'UNPROCESSABLE_CONTENT',
  'model-refused': 'UNPROCESSABLE_CONTENT',
};

/**
 * Any thrown value as a refusal. `id` is the request's id: a person can quote it, and the log has the cause beside it.
 * Nothing of an unknown error goes out: its message may hold SQL, a path or a person's data.
 */
export function toApiError(error: unknown, id: string): ApiError {
  if (error instanceof ApiError) return error;
  if (isZodLike(error)) return fromZod(error);
  if (isTyped(error)) return fromTyped(error);
  return new ApiError(
    'INTERNAL_SERVER_ERROR',
    {
      code: 'internal',
      message: {
        en: `Something went wrong on the server; nothing was changed. Quote ${id} when you report it.`,
        zh: `服务器出错，未做任何更改。反馈问题时请提供编号 ${id}。`,
      },
      details: { id },
    },
    { cause: error },
  );
}

function isZodLike(error: unknown): error is ZodLike {
  return error instanceof Error && Array.isArray((error as Partial<ZodLike>).issues);
}

function isTyped(error: unknown): error is TypedError {
  if (!(error instanceof Error)) return false;
  const { code, messages } = error as Partial<TypedError>;
  return typeof code === 'string' && typeof messages?.en === 'string' && typeof messages.zh === 'string';
}

function fromTyped(error: TypedError): ApiError {
  const details = error.details ?? error.problems;
  return new ApiError(
    STATUS[error.code] ?? 'BAD_REQUEST',
    {
      code: error.code,
      message: error.messages,
      ...(error.place === undefined ? {} : { place: error.place }),
      ...(details === undefined ? {} : { details }),
    },
    { cause: error },
  );
}

function fromZod(error: ZodLike): ApiError {
  const fields = error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    rule: issue.code,
    message: issue.message,
  }));
  const first = fields[0];
  const field = first?.field ?? '';
  const where =
    field === '' ? { en: 'The input', zh: '输入内容' } : { en: `The field "${field}"`, zh: `字段“${field}”` };
  return new ApiError('BAD_REQUEST', {
    code: 'bad-input',
    message: {
      en: `${where.en} is not as expected: ${first?.message ?? 'unreadable'}.`,
      zh: `${where.zh}不符合要求（${first?.rule ?? 'unreadable'}）。`,
    },
    ...(field === '' ? {} : { place: { field } }),
    details: fields,
  });
}
