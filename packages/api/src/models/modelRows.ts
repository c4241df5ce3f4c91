import { query, queryOne, type EntityManager } from '@dealwright/store';
import type { DecisionFile, Labels, ModelSummary, VersionDetail, VersionSummary } from '../contract/index.ts';
import { refusals } from '../errors/refusals.ts';

type SummaryRow = Omit<ModelSummary, 'updatedBy'> & { readonly byId: string | null; readonly byName: string | null };

const SUMMARY = `
  m.id, m.process_id as "processId", m.name, m.labels, m.updated_at as "updatedAt", m.demo,
  m.draft_by as "byId", p.name as "byName", v.version as "latestVersion",
  (v.xml is distinct from m.draft_xml or v.decisions is distinct from m.draft_decisions) as "draftChanged",
  (select count(*) from instance i join deal d on d.instance_id = i.id
   where i.process_id = m.process_id and i.status = 'active') as "activeDeals"`;
const FROM = `
  from model m left join person p on p.id = m.draft_by
  left join lateral (select version, xml, decisions from deployment where process_id = m.process_id order by version desc limit 1) v on true`;

export async function modelSummaries(em: EntityManager): Promise<ModelSummary[]> {
  const rows = await query<SummaryRow>(em, `select ${SUMMARY} ${FROM} order by m.updated_at desc, m.id`);
  return rows.map(withPerson);
}

export interface StoredModel extends ModelSummary {
  readonly xml: string;
  readonly revision: number;
  readonly decisions: readonly DecisionFile[];
}

/** @throws "not-found" */
export async function modelById(em: EntityManager, id: string): Promise<StoredModel> {
  const row = await queryOne<SummaryRow & Pick<StoredModel, 'xml' | 'revision' | 'decisions'>>(
    em,
    `select ${SUMMARY}, m.draft_xml as xml, m.draft_revision as revision, m.draft_decisions as decisions ${FROM} where m.id = $1`,
    [id],
  );
  if (row === null) throw refusals.notFound('model');
  return withPerson(row);
}

function withPerson<Row extends { readonly byId: string | null; readonly byName: string | null }>(row: Row) {
  const { byId, byName, ...rest } = row;
  return { ...rest, updatedBy: byId === null ? null : { id: byId, name: byName ?? byId } };
}

type VersionRow = Omit<VersionSummary, 'deployedBy'> & { readonly byId: string | null; readonly byName: string | null };

const VERSION = `
  v.id as "deploymentId", v.version, v.note, v.deployed_at as "deployedAt",
  v.deployed_by as "byId", p.name as "byName",
  (select count(*) from instance i join deal d on d.instance_id = i.id
   where i.deployment_id = v.id and i.status = 'active') as "activeDeals",
  (select count(*) from instance i join deal d on d.instance_id = i.id
   where i.deployment_id = v.id and i.status <> 'active') as "closedDeals"`;

/** Newest first. */
export async function versionsOf(em: EntityManager, modelId: string): Promise<VersionSummary[]> {
  const rows = await query<VersionRow>(
    em,
    `select ${VERSION} from deployment v left join person p on p.id = v.deployed_by
       join model m on m.process_id = v.process_id
     where m.id = $1 order by v.version desc`,
    [modelId],
  );
  return rows.map(({ byId, byName, ...row }) => ({
    ...row,
    deployedBy: byId === null ? null : { id: byId, name: byName ?? byId },
  }));
}

/** @throws "not-found" */
export async function versionById(
  em: EntityManager,
  deploymentId: string,
): Promise<VersionDetail & { readonly modelId: string }> {
  const row = await queryOne<
    VersionRow & {
      readonly xml: string;
      readonly decisions: readonly DecisionFile[];
      readonly processId: string;
      readonly name: string;
      readonly labels: Labels;
      readonly modelId: string;
    }
  >(
    em,
    `select ${VERSION}, v.xml, v.decisions, v.process_id as "processId", v.model_id as "modelId", m.name, m.labels
     from deployment v join model m on m.id = v.model_id left join person p on p.id = v.deployed_by
     where v.id = $1`,
    [deploymentId],
  );
  if (row === null) throw refusals.notFound('version');
  const { byId, byName, ...rest } = row;
  return { ...rest, deployedBy: byId === null ? null : { id: byId, name: byName ?? byId } };
}
