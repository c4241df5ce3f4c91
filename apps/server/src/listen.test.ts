import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { listen, ListenError } from './listen.ts';

it('lets a request under way finish, and takes no new one', async () => {
  let arrived = () => {};
  let answer = () => {};
  const inside = new Promise<void>((resolve) => (arrived = resolve));
  const held = new Promise<void>((resolve) => (answer = resolve));
  const app = new Hono().get('/slow', async (c) => {
    arrived();
    await held;
    return c.text('done');
  });
  const server = await listen(app, '127.0.0.1', 0);
  const url = `http://127.0.0.1:${server.port}/slow`;
  const slow = fetch(url);
  await inside;
  const stopped = server.stop(60_000);
  await expect(fetch(url)).rejects.toThrow();
  answer();
  expect(await (await slow).text()).toBe('done');
  await stopped;
});

it('cuts what does not finish in time', async () => {
  let arrived = () => {};
  const inside = new Promise<void>((resolve) => (arrived = resolve));
  const app = new Hono().get('/stuck', () => {
    arrived();
    return new Promise<Response>(() => {});
  });
  const server = await listen(app, '127.0.0.1', 0);
  const stuck = fetch(`http://127.0.0.1:${server.port}/stuck`).catch((error: unknown) => error);
  await inside;
  await server.stop(0);
  expect(await stuck).toBeInstanceOf(Error);
});

it('says what to do when the port is taken', async () => {
  const server = await listen(new Hono(), '127.0.0.1', 0);
  const refused = await listen(new Hono(), '127.0.0.1', server.port).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ListenError);
  expect(String(refused)).toContain(`Port ${server.port} is in use`);
  await server.stop(0);
});
