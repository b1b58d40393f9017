/** The rows behind a figure of a frozen version; they add up to it. */
import { Drawer } from 'antd';
import { Link } from 'react-router';
import { useText } from '~/base/language';
import { type ListPage, useList } from '~/base/list';
import { useRight } from '~/base/store';
import { CellValue, useUnitText } from '~/ui/cell_value';
import { DataRows } from '~/ui/data_rows';
import { Missing } from '~/ui/missing';
import { Empty, Loaded } from '~/ui/state_views';
import { type OpenedRow, type PageCell, type ReturnPage, returnPath } from './rows';

const most = 200;

interface OpenedFigureProps {
  page: ReturnPage;
  cell: PageCell;
  number: number;
  onClose: () => void;
}

export function OpenedFigure({ page, cell, number, onClose }: OpenedFigureProps) {
  const { t, language } = useText();
  const unit = useUnitText();
  const rows = useList<OpenedRow>(`${returnPath(page.id)}/rows`, {
    cell: cell.cell,
    number,
    limit: most,
  });
  const title = cell[`title_${language}`];
  return (
    <Drawer
      open
      size={720}
      title={t('returns.rowsOf', { cell: title })}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Loaded query={rows}>
        {(list: ListPage<OpenedRow>) =>
          list.rows.length === 0 ? (
            <Empty title={t('returns.noRows')} />
          ) : (
            <>
              <DataRows<OpenedRow>
                of="OpenedRow"
                rows={list.rows.map((row, place) => ({ ...row, place }))}
                caption={title}
                keyOf={(row) => (row as OpenedRow & { place: number }).place}
                show={[
                  { name: 'note_number', always: true, render: (row) => <NoteName row={row} /> },
                  'enterprise_name',
                  ...(list.rows.some((row) => row.kind)
                    ? [{ name: 'kind', render: (row: OpenedRow) => <RowKind row={row} /> }, 'day']
                    : []),
                  {
                    name: 'amount',
                    numeric: true,
                    label: t('list.withUnit', {
                      label: t('returns.amount'),
                      unit: unit(cell.unit),
                    }),
                    render: (row) => <CellValue unit={cell.unit} value={row.amount} />,
                  },
                ]}
              />
              {list.next && <p>{t('returns.moreRows', { most })}</p>}
            </>
          )
        }
      </Loaded>
    </Drawer>
  );
}

function NoteName({ row }: { row: OpenedRow }) {
  const { t } = useText();
  const mayRead = useRight('loans.read');
  if (!row.note) return <Missing reason={t('returns.noNote')} />;
  const name = row.note_number ?? t('returns.noteById', { id: row.note });
  return mayRead ? <Link to={`/loans/${row.note}`}>{name}</Link> : name;
}

const kinds = ['drawdown', 'repayment', 'entered', 'not_shown'] as const;
type KindWord = (typeof kinds)[number];

function RowKind({ row }: { row: OpenedRow }) {
  const { t } = useText();
  const known = kinds.find((kind): kind is KindWord => kind === row.kind);
  if (known) return t(`returns.rowKind.${known}`);
  return row.kind ?? <Missing reason={t('returns.noKind')} />;
}
