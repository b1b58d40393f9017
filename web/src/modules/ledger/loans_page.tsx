/** The loan ledger: drawdown notes as they stand on a day, as known then or now. */
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { address } from '~/base/api';
import { useText } from '~/base/language';
import { useListState } from '~/base/list';
import type { Option } from '~/base/schema';
import { useRight, useSession } from '~/base/store';
import { DataPage } from '~/ui/data_page';
import { LinkButton } from '~/ui/link_button';
import { useRecords } from '~/ui/record_choice';
import { ClassFloor } from './class_mark';
import styles from './ledger.module.css';
import type { Loan, Organisation, Region } from './rows';

export function Component() {
  const { t } = useText();
  const ofBank = useSession().organisation.kind === 'bank';
  const mayExport = useRight('loans.export');
  const mayImport = useRight('imports.create');
  const { filters } = useListState();
  const importing = mayImport && (
    <LinkButton to="/imports/new" type="primary">
      {t('loans.import')}
    </LinkButton>
  );
  return (
    <DataPage<Loan>
      title={t('page.loans')}
      subtitle={t('loans.subtitle')}
      actions={
        <>
          {mayExport && (
            <Button
              icon={<DownloadOutlined />}
              href={address('/loans/export', filters)}
              download
              title={t('loans.exportWords')}
            >
              {t('loans.export')}
            </Button>
          )}
          {importing}
        </>
      }
      of="Loan"
      path="/loans"
      show={[
        { name: 'note_number', render: (row) => <NoteNumber loan={row} /> },
        'enterprise_name',
        ofBank ? 'branch_name' : { name: 'bank_name', render: (row) => <Office loan={row} /> },
        'right_kind',
        'disbursed_on',
        'matures_on',
        'disbursed_fen',
        'balance_fen',
        'overdue_days',
        'class',
        { name: 'class_floor', render: (row) => <ClassFloor loan={row} /> },
        'state',
        'fact_date',
      ]}
      search={{ name: 'text', hint: t('loans.search') }}
      filters={[
        'state',
        'class',
        'class_check',
        ...(ofBank ? [] : ['bank']),
        'branch',
        'region',
        'right_kind',
        'as_of',
        'known_at',
      ]}
      choices={useChoices(ofBank, filters.bank)}
      open={(row) => `/loans/${row.id}`}
      empty={{ title: t('loans.none'), words: t('loans.noneWords'), action: importing }}
    />
  );
}

/** A number broken over two lines is read as two. */
function NoteNumber({ loan }: { loan: Loan }) {
  return <span className={styles.number}>{loan.note_number ?? loan.contract_number}</span>;
}

function Office({ loan }: { loan: Loan }) {
  return (
    <>
      {loan.bank_name}
      {loan.branch_name && <span className={styles.branch}>{loan.branch_name}</span>}
    </>
  );
}

/** Banks, and the branches of the one that is chosen; a bank has only its own. */
function useChoices(ofBank: boolean, bank: string | undefined): Record<string, Option[]> {
  const { t } = useText();
  const offices = useRecords<Organisation>('/organisations', { kind: 'bank' }).data ?? [];
  const regions = useRecords<Region>('/regions', {}, false).data ?? [];
  const option = ({ id, name }: Organisation) => ({ name: String(id), zh: name, en: name });
  const now = t('loans.knownNow');
  return {
    bank: offices.filter((office) => office.parent === undefined).map(option),
    branch: offices
      .filter((office) => office.parent !== undefined)
      .filter((office) => ofBank || !bank || String(office.parent) === bank)
      .map(option),
    region: regions.map(({ code, name, english }) => ({ name: code, zh: name, en: english })),
    known_at: [{ name: 'now', zh: now, en: now }],
  };
}
