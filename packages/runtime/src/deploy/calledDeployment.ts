import type { CallBinding } from '@dealwright/bpmn';
import { type EntityManager, queryOne } from '@dealwright/store';
import { JobFault } from '../jobs/JobFault.ts';

/**
 * The version that a call activity of the instance `callerId` means: one by its number, or the one that was deployed
 * from the same file together with the caller's. Throws a `JobFault` when there is none: unlike the latest version, it
 * can't turn up later.
 */
export async function calledDeployment(
  em: EntityManager,
  callerId: string,
  processId: string,
  binding: CallBinding,
): Promise<string> {
  const found =
    binding.type === 'version'
      ? await queryOne<{ id: string }>(em, 'select id from deployment where process_id = $1 and version = $2', [
          processId,
          binding.version,
        ])
      : await deployedTogether(em, callerId, processId);
  if (found) return found.id;
  if (binding.type === 'version') {
    throw new JobFault('called-version-missing', {
      en: `The process "${processId}" has no version ${binding.version}, which the drawing asks for.`,
      zh: `流程“${processId}”没有流程图所指定的第 ${binding.version} 版。`,
    });
  }
  throw new JobFault('called-process-not-beside', {
    en: `The drawing asks for the "${processId}" that was deployed together with this version, but its file has no such process.`,
    zh: `流程图要求调用与当前版本一同发布的流程“${processId}”，但该文件中没有此流程。`,
  });
}

function deployedTogether(em: EntityManager, callerId: string, processId: string): Promise<{ id: string } | null> {
  return queryOne<{ id: string }>(
    em,
    `select other.id from instance i
       join deployment own on own.id = i.deployment_id
       join deployment other on coalesce(other.bundle_id, other.id) = coalesce(own.bundle_id, own.id)
     where i.id = $1 and other.process_id = $2`,
    [callerId, processId],
  );
}
