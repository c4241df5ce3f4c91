import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../../../packages/engine/src/index.ts';
import type { Place } from '../Place.ts';
import type { FromChild, ToChild } from './childMessages.ts';
import { AWAY, Refusal, type Target, Unanswered } from './Target.ts';

const main = fileURLToPath(new URL('child.ts', import.meta.url));

export interface ServerChild extends Target {
  /** errors in the background so far */
  readonly background: readonly string[];
  deploy(xml: string): Promise<void>;
  /** sets its clock so many milliseconds ahead of the machine's */
  clock(ahead: number): void;
  /** SIGKILL, and wait until it is gone */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface Starting {
  readonly ready: Promise<ServerChild>;
  /** ends it while it starts */
  kill(): Promise<void>;
}

/** Starts a server without HTTP (`child.ts`) over a database. `ready` rejects when it ends before. */
export function startChild(place: Place): Starting {
  const child = fork(main, [JSON.stringify(place)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const waiting = new Map<number, { resolve: (answer: JsonObject) => void; reject: (error: Error) => void }>();
  const background: string[] = [];
  let calls = 0;
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void gone.then(() => {
    for (const call of waiting.values()) call.reject(new Unanswered('the server is gone'));
    waiting.clear();
  });
  const post = (message: ToChild) => void child.send(message, () => {});
  const ask = (message: object) =>
    new Promise<JsonObject>((resolve, reject) => {
      if (!child.connected) return reject(new Unanswered('the server is gone'));
      calls += 1;
      waiting.set(calls, { resolve, reject });
      post({ ...message, call: calls } as ToChild);
    });
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  const server: ServerChild = {
    background,
    send: (sent) => ask({ sent }),
    tasks: async () => (await ask({ tasks: true }))['ids'] as readonly string[],
    deploy: async (xml) => void (await ask({ deploy: xml })),
    clock: (ahead) => post({ clock: ahead }),
    kill,
    async stop() {
      post({ stop: true });
      await gone;
    },
  };
  const ready = new Promise<ServerChild>((resolve, reject) => {
    child.on('message', (message: FromChild) => {
      if ('ready' in message) resolve(server);
      else if ('background' in message) background.push(message.background);
      else {
        const call = waiting.get(message.call);
        waiting.delete(message.call);
        if ('answer' in message) call?.resolve(message.answer);
        else call?.reject(refused(message.refused));
      }
    });
    void gone.then(() => reject(new Error(`the server did not start: ${said.slice(0, 2000)}`)));
  });
  return { ready, kill };
}

function refused({ code, message }: { readonly code: string; readonly message: string }): Error {
  return code === AWAY ? new Unanswered(message) : new Refusal(code, message);
}
