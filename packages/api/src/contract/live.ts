// live.changes (subscription over SSE; every signed-in person) → LiveChange
// Says only that something changed, so that a screen asks again under its own permissions; carries no data.
export type LiveChange =
  | { readonly kind: 'deal'; readonly dealId: string | null; readonly processId: string }
  | { readonly kind: 'tasks' }
  | { readonly kind: 'models' }
  | {
      readonly kind: 'import';
      readonly runId: string;
      readonly done: number;
      readonly total: number;
      readonly status: string;
    }
  | { readonly kind: 'incidents' };
