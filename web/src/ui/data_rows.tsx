/**
 * The rows of a list: a table where there is room; on a phone one card a record, or one line where a
 * record is hardly more than its figure.
 */
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
  /** The heading in a table, where it is more than the label: a link. */
  title?: ReactNode;
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
  /** The heading over a row that begins a section. */
  section?: ((row: Row) => string | undefined) | undefined;
  /** The column that stands at the right of a line on a phone, where a card would take too much room. */
  figure?: string;
}

interface Shown<Row> extends Column<Row> {
  field: FieldInfo;
}

/** A table of more columns than this is wider than the screen. */
const stickyFrom = 10;
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
  if (!useIsPhone()) return <Grid {...props} shown={shown} />;
  return props.figure ? <Lines {...props} shown={shown} /> : <Cards {...props} shown={shown} />;
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

/** A line of the table: a row, or the heading over it. */
interface Line<Row> {
  row: Row;
  heading?: string;
}

function linesOf<Row>(rows: readonly Row[], section: DataRowsProps<Row>['section']): Line<Row>[] {
  return rows.flatMap((row) => {
    const heading = section?.(row);
    return heading ? [{ row, heading }, { row }] : [{ row }];
  });
}

function Grid<Row extends object>(props: PartProps<Row>) {
  const { shown, rows, open, deeds, sort, caption, unit = 'wan', keyOf = idOf, section } = props;
  const sticky = shown.length > stickyFrom;
  const { t } = useText();
  const navigate = useNavigate();
  const header = useHeader<Row>(unit);

  const width = shown.length + (deeds ? 1 : 0);
  const columns: TableColumnsType<Line<Row>> = shown.map((column, index) => ({
    key: column.name,
    title: column.title ?? header(column, true),
    align: column.numeric || rightAligned.has(column.field.kind) ? 'right' : 'left',
    ...(column.width ? { width: column.width } : {}),
    // What a row is about stays in sight while its figures are scrolled.
    ...(index === 0 && sticky ? { fixed: 'start' as const } : {}),
    onCell: ({ heading }) =>
      heading
        ? { colSpan: index === 0 ? width : 0, className: styles.heading ?? '' }
        : { className: unbroken.has(column.field.kind) ? (styles.unbroken ?? '') : '' },
    ...(sort?.allowed.includes(column.name)
      ? { sorter: true, sortOrder: orderOf(sort.by, column.name) }
      : {}),
    render: (_, { row, heading }) => {
      if (heading) return <span className={styles.words}>{heading}</span>;
      const content = cell(column, row, unit, true);
      return index === 0 && open ? <Link to={open(row)}>{content}</Link> : content;
    },
  }));
  if (deeds) {
    columns.push({
      key: 'deeds',
      title: <span className="unseen">{t('list.deeds')}</span>,
      align: 'right',
      onCell: ({ heading }) => (heading ? { colSpan: 0 } : {}),
      render: (_, { row }) => deeds(row),
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
    <section
      className={section ? `${styles.box} ${styles.sections}` : styles.box}
      aria-label={t('list.table', { caption })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region needs the focus
      tabIndex={0}
    >
      <Table<Line<Row>>
        size="small"
        rowKey={({ row, heading }) => `${heading ?? ''} ${keyOf(row)}`}
        columns={columns}
        dataSource={linesOf(rows, section)}
        pagination={false}
        showSorterTooltip={false}
        onRow={({ row, heading }) =>
          open && !heading
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

/** The name and its figure in one line, what else is known of it small below. */
function Lines<Row extends object>(props: PartProps<Row>) {
  const { shown, rows, caption, unit = 'wan', keyOf = idOf, section, figure } = props;
  const header = useHeader<Row>(unit);
  const [key, ...others] = shown;
  const main = others.find((column) => column.name === figure);
  const asides = others.filter((column) => column !== main);
  return (
    <ul className={styles.lines} aria-label={caption}>
      {linesOf(rows, section).map(({ row, heading }) =>
        heading ? (
          <li key={heading} className={styles.heading}>
            {heading}
          </li>
        ) : (
          <li key={keyOf(row)} className={styles.line}>
            <div>{key && cell(key, row, unit, false)}</div>
            <div className={styles.figure}>{main && cell(main, row, unit, false)}</div>
            <dl className={styles.asides}>
              {asides
                .filter((column) => known(column, row))
                .map((column) => (
                  <div key={column.name}>
                    <dt>{header(column, false)}</dt>
                    <dd>{cell(column, row, unit, false)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ),
      )}
    </ul>
  );
}
