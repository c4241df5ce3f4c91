import type { Person, Role } from '@dealwright/api/contract';
import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { api, keys, messageOf, problemOf, useQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { t } from '../../i18n/index.ts';
import {
  Button,
  Checkbox,
  Combobox,
  createSubmission,
  Dialog,
  Field,
  FormFailure,
  TextInput,
  toast,
  uiTexts,
} from '../../ui/index.ts';
import type { Invitation } from './InviteDialog.tsx';
import { splitGroups } from './splitGroups.ts';
import { adminTexts as texts } from './texts.ts';

const ROLES: readonly Role[] = ['rep', 'manager', 'admin'];
const HINTS = { rep: texts.repHint, manager: texts.managerHint, admin: texts.adminHint } as const;

/** Makes a person (and shows their invitation) or changes one. */
export function PersonDialog(props: {
  person: Person | null;
  onClose: () => void;
  onInvited: (invitation: Invitation) => void;
}) {
  const person = props.person;
  const [name, setName] = createSignal(person?.name ?? '');
  const [email, setEmail] = createSignal(person?.email ?? '');
  const [roles, setRoles] = createSignal<readonly Role[]>(person?.roles ?? ['rep']);
  const [groups, setGroups] = createSignal(person?.groups.join(', ') ?? '');
  const [manager, setManager] = createSignal<string | null>(person?.manager?.id ?? null);
  const [team, setTeam] = createSignal(person?.team?.name ?? '');
  const [active, setActive] = createSignal(person?.active ?? true);
  const { busy, failure, submit } = createSubmission(async () => {
    const input = {
      name: name().trim(),
      email: email().trim(),
      roles: [...roles()],
      groups: splitGroups(groups()),
      managerId: manager(),
      teamName: team().trim() || null,
    };
    if (person) {
      await api.people.update.mutate({ id: person.id, changes: { ...input, active: active() } });
      toast({ text: t(texts.peopleSaved), tone: 'good' });
    } else {
      const { inviteUrl } = await api.people.create.mutate(input);
      props.onInvited({ name: input.name, url: inviteUrl });
    }
    await queryClient.invalidateQueries({ queryKey: ['people'] });
    props.onClose();
  });
  const lists = createUniqueId();
  const names = useQuery(() => ({ queryKey: keys.names, queryFn: () => api.people.names.query() }));
  const teams = useQuery(() => ({ queryKey: keys.teams, queryFn: () => api.people.teams.query() }));
  const placeOf = (error: unknown) => problemOf(error)?.place?.field?.replace(/^changes\./, '') ?? '';
  const errorAt = (field: string) => (failure() !== null && placeOf(failure()) === field ? messageOf(failure()) : null);
  const elsewhere = () => {
    const placed = ['name', 'email', 'groups', 'managerId', 'teamName'].includes(placeOf(failure()));
    return failure() !== null && !placed ? messageOf(failure()) : null;
  };
  const toggle = (role: Role, on: boolean) =>
    setRoles(ROLES.filter((known) => (known === role ? on : roles().includes(known))));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={person ? t(texts.editPerson, { name: person.name }) : t(texts.newPerson)}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t(uiTexts.cancel)}</Button>
          <Button variant="primary" type="submit" form="person-form" busy={busy()}>
            {t(uiTexts.save)}
          </Button>
        </>
      }
    >
      <form id="person-form" class="fields" onSubmit={submit}>
        <div class="fields fields--two">
          <Field label={t(texts.name)} error={errorAt('name')} required>
            {(control) => (
              <TextInput {...control} name="name" required maxLength={200} value={name()} onValue={setName} />
            )}
          </Field>
          <Field label={t(texts.email)} error={errorAt('email')} required>
            {(control) => (
              <TextInput {...control} type="email" name="email" required value={email()} onValue={setEmail} />
            )}
          </Field>
        </div>
        <fieldset class="admin__roles">
          <legend class="field__label">{t(texts.roles)}</legend>
          <For each={ROLES}>
            {(role) => (
              <Checkbox name={role} checked={roles().includes(role)} onValue={(on) => toggle(role, on)}>
                {t(texts[role])} <span class="muted">– {t(HINTS[role])}</span>
              </Checkbox>
            )}
          </For>
        </fieldset>
        <div class="fields fields--two">
          <Field label={t(texts.reportsTo)} error={errorAt('managerId')}>
            {(control) => (
              <Combobox
                id={control.id}
                label={t(texts.reportsTo)}
                value={manager()}
                placeholder={t(texts.nobody)}
                options={(names.data ?? [])
                  .filter((other) => other.id !== person?.id)
                  .map((other) => ({ value: other.id, label: other.name }))}
                onValue={setManager}
              />
            )}
          </Field>
          <Field label={t(texts.team)} error={errorAt('teamName')}>
            {(control) => (
              <>
                <TextInput {...control} maxLength={200} list={`${lists}-teams`} value={team()} onValue={setTeam} />
                <datalist id={`${lists}-teams`}>
                  <For each={teams.data ?? []}>{(entry) => <option value={entry.name} />}</For>
                </datalist>
              </>
            )}
          </Field>
        </div>
        <Field label={t(texts.groups)} hint={t(texts.groupsHint)} error={errorAt('groups')}>
          {(control) => <TextInput {...control} value={groups()} onValue={setGroups} />}
        </Field>
        <Show when={person}>
          <Checkbox checked={active()} onValue={setActive}>
            {t(texts.active)}
          </Checkbox>
        </Show>
        <FormFailure text={elsewhere()} />
      </form>
    </Dialog>
  );
}
