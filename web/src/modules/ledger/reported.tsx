/** The bank's other columns as they came: shown and exported, never computed with. */
import { useState } from 'react';
import { useText } from '~/base/language';
import { useRight } from '~/base/store';
import { Panel } from '~/ui/page';
import { ImportLink } from './import_link';
import styles from './ledger.module.css';
import { Reveal } from './reveal';
import type { LoanPage } from './rows';

export function Reported({ loan, path }: { loan: LoanPage; path: string }) {
  const { t } = useText();
  const mayReveal = useRight('loans.reveal');
  const [revealed, setRevealed] = useState<Record<string, unknown>>({});
  const columns = Object.entries((loan.reported ?? {}) as Record<string, unknown>);
  if (columns.length === 0) return null;
  const hidden = loan.personal_columns > Object.keys(revealed).length;
  return (
    <Panel title={t('loans.reported')} note={<ImportLink id={loan.import} row={loan.source_row} />}>
      <p className={styles.quiet}>{t('loans.reportedWords')}</p>
      <dl className={styles.reported}>
        {columns.map(([header, value]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>{textOf(revealed[header] ?? value)}</dd>
          </div>
        ))}
      </dl>
      {mayReveal && hidden && <Reveal path={path} onShown={setRevealed} />}
    </Panel>
  );
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
