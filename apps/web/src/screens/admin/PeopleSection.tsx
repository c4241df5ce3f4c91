import type { Person } from '@dealwright/api/contract';
import Link from 'lucide-solid/icons/link';
import Pencil from 'lucide-solid/icons/pencil';
import UserPlus from 'lucide-solid/icons/user-plus';
import Users from 'lucide-solid/icons/users';
import { createSignal, For, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import {
  Avatar,
  Badge,
  Button,
  DemoBadge,
  EmptyState,
  IconButton,
  Panel,
  QueryView,
  SearchInput,
  toastError,
} from '../../ui/index.ts';
import { type Invitation, InviteDialog } from './InviteDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { adminTexts as texts } from './texts.ts';

/** Who works here, with which roles and under whom. */
export function PeopleSection() {
  const [search, setSearch] = createSignal('');
  const [editing, setEditing] = createSignal<Person | 'new' | null>(null);
  const [invitation, setInvitation] = createSignal<Invitation | null>(null);
  const people = useQuery(() => ({ queryKey: keys.people, queryFn: () => api.people.list.query() }));
  const matching = (all: readonly Person[]) => {
    const wanted = search().toLocaleLowerCase();
    if (wanted === '') return all;
    return all.filter((person) =>
      [person.name, person.email, person.team?.name ?? '', ...person.groups].some((text) =>
        text.toLocaleLowerCase().includes(wanted),
      ),
    );
  };
  const invite = async (person: Person) => {
    try {
      const { inviteUrl } = await api.people.invite.mutate({ id: person.id });
      setInvitation({ name: person.name, url: inviteUrl });
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <>
      <div class="admin__tools">
        <SearchInput label={t(texts.searchPeople)} value={search()} onValue={setSearch} />
        <Button variant="primary" icon={<UserPlus />} onClick={() => setEditing('new')}>
          {t(texts.newPerson)}
        </Button>
      </div>
      <Panel>
        <QueryView query={people}>
          {(all) => (
            <Show
              when={matching(all()).length > 0}
              fallback={
                <EmptyState
                  icon={<Users />}
                  title={t(texts.noPeople)}
                  text={t(texts.noPeopleText)}
                  action={<Button onClick={() => setSearch('')}>{t(texts.clear)}</Button>}
                />
              }
            >
              <div class="table-scroll">
                <table class="table">
                  <thead>
                    <tr>
                      <th>{t(texts.name)}</th>
                      <th>{t(texts.roles)}</th>
                      <th>{t(texts.team)}</th>
                      <th>{t(texts.reportsTo)}</th>
                      <th class="table__num">{t(texts.openDeals)}</th>
                      <th class="table__num">{t(texts.openTasks)}</th>
                      <th />
                    </tr>
                  </thead>
                  <tbody>
                    <For each={matching(all())}>
                      {(person) => (
                        <PersonRow
                          person={person}
                          onEdit={() => setEditing(person)}
                          onInvite={() => void invite(person)}
                        />
                      )}
                    </For>
                  </tbody>
                </table>
              </div>
            </Show>
          )}
        </QueryView>
      </Panel>
      <Show when={editing()} keyed>
        {(person) => (
          <PersonDialog
            person={person === 'new' ? null : person}
            onClose={() => setEditing(null)}
            onInvited={setInvitation}
          />
        )}
      </Show>
      <InviteDialog invitation={invitation()} onClose={() => setInvitation(null)} />
    </>
  );
}

function PersonRow(props: { person: Person; onEdit: () => void; onInvite: () => void }) {
  return (
    <tr classList={{ 'admin__row--inactive': !props.person.active }}>
      <td>
        <div class="admin__person">
          <Avatar name={props.person.name} size={26} />
          <div class="admin__person-text">
            <span class="admin__person-name">
              {props.person.name}
              <Show when={props.person.demo}>
                <DemoBadge />
              </Show>
              <Show when={!props.person.active}>
                <Badge>{t(texts.inactive)}</Badge>
              </Show>
              <Show when={props.person.active && !props.person.canSignIn}>
                <Badge tone="warn">{t(texts.invited)}</Badge>
              </Show>
            </span>
            <span class="muted">{props.person.email}</span>
          </div>
        </div>
      </td>
      <td>
        <span class="admin__badges">
          <For each={props.person.roles}>{(role) => <Badge tone="accent">{t(texts[role])}</Badge>}</For>
          <For each={props.person.groups}>{(group) => <Badge>{group}</Badge>}</For>
        </span>
      </td>
      <td>{props.person.team?.name ?? '–'}</td>
      <td>{props.person.manager?.name ?? '–'}</td>
      <td class="table__num">{formatNumber(props.person.openDeals)}</td>
      <td class="table__num">{formatNumber(props.person.openTasks)}</td>
      <td class="table__actions">
        <IconButton size="sm" label={t(texts.invite)} icon={<Link />} onClick={() => props.onInvite()} />
        <IconButton size="sm" label={t(texts.edit)} icon={<Pencil />} onClick={() => props.onEdit()} />
      </td>
    </tr>
  );
}
