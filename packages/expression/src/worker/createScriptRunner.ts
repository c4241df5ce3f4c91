import { getQuickJS, type QuickJSContext, shouldInterruptAfterDeadline } from 'quickjs-emscripten';
import { ExpressionError, type ExpressionErrorCode } from '../ExpressionError.ts';
import { excerpt } from '../excerpt.ts';
import type { Json, JsonObject } from '../Json.ts';
import { MAX_SIZE, toJson } from '../toJson.ts';

/** Runs one JavaScript source as the body of a function whose parameters are the variables. Throws an `ExpressionError`. */
export type ScriptRunner = (source: string, variables: JsonObject) => Json;

/**
 * JavaScript in QuickJS: a fresh interpreter for every script, without any access to the machine, the network or other
 * scripts. Variables go in and the returned value comes out as JSON; what the script changes in place is not seen.
 */
export async function createScriptRunner(limits: {
  readonly deadlineMs: number;
  readonly memoryMb: number;
}): Promise<ScriptRunner> {
  const quickJs = await getQuickJS();
  return (source, variables) => {
    const runtime = quickJs.newRuntime();
    runtime.setMemoryLimit(limits.memoryMb * 1024 * 1024);
    runtime.setMaxStackSize(512 * 1024);
    runtime.setInterruptHandler(shouldInterruptAfterDeadline(Date.now() + limits.deadlineMs));
    const context = runtime.newContext();
    try {
      return read(context, source, program(source, variables), limits);
    } finally {
      context.dispose();
      runtime.dispose();
    }
  };
}

function program(source: string, variables: JsonObject): string {
  const names = Object.keys(variables).filter((name) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name));
  const data = JSON.stringify(JSON.stringify(variables));
  return `(function () {
const variables = JSON.parse(${data});
const body = new Function('variables', ${names.map((name) => `${JSON.stringify(name)},`).join('')} ${JSON.stringify(source)});
const result = body(variables, ${names.map((name) => `variables[${JSON.stringify(name)}]`).join(', ')});
return result === undefined ? 'null' : JSON.stringify(result);
})()`;
}

function read(
  context: QuickJSContext,
  source: string,
  code: string,
  limits: { readonly deadlineMs: number; readonly memoryMb: number },
): Json {
  const result = context.evalCode(code, 'script.js');
  if (result.error) {
    const thrown = context.dump(result.error) as unknown;
    result.error.dispose();
    throw failure(source, thrown, limits);
  }
  const text = context.dump(result.value) as unknown;
  result.value.dispose();
  try {
    if (typeof text === 'string' && text.length <= MAX_SIZE) return toJson(JSON.parse(text));
  } catch (refused) {
    if (!(refused instanceof TypeError)) throw refused;
  }
  throw error(source, 'expression-result', 'gave what JSON cannot hold, or too much', '的结果无法保存为变量值，或过大');
}

function failure(
  source: string,
  thrown: unknown,
  { deadlineMs, memoryMb }: { readonly deadlineMs: number; readonly memoryMb: number },
): ExpressionError {
  const { name, message } = described(thrown);
  if (name === 'InternalError' && message === 'interrupted') {
    return error(
      source,
      'expression-timeout',
      `took longer than ${deadlineMs} ms and was stopped`,
      `执行超过 ${deadlineMs} 毫秒，已被终止`,
    );
  }
  if (name === 'InternalError' && message === 'out of memory') {
    return error(
      source,
      'expression-memory',
      `needed more than ${memoryMb} MB and was stopped`,
      `占用内存超过 ${memoryMb} MB，已被终止`,
    );
  }
  return error(source, 'expression-failed', `failed: ${name}: ${message}`, `执行失败：${name}: ${message}`);
}

function described(thrown: unknown): { name: string; message: string } {
  if (typeof thrown !== 'object' || thrown === null) return { name: 'Error', message: String(thrown) };
  const text = (key: string): string => {
    const value: unknown = Reflect.get(thrown, key);
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name') || 'Error', message: text('message') };
}

function error(source: string, code: ExpressionErrorCode, en: string, zh: string): ExpressionError {
  return new ExpressionError({
    code,
    expression: source,
    text: { en: `The script "${excerpt(source)}" ${en}.`, zh: `脚本“${excerpt(source)}”${zh}。` },
    position: null,
  });
}
