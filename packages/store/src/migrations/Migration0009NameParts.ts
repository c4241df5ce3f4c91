import { Migration } from '@mikro-orm/migrations';
import { filteredTasksFunction } from '../queries/filteredTasksFunction.ts';
import { namedAccountsFunction, namedInstancesFunction, nameParts, wordParts } from '../queries/nameParts.ts';

/** Names are found by three letters in a row, which fewer share than two; filtered worklists by a function. */
export class Migration0009NameParts extends Migration {
  override up(): void {
    this.addSql(nameParts);
    this.addSql(wordParts);
    this.addSql('drop index deal_name_pairs');
    this.addSql('drop index account_name_pairs');
    this.addSql('drop function name_pairs(text)');
    this.addSql('create index deal_name_parts on deal using gin (name_parts(name))');
    this.addSql('create index account_name_parts on account using gin (name_parts(name))');
    this.addSql(namedAccountsFunction);
    this.addSql(namedInstancesFunction);
    this.addSql(filteredTasksFunction);
  }
}
