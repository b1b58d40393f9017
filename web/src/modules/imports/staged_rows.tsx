/** The rows of a file as they were read: what each would do, what was tidied or corrected in it. */
import { figureText } from '~/base/format';
import { useText } from '~/base/language';
import { optionText, useFields } from '~/base/schema';
import { DataList } from '~/ui/data_page';
import type { Column } from '~/ui/data_rows';
import { Missing } from '~/ui/missing';
import styles from './imports.module.css';
import { fieldName, type Import, type ImportColumn, isOpen, pathOf, type StagedRow } from './rows';

export function StagedRows({ of }: { of: Import }) {
  const { t, language } = useText();
  const [unit] = useFields('ImportColumn', ['unit']);
  const read = (of.columns ?? []).filter((column) => column.field);
  const label = (column: ImportColumn) => {
    const name = fieldName(column, language);
    if (!column.unit || !unit) return name;
    return t('list.withUnit', { label: name, unit: optionText(unit, column.unit, language) });
  };
  const cells = read.map(
    (column): Column<StagedRow> => ({
      name: column.letter,
      label: label(column),
      always: true,
      numeric: column.unit !== undefined,
      render: (row) => (
        <span className={styles.cell}>
          <Cell row={row} field={column.field ?? ''} isAmount={column.unit !== undefined} />
        </span>
      ),
    }),
  );
  return (
    <DataList<StagedRow>
      title={t('imports.rows')}
      of="StagedRow"
      path={`${pathOf(of.id)}/rows`}
      show={['row', ...(isOpen(of) ? ['state', 'effect'] : []), ...cells]}
      filters={isOpen(of) ? ['state'] : []}
      keyOf={(row) => row.row}
      empty={{ title: t('imports.noRows') }}
    />
  );
}

interface CellProps {
  row: StagedRow;
  field: string;
  isAmount: boolean;
}

function Cell({ row, field, isAmount }: CellProps) {
  const { t } = useText();
  const cell = (row.cells ?? []).find((one) => one.field === field);
  if (!cell) return <Missing />;
  const { text, value, corrected, tidied } = cell;
  if (value === undefined) {
    return text ? <span className={styles.unread}>{text}</span> : <Missing />;
  }
  const shown = isAmount ? figureText(value) : value;
  // Of an amount that was only written with its decimals there is nothing to tell.
  const isTidied = tidied && text && !(isAmount && text === `${value}.00`);
  if (!corrected && !isTidied) return shown;
  return (
    <span className={corrected ? styles.corrected : styles.tidied}>
      {shown}
      <span className={styles.before}>
        {t(corrected ? 'imports.was' : 'imports.written', { text: text ?? t('format.missing') })}
      </span>
    </span>
  );
}
