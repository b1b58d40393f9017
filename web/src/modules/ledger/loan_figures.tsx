/** Which figures of a quarter's return the note goes into today, and why into others not. */
import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '~/base/language';
import { useRecord } from '~/base/list';
import type { Struct } from '~/base/types';
import { CellValue, useUnitText } from '~/ui/cell_value';
import { DataRows } from '~/ui/data_rows';
import { Missing } from '~/ui/missing';
import { Panel } from '~/ui/page';
import { QuarterChoice, useQuarter } from '~/ui/quarter_choice';
import { Empty, Loaded } from '~/ui/state_views';
import styles from './ledger.module.css';

type Counted = Struct<'CountedNote'>;
type CountedFigure = Struct<'CountedFigure'>;
type CountedReason = Struct<'CountedReason'>;

export function LoanFigures({ path }: { path: string }) {
  const { t } = useText();
  const period = useQuarter();
  const record = useRecord<Counted>(`${path}/figures`, { query: { period } });
  return (
    <Panel title={t('loans.figures')} note={<QuarterChoice />}>
      <Loaded query={record}>
        {({ data }) =>
          data.figures?.length ? (
            <Figures figures={data.figures} />
          ) : (
            <Empty title={t('loans.notInQuarter')} />
          )
        }
      </Loaded>
    </Panel>
  );
}

function Figures({ figures }: { figures: CountedFigure[] }) {
  const { t, language } = useText();
  const unit = useUnitText();
  const [all, setAll] = useState(false);
  const others = figures.filter((figure) => figure.counts === 'no').length;
  const title = (figure: CountedFigure) => figure[`title_${language}`];
  return (
    <>
      <DataRows<CountedFigure>
        of="CountedFigure"
        rows={all ? figures : figures.filter((figure) => figure.counts !== 'no')}
        caption={t('loans.figures')}
        keyOf={(figure) => figure.cell}
        show={[
          { name: 'cell', render: title },
          {
            name: 'amount',
            always: true,
            numeric: true,
            render: (figure) => <Given figure={figure} unit={unit(figure.unit)} />,
          },
          {
            name: 'reasons',
            always: true,
            render: (figure) => <Reasons figure={figure} />,
          },
        ]}
      />
      {others > 0 && (
        <Button type="link" onClick={() => setAll(!all)}>
          {t(all ? 'loans.onlyCounted' : 'loans.notCounted', { count: others })}
        </Button>
      )}
    </>
  );
}

function Given({ figure, unit }: { figure: CountedFigure; unit: string }) {
  const { t } = useText();
  if (figure.counts === 'no') return t('loans.countsNot');
  if (figure.counts === 'unknown') return t('loans.countsUnknown');
  if (figure.amount === undefined) return t('loans.counts');
  return (
    <>
      <CellValue unit={figure.unit} value={figure.amount} /> {unit}
    </>
  );
}

const marks = { yes: CheckOutlined, no: CloseOutlined, unknown: QuestionOutlined };

function Reasons({ figure }: { figure: CountedFigure }) {
  const { t } = useText();
  const reasons = figure.reasons ?? [];
  if (reasons.length === 0)
    return t(figure.counts === 'no' ? 'loans.noRow' : 'loans.unconditional');
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason.asked_en}>
          <Holds reason={reason} />
        </li>
      ))}
    </ul>
  );
}

/** What was asked, and beside it what was found where that says more. */
function Holds({ reason }: { reason: CountedReason }) {
  const { t, language } = useText();
  const Sign = marks[reason.truth];
  const found = reason[`found_${language}`];
  return (
    <>
      <Sign role="img" aria-hidden={false} aria-label={t(`loans.holds.${reason.truth}`)} />{' '}
      {reason[`asked_${language}`]}
      {reason.truth === 'no' && <span className={styles.found}>{t('loans.found', { found })}</span>}
      {found === undefined && <Missing reason={t('loans.lacksDatum')} />}
    </>
  );
}
