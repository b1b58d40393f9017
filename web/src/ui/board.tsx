/** Who has filed what: one row a party, one column a period, the state in words in every cell. */
import { Link } from 'react-router';
import { useText } from '~/base/language';
import { useIsPhone } from '~/base/screen';
import type { Id } from '~/base/store';
import styles from './board.module.css';
import { Missing } from './missing';
import { StatusTag, type Tone } from './status_tag';

export interface BoardCell {
  tone: Tone;
  words: string;
  /** On which day, by whom, which version. */
  note?: string;
  to?: string;
}

export interface BoardRow {
  id: Id;
  name: string;
  note?: string;
  cells: Record<string, BoardCell | undefined>;
}

interface BoardProps {
  caption: string;
  corner: string;
  columns: readonly { key: string; label: string }[];
  rows: readonly BoardRow[];
}

export function Board(props: BoardProps) {
  return useIsPhone() ? <Cards {...props} /> : <Matrix {...props} />;
}

function Matrix({ caption, corner, columns, rows }: BoardProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region needs the focus
    <section className={styles.box} aria-label={caption} tabIndex={0}>
      <table className={styles.board}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}
                {row.note && <span className={styles.note}>{row.note}</span>}
              </th>
              {columns.map((column) => (
                <td key={column.key}>
                  <Cell cell={row.cells[column.key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cards({ caption, columns, rows }: BoardProps) {
  return (
    <ul className={styles.cards} aria-label={caption}>
      {rows.map((row) => (
        <li key={row.id} className={styles.card}>
          <p className={styles.name}>{row.name}</p>
          {row.note && <p className={styles.note}>{row.note}</p>}
          <dl>
            {columns.map((column) => (
              <div key={column.key}>
                <dt>{column.label}</dt>
                <dd>
                  <Cell cell={row.cells[column.key]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Cell({ cell }: { cell: BoardCell | undefined }) {
  const { t } = useText();
  if (!cell) return <Missing reason={t('board.nothing')} />;
  return (
    <>
      <StatusTag tone={cell.tone}>
        {cell.to ? <Link to={cell.to}>{cell.words}</Link> : cell.words}
      </StatusTag>
      {cell.note && <span className={styles.note}>{cell.note}</span>}
    </>
  );
}
