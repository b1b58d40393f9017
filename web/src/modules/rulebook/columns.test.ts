import { expect, test } from 'vitest';
import { columnsOf, readCell, readLines } from './columns';

const days = [
  { date: '2026-01-01', kind: 'holiday', name: '\u5143\u65e6' },
  { date: '2026-01-04', kind: 'workday', name: '\u5143\u65e6' },
];

test('a column is typed as the values that stand in it, whatever row lacks them', () => {
  const columns = columnsOf([
    { order: 1, npl: false, filter: { fact: 'x' } },
    { order: 2, npl: true, over: 90 },
  ]);
  expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
    ['order', 'integer'],
    ['npl', 'boolean'],
    ['filter', 'json'],
    ['over', 'integer'],
  ]);
  expect(columnsOf(days).map(({ kind }) => kind)).toEqual(['date', 'text', 'text']);
});

test('an empty cell is absent, never an empty text or 0', () => {
  expect(readCell('integer', ' ')).toEqual({ value: undefined });
  expect(readCell('integer', '1.5')).toEqual({ fault: 'not_a_number' });
  expect(readCell('date', '2026-1-5')).toEqual({ fault: 'not_a_day' });
  expect(readCell('json', '{')).toEqual({ fault: 'not_json' });
});

test('lines of a spreadsheet become rows, and the first wrong line is named', () => {
  const columns = columnsOf(days);
  expect(
    readLines(columns, '2027-01-01\tholiday\t\u5143\u65e6\n\n2027-01-03,workday,\u5143\u65e6').rows,
  ).toEqual([
    { date: '2027-01-01', kind: 'holiday', name: '\u5143\u65e6' },
    { date: '2027-01-03', kind: 'workday', name: '\u5143\u65e6' },
  ]);
  expect(readLines(columns, '2027-01-01,holiday,\u5143\u65e6\n1 January,holiday').fault).toEqual({
    line: 2,
    column: 'date',
  });
});
