/** What a draft changes in a set, row by row: a changed row is one that went and one that came. */
import type { Content, TableRow } from './rows';

export interface TableChange {
  table: string;
  gone: TableRow[];
  come: TableRow[];
}

export function changesBetween(before: Content, after: Content): TableChange[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return tables
    .map((table) => ({
      table,
      gone: without(before[table] ?? [], after[table] ?? []),
      come: without(after[table] ?? [], before[table] ?? []),
    }))
    .filter(({ gone, come }) => gone.length + come.length > 0);
}

/** The same row twice is two rows. */
function without(rows: readonly TableRow[], others: readonly TableRow[]): TableRow[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(textOf(row), (left.get(textOf(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const text = textOf(row);
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}

/** Whatever order its columns stand in. */
const textOf = (row: TableRow) =>
  JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
