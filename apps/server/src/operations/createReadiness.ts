import type { Message, migrationState } from '@dealwright/store';

/** Why no requests should be sent here. `code` is stable. */
export interface NotReady {
  readonly code: 'stopping' | 'worker' | 'database' | 'migrations';
  readonly message: Message;
}

export interface Readiness {
  /** empty when requests are welcome */
  check(): Promise<readonly NotReady[]>;
  /** whether jobs are being run here */
  workerRuns(runs: boolean): void;
  /** from now on never ready again */
  stopping(): void;
}

interface Needs {
  /** rejects when the database does not answer */
  readonly migrations: () => ReturnType<typeof migrationState>;
  /** milliseconds after which a database that has not answered counts as gone */
  readonly patience: number;
}

const STOPPING: NotReady = {
  code: 'stopping',
  message: { en: 'The server is shutting down.', zh: '服务正在关闭。' },
};
const WORKER: NotReady = {
  code: 'worker',
  message: { en: 'Jobs are not being run yet.', zh: '作业尚未开始运行。' },
};
const DATABASE: NotReady = {
  code: 'database',
  message: { en: 'The database does not answer.', zh: '数据库没有响应。' },
};

/** Knows whether this server can do its work: for whoever spreads requests over several. */
export function createReadiness({ migrations, patience }: Needs): Readiness {
  let stopping = false;
  let working = false;
  return {
    async check() {
      if (stopping) return [STOPPING];
      const reasons = await schema(migrations, patience);
      return working ? reasons : [WORKER, ...reasons];
    },
    workerRuns: (runs) => (working = runs),
    stopping: () => (stopping = true),
  };
}

async function schema(migrations: Needs['migrations'], patience: number): Promise<readonly NotReady[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), patience);
  });
  try {
    const { missing, unknown } = await Promise.race([migrations(), tooLong]);
    return missing.length + unknown.length === 0 ? [] : [otherSchema([...missing, ...unknown])];
  } catch {
    return [DATABASE];
  } finally {
    clearTimeout(timer);
  }
}

/** Another version has changed the schema since this one started, or undone what it needs. */
function otherSchema(names: readonly string[]): NotReady {
  const list = names.join(', ');
  return {
    code: 'migrations',
    message: {
      en: `The database has the schema of another version (${list}).`,
      zh: `数据库的结构属于另一版本（${list}）。`,
    },
  };
}
