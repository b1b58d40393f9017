/** The typed facts of a note, those that returns and figures compute with. */
import { useText } from '~/base/language';
import { optionText, useFields } from '~/base/schema';
import { Copyable } from '~/ui/copyable';
import { Fields } from '~/ui/fields';
import { Missing } from '~/ui/missing';
import { Panel } from '~/ui/page';
import { useRecords } from '~/ui/record_choice';
import { ImportLink } from './import_link';
import type { LoanPage, Region } from './rows';

export function LoanFacts({ loan }: { loan: LoanPage }) {
  const { t } = useText();
  const { uscc } = loan;
  return (
    <>
      <Panel title={t('loans.borrower')}>
        <Fields
          of="LoanPage"
          value={loan}
          show={['enterprise_name', 'uscc', 'region', 'zone', 'in_park']}
          render={{
            ...(uscc ? { uscc: <Copyable text={uscc} /> } : {}),
            region: <RegionName code={loan.region} />,
            zone: <RegionName code={loan.zone} />,
          }}
        />
      </Panel>
      <Panel title={t('loans.note')}>
        <Fields
          of="LoanPage"
          value={loan}
          show={[
            'note_number',
            'contract_number',
            'credit_line',
            'bank_name',
            'branch_name',
            'rights',
            'security_mode',
            'disbursed_on',
            'matures_on',
            'secured_fen',
            'granted_fen',
            'overdue_days',
            'class_reason',
            'basis',
            'fact_date',
            'import',
          ]}
          render={{
            rights: <RightKinds names={loan.rights} />,
            basis: <Basis basis={loan.basis} />,
            import: <ImportLink id={loan.import} row={loan.source_row} />,
          }}
        />
      </Panel>
    </>
  );
}

function RegionName({ code }: { code: string | undefined }) {
  const { language } = useText();
  const regions = useRecords<Region>('/regions', {}, false).data ?? [];
  if (code === undefined) return <Missing />;
  const region = regions.find((one) => one.code === code);
  return (language === 'zh' ? region?.name : region?.english) ?? code;
}

/** Every kind pledged; the server keeps their names with a blank between. */
export function RightKinds({ names }: { names: string }) {
  const { t, language } = useText();
  const [field] = useFields('Loan', ['right_kind']);
  if (!field) return names;
  return names
    .split(' ')
    .map((name) => optionText(field, name, language))
    .join(t('format.comma'));
}

function Basis({ basis }: { basis: string | undefined }) {
  const { t, language } = useText();
  const [field] = useFields('Loan', ['basis']);
  if (!basis || !field) return t('loans.noBasis');
  return optionText(field, basis, language);
}
