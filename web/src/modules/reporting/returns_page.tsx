/** Quarterly returns: a bank finds its own, an authority who has filed what. */
import { useText } from '~/base/language';
import { type ListPage, useList, useRecord } from '~/base/list';
import { usePeriodText } from '~/base/period';
import { optionText, useFields } from '~/base/schema';
import { useRight } from '~/base/store';
import { Board, type BoardCell, type BoardRow } from '~/ui/board';
import { DataPage } from '~/ui/data_page';
import { type Fact, FactStrip } from '~/ui/fact_strip';
import { Page, Panel } from '~/ui/page';
import { Empty, Loaded } from '~/ui/state_views';
import { StatusTag, type Tone, toneOf } from '~/ui/status_tag';
import { type ReturnBoard, type ReturnRow, returnPath } from './rows';

/** Enough for a city of thirty banks over six quarters. */
const most = 200;

export function Component() {
  return useRight('figures.read') ? <WhoHasFiled /> : <OwnReturns />;
}

function OwnReturns() {
  const { t } = useText();
  const quarter = usePeriodText();
  return (
    <DataPage<ReturnRow>
      title={t('page.returns')}
      subtitle={t('returns.subtitle')}
      of="ReturnRow"
      path="/returns"
      show={[
        { name: 'period', render: (row) => quarter(row.period) },
        'organisation_name',
        'state',
        'due',
        'number',
        'source',
        'edition',
        'received',
        {
          name: 'timeliness',
          always: true,
          render: (row) => <Timeliness row={row} />,
        },
      ]}
      open={(row) => returnPath(row.id)}
      empty={{ title: t('returns.none'), words: t('returns.noneWords') }}
    />
  );
}

/** Late while it is missing is another matter than received late. */
function Timeliness({ row }: { row: ReturnRow }) {
  const { tone, words } = useStanding()(row);
  return <StatusTag tone={tone}>{words}</StatusTag>;
}

/** On time, late, still open or overdue, in one word. */
function useStanding() {
  const { t } = useText();
  return (row: ReturnRow): { tone: Tone; words: string } => {
    const late = row.timeliness === 'late';
    if (row.received) {
      return {
        tone: toneOf(late ? 'late' : 'on_time'),
        words: t(late ? 'returns.late' : 'returns.onTime'),
      };
    }
    return {
      tone: toneOf(late ? 'overdue' : 'open'),
      words: t(late ? 'returns.overdue' : 'returns.open'),
    };
  };
}

function WhoHasFiled() {
  const { t } = useText();
  const list = useList<ReturnRow>('/returns', { limit: most });
  return (
    <Page title={t('page.returns')} subtitle={t('returns.boardSubtitle')}>
      <Loaded query={list} lines={8}>
        {({ rows }: ListPage<ReturnRow>) =>
          rows.length === 0 ? (
            <Panel>
              <Empty title={t('returns.none')} words={t('returns.noneWords')} />
            </Panel>
          ) : (
            <Filings rows={rows} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Filings({ rows }: { rows: ReturnRow[] }) {
  const { t } = useText();
  const quarter = usePeriodText();
  const cellOf = useBoardCell();
  const periods = [...new Set(rows.map((row) => row.period))].sort().reverse();
  const banks = new Map<number, BoardRow>();
  for (const row of rows) {
    const bank = banks.get(row.organisation) ?? {
      id: row.organisation,
      name: row.organisation_name,
      cells: {},
    };
    bank.cells[row.period] = cellOf(row);
    banks.set(row.organisation, bank);
  }
  return (
    <>
      <Counts period={periods[0] ?? ''} />
      <Panel title={t('returns.board')} note={t('returns.boardNote')}>
        <Board
          caption={t('returns.byBank')}
          corner={t('returns.bank')}
          columns={periods.map((period) => ({ key: period, label: quarter(period) }))}
          rows={[...banks.values()].sort((one, other) => Number(one.id) - Number(other.id))}
        />
      </Panel>
    </>
  );
}

function useBoardCell() {
  const { t, language } = useText();
  const standing = useStanding();
  const [source, edition, state] = useFields('ReturnRow', ['source', 'edition', 'state']);
  return (row: ReturnRow): BoardCell => {
    const parts = [
      row.state === 'submitted'
        ? t('returns.toJudge')
        : (row.state === 'returned' || row.state === 'accepted') &&
          state &&
          optionText(state, row.state, language),
      row.source && source ? optionText(source, row.source, language) : '',
      row.edition && edition ? optionText(edition, row.edition, language) : '',
      row.number ? t('returns.number', { number: row.number }) : '',
      row.entered_by_name ? t('returns.onBehalf') : '',
    ].filter(Boolean);
    return {
      ...standing(row),
      // What was sent back is again to be done, however early it once came.
      ...(row.state === 'returned' ? { tone: toneOf('returned') } : {}),
      to: returnPath(row.id),
      ...(parts.length > 0 ? { note: parts.join(' · ') } : {}),
    };
  };
}

/** How many have filed for the latest quarter, and from what. */
function Counts({ period }: { period: string }) {
  const { t } = useText();
  const quarter = usePeriodText();
  const board = useRecord<ReturnBoard>(`/returns/board?period=${period}`);
  const fact = (label: string, value: number, unit: string): Fact => ({ label, value, unit });
  return (
    <Loaded query={board} lines={1}>
      {({ data }) => (
        <FactStrip
          facts={[
            {
              label: t('returns.filedOf'),
              value: `${data.on_time + data.late} / ${data.asked}`,
              unit: quarter(period),
            },
            fact(t('returns.onTime'), data.on_time, t('returns.banks')),
            fact(t('returns.late'), data.late, t('returns.banks')),
            fact(t('returns.open'), data.open, t('returns.banks')),
            fact(t('returns.overdue'), data.overdue, t('returns.banks')),
            {
              label: t('returns.sources'),
              value: `${data.by_ledger} / ${data.by_form} / ${data.nil}`,
            },
          ]}
        />
      )}
    </Loaded>
  );
}
