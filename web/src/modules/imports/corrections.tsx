/** What was mended beside the unchanged file: cell, before, after, by whom. */
import { instantText } from '~/base/format';
import { useText } from '~/base/language';
import { type ListPage, useList, useListPlace } from '~/base/list';
import { Missing } from '~/ui/missing';
import { Panel } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { Loaded } from '~/ui/state_views';
import styles from './imports.module.css';
import { type Correction, type Import, pathOf, useKind } from './rows';

export function Corrections({ of }: { of: Import }) {
  const { t } = useText();
  const place = useListPlace();
  const made = useList<Correction>(`${pathOf(of.id)}/corrections`, { cursor: place.cursor });
  if (of.corrected === 0 && made.data?.rows.length === 0) return null;
  return (
    <Panel title={t('imports.corrections')}>
      <Loaded query={made} lines={3}>
        {(page: ListPage<Correction>) => (
          <>
            <ol className={styles.corrections}>
              {page.rows.map((one) => (
                <Made key={`${one.record} ${one.row} ${one.field}`} of={of} correction={one} />
              ))}
            </ol>
            <Pager list={page} place={place} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Made({ of, correction }: { of: Import; correction: Correction }) {
  const { t, language } = useText();
  const { row, field, old_text, new_text, person_name, at } = correction;
  const named = useKind(of.kind)?.fields?.find((one) => one.field === field);
  return (
    <li>
      <p className={styles.subject}>
        {t('imports.place', { row, column: named?.[language] ?? field })}
      </p>
      <p>
        <del>{old_text ?? <Missing />}</del>
        <span aria-hidden="true"> → </span>
        <span className="unseen">{t('history.becomes')}</span>
        <strong>{new_text ?? <Missing />}</strong>
      </p>
      <p className={styles.quiet}>
        {person_name} {instantText(at, language)}
      </p>
    </li>
  );
}
