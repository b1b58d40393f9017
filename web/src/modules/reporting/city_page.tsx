/** The city's figures of a quarter: the sum of what the banks filed, and what rows back of it. */
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { integerText, ratioText } from '~/base/format';
import { useText } from '~/base/language';
import { useRecord } from '~/base/list';
import { usePeriodText } from '~/base/period';
import { CellValue, useUnitText } from '~/ui/cell_value';
import { type Fact, FactStrip } from '~/ui/fact_strip';
import { Missing } from '~/ui/missing';
import { Page, Panel } from '~/ui/page';
import { QuarterChoice, useQuarter } from '~/ui/quarter_choice';
import { Empty, Loaded } from '~/ui/state_views';
import { CellTable } from './cell_table';
import { CityBanks } from './city_banks';
import { Differences } from './differences';
import styles from './returns.module.css';
import { type CityCell, type CityFigures, holdsFigure } from './rows';

export function Component() {
  const { t } = useText();
  const quarter = useQuarter();
  const text = usePeriodText();
  const figures = useRecord<CityFigures>(`/figures/city?period=${quarter}`);
  const none = figures.error?.status === 404;
  return (
    <Page
      title={t('page.city')}
      subtitle={t('city.subtitle', { quarter: text(quarter) })}
      actions={<QuarterChoice />}
    >
      {none ? (
        <Panel>
          <Empty title={t('city.none')} words={t('city.noneWords')} />
        </Panel>
      ) : (
        <Loaded query={figures} lines={8}>
          {({ data }) => <Figures key={quarter} figures={data} />}
        </Loaded>
      )}
    </Page>
  );
}

function Figures({ figures }: { figures: CityFigures }) {
  const { t } = useText();
  const [view, setView] = useState<'sum' | 'banks'>('sum');
  const hasBanks = (figures.returns ?? []).length > 0;
  const isWithheld = figures.cells?.some((cell) => cell.level === 'withheld');
  return (
    <>
      <Filed figures={figures} />
      <Panel
        title={t('city.cells')}
        note={
          hasBanks ? (
            <Segmented
              value={view}
              onChange={setView}
              options={[
                { value: 'sum', label: t('city.sum') },
                { value: 'banks', label: t('city.banks') },
              ]}
            />
          ) : (
            isWithheld && t('city.withheld')
          )
        }
      >
        {view === 'banks' ? <CityBanks figures={figures} /> : <Sums figures={figures} />}
      </Panel>
    </>
  );
}

function Filed({ figures }: { figures: CityFigures }) {
  const { t } = useText();
  const unit = t('returns.banks');
  const fact = (label: string, value: number): Fact => ({ label, value: integerText(value), unit });
  return (
    <FactStrip
      facts={[
        { label: t('returns.filedOf'), value: `${figures.filed} / ${figures.asked}`, unit },
        fact(t('city.byLedger'), figures.by_ledger),
        fact(t('city.byForm'), figures.by_form),
        fact(t('city.byNil'), figures.nil),
        {
          label: t('city.knownAt'),
          value: figures.known_at || <Missing reason={t('city.withheld')} />,
        },
      ]}
    />
  );
}

/** For an authority the whole line; for others what may be shown of it, and at which level. */
function Sums({ figures }: { figures: CityFigures }) {
  const { t, language } = useText();
  const unit = useUnitText();
  const [opened, setOpened] = useState<CityCell | null>(null);
  const cells = figures.cells ?? [];
  const full = cells.some((cell) => cell.organisations !== undefined);
  const value = (name: 'value' | 'backed' | 'rest' | 'ledger') => ({
    name,
    numeric: true,
    render: (cell: CityCell) => (
      <CellValue
        unit={cell.unit}
        value={cell[name]}
        missing={
          cell.level === 'withheld'
            ? t('city.withheld')
            : name === 'value'
              ? t('city.givenByNone')
              : undefined
        }
      />
    ),
  });
  const difference = {
    name: 'difference',
    numeric: true,
    render: (cell: CityCell) =>
      cell.difference ? (
        <Button
          type="link"
          size="small"
          className={styles.figure ?? ''}
          aria-haspopup="dialog"
          title={t('city.openDifference')}
          onClick={() => setOpened(cell)}
        >
          <CellValue unit={cell.unit} value={cell.difference} />
        </Button>
      ) : (
        <CellValue unit={cell.unit} value={cell.difference} />
      ),
  };
  return (
    <>
      <CellTable<CityCell>
        of="CityCell"
        rows={cells}
        caption={t('city.cells')}
        isUsed={holdsFigure}
        show={[
          { name: `title_${language}`, label: t('returns.cell') },
          { name: 'unit', render: (cell) => unit(cell.unit) },
          { ...value('value'), always: true },
          ...(full
            ? [
                'organisations',
                value('backed'),
                value('rest'),
                backedShare,
                value('ledger'),
                difference,
              ]
            : ['level']),
        ]}
      />
      {opened && (
        <Differences period={figures.period} cell={opened} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

/** Of nothing there is no share. */
const backedShare = {
  name: 'backed_ppm',
  numeric: true,
  render: ({ backed_ppm: ppm }: CityCell) => (ppm === undefined ? <Missing /> : ratioText(ppm)),
};
