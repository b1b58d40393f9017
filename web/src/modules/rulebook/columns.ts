/**
 * The columns of a set's table, found in its rows: the API describes a content as any JSON. A column
 * is typed as the values that stand in it.
 */
import { readDecimal } from '~/base/decimal';
import type { TableRow } from './rows';

export type ColumnKind = 'integer' | 'boolean' | 'date' | 'json' | 'text';

export interface TableColumn {
  name: string;
  kind: ColumnKind;
  /** What stands in a column of few values, to choose from. */
  values: string[];
}

const few = 12;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** One that the calendar has. */
function isDay(text: string): boolean {
  const at = day.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function kindOf(values: readonly unknown[]): ColumnKind {
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  if (values.every((value) => typeof value === 'number')) return 'integer';
  if (values.every((value) => typeof value === 'string')) {
    return values.every((value) => day.test(String(value))) ? 'date' : 'text';
  }
  return 'json';
}

/** In the order in which they first appear. */
export function columnsOf(rows: readonly TableRow[]): TableColumn[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return names.map((name) => {
    const values = rows
      .map((row) => row[name])
      .filter((value) => value !== undefined && value !== null);
    const kind = kindOf(values);
    const distinct = kind === 'text' ? [...new Set(values.map(String))] : [];
    return { name, kind, values: distinct.length <= few ? distinct : [] };
  });
}

export type Reading = { value: unknown } | { fault: 'not_a_number' | 'not_json' | 'not_a_day' };

/** A typed cell as its column has it; an empty one is absent. */
export function readCell(kind: ColumnKind, text: string): Reading {
  const typed = text.trim();
  if (typed === '') return { value: undefined };
  switch (kind) {
    case 'integer': {
      const reading = readDecimal(typed, 0);
      return 'value' in reading ? reading : { fault: 'not_a_number' };
    }
    case 'boolean':
      return { value: ['true', 'yes', '1'].includes(typed.toLowerCase()) };
    case 'date':
      return isDay(typed) ? { value: typed } : { fault: 'not_a_day' };
    case 'json':
      try {
        return { value: JSON.parse(typed) };
      } catch {
        return { fault: 'not_json' };
      }
    case 'text':
      return { value: typed };
  }
}

export function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export interface Pasted {
  rows: TableRow[];
  /** The first line that is no row of this table. */
  fault?: { line: number; column: string };
}

/** Lines of a spreadsheet: cells in the table's order, between tabs or commas. */
export function readLines(
  columns: readonly TableColumn[],
  text: string,
  /** The code of a word as the page shows it. */
  codeOf: (column: TableColumn, word: string) => string = (_, word) => word,
): Pasted {
  const rows: TableRow[] = [];
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  for (const [place, line] of lines.entries()) {
    if (!line) continue;
    const cells = line.split(line.includes('\t') ? '\t' : /[,\uff0c]/);
    const row: TableRow = {};
    for (const [at, column] of columns.entries()) {
      const reading = readCell(column.kind, codeOf(column, (cells[at] ?? '').trim()));
      if ('fault' in reading) return { rows, fault: { line: place + 1, column: column.name } };
      if (reading.value !== undefined) row[column.name] = reading.value;
    }
    rows.push(row);
  }
  return { rows };
}
