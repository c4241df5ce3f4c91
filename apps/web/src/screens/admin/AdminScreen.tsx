import { useNavigate, useParams } from '@solidjs/router';
import Lock from 'lucide-solid/icons/lock';
import { Match, Show, Switch } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import { EmptyState, PageHeader, Tabs } from '../../ui/index.ts';
import { AuditSection } from './AuditSection.tsx';
import { CalendarsSection } from './CalendarsSection.tsx';
import { ConnectionsSection } from './ConnectionsSection.tsx';
import { IncidentsSection } from './IncidentsSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { SystemSection } from './SystemSection.tsx';
import { adminTexts as texts } from './texts.ts';
import { VersionsSection } from './VersionsSection.tsx';
import './AdminScreen.css';

const SECTIONS = ['people', 'versions', 'incidents', 'connections', 'calendars', 'audit', 'system'] as const;

/** People, versions, incidents, connections, calendars, audit and the system's own state; each section has its address. */
export default function AdminScreen() {
  const params = useParams<{ section?: string }>();
  const navigate = useNavigate();
  const section = () => SECTIONS.find((name) => name === params.section) ?? 'people';
  const status = useQuery(() => ({
    queryKey: keys.status,
    queryFn: () => api.system.status.query(),
    enabled: hasRole('admin'),
  }));
  const incidents = () => status.data?.openIncidents;
  return (
    <Show
      when={hasRole('admin')}
      fallback={<EmptyState icon={<Lock />} title={t(texts.onlyAdmins)} text={t(texts.onlyAdminsText)} />}
    >
      <div class="admin">
        <PageHeader title={t(texts.title)} />
        <div class="admin__tabs">
          <Tabs
            label={t(texts.sections)}
            value={section()}
            onValue={(value) => navigate(`/admin/${value}`)}
            items={SECTIONS.map((name) => ({
              value: name,
              label: t(texts[name]),
              ...(name === 'incidents' ? { count: incidents(), tone: 'bad' as const } : {}),
            }))}
          />
        </div>
        <div class="admin__body">
          <Switch>
            <Match when={section() === 'people'}>
              <PeopleSection />
            </Match>
            <Match when={section() === 'versions'}>
              <VersionsSection />
            </Match>
            <Match when={section() === 'incidents'}>
              <IncidentsSection />
            </Match>
            <Match when={section() === 'connections'}>
              <ConnectionsSection />
            </Match>
            <Match when={section() === 'calendars'}>
              <CalendarsSection />
            </Match>
            <Match when={section() === 'audit'}>
              <AuditSection />
            </Match>
            <Match when={section() === 'system'}>
              <SystemSection status={status} />
            </Match>
          </Switch>
        </div>
      </div>
    </Show>
  );
}
