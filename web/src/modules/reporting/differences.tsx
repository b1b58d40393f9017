/** What the ledger says today against what was filed, note by note. */
import { Drawer } from 'antd';
import { useText } from '~/base/language';
import { type ListPage, useList } from '~/base/list';
import { CellValue } from '~/ui/cell_value';
import { DataRows } from '~/ui/data_rows';
import { Empty, Loaded } from '~/ui/state_views';
import type { CityCell, NoteDifference } from './rows';

const most = 200;

interface DifferencesProps {
  period: string;
  cell: CityCell;
  onClose: () => void;
}

export function Differences({ period, cell, onClose }: DifferencesProps) {
  const { t, language } = useText();
  const rows = useList<NoteDifference>('/figures/city/differences', {
    period,
    cell: cell.cell,
    limit: most,
  });
  const figure = (name: 'frozen' | 'ledger' | 'difference') => ({
    name,
    numeric: true,
    render: (row: NoteDifference) => <CellValue unit={cell.unit} value={row[name]} />,
  });
  return (
    <Drawer
      open
      size={720}
      title={t('city.differencesOf', { cell: cell[`title_${language}`] })}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Loaded query={rows}>
        {(list: ListPage<NoteDifference>) =>
          list.rows.length === 0 ? (
            <Empty title={t('city.noDifferences')} />
          ) : (
            <>
              <DataRows<NoteDifference>
                of="NoteDifference"
                rows={list.rows}
                caption={cell[`title_${language}`]}
                keyOf={(row) => `${row.organisation} ${row.note ?? ''}`}
                show={[
                  'name',
                  { name: 'note_number', render: (row) => row.note_number ?? t('city.notShown') },
                  figure('frozen'),
                  figure('ledger'),
                  figure('difference'),
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
