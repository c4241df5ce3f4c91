import type { ApiProblem } from '../contract/index.ts';
import { ApiError, type Refusal } from './ApiError.ts';

/** What the errors of the floors below have in common: a stable code and words in both languages. */
interface TypedError {
  readonly code: string;
  readonly messages: ApiProblem['message'];
  readonly place?: ApiProblem['place'];
  /** bpmn's way to name a place */
  readonly line?: number | null;
  readonly elementId?: string | null;
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
  'email-taken': 'CONFLICT',
  'last-admin': 'CONFLICT',
  'deal-conflict': 'CONFLICT',
  'deal-moved-on': 'CONFLICT',
  'draft-conflict': 'CONFLICT',
  'database-unreachable': 'SERVICE_UNAVAILABLE',
  'form-invalid': 'UNPROCESSABLE_CONTENT',
  'model-refused': 'UNPROCESSABLE_CONTENT',
  'command-id-used': 'CONFLICT',
  'task-is-shared': 'CONFLICT',
  'own-access': 'CONFLICT',
  'demo-loaded': 'CONFLICT',
  'import-running': 'CONFLICT',
  'incident-resolved': 'CONFLICT',
};

/**
 * Any thrown value as a refusal. `id` is the request's id: a person can quote it, and the log has the cause beside it.
 * Nothing of an unknown error goes out: its message may hold SQL, a path or a person's data.
 */
export function toApiError(error: unknown, id: string): ApiError {
  if (error instanceof ApiError) return error;
  if (isZodError(error)) return fromZod(error);
  // a database's words name tables and values, which are not for people
  if (isTyped(error) && error.code !== 'database-error') return fromTyped(error);
  const refused = isTyped(error) ? refusedByDatabase(error) : null;
  if (refused !== null) return refused;
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

/**
 * What a database refuses that is no fault of the server: a value that its type can't hold (SQLSTATE class 22: a date
 * out of range, a cursor that was made up), and what two did at once, of which it let one (23505, 40P01, 40001).
 */
function refusedByDatabase(error: TypedError): ApiError | null {
  const sqlState = (error.details as { readonly sqlState?: unknown } | undefined)?.sqlState;
  if (typeof sqlState !== 'string') return null;
  if (sqlState.startsWith('22')) {
    const message = {
      en: 'A value is out of range or cannot be kept. Nothing was changed.',
      zh: '有内容超出允许范围或无法保存，未做任何更改。',
    };
    return new ApiError('BAD_REQUEST', { code: 'bad-value', message }, { cause: error });
  }
  if (['23505', '40P01', '40001'].includes(sqlState)) {
    const message = {
      en: 'Somebody did the same at this moment. Nothing was changed; look again and try once more.',
      zh: '其他人刚刚进行了相同的操作，未做任何更改。请刷新查看后重试。',
    };
    return new ApiError('CONFLICT', { code: 'done-at-once', message }, { cause: error });
  }
  return null;
}

export function isZodError(error: unknown): error is ZodLike {
  return error instanceof Error && Array.isArray((error as Partial<ZodLike>).issues);
}

function isTyped(error: unknown): error is TypedError {
  if (!(error instanceof Error)) return false;
  const { code, messages } = error as Partial<TypedError>;
  return typeof code === 'string' && typeof messages?.en === 'string' && typeof messages.zh === 'string';
}

function fromTyped(error: TypedError): ApiError {
  const details = error.problems ?? error.details;
  const empty = details === undefined || (isRecord(details) && Object.keys(details).length === 0);
  const place = error.place ?? placeIn(error) ?? placeOfFirst(error.problems);
  return new ApiError(
    STATUS[error.code] ?? 'BAD_REQUEST',
    {
      code: error.code,
      message: error.messages,
      ...(place === undefined ? {} : { place }),
      ...(empty ? {} : { details }),
    },
    { cause: error },
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A refused model is at fault where its first error is. */
function placeOfFirst(problems: unknown): ApiProblem['place'] {
  if (!Array.isArray(problems)) return undefined;
  const first = problems.find((problem: { readonly severity?: unknown }) => problem.severity === 'error');
  return first === undefined ? undefined : placeIn(first as TypedError);
}

function placeIn({ line, elementId }: TypedError): ApiProblem['place'] {
  const place = {
    ...(typeof line === 'number' ? { line } : {}),
    ...(typeof elementId === 'string' && elementId !== '' ? { elementId } : {}),
  };
  return Object.keys(place).length === 0 ? undefined : place;
}

/** zod's words are English; these are the Chinese ones, by kind of fault. */
const FAULT_ZH: Readonly<Record<string, string>> = {
  invalid_type: '缺失或类型不正确',
  too_small: '过短或过小',
  too_big: '过长或过大',
  invalid_format: '格式不正确',
  invalid_value: '不是允许的值',
  invalid_union: '不是允许的形式',
  unrecognized_keys: '包含未知字段',
};

function fromZod(error: ZodLike): ApiError {
  const fields = error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    rule: issue.code,
    message: issue.message,
  }));
  const first = fields[0];
  const field = first?.field ?? '';
  const where = field === '' ? { en: 'The input', zh: '输入内容' } : { en: `"${field}"`, zh: `“${field}”` };
  return new ApiError('BAD_REQUEST', {
    code: 'bad-input',
    message: {
      en: `${where.en} is not as expected: ${first?.message ?? 'it cannot be read'}.`,
      zh: `${where.zh}不符合要求：${FAULT_ZH[first?.rule ?? ''] ?? '无法识别'}。`,
    },
    ...(field === '' ? {} : { place: { field } }),
    details: fields,
  });
}
