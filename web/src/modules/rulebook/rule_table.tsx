/** One table of a set; a table of days is read a year at a time. */
import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { dateText, integerText } from '~/base/format';
import { useText, useWordFor } from '~/base/language';
import { DataRows } from '~/ui/data_rows';
import { Missing } from '~/ui/missing';
import { Panel } from '~/ui/page';
import { cellText, columnsOf, type TableColumn } from './columns';
import type { TableRow } from './rows';
import styles from './rules.module.css';

/** A row and its place in the table, which is what faults and edits name. */
export interface Placed {
  row: TableRow;
  place: number;
}

interface RuleTableProps {
  name: string;
  /** In place of the table's own name. */
  title?: string;
  rows: readonly TableRow[];
  /** While a version is drafted. */
  deeds?: (placed: Placed) => ReactNode;
  faultOf?: (place: number) => string | undefined;
  above?: ReactNode;
}

const yearOf = (row: TableRow) => String(row.date).slice(0, 4);

export function RuleTable({ name, title, rows, deeds, faultOf, above }: RuleTableProps) {
  const { t } = useText();
  const word = useWordFor();
  const columns = columnsOf(rows);
  const dated = columns.some((column) => column.name === 'date' && column.kind === 'date');
  const years = dated ? [...new Set(rows.map(yearOf))].sort().reverse() : [];
  const [chosen, setChosen] = useState('');
  const year = years.includes(chosen) ? chosen : (years[0] ?? '');
  const placed = rows
    .map((row, place): Placed => ({ row, place }))
    .filter(({ row }) => years.length === 0 || yearOf(row) === year);
  return (
    <Panel
      title={title ?? word('ruleTable', name)}
      note={
        years.length > 1 ? (
          <Segmented
            aria-label={t('rules.year')}
            value={year}
            onChange={setChosen}
            options={years}
          />
        ) : (
          t('rules.rows', { count: rows.length })
        )
      }
    >
      {above}
      <DataRows<Placed>
        of={name}
        rows={placed}
        caption={title ?? word('ruleTable', name)}
        keyOf={({ place }) => place}
        show={columns.map((column, at) => ({
          name: column.name,
          label: word('ruleColumn', column.name),
          always: true,
          numeric: column.kind === 'integer',
          render: ({ row, place }) => (
            <>
              <Cell column={column} value={row[column.name]} />
              {at === 0 && faultOf?.(place) && (
                <p role="alert" className={styles.fault}>
                  {faultOf(place)}
                </p>
              )}
            </>
          ),
        }))}
        deeds={deeds}
      />
    </Panel>
  );
}

function Cell({ column, value }: { column: TableColumn; value: unknown }) {
  const { t, language } = useText();
  const word = useWordFor();
  if (value === undefined || value === null || value === '')
    return <Missing reason={t('rules.empty')} />;
  switch (column.kind) {
    case 'boolean':
      return value ? t('format.yes') : t('format.no');
    case 'integer':
      return integerText(value as number);
    case 'date':
      return dateText(cellText(value), language);
    case 'json':
      return <code className={styles.code}>{cellText(value)}</code>;
    case 'text':
      return (
        <span className={styles.text}>
          {column.values.length > 0 ? word('ruleValue', cellText(value)) : cellText(value)}
        </span>
      );
  }
}
