/** One record whole: who did what and when, the text that was hashed, and the way to its neighbours. */
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useText } from '~/base/language';
import { useRecord } from '~/base/list';
import type { Struct } from '~/base/types';
import { Copyable } from '~/ui/copyable';
import { Fields } from '~/ui/fields';
import { Columns, Page, Panel } from '~/ui/page';
import { Loaded } from '~/ui/state_views';
import { useActionName } from './actions';
import styles from './journal.module.css';

type Entry = Struct<'RecordView'>;

export function Component() {
  const { id = '' } = useParams();
  const { t } = useText();
  const actionName = useActionName();
  const record = useRecord<Entry>(`/journal/${encodeURIComponent(id)}`);
  return (
    <Page
      title={record.data ? actionName(record.data.data.action) : t('page.journal')}
      crumbs={[{ label: t('page.journal'), to: '/journal' }]}
    >
      <Loaded query={record}>
        {({ data }) => (
          <Columns
            main={
              <>
                <Facts entry={data} />
                <Panel title={t('journal.original')} note={t('journal.originalWords')}>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key */}
                  <pre className={styles.original} tabIndex={0}>
                    {JSON.stringify(JSON.parse(data.bytes), null, 2)}
                  </pre>
                </Panel>
              </>
            }
            side={<Neighbours entry={data} />}
          />
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const { t } = useText();
  return (
    <Panel>
      <Fields
        of="RecordView"
        value={entry}
        show={[
          'sequence',
          'received',
          'business_date',
          'organisation_name',
          'person_name',
          'checker_name',
          'outcome',
          'hash',
        ]}
        render={{
          hash: <Copyable text={entry.hash} />,
          ...(entry.person_name ? {} : { person_name: t('journal.machine') }),
        }}
      />
    </Panel>
  );
}

function Neighbours({ entry }: { entry: Entry }) {
  const { t } = useText();
  const to = (name: string, value: string | number, words: string): ReactNode => (
    <li key={name + value}>
      <Link to={`/journal?${name}=${encodeURIComponent(value)}`}>{words}</Link>
    </li>
  );
  return (
    <Panel title={t('journal.also')}>
      <ul className={styles.also}>
        {to('action', entry.action, t('journal.sameAction'))}
        {entry.person > 0 && to('person', entry.person, t('journal.samePerson'))}
        {entry.checker && to('person', entry.checker, t('journal.sameChecker'))}
        {entry.organisation > 0 &&
          to('organisation', entry.organisation, t('journal.sameOrganisation'))}
      </ul>
    </Panel>
  );
}
