/** A version that was sent back, as the draft of the next attempt. */
import { Link, useNavigate, useParams } from 'react-router';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import type { Struct } from '~/base/types';
import { Page, Panel } from '~/ui/page';
import { Empty, Loaded } from '~/ui/state_views';
import type { Content, RuleSet, RuleSetRow } from './rows';
import { RuleDraft } from './rule_draft';
import styles from './rules.module.css';

type Draft = Omit<Struct<'PublishRules'>, 'content'> & { content: Content };
type Returned = Omit<Struct<'WaitingRow'>, 'body'> & { body: Draft };

export function Component() {
  const { id = '' } = useParams();
  const { t } = useText();
  const commands = useRecord<ListPage<Returned>>('/commands', { query: { state: 'returned' } });
  const sets = useRecord<ListPage<RuleSetRow>>('/rules');
  const returned = commands.data?.data.rows.find(
    (row) => String(row.id) === id && row.command === 'rules.publish',
  );
  const set = sets.data?.data.rows.find((row) => row.code === returned?.body.code);
  return (
    <Page title={t('todo.again')} crumbs={[{ label: t('page.todo'), to: '/todo' }]}>
      <Loaded query={commands}>
        {() =>
          returned ? (
            <>
              <div className={styles.remark}>
                <Panel title={t('todo.returned')}>
                  <p>{returned.remark}</p>
                </Panel>
              </div>
              {set && <Again id={set.id} content={returned.body.content} />}
            </>
          ) : (
            <Panel>
              <Empty
                title={t('rules.notWaiting')}
                action={<Link to="/rules">{t('page.rules')}</Link>}
              />
            </Panel>
          )
        }
      </Loaded>
    </Page>
  );
}

function Again({ id, content }: { id: RuleSetRow['id']; content: Content }) {
  const navigate = useNavigate();
  const record = useRecord<RuleSet>(`/rules/${id}`);
  return (
    <Loaded query={record} lines={8}>
      {({ data }) => (
        <RuleDraft set={data} from={content} onClose={() => void navigate(`/rules/${id}`)} />
      )}
    </Loaded>
  );
}
