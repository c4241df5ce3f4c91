/** How a row of an export is known again by a second import. */
export const externalKey = {
  person: (name: string) => `crm:person:${name}`,
  account: (name: string) => `crm:account:${name}`,
  product: (name: string) => `crm:product:${name}`,
  deal: (key: string) => `crm:deal:${key}`,
};
