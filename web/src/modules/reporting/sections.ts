/** How the lines of a statistical form are read: in sections, those without anything to say last. */
import type { zh } from '~/base/text/zh';

export type Section = keyof typeof zh.section;

/** The cell at which each section of the form begins; a form of other cells has none. */
const begins: Record<string, Section> = {
  balance_begin: 'movements',
  loans_end: 'counts',
  balance_patent: 'rights',
  balance_pure_ip: 'security',
  balance_small_micro: 'borrowers',
  balance_special_mention: 'classes',
  all_balance: 'bank',
  plan_amount: 'programmes',
  balance_insured: 'cover',
};

/** Asked for by some cities only: nobody need read past them while they are empty. */
const optional = new Set<Section | undefined>(['bank', 'programmes', 'cover']);

export const beginsAt = (cell: string): Section | undefined => begins[cell];

export function folded<Row extends { cell: string }>(
  rows: readonly Row[],
  isUsed: (row: Row) => boolean,
): { shown: Row[]; empty: Row[] } {
  let section: Section | undefined;
  const placed = rows.map((row) => {
    section = beginsAt(row.cell) ?? section;
    return { row, section };
  });
  const used = new Set(placed.filter(({ row }) => isUsed(row)).map((one) => one.section));
  const isShown = (of: Section | undefined) => !optional.has(of) || used.has(of);
  return {
    shown: placed.filter((one) => isShown(one.section)).map((one) => one.row),
    empty: placed.filter((one) => !isShown(one.section)).map((one) => one.row),
  };
}
