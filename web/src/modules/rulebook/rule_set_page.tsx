/** One set: its tables as they hold, how they came to be, and the draft of the next version. */
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import { useRight } from '~/base/store';
import { AwaitingLine, useAwaiting } from '~/ui/awaiting_line';
import { Fields } from '~/ui/fields';
import { Columns, Page, Panel } from '~/ui/page';
import { Loaded } from '~/ui/state_views';
import { VersionHistory } from '~/ui/version_history';
import { Confidence } from './confidence';
import type { RuleSet, RuleSetVersion } from './rows';
import { RuleDraft } from './rule_draft';
import { RuleTable } from './rule_table';

export function Component() {
  const { id = '' } = useParams();
  const { t, language } = useText();
  const mayPublish = useRight('rules.publish');
  const [drafting, setDrafting] = useState(false);
  const path = `/rules/${encodeURIComponent(id)}`;
  const record = useRecord<RuleSet>(path);
  const set = record.data?.data;
  const held = useAwaiting(
    ({ command, body }) => command === 'rules.publish' && body.code === set?.code,
  );
  return (
    <Page
      title={set?.[language] ?? t('page.rules')}
      crumbs={[{ label: t('page.rules'), to: '/rules' }]}
      subtitle={set && <Confidence of={set.confidence} />}
      actions={
        mayPublish &&
        set &&
        !drafting && <Button onClick={() => setDrafting(true)}>{t('rules.draft')}</Button>
      }
    >
      {held && <AwaitingLine of={held} title={t('rules.awaiting')} />}
      <Loaded query={record} lines={8}>
        {({ data }) =>
          drafting ? (
            <RuleDraft set={data} onClose={() => setDrafting(false)} />
          ) : (
            <Columns
              main={Object.entries(data.content).map(([name, rows]) => (
                <RuleTable key={name} name={name} rows={rows} />
              ))}
              side={
                <>
                  <Validity set={data} />
                  <Versions path={path} />
                </>
              }
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function Validity({ set }: { set: RuleSet }) {
  const { t } = useText();
  return (
    <Panel title={t('rules.validity')}>
      <Fields
        of="RuleSet"
        value={set}
        show={['effective', 'clause', 'source', 'confidence']}
        render={{ confidence: <Confidence of={set.confidence} /> }}
      />
    </Panel>
  );
}

function Versions({ path }: { path: string }) {
  const { t } = useText();
  const history = useRecord<ListPage<RuleSetVersion>>(`${path}/history`);
  return (
    <Panel title={t('rules.history')}>
      <Loaded query={history} lines={4}>
        {({ data }) => (
          <VersionHistory
            of="RuleSetVersionRow"
            versions={data.rows.map((row) => ({
              ...row,
              sequence: row.version,
              received: row.published,
            }))}
            show={['clause', 'source', 'confidence']}
          />
        )}
      </Loaded>
    </Panel>
  );
}
