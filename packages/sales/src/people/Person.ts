export const ROLES = ['manager', 'rep', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** A person as lists show one. */
export interface PersonRow extends PersonRef {
  readonly email: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly manager: PersonRef | null;
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly active: boolean;
  /** has a password */
  readonly canSignIn: boolean;
  readonly openTasks: number;
  readonly openDeals: number;
  readonly demo: boolean;
}

export interface PersonFacts {
  readonly name: string;
  /** unique, whatever its case */
  readonly email: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly managerId: string | null;
  /** made when there is no team of that name */
  readonly teamName: string | null;
}
