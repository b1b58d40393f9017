/**
 * The least class that overdue days allow, beside the bank's own. Where the bank's is better, it
 * needs a reason: it is marked, never overwritten.
 */
import { useText } from '~/base/language';
import { type FieldInfo, optionText, useFields } from '~/base/schema';
import { Missing } from '~/ui/missing';
import { Pill } from '~/ui/status_tag';
import type { Loan } from './rows';

type Classed = Pick<Loan, 'class' | 'class_floor' | 'class_reason'>;

/** Classes stand from best to worst in the server's description. */
function isBetter(field: FieldInfo | undefined, loan: Classed): boolean {
  const rank = (name: string) => field?.options.findIndex((option) => option.name === name) ?? -1;
  return loan.class_floor !== undefined && rank(loan.class) < rank(loan.class_floor);
}

export function useBetterThanFloor(loan: Classed): boolean {
  const [field] = useFields('Loan', ['class']);
  return isBetter(field, loan);
}

export function ClassFloor({ loan }: { loan: Classed }) {
  const { t, language } = useText();
  const [field] = useFields('Loan', ['class_floor']);
  const better = useBetterThanFloor(loan);
  if (!loan.class_floor || !field) return <Missing reason={t('loans.noFloor')} />;
  return (
    <>
      {optionText(field, loan.class_floor, language)}{' '}
      {better && (
        <Pill tone={loan.class_reason ? 'neutral' : 'bad'}>
          {t(loan.class_reason ? 'loans.explained' : 'loans.unexplained')}
        </Pill>
      )}
    </>
  );
}
