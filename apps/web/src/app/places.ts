import type { Role } from '@dealwright/api/contract';
import Import from 'lucide-solid/icons/file-up';
import ListChecks from 'lucide-solid/icons/list-checks';
import Settings from 'lucide-solid/icons/settings-2';
import Columns from 'lucide-solid/icons/square-kanban';
import Workflow from 'lucide-solid/icons/workflow';
import type { Component } from 'solid-js';
import type { Text } from '../i18n/index.ts';
import { appTexts as texts } from './texts.ts';

export interface Place {
  readonly path: string;
  readonly text: Text;
  readonly shortText?: Text;
  readonly icon: Component<{ 'aria-hidden'?: 'true' }>;
  readonly roles: readonly Role[];
  /** the key after G */
  readonly key?: string;
}

/** Where one can go, in the order of the navigation. */
export const PLACES: readonly Place[] = [
  { path: '/worklist', text: texts.worklist, icon: ListChecks, roles: ['rep', 'manager'], key: 'w' },
  { path: '/pipeline', text: texts.pipeline, icon: Columns, roles: ['rep', 'manager', 'admin'], key: 'p' },
  { path: '/models', text: texts.processes, icon: Workflow, roles: ['rep', 'manager', 'admin'], key: 'd' },
  { path: '/import', text: texts.importData, icon: Import, roles: ['manager', 'admin'] },
  { path: '/admin', text: texts.admin, shortText: texts.adminShort, icon: Settings, roles: ['admin'] },
];
