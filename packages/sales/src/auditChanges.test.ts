import { compile, parseModel } from '@dealwright/bpmn';
import { expect, it } from 'vitest';
import { auditChanges } from './auditChanges.ts';
import { SALE_MODEL } from './testing/saleModel.ts';

it('tells a task in the words of its form, and the element by its name', async () => {
  const graph = compile(await parseModel(SALE_MODEL));
  const changes = auditChanges(null, { nodeId: 'qualify', variables: { fit: true } }, graph);
  expect(changes).toEqual([
    {
      field: 'nodeId',
      labels: {},
      options: { qualify: { en: 'Qualify', zh: '资格确认' } },
      before: null,
      after: 'qualify',
    },
    { field: 'fit', labels: { en: 'Fits', zh: '合格' }, options: {}, before: null, after: true },
  ]);
});

it('tells before and after of what has no drawing', () => {
  expect(auditChanges({ name: 'A', gone: 1 }, { name: 'B' }, null)).toMatchObject([
    { field: 'name', before: 'A', after: 'B' },
    { field: 'gone', before: 1, after: null },
  ]);
  expect(auditChanges(null, null, null)).toEqual([]);
});
