import { hashPassword, loadDemoTeam, type Platform, type Services } from '@dealwright/api/server';
import { queryOne } from '@dealwright/store';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * `--demo`: loads the demo team unless it is there. Its people get one password, made now and told once; none when
 * other machines can reach the server, where a password on a console is one too many.
 *
 * @returns what the person at the console should know
 */
export async function loadDemoAtStart(
  platform: Platform,
  services: Services,
  config: { readonly host: string },
): Promise<readonly string[]> {
  if ((await services.demo.status()).loaded) return ['The demo team is loaded already.'];
  const password = LOOPBACK.has(config.host) ? platform.newToken().slice(0, 16) : null;
  const admin = await queryOne<{ id: string }>(
    platform.em(),
    `select id from person where 'admin' = any(roles) and active and not demo order by created_at limit 1`,
  );
  const { people, deals } = await loadDemoTeam(platform, {
    actorId: admin?.id ?? null,
    passwordHash: password === null ? null : await hashPassword(password),
  });
  const lines = [`Loaded the demo: ${people} people, ${deals} deals. Remove it under Administration → System.`];
  if (password === null) return [...lines, 'Its people can sign in once an admin has invited them.'];
  const status = await services.demo.status();
  return [
    ...lines,
    `Its people sign in with the password ${password} (shown this once):`,
    ...status.people.map(({ name, email, roles }) => `  ${email}  ${name}, ${roles.join(', ')}`),
  ];
}
