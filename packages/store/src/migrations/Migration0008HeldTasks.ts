import { Migration } from '@mikro-orm/migrations';
import { heldTasksFunction } from '../queries/heldTasksFunction.ts';

/** What rights are judged by is found by a function, whose plan does not depend on how full the tables were. */
export class Migration0008HeldTasks extends Migration {
  override up(): void {
    this.addSql(heldTasksFunction);
  }
}
