import { expect, test } from 'vitest';
import { beginsAt, folded } from './sections';

const rows = ['balance_begin', 'disbursed_q', 'all_balance', 'plan_amount', 'plan_used'].map(
  (cell) => ({ cell }),
);
const names = (of: { cell: string }[]) => of.map((row) => row.cell);

test('only optional sections without any figure are folded, and as a whole', () => {
  const { shown, empty } = folded(rows, (row) => row.cell === 'plan_used');
  expect(names(shown)).toEqual(['balance_begin', 'disbursed_q', 'plan_amount', 'plan_used']);
  expect(names(empty)).toEqual(['all_balance']);
});

test('a form of other cells has no sections and hides nothing', () => {
  const other = [{ cell: 'x' }, { cell: 'y' }];
  expect(other.map((row) => beginsAt(row.cell))).toEqual([undefined, undefined]);
  expect(folded(other, () => false)).toEqual({ shown: other, empty: [] });
});
