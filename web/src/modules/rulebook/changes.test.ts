import { expect, test } from 'vitest';
import { changesBetween } from './changes';

test('only rows that differ are named, whatever order rows and columns stand in', () => {
  const before = {
    days: [{ date: '2026-01-01', kind: 'holiday' }, { date: '2026-01-04' }],
    rest: [{ id: 1 }],
  };
  const after = {
    days: [{ date: '2026-01-05' }, { kind: 'holiday', date: '2026-01-01' }],
    rest: [{ id: 1 }],
  };
  expect(changesBetween(before, after)).toEqual([
    { table: 'days', gone: [{ date: '2026-01-04' }], come: [{ date: '2026-01-05' }] },
  ]);
});

test('a row twice is two rows', () => {
  expect(changesBetween({ days: [{ id: 1 }] }, { days: [{ id: 1 }, { id: 1 }] })).toEqual([
    { table: 'days', gone: [], come: [{ id: 1 }] },
  ]);
});
