/** A version that waits for its second person: what it would change in the set that holds now. */
import { Link, useParams } from 'react-router';
import { instantText } from '~/base/format';
import { useText, useWordFor } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import type { Struct } from '~/base/types';
import { Fields } from '~/ui/fields';
import { Page, Panel } from '~/ui/page';
import { Empty, Loaded } from '~/ui/state_views';
import { changesBetween } from './changes';
import type { Content, RuleSet, RuleSetRow } from './rows';
import { RuleTable } from './rule_table';

type Draft = Omit<Struct<'PublishRules'>, 'content'> & { content: Content };
type Waiting = Omit<Struct<'WaitingRow'>, 'body'> & { body: Draft };

export function Component() {
  const { id = '' } = useParams();
  const { t } = useText();
  const commands = useRecord<ListPage<Waiting>>('/commands');
  return (
    <Page title={t('rules.waiting')} crumbs={[{ label: t('page.todo'), to: '/todo' }]}>
      <Loaded query={commands}>
        {({ data }) => {
          const found = data.rows.find(
            (row) => String(row.id) === id && row.command === 'rules.publish',
          );
          return found ? (
            <Waits waiting={found} />
          ) : (
            <Panel>
              <Empty
                title={t('rules.notWaiting')}
                action={<Link to="/rules">{t('page.rules')}</Link>}
              />
            </Panel>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Waits({ waiting }: { waiting: Waiting }) {
  const { t, language } = useText();
  const sets = useRecord<ListPage<RuleSetRow>>('/rules');
  const { body } = waiting;
  return (
    <Loaded query={sets}>
      {({ data }) => {
        const set = data.rows.find((row) => row.code === body.code);
        return (
          <>
            <Panel
              title={set?.[language] ?? body.code}
              note={t('todo.by', {
                name: waiting.maker_name,
                at: instantText(waiting.made_at, language),
              })}
            >
              <Fields
                of="PublishRules"
                value={body}
                show={['effective', 'clause', 'source', 'confidence']}
              />
            </Panel>
            {set && <Changes set={set} after={body.content} />}
          </>
        );
      }}
    </Loaded>
  );
}

function Changes({ set, after }: { set: RuleSetRow; after: Content }) {
  const { t } = useText();
  const word = useWordFor();
  const current = useRecord<RuleSet>(`/rules/${set.id}`);
  return (
    <Loaded query={current}>
      {({ data }) =>
        changesBetween(data.content, after).flatMap(({ table, gone, come }) =>
          [
            { rows: come, title: t('rules.come', { table: word('ruleTable', table) }) },
            { rows: gone, title: t('rules.gone', { table: word('ruleTable', table) }) },
          ]
            .filter(({ rows }) => rows.length > 0)
            .map(({ rows, title }) => (
              <RuleTable key={title} name={table} title={title} rows={rows} />
            )),
        )
      }
    </Loaded>
  );
}
