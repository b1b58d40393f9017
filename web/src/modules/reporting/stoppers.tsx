/** Notes that keep the ledger from being the source: without facts of the last day, or risen unsaid. */
import { Alert } from 'antd';
import { dateText } from '~/base/format';
import { useText } from '~/base/language';
import { MoneyText } from '~/ui/money_text';
import styles from './returns.module.css';
import type { ReturnPage } from './rows';

const most = 10;
type PageNote = NonNullable<ReturnPage['stale']>[number];

export function Stoppers({ page }: { page: ReturnPage }) {
  const { t, language } = useText();
  if (page.draft?.source !== 'ledger') return null;
  const { stale = [], rises = [] } = page;
  const name = (note: PageNote) => note.note_number ?? t('returns.noteById', { id: note.note });
  return (
    <>
      {stale.length > 0 && (
        <Alert
          className={styles.line ?? ''}
          type="warning"
          showIcon
          title={t('returns.stale', { count: stale.length })}
          description={
            <ul>
              {stale.slice(0, most).map((note) => (
                <li key={note.note}>
                  {t('returns.staleNote', {
                    note: name(note),
                    day: dateText(note.fact_date ?? '', language),
                  })}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {rises.length > 0 && (
        <Alert
          className={styles.line ?? ''}
          type="warning"
          showIcon
          title={t('returns.rises', { count: rises.length })}
          description={
            <ul>
              {rises.slice(0, most).map((note) => (
                <li key={note.note}>
                  {name(note)} <MoneyText fen={note.rise} />
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
