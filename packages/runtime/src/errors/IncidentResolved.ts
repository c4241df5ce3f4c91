import { DealwrightError } from '@dealwright/store';

export class IncidentResolved extends DealwrightError {
  constructor(incidentId: string, by: string | null, at: string) {
    super(
      'incident-resolved',
      { en: 'This incident has already been resolved.', zh: '该异常已被处理。' },
      { incidentId, by, at },
    );
  }
}
