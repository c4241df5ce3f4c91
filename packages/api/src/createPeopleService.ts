import {
  createPerson,
  listGroups,
  listPeople,
  listTeams,
  personNames,
  updatePerson,
  writeAudit,
} from '@dealwright/sales';
import { queryOne, transaction } from '@dealwright/store';
import { issueLink, linkUrl } from './auth/links.ts';
import { endSessionsOf } from './auth/sessions.ts';
import { refusals } from './errors/refusals.ts';
import type { Platform } from './Platform.ts';
import type { PeopleService } from './Services.ts';

type Needs = Pick<Platform, 'em' | 'now' | 'newId' | 'newToken' | 'origin' | 'bus'>;

/** People, their invitations, and what disabling one does to open sessions. */
export function createPeopleService(platform: Needs): PeopleService {
  const { em, now, newToken, origin, bus } = platform;

  async function invitation(personId: string): Promise<{ inviteUrl: string }> {
    const token = newToken();
    await transaction(em(), (within) => issueLink(within, { token, purpose: 'invite', personId, now: now() }));
    return { inviteUrl: linkUrl(origin, 'invite', token) };
  }

  return {
    list: () => listPeople(em()),
    names: () => personNames(em()),
    teams: () => listTeams(em()),
    groups: () => listGroups(em()),
    async create(viewer, input) {
      const { id } = await createPerson(platform, { ...input, actorId: viewer.personId });
      return { id, ...(await invitation(id)) };
    },
    async update(viewer, { id, changes }) {
      await updatePerson(platform, { id, changes, actorId: viewer.personId });
      if (changes.active === false) {
        await endSessionsOf(em(), id);
        bus.publish({ kind: 'session-ended', personId: id });
      }
    },
    async invite(viewer, id) {
      const person = await queryOne(em(), 'select 1 from person where id = $1 and active', [id]);
      if (person === null) throw refusals.notFound('person');
      const link = await invitation(id);
      await transaction(em(), (within) =>
        writeAudit(within, platform, {
          actorId: viewer.personId,
          action: 'person.invite',
          subjectType: 'person',
          subjectId: id,
          before: null,
          after: null,
        }),
      );
      return link;
    },
  };
}
