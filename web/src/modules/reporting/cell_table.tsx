/** The lines of a form in their sections; sections that nobody has filled in are folded below. */
import { useText } from '~/base/language';
import { DataRows, type DataRowsProps } from '~/ui/data_rows';
import styles from './returns.module.css';
import { beginsAt, folded } from './sections';

type CellTableProps<Row> = Pick<DataRowsProps<Row>, 'of' | 'rows' | 'show' | 'caption'> & {
  isUsed: (row: Row) => boolean;
};

export function CellTable<Row extends { cell: string }>({
  rows,
  isUsed,
  ...table
}: CellTableProps<Row>) {
  const { t } = useText();
  const { shown, empty } = folded(rows, isUsed);
  const part = (of: Row[]) => (
    <DataRows<Row>
      {...table}
      rows={of}
      keyOf={(row) => row.cell}
      section={(row) => {
        const section = beginsAt(row.cell);
        return section && t(`section.${section}`);
      }}
      figure="value"
    />
  );
  return (
    <>
      {part(shown)}
      {empty.length > 0 && (
        <details className={styles.others}>
          <summary>{t('returns.emptyCells', { count: empty.length })}</summary>
          {part(empty)}
        </details>
      )}
    </>
  );
}
