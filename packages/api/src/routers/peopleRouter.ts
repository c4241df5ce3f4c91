import { createPersonInput, type Person, personIdInput, type PersonRef, updatePersonInput } from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const peopleRouter = router({
  list: procedure(['admin', 'manager']).query(({ ctx }): Promise<readonly Person[]> =>
    ctx.services.people.list(ctx.session),
  ),
  create: procedure(['admin'])
    .input(createPersonInput)
    .mutation(({ ctx, input }): Promise<{ id: string; inviteUrl: string }> =>
      ctx.services.people.create(ctx.session, input),
    ),
  update: procedure(['admin'])
    .input(updatePersonInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.people.update(ctx.session, input)),
  invite: procedure(['admin'])
    .input(personIdInput)
    .mutation(({ ctx, input }): Promise<{ inviteUrl: string }> => ctx.services.people.invite(ctx.session, input.id)),
  names: procedure('signedIn').query(({ ctx }): Promise<readonly PersonRef[]> => ctx.services.people.names()),
  teams: procedure('signedIn').query(({ ctx }): Promise<readonly { id: string; name: string }[]> =>
    ctx.services.people.teams(),
  ),
  groups: procedure('signedIn').query(({ ctx }): Promise<readonly string[]> => ctx.services.people.groups()),
});
