/** The bank's other columns as they came: shown and exported, never computed with. */
import { useText } from '~/base/language';
import { Panel } from '~/ui/page';
import { ImportLink } from './import_link';
import styles from './ledger.module.css';
import type { LoanPage } from './rows';

export function Reported({ loan }: { loan: LoanPage }) {
  const { t } = useText();
  const columns = Object.entries((loan.reported ?? {}) as Record<string, unknown>);
  if (columns.length === 0) return null;
  return (
    <Panel title={t('loans.reported')} note={<ImportLink id={loan.import} row={loan.source_row} />}>
      <p className={styles.quiet}>{t('loans.reportedWords')}</p>
      <dl className={styles.reported}>
        {columns.map(([header, value]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
