import type { Problem } from '@dealwright/bpmn/types';
import { createContext, useContext } from 'solid-js';

const ProblemsContext = createContext<() => readonly Problem[]>(() => []);

/** The problems of the selected element, for the fields that cause them. */
export const ProblemsProvider = ProblemsContext.Provider;

/** What the check says of the selected element; nothing outside of the panel. */
export function useProblemsHere(): () => readonly Problem[] {
  return useContext(ProblemsContext);
}
