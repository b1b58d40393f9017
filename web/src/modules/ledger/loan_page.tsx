/** One drawdown note: what its bank said of it, of which day, from which file, known since when. */
import { Button } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { dateText } from '~/base/format';
import { useText } from '~/base/language';
import { useRecord } from '~/base/list';
import { labelOf, optionText, useFields } from '~/base/schema';
import { useRight } from '~/base/store';
import { CommandDrawer } from '~/ui/command_drawer';
import { FactStrip } from '~/ui/fact_strip';
import { MoneyText } from '~/ui/money_text';
import { Columns, Page, Panel } from '~/ui/page';
import { Loaded } from '~/ui/state_views';
import { Pill, toneOf } from '~/ui/status_tag';
import { ClassFloor, useBetterThanFloor } from './class_mark';
import { LoanFacts } from './loan_facts';
import { LoanFigures } from './loan_figures';
import { LoanHistory } from './loan_history';
import { MomentPanel } from './moment_panel';
import { Reported } from './reported';
import type { LoanPage } from './rows';

export function Component() {
  const { id = '' } = useParams();
  const { t } = useText();
  const [words] = useSearchParams();
  const [as_of, known_at] = [words.get('as_of'), words.get('known_at')];
  const path = `/loans/${encodeURIComponent(id)}`;
  const record = useRecord<LoanPage>(path, { query: { as_of, known_at } });
  const loan = record.data?.data;
  // What is changed is changed today: a look at another day is for reading only.
  const today = as_of === null && known_at === null;
  return (
    <Page
      title={loan?.enterprise_name ?? t('page.loans')}
      crumbs={[{ label: t('page.loans'), to: '/loans' }]}
      subtitle={loan && <Marks loan={loan} />}
      actions={today && record.data && <Deeds loan={record.data.data} etag={record.data.etag} />}
    >
      {loan && <Figures loan={loan} />}
      <Columns
        main={
          <Loaded query={record}>
            {({ data }) => (
              <>
                <LoanFacts loan={data} />
                <LoanFigures path={path} />
                <Reported loan={data} path={path} />
              </>
            )}
          </Loaded>
        }
        side={
          <>
            <MomentPanel />
            <Panel title={t('loans.history')} note={t('loans.historyNote')}>
              <LoanHistory path={`${path}/history`} />
            </Panel>
          </>
        }
      />
    </Page>
  );
}

function Marks({ loan }: { loan: LoanPage }) {
  const { t, language } = useText();
  const [state, right, fact_date] = useFields('Loan', ['state', 'right_kind', 'fact_date']);
  return (
    <>
      {loan.note_number && <span>{loan.note_number}</span>}
      {state && <Pill tone={toneOf(loan.state)}>{optionText(state, loan.state, language)}</Pill>}
      {right && <Pill>{optionText(right, loan.right_kind, language)}</Pill>}
      <Pill>{loan.branch_name ?? loan.bank_name}</Pill>
      {fact_date && (
        <span>
          {t('loans.asOf', {
            label: labelOf(fact_date, language),
            date: dateText(loan.fact_date, language),
          })}
        </span>
      )}
    </>
  );
}

const figures = [
  'disbursed_fen',
  'balance_fen',
  'balance_secured_fen',
  'balance_unsecured_fen',
] as const;

function Figures({ loan }: { loan: LoanPage }) {
  const { t, language } = useText();
  const fields = useFields('LoanPage', figures);
  const [own, floor] = useFields('Loan', ['class', 'class_floor']);
  return (
    <FactStrip
      facts={[
        ...figures.map((name, index) => ({
          label: fields[index] ? labelOf(fields[index], language) : '',
          value: <MoneyText fen={loan[name] ?? null} bare />,
          unit: loan[name] === undefined ? '' : t('unit.wan'),
        })),
        {
          label: own ? labelOf(own, language) : '',
          value: own ? optionText(own, loan.class, language) : '',
        },
        { label: floor ? labelOf(floor, language) : '', value: <ClassFloor loan={loan} /> },
      ]}
    />
  );
}

type Deed = 'explainClass' | 'setBasis';

const commands: Record<Deed, { command: string; show: string[] }> = {
  explainClass: { command: 'loans.explain-class', show: ['reason'] },
  setBasis: { command: 'loans.set-basis', show: ['basis'] },
};

function Deeds({ loan, etag }: { loan: LoanPage; etag: string | null }) {
  const { t } = useText();
  const mayExplain = useRight('loans.explain-class');
  const maySet = useRight('loans.set-basis');
  const better = useBetterThanFloor(loan);
  const [chosen, setChosen] = useState<Deed | null>(null);
  return (
    <>
      {maySet && (
        <Button aria-haspopup="dialog" onClick={() => setChosen('setBasis')}>
          {t('loans.setBasis')}
        </Button>
      )}
      {mayExplain && better && (
        <Button type="primary" aria-haspopup="dialog" onClick={() => setChosen('explainClass')}>
          {t('loans.explainClass')}
        </Button>
      )}
      {chosen && (
        <CommandDrawer
          {...commands[chosen]}
          title={t(`loans.${chosen}`)}
          words={t(`loans.${chosen}Words`)}
          values={{ basis: loan.basis, reason: loan.class_reason }}
          id={loan.id}
          version={etag}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}
