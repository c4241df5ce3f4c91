import type { ProcessGraph } from '@dealwright/bpmn';
import type { EntityManager } from '@dealwright/store';
import type { DealScope } from './DealScope.ts';
import type { Role } from './people/Person.ts';
import { type Membership, principalsIn, principalsOf } from './people/principalsOf.ts';
import { visibleOwners } from './people/visibleOwners.ts';

/** Who looks: worked out once per request, and handed to every query that must show only what this person may see. */
export interface Viewer {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly principals: readonly string[];
  readonly scope: DealScope;
}

export async function viewerOf(
  em: () => EntityManager,
  person: {
    readonly id: string;
    readonly roles: readonly Role[];
    /** as it was read with this very request; absent: it is looked up */
    readonly membership?: Membership | undefined;
  },
): Promise<Viewer> {
  const { membership } = person;
  return {
    id: person.id,
    roles: person.roles,
    principals: membership ? principalsIn(person.id, membership) : await principalsOf(em(), person.id),
    scope: await visibleOwners(em, person),
  };
}

/** What reading needs: a database and the drawings behind what it holds. */
export interface ReadDeps {
  readonly em: () => EntityManager;
  /** `Runtime.graph` */
  readonly graph: (deploymentId: string) => Promise<ProcessGraph>;
  /** epoch milliseconds */
  readonly now: () => number;
}
