/** The columns that a kind of file may have: which must be there, and what a cell may hold. */
import { useText } from '~/base/language';
import { Pill } from '~/ui/status_tag';
import styles from './imports.module.css';
import type { ImportKind } from './rows';

export function KindFields({ kind }: { kind: ImportKind }) {
  const { t, language } = useText();
  return (
    <>
      <p className={styles.quiet}>
        {t('imports.anyOrder')} {kind.reported_kept && t('imports.reportedKept')}
      </p>
      <ul className={styles.fields}>
        {(kind.fields ?? []).map((field) => (
          <li key={field.field}>
            <span>
              {field[language]}{' '}
              {field.required && <Pill tone="active">{t('imports.required')}</Pill>}
            </span>
            {(field.choices ?? []).length > 0 && (
              <span className={styles.quiet}>
                {field.choices?.map((choice) => choice[language]).join(t('format.comma'))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
