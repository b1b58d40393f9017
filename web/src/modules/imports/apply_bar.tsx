/** What the file would do, or has done, in figures; and the button that does it. */
import { App, Button } from 'antd';
import { useCommand } from '~/base/action';
import { integerText } from '~/base/format';
import { useText } from '~/base/language';
import { isUnsigned } from '~/base/on_behalf';
import { labelOf, useFields } from '~/base/schema';
import { useRight } from '~/base/store';
import type { Struct } from '~/base/types';
import { FactStrip } from '~/ui/fact_strip';
import { LinkButton } from '~/ui/link_button';
import { ProblemNote } from '~/ui/problem_note';
import { StandingLine } from '~/ui/standing_line';
import styles from './imports.module.css';
import { ImportProgress } from './progress';
import { type Import, isOpen, pathOf } from './rows';

type Applied = Struct<'AppliedImport'>;

const counted = ['rows', 'good', 'waiting', 'wrong', 'created', 'changed'] as const;
const applied = ['accepted', 'created', 'changed'] as const;

export function ApplyBar({ of, etag }: { of: Import; etag: string | null }) {
  return (
    <>
      <Figures of={of} />
      {isOpen(of) ? <Standing of={of} etag={etag} /> : <Outcome of={of} />}
    </>
  );
}

function Figures({ of }: { of: Import }) {
  const { language } = useText();
  const staged = useFields('ImportCounts', counted);
  const done = useFields('Import', applied);
  const { counts } = of;
  const facts = counts
    ? counted.map((name, index) => ({ field: staged[index], value: counts[name] }))
    : applied.map((name, index) => ({ field: done[index], value: of[name] }));
  return (
    <FactStrip
      facts={facts.map(({ field, value }) => ({
        label: field ? labelOf(field, language) : '',
        value: integerText(value),
      }))}
    />
  );
}

function Standing({ of, etag }: { of: Import; etag: string | null }) {
  const { t } = useText();
  const { message } = App.useApp();
  const mayApply = useRight('imports.apply');
  const apply = useCommand<Applied>(({ data }) => {
    void message.success(
      t('imports.applied', {
        accepted: integerText(data.accepted),
        created: integerText(data.created),
        changed: integerText(data.changed),
        left: integerText(data.left_out),
      }),
      8,
    );
  });
  const send = (accept: 'all' | 'good_rows') =>
    apply.mutate({ path: `${pathOf(of.id)}/apply`, body: { accept }, version: etag });
  const allowed = of.may_apply ?? [];
  const all = allowed.includes('all');
  const { errors = 0, questions = 0, good = 0, wrong = 0, waiting = 0 } = of.counts ?? {};
  const count = (name: 'errorsLeft' | 'questionsLeft', number: number) =>
    number > 0 && t(`imports.${name}`, { count: number });
  const left = [count('errorsLeft', errors), count('questionsLeft', questions)]
    .filter(Boolean)
    .join(t('format.comma'));
  // Of a file applied in part the good rows are in the books until more are mended.
  const isDone = of.state === 'partly' && good <= of.accepted;
  const words = all
    ? t('imports.readyWords')
    : isDone
      ? t('imports.partlyWords', { accepted: integerText(of.accepted) })
      : t(errors === 0 ? 'imports.answerFirst' : 'imports.notYetWords');
  return (
    <>
      {apply.error && <ProblemNote problem={apply.error} />}
      {apply.isPending && <ImportProgress of={of.id} />}
      <StandingLine
        type={all ? 'success' : 'warning'}
        title={all ? t('imports.ready', { good: integerText(good) }) : left}
        words={words}
        action={
          mayApply && (
            <div className={styles.apply}>
              {wrong + waiting > 0 && !isDone && (
                <Button
                  disabled={!allowed.includes('good_rows')}
                  loading={apply.isPending}
                  onClick={() => send('good_rows')}
                >
                  {t('imports.applyGood', { good: integerText(good) })}
                </Button>
              )}
              <Button
                type="primary"
                disabled={!all}
                loading={apply.isPending}
                onClick={() => send('all')}
              >
                {t('imports.applyAll')}
              </Button>
            </div>
          )
        }
      />
    </>
  );
}

function Outcome({ of }: { of: Import }) {
  const { t } = useText();
  const seesLoans = useRight('loans.read') && of.kind === 'loan_ledger' && of.state === 'applied';
  const unsigned = isUnsigned(of);
  return (
    <StandingLine
      type={unsigned ? 'warning' : of.state === 'applied' ? 'success' : 'info'}
      title={t(`imports.${of.state as 'applied' | 'discarded' | 'undone'}State`)}
      words={unsigned && t('imports.unsignedWords')}
      action={seesLoans && <LinkButton to="/loans">{t('imports.seeLoans')}</LinkButton>}
    />
  );
}
