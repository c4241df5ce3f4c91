import type { Services } from '../Services.ts';

/**
 * Services that only say that they were reached: for tests of what stands in front of them. Every method answers
 * `answer` and adds "service.method" to `reached`.
 */
export function fakeServices(reached: string[], answer: unknown = null): Services {
  const service = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, method) => () => {
          reached.push(`${name}.${String(method)}`);
          return Promise.resolve(answer);
        },
      },
    );
  return new Proxy({}, { get: (_, name) => service(String(name)) }) as Services;
}
