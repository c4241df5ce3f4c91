import type { InputFile } from './readExport.ts';

/** A small made-up export with one of each kind of dirt; tests change single files. */
export const DIRTY: Readonly<Record<string, string>> = {
  'deals.csv': [
    'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
    'D1,Ada Lin,GTX Pro,Northwind,Won,2024-01-10,2024-03-05,4700',
    'D2,Ada Lin,GTXPro,Northwind,Won,2024-01-12,2024-02-20,900',
    'D3,Bo Chen,GTX Pro,Sunflower,Lost,2024-02-01,2024-02-09,0',
    'D4,Bo Chen,GTX Pro,,Engaging,2024-04-01,,',
    'D5,Bo Chen,MG One,Sunflowr,Engaging,2024-04-03,,',
    'D6,Cy Moss,MG One,,Prospecting,,,',
    'D6,Cy Moss,MG One,Northwind,Prospecting,,,',
    'D7,Ada Lin,MG One,Northwind,Lost,2024-03-09,2024-03-01,0',
  ].join('\n'),
  'accounts.csv': [
    'account,sector,year_established,revenue,employees,office_location,subsidiary_of',
    'Northwind,technolgy,1990,1100.04,2822,United States,',
    'Sunflower,retail,2001,50,12,Philipines,Northwind',
    'Edelweiss,retail,2001,50,12,Korea,Nobody Ltd',
  ].join('\n'),
  'products.csv': ['product,series,sales_price', 'GTX Pro,GTX,4821', 'MG One,MG,55'].join('\n'),
  'teams.csv': [
    'sales_agent,manager,regional_office',
    'Ada Lin,Mia Roth,Central',
    'Bo Chen,Mia Roth,Central',
    'Dee Vale,Mia Roth,Central',
  ].join('\n'),
};

export function filesOf(texts: Readonly<Record<string, string>>): InputFile[] {
  return Object.entries(texts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
}
