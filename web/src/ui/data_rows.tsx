/** The rows of a list: a table where there is room, one card a record on a phone. */
import { Table, type TableColumnsType } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useText } from '~/base/language';
import type { MoneyUnit } from '~/base/money';
import { type FieldInfo, labelOf, useFields } from '~/base/schema';
import { useIsPhone } from '~/base/screen';
import type { Id } from '~/base/store';
import styles from './data_rows.module.css';
import { Value } from './value';

export interface Column<Row> {
  name: string;
  render?: (row: Row) => ReactNode;
  width?: number;
  /** A label of our own for a column that no field of the struct describes. */
  label?: string;
  /** Figures of another field than the struct's: aligned as figures are. */
  numeric?: boolean;
  /** A card shows it also where the row holds nothing by that name. */
  always?: boolean;
}

export type Columns<Row> = readonly (string | Column<Row>)[];

export interface DataRowsProps<Row> {
  /** The struct of a row in the server's description. */
  of: string;
  rows: readonly Row[];
  show: Columns<Row>;
  caption: string;
  unit?: MoneyUnit;
  keyOf?: (row: Row) => Id;
  /** The page of a row; the first column becomes its link. */
  open?: ((row: Row) => string) | undefined;
  /** Buttons at the end of a row. */
  deeds?: ((row: Row) => ReactNode) | undefined;
  sort?: { by: string; allowed: readonly string[]; set: (sort: string | undefined) => void };
}

interface Shown<Row> extends Column<Row> {
  field: FieldInfo;
}

const rightAligned = new Set(['money', 'integer', 'ppm', 'share']);
/** A figure, a day or a word of a list that is broken over two lines cannot be read down a column. */
const unbroken = new Set([...rightAligned, 'date', 'instant', 'quarter', 'choice']);
const idOf = (row: unknown): Id => (row as { id: Id }).id;

export function DataRows<Row extends object>(props: DataRowsProps<Row>) {
  const columns = props.show.map((one) => (typeof one === 'string' ? { name: one } : one));
  const fields = useFields(
    props.of,
    columns.map((column) => column.name),
  );
  const shown = columns.map((column, index) => ({ ...column, field: fields[index] as FieldInfo }));
  return useIsPhone() ? <Cards {...props} shown={shown} /> : <Grid {...props} shown={shown} />;
}

type PartProps<Row> = DataRowsProps<Row> & { shown: Shown<Row>[] };

function cell<Row extends object>(column: Shown<Row>, row: Row, unit: MoneyUnit, bare: boolean) {
  if (column.render) return column.render(row);
  const value = (row as Record<string, unknown>)[column.name];
  return <Value field={column.field} value={value} unit={unit} bare={bare} />;
}

function useHeader<Row>(unit: MoneyUnit) {
  const { t, language } = useText();
  return (column: Shown<Row>, withUnit: boolean) => {
    const label = column.label ?? labelOf(column.field, language);
    return withUnit && column.field.kind === 'money'
      ? t('list.withUnit', { label, unit: t(`unit.${unit}`) })
      : label;
  };
}

function Grid<Row extends object>(props: PartProps<Row>) {
  const { shown, rows, open, deeds, sort, caption, unit = 'wan', keyOf = idOf } = props;
  const { t } = useText();
  const navigate = useNavigate();
  const header = useHeader<Row>(unit);

  const columns: TableColumnsType<Row> = shown.map((column, index) => ({
    key: column.name,
    title: header(column, true),
    align: column.numeric || rightAligned.has(column.field.kind) ? 'right' : 'left',
    ...(column.width ? { width: column.width } : {}),
    ...(unbroken.has(column.field.kind)
      ? { onCell: () => ({ className: styles.unbroken ?? '' }) }
      : {}),
    ...(sort?.allowed.includes(column.name)
      ? { sorter: true, sortOrder: orderOf(sort.by, column.name) }
      : {}),
    render: (_, row) => {
      const content = cell(column, row, unit, true);
      return index === 0 && open ? <Link to={open(row)}>{content}</Link> : content;
    },
  }));
  if (deeds) {
    columns.push({
      key: 'deeds',
      title: <span className="unseen">{t('list.deeds')}</span>,
      align: 'right',
      render: (_, row) => deeds(row),
    });
  }

  /** The whole row opens, but never under a button, a link or a selection of text. */
  const follow = (event: MouseEvent<HTMLElement>, to: string) => {
    if ((event.target as HTMLElement).closest('a, button, input')) return;
    if (String(getSelection() ?? '')) return;
    if (event.ctrlKey || event.metaKey) window.open(to, '_blank', 'noopener');
    else void navigate(to);
  };

  return (
    // Wide tables scroll inside their own box, which the keyboard must be able to reach.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region needs the focus
    <section className={styles.box} aria-label={t('list.table', { caption })} tabIndex={0}>
      <Table<Row>
        size="small"
        rowKey={keyOf}
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
        showSorterTooltip={false}
        onRow={(row) =>
          open
            ? {
                onClick: (event: MouseEvent<HTMLElement>) => follow(event, open(row)),
                className: styles.opens ?? '',
              }
            : {}
        }
        onChange={(_, __, sorter) => {
          const chosen = Array.isArray(sorter) ? sorter[0] : sorter;
          const by = String(chosen?.columnKey ?? '');
          sort?.set(chosen?.order ? (chosen.order === 'descend' ? `-${by}` : by) : undefined);
        }}
      />
    </section>
  );
}

function orderOf(sort: string, name: string): 'ascend' | 'descend' | null {
  if (sort === name) return 'ascend';
  return sort === `-${name}` ? 'descend' : null;
}

/** A card leaves out what is not known; a table cannot. */
function known<Row extends object>(column: Shown<Row>, row: Row): boolean {
  if (column.always) return true;
  const value = (row as Record<string, unknown>)[column.name];
  return value !== undefined && value !== null && value !== '';
}

function Cards<Row extends object>(props: PartProps<Row>) {
  const { shown, rows, open, deeds, caption, unit = 'wan', keyOf = idOf } = props;
  const header = useHeader<Row>(unit);
  const [key, ...others] = shown;
  return (
    <ul className={styles.cards} aria-label={caption}>
      {rows.map((row) => (
        <li key={keyOf(row)} className={styles.card}>
          {key && (
            <p className={styles.key}>
              {open ? (
                <Link to={open(row)}>{cell(key, row, unit, false)}</Link>
              ) : (
                cell(key, row, unit, false)
              )}
            </p>
          )}
          <dl className={styles.pairs}>
            {others
              .filter((column) => known(column, row))
              .map((column) => (
                <div key={column.name}>
                  <dt>{header(column, false)}</dt>
                  <dd>{cell(column, row, unit, false)}</dd>
                </div>
              ))}
          </dl>
          {deeds && <div className={styles.deeds}>{deeds(row)}</div>}
        </li>
      ))}
    </ul>
  );
}
