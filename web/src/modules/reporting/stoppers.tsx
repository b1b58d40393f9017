/** Notes that keep the ledger from being the source: without facts of the last day, or risen unsaid. */
import { dateText } from '~/base/format';
import { useText } from '~/base/language';
import { useRight } from '~/base/store';
import { LinkButton } from '~/ui/link_button';
import { MoneyText } from '~/ui/money_text';
import { StandingLine } from '~/ui/standing_line';
import type { ReturnPage } from './rows';

const most = 10;
type PageNote = NonNullable<ReturnPage['stale']>[number];

export function Stoppers({ page }: { page: ReturnPage }) {
  const { t, language } = useText();
  const mayImport = useRight('imports.create');
  if (page.draft?.source !== 'ledger') return null;
  const { stale = [], rises = [] } = page;
  const name = (note: PageNote) => note.note_number ?? t('returns.noteById', { id: note.note });
  return (
    <>
      {stale.length > 0 && (
        <StandingLine
          type="warning"
          title={t('returns.stale', { count: stale.length })}
          action={mayImport && <LinkButton to="/imports/new">{t('loans.import')}</LinkButton>}
        >
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
        </StandingLine>
      )}
      {rises.length > 0 && (
        <StandingLine type="warning" title={t('returns.rises', { count: rises.length })}>
          <ul>
            {rises.slice(0, most).map((note) => (
              <li key={note.note}>
                {name(note)} <MoneyText fen={note.rise} />
              </li>
            ))}
          </ul>
        </StandingLine>
      )}
    </>
  );
}
