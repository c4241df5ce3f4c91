import { type AuditNote, writeAudit } from '@dealwright/sales';
import {
  type CalendarRow,
  deleteCalendar,
  findCalendars,
  listCalendars,
  processesWithCalendar,
  saveCalendar,
  transaction,
} from '@dealwright/store';
import { ApiError } from '../errors/ApiError.ts';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { CalendarService, Viewer } from '../Services.ts';

/** Working hours and holidays. A calendar that a version counts by stays: its timers would have nothing to go by. */
export function createCalendarService(platform: Pick<Platform, 'em' | 'now' | 'newId'>): CalendarService {
  const { em, now } = platform;
  return {
    list: () => listCalendars(em()),
    save: (viewer, input) =>
      transaction(em(), async (within) => {
        const [before] = await findCalendars(within, [input.id]);
        await saveCalendar(within, input, { at: new Date(now()).toISOString(), actorId: viewer.personId });
        await writeAudit(within, platform, {
          action: 'calendar.save',
          ...of(viewer, input.id),
          before: before ? told(before) : null,
          after: told(input),
        });
      }),
    remove: (viewer, id) =>
      transaction(em(), async (within) => {
        const [before] = await findCalendars(within, [id]);
        if (!before) throw refusals.notFound('calendar');
        const processIds = await processesWithCalendar(within, id);
        if (processIds.length > 0) throw calendarUsed(processIds);
        await deleteCalendar(within, id);
        await writeAudit(within, platform, {
          action: 'calendar.remove',
          ...of(viewer, id),
          before: told(before),
          after: null,
        });
      }),
  };
}

function of({ personId }: Viewer, id: string): Pick<AuditNote, 'actorId' | 'subjectType' | 'subjectId'> {
  return { actorId: personId, subjectType: 'calendar', subjectId: id };
}

function told({ name, timeZone, week, holidays, workdays }: Omit<CalendarRow, 'updatedAt'>) {
  return { name, timeZone, week, holidays, workdays };
}

function calendarUsed(processIds: readonly string[]): ApiError {
  return new ApiError('CONFLICT', {
    code: 'calendar-used',
    message: {
      en: `Deployed versions count by this calendar: ${processIds.join(', ')}. It can be changed, but not removed.`,
      zh: `已发布的版本正在使用此日历：${processIds.join('、')}。可以修改，但不能删除。`,
    },
    details: { processIds },
  });
}
